// SPDX-License-Identifier: Apache-2.0
import {
  asymmetryPercent,
  eligibility,
  harmonise,
  testPair,
  type Eligibility,
  type Measured,
  type PairTest,
} from '@corridor/statistics'
import { cellOf, codesOf, type Cell, type CellStatement } from './cell'
import type { Expect, Expected, SideFactors } from './expected'
import type { Finding, Gap, Outcome, Pair } from './pair'
import { balancedOf } from './balanced'
import { saidBy, type Harmonised, type Said } from './said'
import { floorOf, type ComparisonTerms } from './terms'

/** The statements of the two sides about one cell; undefined where a side has made none. */
export interface Sides {
  readonly origin: CellStatement | undefined
  readonly destination: CellStatement | undefined
}

/** By what a comparison is made. */
export interface Judging {
  readonly terms: ComparisonTerms
  readonly expect: Expect
}

/** Compares what two sides say about a cell: definitions first, then figures, then what is expected of them. */
export function compareSides(cell: Cell, sides: Sides, judging: Judging): Pair {
  const said = { origin: saidBy(sides.origin), destination: saidBy(sides.destination) }
  const about = { ...cellOf(cell), ...toldOf(sides, said) }
  const { origin, destination } = sides
  const silent = silence(said)
  if (origin === undefined || destination === undefined || silent !== null)
    return { ...about, ...nothingFound, outcome: 'one-sided', reason: silent }
  const gaps = gapsOf(cell, { origin, destination }, judging.terms)
  const shown = { ...about, gaps: gaps.gaps, eligibility: gaps.status }
  if (gaps.status === 'not-comparable') {
    const asymmetry = asymmetryOf(said, plain)
    return {
      ...{ ...nothingFound, ...shown, asymmetryPercent: asymmetry },
      ...{ outcome: 'not-comparable', reason: wordsOf(gaps) },
    }
  }
  const carried = carriedBy({ origin, destination }, gaps.status, judging.terms)
  const judged = judge(cell, { said, factors: carried.factors }, judging)
  const isFree = origin.confStatus === 'F' && destination.confStatus === 'F'
  return {
    ...{ ...nothingFound, ...shown, ...judged, rule: carried.rule },
    originHarmonised: times(said.origin.measured, carried.factors.origin),
    destinationHarmonised: times(said.destination.measured, carried.factors.destination),
    teaches: isFree && said.origin.exact && said.destination.exact,
  }
}

const plain: SideFactors = { origin: 1, destination: 1 }

const nothingFound = {
  ...{ originHarmonised: null, destinationHarmonised: null, rule: null, asymmetryPercent: null },
  ...{ eligibility: null, gaps: [], finding: null, reason: null },
  ...{ untested: null, unlockedBy: null, balanced: null },
  ...{ expectation: null, test: null, matters: false, weight: 0, teaches: false, causes: [] },
} as const

function toldOf({ origin, destination }: Sides, said: Record<keyof Sides, Said>) {
  const [originSays, destinationSays] = [valueOf(said.origin), valueOf(said.destination)]
  const hasBoth = originSays !== null && destinationSays !== null
  return {
    ...{ originSays, destinationSays },
    originInterval: said.origin.measured?.interval ?? null,
    destinationInterval: said.destination.measured?.interval ?? null,
    difference: hasBoth ? originSays - destinationSays : null,
    originStatus: origin?.obsStatus ?? null,
    destinationStatus: destination?.obsStatus ?? null,
    ...{ originParts: null, destinationParts: null },
    originPosition: origin?.position ?? null,
    destinationPosition: destination?.position ?? null,
  }
}

function valueOf({ measured }: Said): number | null {
  return measured?.value ?? null
}

function times(known: Measured | undefined, factor: number): number | null {
  const value = known?.value ?? null
  return value === null ? null : value * factor
}

function silence({ origin, destination }: Record<keyof Sides, Said>): string | null {
  const [noOrigin, noDestination] = [isSilent(origin), isSilent(destination)]
  if (noOrigin && noDestination) return 'neither side gives a figure'
  if (noOrigin) return 'the origin gives no figure'
  return noDestination ? 'the destination gives no figure' : null
}

/** A figure that nothing bounds says as little as none. */
export function isSilent({ measured }: Said): boolean {
  return measured === undefined || (measured.value === null && measured.interval.upper === Infinity)
}

/** How each side counts. */
export type Counting = Pick<CellStatement, 'definition' | 'classifications'>
type BothSides = Readonly<Record<keyof Sides, Counting>>
/** Whether two ways of counting can be compared, and in what they differ. */
export type Gaps = Omit<Eligibility, 'gaps'> & { readonly gaps: readonly Gap[] }

