// SPDX-License-Identifier: Apache-2.0
import type { AgreementClause, PipelineStage } from '@corridor/contracts'
import { clauseInWords } from '../clause-words'
import { compare } from '../compare'
import { parties, terms, unprotected } from '../given'
import type { ClauseOf } from '../terms'
import { lintPipelines } from './pipelines'

const clearance: PipelineStage = {
  stage: 'clearance',
  from: 'NP',
  contract: 'deployment',
  at: [{ dimension: 'stage', code: 'CLEARANCE' }],
}
const permit: PipelineStage = {
  stage: 'permit',
  from: 'QA',
  contract: 'work-permits',
  at: [
    { dimension: 'event', code: 'FIRST' },
    { dimension: 'reason', code: 'EMP' },
  ],
  after: 'clearance',
  lagPercent: [30, 70],
  takeUp: { leastPercent: 60, mostPercent: 100 },
}
const path = (change: Partial<ClauseOf<'pipeline'>> = {}): ClauseOf<'pipeline'> => ({
  id: '4',
  kind: 'pipeline',
  frequency: 'M',
  origin: 'NP',
  destination: 'QA',
  levelPercent: 1,
  stages: [clearance, permit],
  ...change,
})
const share = (id: string, from: string, contract: PipelineStage['contract']): AgreementClause => ({
  ...{ id, kind: 'share', from: [from], to: ['_PARTIES'], contract, confStatus: ['F'] },
})
const termsWith = (clause: ClauseOf<'pipeline'>, ...shares: readonly AgreementClause[]) =>
  terms({
    parties: parties('NP', 'QA'),
    enforced: [
      ...(shares.length > 0
        ? shares
        : [share('1', 'NP', 'deployment'), share('2', 'QA', 'work-permits')]),
      unprotected,
      clause,
    ],
  })
const found = (clause: ClauseOf<'pipeline'>, ...shares: readonly AgreementClause[]) =>
  lintPipelines(termsWith(clause, ...shares)).map(({ code, detail }) => `${code}: ${detail}`)
const second = (change: Partial<PipelineStage>) =>
  path({ stages: [clearance, { ...permit, ...change }] })

describe('a pipeline', () => {
  it('that hangs together is not complained of', () => {
    expect(found(path())).toEqual([])
  })

  it.each<readonly [string, ClauseOf<'pipeline'>]>([
    ['CLAUSE_UNREACHABLE: a corridor needs two ends', path({ destination: 'NP' })],
    ['CLAUSE_REFERENCE_UNKNOWN: CL_AREA has no code ATLANTIS', path({ origin: 'ATLANTIS' })],
    [
      'CLAUSE_CONTRADICTS: the lags of permit do not sum to 100 %',
      second({ lagPercent: [30, 60] }),
    ],
    [
      'CLAUSE_CONTRADICTS: the least take-up of permit is above the most',
      second({ takeUp: { leastPercent: 90, mostPercent: 80 } }),
    ],
    ['CLAUSE_REFERENCE_UNKNOWN: no stage return comes before permit', second({ after: 'return' })],
    [
      'CLAUSE_CONTRADICTS: it names clearance twice',
      second({ stage: 'clearance', after: 'clearance' }),
    ],
    ['CLAUSE_OPEN: event has no total: the stage permit has to name its code', second({ at: [] })],
    [
      'CLAUSE_REFERENCE_UNKNOWN: event has no code NEVER',
      second({ at: [{ dimension: 'event', code: 'NEVER' }] }),
    ],
    [
      'CLAUSE_REFERENCE_UNKNOWN: work-permits has no dimension partner to name a code of',
      second({ at: [...permit.at, { dimension: 'partner', code: 'NP' }] }),
    ],
    [
      'CLAUSE_UNREACHABLE: SE does not report work-permits of this corridor',
      second({ from: 'SE' }),
    ],
    [
      'CLAUSE_REFERENCE_UNKNOWN: there is no stage return',
      path({ stocks: [{ leaves: 'return', enters: 'permit' }] }),
    ],
  ])('is told: %s', (said, clause) => {
    expect(found(clause)).toContain(said)
  })

  it('that does not say how many go on is open', () => {
    const { stage, from, contract, at, after } = permit
    const bare = { stage, from, contract, at, after: after ?? 'clearance' } as const
    expect(found(path({ stages: [clearance, bare] }))).toEqual([
      'CLAUSE_OPEN: it does not say how many become permit, and how much later',
    ])
  })

  it('that tells of a figure which is not shared is one-sided', () => {
    expect(found(path(), share('1', 'NP', 'deployment'))).toEqual([
      'COMPARISON_ONE_SIDED: a comparison shows each side the figures of the other, and QA does not share work-permits for the stage permit',
    ])
  })

  it('is told in words, and a changed take-up is a difference of its clause', () => {
    expect(clauseInWords(path())).toContain(
      'Of clearance, 60 to 100 % become permit, within 1 months.',
    )
    const after = termsWith(second({ takeUp: { leastPercent: 70, mostPercent: 100 } }))
    expect(compare(termsWith(path()), after)).toMatchObject([
      { of: '4', change: 'changed', members: ['stages'] },
    ])
  })
})
