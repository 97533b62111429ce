// SPDX-License-Identifier: Apache-2.0
// What the tests of comparisons start from: terms under which Belgium and Denmark compare totals, and what each says.
import type { Agreement, ShareClause } from '@corridor/contracts'
import {
  compile,
  completed,
  rowTest,
  type ClauseOf,
  type KnownAgreement,
  type RowTest,
} from '@corridor/policy'
import type { CellStatement } from './cell'
import { nothingLearnt, type Expect } from './expected'
import type { Pair } from './pair'
import { pairUp } from './pair-up'

const bothCorridors = [
  { origin: 'BE', destination: 'DK' },
  { origin: 'DK', destination: 'BE' },
]

export const shareFrom = (from: string, to: string): ShareClause => ({
  id: from,
  kind: 'share',
  from: [from],
  to: [to],
  contract: 'migration-flow',
  periods: { from: '2013', until: '2016' },
  corridors: bothCorridors,
  confStatus: ['F'],
})

const terms: Agreement = completed({
  id: 'BE-DK-2026',
  title: 'Belgium and Denmark compare their figures',
  parties: [
    { participant: 'BE', signatures: 1 },
    { participant: 'DK', signatures: 1 },
  ],
  committee: 'BEDK',
  term: { from: '2026-01-01', until: '2030-12-31' },
  entryIntoForce: { rule: 'on-signature' },
  provisionalApplication: { rule: 'not-agreed' },
  accession: { rule: 'closed' },
  signatureDays: 90,
  enforced: [
    shareFrom('BE', 'DK'),
    shareFrom('DK', 'BE'),
    { id: '3', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
    {
      id: '4',
      kind: 'reconcile',
      contract: 'migration-flow',
      tolerance: { asymmetryPercent: 10 },
    },
  ],
  recorded: [],
})

/** The terms in force between the two, save for what a test changes. */
export const agreement: KnownAgreement = {
  terms,
  standing: {
    status: 'in-force',
    parties: ['BE', 'DK'],
    reservations: [],
    provisionalUntil: null,
  },
}

/** What the parties of an agreement are granted by it alone. */
export function grantedBy(known: KnownAgreement): RowTest {
  return rowTest(compile([known]), new Date('2026-11-23T09:12:00Z'))
}

/** The same with other clauses that the hub keeps the parties to. */
export const withClauses = (...enforced: Agreement['enforced']): KnownAgreement => ({
  ...agreement,
  terms: { ...terms, enforced },
})

const everyLevel = ['sex', 'age', 'occupation', 'sector', 'stay', 'education'].map((dimension) => ({
  ...{ dimension, level: 'all' as const },
}))

/** The same terms to every detail. */
export const toEveryDetail: KnownAgreement = withClauses(
  { ...shareFrom('BE', 'DK'), levels: everyLevel },
  { ...shareFrom('DK', 'BE'), levels: everyLevel },
  ...terms.enforced.filter(({ kind }) => kind !== 'share'),
)

/** The same terms to every detail, under protection by a rule. */
export const protectedBy = (rule: ClauseOf<'protect'>['rule']): KnownAgreement =>
  withClauses(
    ...toEveryDetail.terms.enforced.map((clause) =>
      clause.kind === 'protect' ? { ...clause, rule } : clause,
    ),
  )

/** A statement as the hub told it to the other side: as it is, hidden within an interval, or near a value. */
export function toldOf(
  statement: CellStatement,
  change: Partial<Pick<CellStatement, 'value' | 'lower' | 'upper'>> = {},
): CellStatement {
  const isHidden = change.value === null
  return {
    ...statement,
    ...change,
    ...(isHidden ? { valueStatus: 'suppressed', obsStatus: 'Q', confStatus: 'C' } : {}),
    toldTo: statement.reporter === statement.origin ? statement.destination : statement.origin,
  }
}

/** What Belgium says of its outflow to Denmark in 2016, save for what a test changes. */
export function originSays(
  value: number | null,
  change: Partial<CellStatement> = {},
): CellStatement {
  return {
    contract: 'migration-flow',
    direction: 'outflow',
    reporter: 'BE',
    origin: 'BE',
    destination: 'DK',
    period: '2016',
    breakdown: '_T._T._T._T._T._T',
    value,
    valueStatus: value === null ? 'missing' : 'value',
    ...{ lower: null, upper: null, standardError: null, obsStatus: 'A' },
    ...{ confStatus: 'F', embargo: null },
    classifications: { occupation: 'ISCO-08', sector: 'ISIC-4', education: 'ISCED-2011' },
    definition: {
      minimumStay: 'P12M',
      population: 'all',
      source: 'register',
      partnerConcept: 'residence',
      eventConcept: 'registration',
      ageDefinition: 'completed',
      periodConvention: 'calendar',
    },
    ...{ position: 3, toldTo: null, parts: null },
    ...change,
  }
}

/** What Denmark says of the same flow. */
export function destinationSays(
  value: number | null,
  change: Partial<CellStatement> = {},
): CellStatement {
  return originSays(value, { direction: 'inflow', reporter: 'DK', position: 5, ...change })
}

/** Both sides of one year by the same letters, of two revisions of activities. */
export function twoRevisions(): readonly CellStatement[] {
  return Array.from('ABCDEFGHIJKLMNOPQRSTU').flatMap((code, place) => {
    const breakdown = `_T._T._T.${code}._T._T`
    const rev5 = { classifications: { sector: 'ISIC-5' } }
    return [
      originSays(100 * place, { breakdown, position: 90_000 }),
      destinationSays(150 * place, { breakdown, ...rev5, position: 90_001 }),
    ]
  })
}

/** One for one once harmonised, as steady as corridors go. */
export const oneForOne: Expect = (_, { origin, destination }) => ({
  ...{ version: 7, alarm: 0.05, coverage: null },
  expectation: {
    ...{ status: 'expected', logRatio: Math.log(destination / origin), variance: 0.04 },
    ...{ basis: 'history', periods: 4, shrinkage: 1 },
  },
})

/** The comparisons of an agreement's statements by breakdown, where nothing is expected yet. */
export function pairsOf(
  known: KnownAgreement,
  statements: readonly CellStatement[],
): ReadonlyMap<string, Pair> {
  const asking = { isGranted: grantedBy(known), expect: nothingLearnt }
  return new Map(pairUp(known, statements, asking).map((pair) => [pair.breakdown, pair]))
}