/** In what the two sides of a cell count differently. */
export function gapsOf(
  cell: Cell,
  { origin, destination }: BothSides,
  { rule }: ComparisonTerms,
): Gaps {
  const codes = codesOf(cell)
  const found = eligibility(
    {
      ...{ origin: origin.definition, destination: destination.definition },
      ...{ corridor: { origin: cell.origin, destination: cell.destination }, rule },
    },
    (codes['age'] ?? '_T') !== '_T',
  )
  const classified = Object.entries(codes).flatMap(([column, code]): Gap[] => {
    const by = [origin.classifications[column], destination.classifications[column]]
    if (code === '_T' || by[0] === by[1]) return []
    const text = `classification of ${column}: origin ${by[0] ?? 'none'}, destination ${by[1] ?? 'none'}`
    return [{ cause: 'CLASSIFICATION', text }]
  })
  if (classified.length === 0) return found
  return { ...found, status: 'not-comparable', gaps: [...found.gaps, ...classified] }
}

function wordsOf({ gaps, derived }: Gaps): string {
  const words = gaps.map(({ text }) => text)
  return (derived ? [...words, 'source: one figure is derived from its partner’s'] : words).join(
    '; ',
  )
}

interface Carried {
  readonly factors: SideFactors
  readonly rule: string | null
}

/** What harmonises both figures. Who counts alike needs nothing: their ratio stays what it is under any rule. */
export function carriedBy(
  { origin, destination }: BothSides,
  status: Gaps['status'],
  { rule }: ComparisonTerms,
): Carried {
  if (status !== 'adjustable' || rule === undefined) return { factors: plain, rule: null }
  const factorOf = ({ definition }: Counting): number =>
    harmonise(1, definition.minimumStay, rule)?.factor ?? 1
  const factors = { origin: factorOf(origin), destination: factorOf(destination) }
  return { factors, rule: `${rule.id} ${rule.version}` }
}

function judge(cell: Cell, { said, factors }: Harmonised, { terms, expect }: Judging) {
  const [origin, destination] = [said.origin.measured, said.destination.measured]
  const expected = expect(cell, factors)
  const test = testPair({
    ...{ origin, destination, expectation: expected.expectation },
    mostVariation: terms.mostVariation,
  })
  const nearest = nearestFigures(said, factors)
  const outcome: Outcome = percentOf(nearest) > terms.tolerancePercent ? 'outside' : 'within'
  const finding = findingOf(test, expected)
  const suspicion = test.status === 'tested' ? test.suspicion : 0
  const gap = test.status === 'tested' ? Math.abs(test.gap) : 0
  const floor = floorOf(terms, nearest.origin, nearest.destination)
  const apart = Math.abs(nearest.origin - nearest.destination)
  const untold = test.status === 'not-tested' ? test : { reason: null, unlockedBy: null }
  return {
    asymmetryPercent: asymmetryOf(said, factors),
    ...{ outcome, finding, untested: untold.reason, unlockedBy: untold.unlockedBy },
    expectation: usedOf(expected),
    balanced: balancedOf({ said, factors }, expected),
    test: isHidden(said) || test.status !== 'tested' ? null : testedOf(test),
    matters:
      (finding === 'suspect' && suspicion >= terms.level && gap >= floor) ||
      (finding === 'no-expectation' && outcome === 'outside' && apart >= floor),
    weight: suspicion * Math.sqrt(gap),
  }
}

function isHidden({ origin, destination }: Harmonised['said']): boolean {
  return valueOf(origin) === null || valueOf(destination) === null
}

function asymmetryOf(said: Harmonised['said'], factors: SideFactors): number | null {
  const origin = times(said.origin.measured, factors.origin)
  const destination = times(said.destination.measured, factors.destination)
  return origin === null || destination === null ? null : asymmetryPercent(origin, destination)
}

// Doubt never sets figures apart: of two intervals the ends that are nearest to each other are judged.
function nearestFigures({ origin, destination }: Harmonised['said'], factors: SideFactors) {
  const [e, i] = [origin.measured?.interval, destination.measured?.interval]
  const low = { e: (e?.lower ?? 0) * factors.origin, i: (i?.lower ?? 0) * factors.destination }
  const high = { e: (e?.upper ?? 0) * factors.origin, i: (i?.upper ?? 0) * factors.destination }
  if (low.e > high.i) return { origin: low.e, destination: high.i }
  if (low.i > high.e) return { origin: high.e, destination: low.i }
  const both = Math.max(low.e, low.i)
  return { origin: both, destination: both }
}

function percentOf({ origin, destination }: SideFactors): number {
  return asymmetryPercent(origin, destination)
}

// Beyond the tolerance of samples nothing is found, whatever is expected.
function findingOf(test: PairTest, { expectation, alarm }: Expected): Finding | null {
  switch (test.status) {
    case 'agrees-within-intervals':
      return 'agrees-within-intervals'
    case 'not-tested':
      return expectation.status === 'none' ? 'no-expectation' : null
    case 'tested':
      return test.p <= (alarm ?? 0) ? 'suspect' : 'as-expected'
  }
}

function usedOf({ version, expectation }: Expected): Pair['expectation'] {
  if (version === null || expectation.status === 'none') return null
  const { logRatio, variance, basis, periods } = expectation
  return { version, logRatio, variance, basis, periods }
}

function testedOf({ by, p, z, suspicion, gap }: Extract<PairTest, { status: 'tested' }>) {
  return { by, p, z, suspicion, gap }
}
