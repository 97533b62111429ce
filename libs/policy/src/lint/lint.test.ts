// SPDX-License-Identifier: Apache-2.0
import type { Agreement, AgreementClause } from '@corridor/contracts'
import fc from 'fast-check'
import { someAgreement } from '@corridor/testing'
import { compile } from '../compile'
import { decide } from '../decide'
import { compared, parties, permits, terms, toBelgium, toDenmark, unprotected } from '../given'
import { lint, lintTerms } from './lint'

/** What is found, as `code clause clause: detail`. */
function found(change: Partial<Agreement>): readonly string[] {
  return lint(terms(change)).map(
    ({ code, clauses, detail }) => `${[code, ...clauses].join(' ')}: ${detail}`,
  )
}
const consent = (from: string): AgreementClause => ({
  id: '5',
  kind: 'aggregate',
  contract: 'migration-flow',
  from: [from],
})
const sharing = (change: Partial<typeof toDenmark>, ...more: readonly AgreementClause[]) =>
  found({ enforced: [{ ...toDenmark, ...change }, unprotected, ...more] })

describe('terms that hang together', () => {
  it.each<readonly [string, Partial<Agreement>]>([
    ['both ways with a comparison', {}],
    ['one way, where nothing is compared', { enforced: [toDenmark, unprotected] }],
    [
      'a consent to an aggregate only',
      { parties: parties('BE', 'REGION'), enforced: [consent('BE'), unprotected] },
    ],
    ['a term of one day', { term: { from: '2026-05-01', until: '2026-05-01' } }],
    [
      'a single quarter',
      { enforced: [{ ...toDenmark, periods: { from: '2016-Q2', until: '2016-Q2' } }, unprotected] },
    ],
    ['a contract without corridors', { enforced: [permits, unprotected] }],
    [
      'each party to each other',
      {
        parties: parties('BE', 'DK', 'SE'),
        enforced: [
          {
            ...toDenmark,
            from: ['_PARTIES'],
            to: ['_PARTIES'],
            corridors: [{ origin: '_PARTIES', destination: '_PARTIES' }],
          },
          unprotected,
        ],
      },
    ],
  ])('may be %s', (_, change) => {
    expect(found(change)).toEqual([])
    expect(lintTerms(terms(change)).ok).toBe(true)
  })
})

describe('the head of terms', () => {
  it.each<readonly [string, Partial<Agreement>]>([
    [
      'TERMS_PARTIES_WRONG: the parties must differ and stand in alphabetical order',
      { parties: parties('DK', 'BE') },
    ],
    [
      'TERMS_PARTIES_WRONG: the parties must differ and stand in alphabetical order',
      { parties: parties('BE', 'BE', 'DK') },
    ],
    ['TERMS_PARTIES_WRONG: the committee cannot be a party', { committee: 'DK' }],
    [
      'TERMS_DAYS_WRONG: the term ends on 2025-12-31, before it begins',
      { term: { from: '2026-01-01', until: '2025-12-31' } },
    ],
    [
      'TERMS_DAYS_WRONG: it comes into force on 2027-01-01, after its term ends',
      { entryIntoForce: { rule: 'on-date', date: '2027-01-01' } },
    ],
    [
      'TERMS_DAYS_WRONG: it comes into force with the last signature, so there is nothing to apply before',
      { provisionalApplication: { rule: 'from-date', date: '2026-02-01' } },
    ],
    [
      'CLAUSE_TWICE 1: it stands twice',
      { enforced: [toDenmark, { ...toBelgium, id: '1' }, unprotected, compared] },
    ],
    [
      'CLAUSE_REFERENCE_UNKNOWN: an agreement cannot supersede itself',
      { supersedes: 'BE-DK-2026' },
    ],
  ])('is refused: %s', (said, change) => {
    expect(found(change)).toContain(said)
    expect(lintTerms(terms(change)).ok).toBe(false)
  })
})

