// SPDX-License-Identifier: Apache-2.0
import type { ReconciliationReport } from '@corridor/contracts'
import { eventBytes, hubSource } from '@corridor/message'
import type { KnownAgreement } from '@corridor/policy'
import { expectedInterval } from '@corridor/statistics'
import { breakdownOf, codesOf } from './cell'
import type { Pair } from './pair'
import { scoreOf, type Round, type RoundTotals } from './round'
import type { ComparisonTerms } from './terms'

/** How many rows a report shows at most; of more cells those that matter most are shown, and all are counted. */
export const mostRows = 10_000

/** Who makes a report, when, which version of it, by which terms and what was learnt. */
export interface Made {
  readonly hubId: string
  readonly at: Date
  readonly version: number
  readonly salt: string
  readonly terms: ComparisonTerms
  readonly totals: RoundTotals
  readonly falseAlarms: ReconciliationReport['falseAlarms']
  /** Where the parties commit before they compare. */
  readonly commitments: ReconciliationReport['commitments']
  /** What was found of stages within the period; those outside their range first. */
  readonly stages: NonNullable<ReconciliationReport['stages']>
}

/** The report of a round as the bytes that the hub seals: the same for all parties and their committee. */
export function reportBytes(
  { terms, standing }: KnownAgreement,
  { round, pairs }: { readonly round: Round; readonly pairs: readonly Pair[] },
  made: Made,
): Uint8Array {
  const { contract, period } = round
  const { version, falseAlarms, commitments, stages, totals } = made
  const { tolerancePercent, level, floorPersons, floorShare } = made.terms
  const causes = causesOf(pairs)
  const data: ReconciliationReport = {
    ...{ agreement: terms.id, contract, period, version, parties: standing.parties },
    madeAt: made.at.toISOString(),
    tolerance: { asymmetryPercent: tolerancePercent },
    level,
    materiality: { persons: floorPersons, percent: 100 * floorShare },
    ...(falseAlarms === undefined ? {} : { falseAlarms }),
    ...(commitments === undefined ? {} : { commitments }),
    ...(stages.length === 0 ? {} : { stages }),
    cells: totals.cells,
    rows: pairs.length,
    ...codeColumns(contract, pairs),
    ...columnsOf(pairs, totals),
    ...(causes.length === 0 ? {} : { causes }),
  }
  return eventBytes({
    id: `report:${terms.id}:${contract}:${period}:${String(version)}`,
    source: hubSource(made.hubId),
    type: 'corridor.report.v1',
    time: made.at,
    contract: { name: 'reconciliation-report', version: '1.0.0' },
    salt: made.salt,
    data,
  })
}

function codeColumns(contract: string, pairs: readonly Pair[]): Readonly<Record<string, string[]>> {
  const codes = pairs.map(codesOf)
  return Object.fromEntries(
    (breakdownOf(contract) ?? []).map((name) => [name, codes.map((one) => one[name] ?? '_T')]),
  )
}

function columnsOf(pairs: readonly Pair[], totals: RoundTotals) {
  const column = <Name extends keyof Pair>(name: Name): Pair[Name][] =>
    pairs.map((pair) => pair[name])
  const of = <Value>(valueOf: (pair: Pair) => Value): Value[] => pairs.map(valueOf)
  return {
    origin: column('origin'),
    destination: column('destination'),
    originSays: column('originSays'),
    originLower: of(({ originInterval }) => originInterval?.lower ?? null),
    originUpper: of(({ originInterval }) => boundOf(originInterval?.upper)),
    originHarmonised: column('originHarmonised'),
    originParts: column('originParts'),
    originStatus: column('originStatus'),
    originPosition: column('originPosition'),
    destinationSays: column('destinationSays'),
    destinationLower: of(({ destinationInterval }) => destinationInterval?.lower ?? null),
    destinationUpper: of(({ destinationInterval }) => boundOf(destinationInterval?.upper)),
    destinationHarmonised: column('destinationHarmonised'),
    destinationParts: column('destinationParts'),
    destinationStatus: column('destinationStatus'),
    destinationPosition: column('destinationPosition'),
    rule: column('rule'),
    difference: column('difference'),
    asymmetryPercent: column('asymmetryPercent'),
    outcome: column('outcome'),
    reason: column('reason'),
    eligibility: column('eligibility'),
    ...foundOf(pairs, totals),
  }
}

function foundOf(pairs: readonly Pair[], totals: RoundTotals) {
  const of = <Value>(valueOf: (pair: Pair) => Value): Value[] => pairs.map(valueOf)
  const ranges = pairs.map(({ expectation }) =>
    expectation === null
      ? undefined
      : expectedInterval({ status: 'expected', shrinkage: 1, ...expectation }, 0.95),
  )
  return {
    finding: of(({ finding }) => finding),
    untested: of(({ untested }) => untested),
    unlockedBy: of(({ unlockedBy }) => unlockedBy),
    expectation: of(({ expectation }) => expectation?.version ?? null),
    expectedRatio: of(({ expectation }) =>
      expectation === null ? null : Math.exp(expectation.logRatio),
    ),
    expectedLower: ranges.map((range) => range?.lower ?? null),
    expectedUpper: ranges.map((range) => range?.upper ?? null),
    basis: of(({ expectation }) => expectation?.basis ?? null),
    p: of(({ test }) => test?.p ?? null),
    z: of(({ test }) => test?.z ?? null),
    suspicion: of(({ test }) => test?.suspicion ?? null),
    gap: of(({ test }) => test?.gap ?? null),
    score: of((pair) => scoreOf(pair, totals)),
    balanced: of(({ balanced }) => balanced?.estimate ?? null),
    balancedLower: of(({ balanced }) => balanced?.interval.lower ?? null),
    balancedUpper: of(({ balanced }) => balanced?.interval.upper ?? null),
    matters: of(({ matters }) => matters),
  }
}

// JSON knows no infinity: what nothing bounds has no bound.
function boundOf(upper: number | undefined): number | null {
  return upper === undefined || upper === Infinity ? null : upper
}

function causesOf(pairs: readonly Pair[]): NonNullable<ReconciliationReport['causes']> {
  return pairs.flatMap(({ causes }, row) => causes.map((cause) => ({ row, ...cause })))
}

/** Who receives a report: all parties and their committee, nobody else. */
export function recipientsOf({ terms, standing }: KnownAgreement): readonly string[] {
  return terms.committee === undefined ? standing.parties : [...standing.parties, terms.committee]
}
