// SPDX-License-Identifier: Apache-2.0
import { toColumns, type Agreement, type GrantedRows } from '@corridor/contracts'
import type { AgreementHistory, Standing } from '@corridor/policy'
import fc from 'fast-check'
import { auditLedger, type FoundStatement, type LedgerEntry } from './audit-ledger'
import { coverageOf } from './coverage'
import { definition, figure } from './given'

const released = new Date('2026-06-01T12:00:00Z')
const grants: readonly GrantedRows[] = [{ agreement: 'BE-DK-2026', clause: '1', first: 1, last: 2 }]
// Only what decides is here; the contract judges whole terms elsewhere.
const terms = {
  id: 'BE-DK-2026',
  term: { from: '2026-01-01', until: '2026-12-31' },
  parties: [
    { participant: 'BE', signatures: 1 },
    { participant: 'DK', signatures: 1 },
  ],
  enforced: [
    {
      id: '1',
      kind: 'share',
      from: ['BE'],
      to: ['DK'],
      contract: 'migration-flow',
      corridors: [{ origin: 'BE', destination: 'DK' }],
      confStatus: ['F'],
    },
    { id: '3', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
  ],
  recorded: [],
} as unknown as Agreement
const inForce: Standing = {
  status: 'in-force',
  parties: ['BE', 'DK'],
  reservations: [],
  provisionalUntil: null,
}
const history: AgreementHistory = {
  terms,
  standings: [
    { since: '2026-05-01T00:00:00.000Z', standing: inForce },
    { since: '2026-06-01T12:00:00.001Z', standing: { ...inForce, status: 'suspended' } },
    { since: '2026-07-01T00:00:00.000Z', standing: inForce },
  ],
}
const entry: LedgerEntry = {
  position: 7,
  sender: 'BE',
  recipient: 'DK',
  contract: 'migration-flow',
  rows: 2,
  digest: 'sha-256:a',
  releasedAt: released,
  mayHaveLeft: true,
  grants,
  reportedAs: null,
}
const figures = {
  ...{ sender: 'BE', contract: 'migration-flow', rows: 2, grants, reportedAs: null, dataset: null },
}
const found: FoundStatement = {
  ...{ where: 'outbox', place: 7, recipient: 'DK', digest: 'sha-256:a', figures, entry },
}
const codesOf = (change: Partial<FoundStatement>, histories = [history]): readonly string[] =>
  auditLedger([{ ...found, ...change }], histories).map(({ code }) => code)

describe('a ledger that is complete', () => {
  it('has nothing to be found in', () => {
    expect(codesOf({})).toEqual([])
  })

  it('keeps its line where the bytes were deleted', () => {
    expect(codesOf({ figures: null, digest: 'of nothing' })).toEqual([])
  })

  it('says nothing of statements that hand over no figures', () => {
    expect(codesOf({ figures: null, entry: null })).toEqual([])
  })
})

describe('what is not in the ledger', () => {
  it('is found, in an outbox or in a stream', () => {
    for (const where of ['outbox', 'stream'] as const)
      expect(codesOf({ where, entry: null })).toEqual(['NOT_IN_LEDGER'])
  })

  it('is found where it stands in the place of another statement', () => {
    expect(codesOf({ digest: 'sha-256:b' })).toEqual(['DIFFERENT_FROM_LEDGER'])
    expect(codesOf({ recipient: 'SE' })).toEqual(['DIFFERENT_FROM_LEDGER'])
    expect(codesOf({ figures: { ...figures, rows: 3 } })).toEqual(['DIFFERENT_FROM_LEDGER'])
    const marked = { ...figures, reportedAs: 'employers' }
    expect(codesOf({ figures: marked })).toEqual(['DIFFERENT_FROM_LEDGER'])
  })
})

describe('a release that no clause granted', () => {
  it('is found, by the agreements as they stood at its instant', () => {
    const at = (releasedAt: string): readonly string[] =>
      codesOf({ entry: { ...entry, releasedAt: new Date(releasedAt) } })
    expect(at('2026-04-30T23:59:59.999Z')).toEqual(['CLAUSE_DID_NOT_GRANT'])
    expect(at('2026-05-01T00:00:00.000Z')).toEqual([])
    expect(at('2026-06-01T12:00:00.000Z')).toEqual([])
    expect(at('2026-06-01T12:00:00.001Z')).toEqual(['CLAUSE_DID_NOT_GRANT'])
    expect(at('2026-07-01T00:00:00.000Z')).toEqual([])
    expect(at('2027-01-01T00:00:00.000Z')).toEqual(['CLAUSE_DID_NOT_GRANT'])
  })

  it('is found where there is no such clause, agreement or recipient', () => {
    const by = (change: Partial<LedgerEntry>): readonly string[] => {
      const changed = { ...entry, ...change }
      const stated = { ...figures, grants: changed.grants }
      return codesOf({ entry: changed, figures: stated, recipient: changed.recipient })
    }
    const other = (one: Partial<GrantedRows>): readonly GrantedRows[] =>
      grants.map((grant) => ({ ...grant, ...one }))
    expect(by({ grants: other({ clause: '9' }) })).toEqual(['CLAUSE_DID_NOT_GRANT'])
    expect(by({ grants: other({ agreement: 'NONE' }) })).toEqual(['CLAUSE_DID_NOT_GRANT'])
    expect(by({ recipient: 'SE' })).toEqual(['CLAUSE_DID_NOT_GRANT'])
    expect(codesOf({}, [])).toEqual(['CLAUSE_DID_NOT_GRANT'])
  })

  it('is found where it tells what was said to the hub alone', () => {
    const dataset = toColumns(definition, [figure(), figure({ period: '2015' })])
    expect(codesOf({ figures: { ...figures, dataset } })).toEqual([])
    const keyed = { ...dataset, cellKey: [7, 8] }
    expect(codesOf({ figures: { ...figures, dataset: keyed } })).toEqual(['HUB_ONLY_TOLD'])
  })

  it('is nothing that left where it was withdrawn before anybody could have fetched it', () => {
    expect(codesOf({ entry: { ...entry, mayHaveLeft: false }, figures: null }, [])).toEqual([])
  })
})

describe('the clauses of rows', () => {
  const run = (first: number, last: number): GrantedRows => ({
    ...{ agreement: 'A', clause: '1', first, last },
  })

  it('cover each row exactly once, however they are cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(cuts, (lengths) => {
        const runs = lengths.map((length, i) => {
          const before = lengths.slice(0, i).reduce((sum, one) => sum + one, 0)
          return run(before + 1, before + length)
        })
        const rows = runs.at(-1)?.last ?? 0
        expect(coverageOf(runs.toReversed(), rows)).toEqual([])
        expect(coverageOf(runs.slice(1), rows)).toMatchObject([{ code: 'ROW_UNDER_NO_CLAUSE' }])
        expect(coverageOf([...runs, run(1, 1)], rows)).toMatchObject([
          { code: 'ROW_UNDER_SEVERAL_CLAUSES' },
        ])
        expect(coverageOf(runs, rows + 1)).toMatchObject([{ code: 'ROW_UNDER_NO_CLAUSE' }])
      }),
    )
  })

  it('name no row that there is not', () => {
    expect(coverageOf([run(1, 3)], 2)).toMatchObject([{ code: 'ROW_UNDER_NO_CLAUSE' }])
  })
})