describe('a share clause', () => {
  it.each<readonly [string, Partial<typeof toDenmark>]>([
    ['CLAUSE_REFERENCE_UNKNOWN 1: SE is not a party', { to: ['SE'] }],
    [
      'CLAUSE_UNREACHABLE 1: figures go from one party to another, not from BE to BE',
      { to: ['BE'] },
    ],
    [
      'CLAUSE_UNREACHABLE 1: a corridor needs two ends',
      { corridors: [{ origin: 'BE', destination: 'BE' }] },
    ],
    [
      'CLAUSE_REFERENCE_UNKNOWN 1: CL_AREA has no code QQ',
      { corridors: [{ origin: 'BE', destination: 'QQ' }] },
    ],
    [
      'CLAUSE_UNREACHABLE 1: none of its corridors begins or ends at who gives figures',
      { corridors: [{ origin: 'SE', destination: 'DK' }] },
    ],
    [
      'CLAUSE_UNREACHABLE 1: the periods end in 2016-Q1, before they begin in 2016-Q2',
      { periods: { from: '2016-Q2', until: '2016-Q1' } },
    ],
    [
      'CLAUSE_REFERENCE_UNKNOWN 1: migration-flow has no dimension wage',
      { levels: [{ dimension: 'wage', level: 'all' }] },
    ],
    [
      'CLAUSE_REFERENCE_UNKNOWN 1: sex has no level five-year-ages',
      { levels: [{ dimension: 'sex', level: 'five-year-ages' }] },
    ],
    [
      'CLAUSE_REFERENCE_UNKNOWN 1: occupation has no code OC99',
      { only: [{ dimension: 'occupation', codes: ['OC99'] }] },
    ],
    [
      'CLAUSE_UNREACHABLE 1: its codes of occupation are finer than the level level-1',
      {
        only: [{ dimension: 'occupation', codes: ['OC11'] }],
        levels: [{ dimension: 'occupation', level: 'level-1' }],
      },
    ],
    [
      'CLAUSE_REFERENCE_UNKNOWN 1: period is told by who gives figures and by the periods, not by codes',
      { only: [{ dimension: 'period', codes: ['2016'] }] },
    ],
    [
      'CLAUSE_CONTRADICTS 1: it names sex twice',
      {
        levels: [
          { dimension: 'sex', level: 'all' },
          { dimension: 'sex', level: 'total' },
        ],
      },
    ],
    [
      'CLAUSE_OPEN 1 3: figures of migration-flow from BE that are not free would leave as they are, as published ones',
      { confStatus: ['F', 'C'] },
    ],
  ])('is refused: %s', (said, change) => {
    expect(sharing(change)).toContain(said)
  })

  it('is refused where its contract and its corridors do not fit', () => {
    const { corridors, ...bare } = toDenmark
    expect(corridors).toHaveLength(2)
    expect(found({ enforced: [bare, unprotected] })).toEqual([
      'CLAUSE_UNREACHABLE 1: migration-flow is about corridors, and it names none',
    ])
    expect(
      found({ enforced: [{ ...permits, corridors: toDenmark.corridors ?? [] }, unprotected] }),
    ).toEqual(['CLAUSE_UNREACHABLE 1: work-permits has no corridors, and it names some'])
  })

  it('is refused where it does not name a dimension that has no total', () => {
    const only = [{ dimension: 'partner', codes: ['DK'] }]
    expect(found({ enforced: [{ ...permits, only }, unprotected] })).toEqual([
      'CLAUSE_UNREACHABLE 1: event has no total: name its codes or its level',
    ])
  })
})

