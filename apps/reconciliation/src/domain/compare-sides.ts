// SPDX-License-Identifier: Apache-2.0
import { asymmetryPercent, testPair, type Measured, type PairTest } from '@corridor/statistics'
import type { Cell, CellStatement } from './cell'
import { carriedBy, gapsOf, unharmonised, wordsOf, type Carried, type Gaps } from './counting'
import type { Expect, Expected, SideFactors } from './expected'
import type { Finding, Outcome, Pair } from './pair'
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
  const { origin, destination } = sides
  const silent = silence(said)
  if (origin === undefined || destination === undefined || silent !== null)
    return pairOf(cell, { sides, said }, { ...nothingFound, outcome: 'one-sided', reason: silent })
  const gaps = gapsOf(cell, { origin, destination }, judging.terms)
  if (gaps.status === 'not-comparable')
    return pairOf(
      cell,
      { sides, said },
      {
        ...nothingFound,
        outcome: 'not-comparable',
        reason: wordsOf(gaps),
        gaps: gaps.gaps,
        eligibility: gaps.status,
        asymmetryPercent: asymmetryOf(said, unharmonised),
      },
    )
  const carried = carriedBy({ origin, destination }, gaps.status, judging.terms)
  return pairOf(cell, { sides, said }, judge(cell, { said, carried, gaps }, judging))
}

/** What a comparison comes to, beside what both sides say. */
type Found = Pick<
  Pair,
  | 'originHarmonised'
  | 'destinationHarmonised'
  | 'rule'
  | 'asymmetryPercent'
  | 'outcome'
  | 'eligibility'
  | 'gaps'
  | 'finding'
  | 'reason'
  | 'untested'
  | 'unlockedBy'
  | 'expectation'
  | 'test'
  | 'balanced'
  | 'matters'
  | 'weight'
>

const nothingFound = {
  ...{ originHarmonised: null, destinationHarmonised: null, rule: null, asymmetryPercent: null },
  ...{ eligibility: null, gaps: [], finding: null, reason: null },
  ...{ untested: null, unlockedBy: null, balanced: null },
  ...{ expectation: null, test: null, matters: false, weight: 0 },
} as const

// One literal with every field: built of spreads, a message of 5,000 cells took five times as long.
function pairOf(
  cell: Cell,
  { sides, said }: { readonly sides: Sides; readonly said: Harmonised['said'] },
  found: Found,
): Pair {
  const { origin, destination } = sides
  const [originSays, destinationSays] = [valueOf(said.origin), valueOf(said.destination)]
  const hasBoth = originSays !== null && destinationSays !== null
  return {
    contract: cell.contract,
    origin: cell.origin,
    destination: cell.destination,
    period: cell.period,
    breakdown: cell.breakdown,
    originSays,
    destinationSays,
    originInterval: said.origin.measured?.interval ?? null,
    destinationInterval: said.destination.measured?.interval ?? null,
    originHarmonised: found.originHarmonised,
    destinationHarmonised: found.destinationHarmonised,
    rule: found.rule,
    difference: hasBoth ? originSays - destinationSays : null,
    asymmetryPercent: found.asymmetryPercent,
    outcome: found.outcome,
    eligibility: found.eligibility,
    gaps: found.gaps,
    finding: found.finding,
    reason: found.reason,
    untested: found.untested,
    unlockedBy: found.unlockedBy,
    expectation: found.expectation,
    test: found.test,
    balanced: found.balanced,
    matters: found.matters,
    weight: found.weight,
    teaches: teaches(sides, said, found),
    causes: [],
    originStatus: origin?.obsStatus ?? null,
    destinationStatus: destination?.obsStatus ?? null,
    originParts: origin?.parts?.text ?? null,
    destinationParts: destination?.parts?.text ?? null,
    originPosition: origin?.position ?? null,
    destinationPosition: destination?.position ?? null,
  }
}

// What is not free, not exact, told under protection, or was not compared teaches nothing.
function teaches({ origin, destination }: Sides, said: Harmonised['said'], found: Found): boolean {
  const isFree = isPublished(origin) && isPublished(destination)
  const isJudged = found.outcome === 'within' || found.outcome === 'outside'
  return isJudged && isFree && said.origin.exact && said.destination.exact
}

function isPublished(statement: CellStatement | undefined): boolean {
  return statement?.confStatus === 'F' && statement.toldTo === null
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

interface ToJudge {
  readonly said: Harmonised['said']
  readonly carried: Carried
  readonly gaps: Gaps
}

function judge(cell: Cell, { said, carried, gaps }: ToJudge, { terms, expect }: Judging): Found {
  const [origin, destination] = [said.origin.measured, said.destination.measured]
  const { factors, rule } = carried
  const expected = expect(cell, factors)
  const { expectation } = expected
  const { mostVariation } = terms
  const test = testPair({ origin, destination, expectation, mostVariation })
  const nearest = nearestFigures(said, factors)
  const outcome: Outcome = percentOf(nearest) > terms.tolerancePercent ? 'outside' : 'within'
  const finding = findingOf(test, expected)
  const suspicion = test.status === 'tested' ? test.suspicion : 0
  const gap = test.status === 'tested' ? Math.abs(test.gap) : 0
  const floor = floorOf(terms, nearest.origin, nearest.destination)
  const apart = Math.abs(nearest.origin - nearest.destination)
  return {
    originHarmonised: times(origin, factors.origin),
    destinationHarmonised: times(destination, factors.destination),
    rule,
    asymmetryPercent: asymmetryOf(said, factors),
    outcome,
    eligibility: gaps.status,
    gaps: gaps.gaps,
    finding,
    reason: null,
    untested: test.status === 'not-tested' ? test.reason : null,
    unlockedBy: test.status === 'not-tested' ? test.unlockedBy : null,
    expectation: usedOf(expected),
    test: isHidden(said) || test.status !== 'tested' ? null : testedOf(test),
    balanced: balancedOf({ said, factors }, expected),
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
