// SPDX-License-Identifier: Apache-2.0
import { groupBy } from '../group-by'
import { corridorKey, type MirrorPair } from './mirror-pair'

/** What a corridor's earlier periods say: how far its log ratio lies from what the factors expect, and how much it moves. */
export interface CorridorHistory {
  readonly origin: string
  readonly destination: string
  /** Periods with a log ratio on both sides. */
  readonly periods: number
  /** The mean of ln(E/I) less what the factors expect; of ln(E/I) itself where they expect nothing. */
  readonly meanResidual: number
  /** Whether the factors expect anything. */
  readonly fromFactors: boolean
  /** s_w², how the log ratio moves from period to period beyond chance, shrunk towards its kind. */
  readonly withinVariance: number
  /** The mean of 1/E + 1/I over the periods: what chance adds to each. */
  readonly chance: number
  readonly kind: string
}

/** How corridors move: each of them, each kind, and what is taken where there is none. */
export interface Spreads {
  readonly corridors: ReadonlyMap<string, CorridorHistory>
  readonly kinds: ReadonlyMap<string, number>
  readonly overall: number
  /** ν, how many periods the spread of a kind is worth against a corridor's own. */
  readonly priorPeriods: number
  /** s_b², how corridors lie apart after the factors. */
  readonly between: number
}

/** A corridor as its kind is told from: the mean of its figures is its size, in persons. */
export interface CorridorSize {
  readonly origin: string
  readonly destination: string
  readonly meanPersons: number
}

/** What the spreads are worked out with. */
export interface SpreadOptions {
  readonly kindOf: (corridor: CorridorSize) => string
  /** How many factors were fitted to the corridors: as many mean residuals are no witnesses of s_b. None where it is left out. */
  readonly fitted?: number
  /** How many periods the spread of a kind is worth against a corridor's own; worked out where it is left out. */
  readonly priorPeriods?: number
}

/** Where nothing is known: s_w 0.33 and s_b 0.40, as the flows of 2010 to 2019 that Eurostat published have them. */
export const startWithin = 0.33 ** 2
const startBetween = 0.4 ** 2
/** The least s_w², that of the steadiest corridors there are: 0.05. */
const leastWithin = 0.05 ** 2
/** A kind with fewer degrees of freedom takes the spread of all corridors. */
const leastFreedom = 10

/** The kind of a corridor by its size alone: below 30 persons, below 300, or larger. */
export function kindBySize({ meanPersons }: CorridorSize): string {
  if (meanPersons < 30) return 'below 30'
  return meanPersons < 300 ? '30 to 300' : '300 and more'
}

/** A corridor's residuals before they are shrunk. */
interface Moves {
  readonly corridor: CorridorSize
  readonly kind: string
  readonly periods: number
  readonly mean: number
  readonly fromFactors: boolean
  /** Σ(e − mean)², less what chance gives of it. */
  readonly squares: number
  /** The mean of 1/E + 1/I. */
  readonly noise: number
}

/**
 * The spread of each corridor's log ratio over periods. s_w² = (ν·s_kind² + Σ(e − ē)² − (n − 1)·mean(1/E + 1/I))/(ν + n − 1): a
 * corridor's own, shrunk to that of its kind as if that were ν more periods. One value for all would raise 14 % false alarms at a
 * nominal 5 %: steady corridors are steadier than that, the others less so. s_b² by moments of the mean residuals.
 * ν by credibility (Bühlmann 1967): 2(1 + q)/q where q is by how much corridors of a kind differ in s_w², as a squared coefficient of
 * variation beyond what so few periods give; where they do not differ, a thousand.
 * Log units squared.
 * @example spreadsOf(pairs, () => 0, { kindOf: kindBySize }).between
 */