describe('what goes with sharing', () => {
  const retention = (id: string, contract = 'migration-flow'): AgreementClause => ({
    id,
    kind: 'retention',
    contract: contract as 'migration-flow',
    days: 90,
  })

  it.each<readonly [string, readonly AgreementClause[]]>([
    ['CLAUSE_MISSING: no clause shares anything', [unprotected]],
    [
      'CLAUSE_MISSING 1: no clause says how figures of migration-flow from BE are protected',
      [toDenmark],
    ],
    [
      'CLAUSE_CONTRADICTS 3 6: they protect figures of migration-flow from BE by published-figures-no-protection and random-rounding',
      [
        toDenmark,
        unprotected,
        { id: '6', kind: 'protect', rule: { method: 'random-rounding', base: 3 } },
      ],
    ],
    [
      'CLAUSE_CONTRADICTS 4 6: more than one says of migration-flow what holds: reconcile',
      [toDenmark, toBelgium, unprotected, compared, { ...compared, id: '6' }],
    ],
    [
      'COMPARISON_ONE_SIDED 4: a comparison shows each side the figures of the other, so both sides must share',
      [toDenmark, unprotected, compared],
    ],
    ['CLAUSE_REFERENCE_UNKNOWN 5: SE is not a party', [toDenmark, unprotected, consent('SE')]],
    [
      'CLAUSE_REFERENCE_UNKNOWN 9: there is no clause 7 that shares',
      [toDenmark, unprotected, { id: '9', kind: 'reciprocity', clauses: ['1', '7'] }],
    ],
    [
      'CLAUSE_UNREACHABLE 1 9: nobody who receives under it gives under the clauses that are tied to it',
      [
        toDenmark,
        { ...toDenmark, id: '2', periods: { from: '2010', until: '2011' } },
        unprotected,
        { id: '9', kind: 'reciprocity', clauses: ['1', '2'] },
      ],
    ],
    [
      'CLAUSE_OPEN 9: it does not say for how many days the sender may comment',
      [
        toDenmark,
        unprotected,
        { id: '9', kind: 'release', contract: 'migration-flow', rule: 'after-comment' },
      ],
    ],
    [
      'CLAUSE_REFERENCE_UNKNOWN 9: CL_CONF_REDIST has no code SOME',
      [
        toDenmark,
        unprotected,
        { id: '9', kind: 'redistribution', contract: 'migration-flow', allowed: ['SOME'] },
      ],
    ],
    [
      'CLAUSE_CONTRADICTS 9 8: retention is agreed, not agreed, or said twice',
      [toDenmark, unprotected, retention('8'), { id: '9', kind: 'not-agreed', topic: 'retention' }],
    ],
  ])('is refused: %s', (said, enforced) => {
    expect(found({ enforced })).toContain(said)
  })

  it('is warned of where it applies to nothing, which stops no proposal', () => {
    const change = { enforced: [toDenmark, unprotected, retention('8', 'work-permits')] }
    expect(found(change)).toEqual([
      'CLAUSE_WITHOUT_EFFECT 8: no clause shares or adds up figures of work-permits',
    ])
    expect(lintTerms(terms(change)).ok).toBe(true)
  })
})

describe('silence', () => {
  it('is no consent: every topic is agreed, or said not to be', () => {
    const silent = { ...terms(), enforced: [toDenmark, unprotected], recorded: [] }
    const missing = lint(silent).filter(({ code }) => code === 'CLAUSE_MISSING')
    expect(missing).toHaveLength(26)
    expect(missing.map(({ detail }) => detail)).toContain(
      'no clause says what is agreed, or not agreed, on liability',
    )
    expect(lintTerms(silent)).toMatchObject({ ok: false, refusal: { detail: /, and 25 more$/ } })
  })
})

describe('whatever terms say', () => {
  it('the linter answers, and what has no error can be decided on', () => {
    fc.assert(
      fc.property(someAgreement, (agreement) => {
        for (const { code, detail, severity } of lint(agreement.terms)) {
          expect(detail).not.toBe('')
          expect(
            ['CLAUSE_SHADOWED', 'CLAUSE_OVERLAPS', 'CLAUSE_WITHOUT_EFFECT'].includes(code),
          ).toBe(severity === 'warning')
        }
        const request = { contract: 'migration-flow', sender: 'BE', recipient: 'DK' }
        expect(decide(compile([agreement]), request, new Date('2026-06-01')).decision).toMatch(
          /PERMIT|DENY/,
        )
      }),
      { numRuns: 200 },
    )
  })
})