export function spreadsOf(
  pairs: readonly MirrorPair[],
  expectedOf: (pair: MirrorPair) => number | undefined,
  { kindOf, priorPeriods: given, fitted = 0 }: SpreadOptions,
): Spreads {
  const positive = pairs.filter(({ outflow, inflow }) => outflow > 0 && inflow > 0)
  const moves = [...groupBy(positive, corridorKey)].flatMap(([key, same]) => {
    const [first] = same
    return first === undefined ? [] : [[key, movesOf(same, expectedOf(first), kindOf)] as const]
  })
  const all = moves.map(([, move]) => move)
  const overall = pooledWithin(all) ?? startWithin
  const kinds = new Map(
    [...groupBy(all, ({ kind }) => kind)].map(([kind, same]) => [
      kind,
      pooledWithin(same) ?? overall,
    ]),
  )
  const priorPeriods = given ?? worthOf(all, (kind) => kinds.get(kind) ?? overall)
  const corridors = new Map(
    moves.map(([key, { corridor, kind, periods, mean, fromFactors, squares, noise }]) => {
      const ofKind = kinds.get(kind) ?? overall
      const shrunk = (priorPeriods * ofKind + squares) / (priorPeriods + periods - 1)
      const { origin, destination } = corridor
      const withinVariance = Math.max(leastWithin, shrunk)
      const about = { origin, destination, periods, meanResidual: mean, fromFactors }
      return [key, { ...about, withinVariance, chance: noise, kind }]
    }),
  )
  return { corridors, kinds, overall, priorPeriods, between: betweenOf(all, overall, fitted) }
}

function movesOf(
  pairs: readonly MirrorPair[],
  expected: number | undefined,
  kindOf: SpreadOptions['kindOf'],
): Moves {
  const residuals = pairs.map(({ outflow, inflow }) => Math.log(outflow / inflow) - (expected ?? 0))
  const mean = average(residuals)
  const noise = average(pairs.map(({ outflow, inflow }) => 1 / outflow + 1 / inflow))
  const squares = residuals.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const [{ origin, destination } = { origin: '', destination: '' }] = pairs
  const meanPersons = average(pairs.map(({ outflow, inflow }) => (outflow + inflow) / 2))
  const corridor = { origin, destination, meanPersons }
  return {
    corridor,
    kind: kindOf(corridor),
    periods: pairs.length,
    mean,
    fromFactors: expected !== undefined,
    squares: squares - (pairs.length - 1) * noise,
    noise,
  }
}

function pooledWithin(moves: readonly Moves[]): number | undefined {
  const freedom = moves.reduce((sum, { periods }) => sum + periods - 1, 0)
  if (freedom < leastFreedom) return undefined
  const squares = moves.reduce((sum, one) => sum + one.squares, 0)
  return Math.max(leastWithin, squares / freedom)
}

/** What ν is where too little is known of how corridors differ, and the bounds that it is kept in. */
const startWorth = 4
const [leastWorth, mostWorth] = [2, 1000]

function worthOf(moves: readonly Moves[], withinOf: (kind: string) => number): number {
  const seen = moves.filter(({ periods }) => periods > 1)
  if (seen.length < leastFreedom) return startWorth
  const parts = seen.map(({ kind, periods, squares, noise }) => {
    const within = withinOf(kind)
    const freedom = periods - 1
    const byChance = (2 / freedom) * ((within + noise) / within) ** 2
    return { off: (squares / freedom / within - 1) ** 2, byChance }
  })
  const byChance = average(parts.map((part) => part.byChance))
  const differ = (average(parts.map(({ off }) => off)) - byChance) / (1 + byChance)
  if (differ <= 0) return mostWorth
  return Math.min(mostWorth, Math.max(leastWorth, (2 * (1 + differ)) / differ))
}

// The mean residuals of corridors spread by s_b² and by what a few periods leave of s_w² and of chance.
function betweenOf(moves: readonly Moves[], within: number, fitted: number): number {
  const known = moves.filter(({ fromFactors }) => fromFactors)
  const freedom = known.length - fitted
  if (freedom < leastFreedom) return startBetween
  const squares = known.reduce((sum, { mean }) => sum + mean ** 2, 0)
  const left = average(known.map(({ periods, noise }) => (within + noise) / periods))
  return Math.max(leastWithin, squares / freedom - left)
}

function average(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
