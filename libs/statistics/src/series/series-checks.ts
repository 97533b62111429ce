// SPDX-License-Identifier: Apache-2.0
import { median } from '../indices/quantile'

/** A corridor's figures in one period, in persons. */
export interface SeriesPoint {
  readonly period: string
  readonly outflow: number
  readonly inflow: number
}

/** What the series is held against: the expected log ratio of E to I and s_w². */
export interface SeriesExpectation {
  readonly logRatio: number
  readonly withinVariance: number
}

/** What a series shows between its periods. */
export type SeriesFinding =
  | {
      /** One period apart from those before and after it. */
      readonly kind: 'jump'
      readonly period: string
      readonly side: 'origin' | 'destination'
      readonly factor: number
      readonly z: number
      /** False where there is no later period yet: it may turn out a break. */
      readonly returned: boolean
    }
  | {
      /** Another level from this period on. */
      readonly kind: 'break'
      readonly period: string
      readonly side: 'origin' | 'destination'
      readonly factor: number
      readonly z: number
    }
  | {
      /** What one side counts in a period, the other counts in the next: the two differences cancel. */
      readonly kind: 'timing-shift'
      readonly period: string
      readonly next: string
      readonly persons: number
    }

/** The least z of a jump or a break, and the least move, as a factor. */
const [leastZ, leastMove] = [3, Math.log(1.25)]
/** What may be left of two differences that cancel, as a share of both. */
const leftOver = 0.25

/**
 * Jumps, breaks and timing shifts of a corridor's ratio over periods in their order. A break is the split in two runs of two periods
 * and more whose mean log ratios lie furthest apart, beyond three of its standard errors; a jump is one period that far from the
 * median of the others, in a series without a break; a timing shift is two neighbouring differences E − ρI of opposite sign, each beyond
 * one standard deviation, of which less than a quarter is left together. The side that moved is the one whose own figures did.
 * Each needs three periods, a break four. Persons; log ratios of ((E + ½)/(I + ½)).
 * @example seriesChecks(points, { logRatio: 0, withinVariance: 0.04 })
 */
export function seriesChecks(
  points: readonly SeriesPoint[],
  expected: SeriesExpectation,
): readonly SeriesFinding[] {
  if (points.length < 3) return []
  const offs = points.map((point) => offOf(point, expected))
  const shifts = timingShifts(points, offs, expected)
  const broken = breakOf(points, offs)
  if (broken !== undefined) return [...shifts, broken]
  const shifted = new Set(
    shifts.flatMap((one) => (one.kind === 'timing-shift' ? [one.period, one.next] : [])),
  )
  const jumps = jumpsOf(points, offs).filter(({ period }) => !shifted.has(period))
  return [...shifts, ...jumps]
}

/** How far a period's log ratio lies from what is expected, and its standard deviation. */
interface Off {
  readonly off: number
  readonly deviation: number
}

function offOf({ outflow, inflow }: SeriesPoint, expected: SeriesExpectation): Off {
  return {
    off: Math.log((outflow + 0.5) / (inflow + 0.5)) - expected.logRatio,
    deviation: Math.sqrt(expected.withinVariance + 1 / (outflow + 0.5) + 1 / (inflow + 0.5)),
  }
}

function timingShifts(
  points: readonly SeriesPoint[],
  offs: readonly Off[],
  { logRatio }: SeriesExpectation,
): readonly SeriesFinding[] {
  const gapOf = ({ outflow, inflow }: SeriesPoint) => outflow - Math.exp(logRatio) * inflow
  return points.flatMap((point, place) => {
    const next = points[place + 1]
    const [own, after] = [offs[place], offs[place + 1]]
    if (next === undefined || own === undefined || after === undefined) return []
    const [one, other] = [gapOf(point), gapOf(next)]
    const both = Math.abs(one) + Math.abs(other)
    const cancels = Math.sign(one) === -Math.sign(other) && Math.abs(one + other) < leftOver * both
    const shown = [own, after].every(({ off, deviation }) => Math.abs(off) > deviation)
    if (!cancels || !shown) return []
    return [{ kind: 'timing-shift', period: point.period, next: next.period, persons: both / 2 }]
  })
}

function breakOf(points: readonly SeriesPoint[], offs: readonly Off[]): SeriesFinding | undefined {
  const splits = points.flatMap((point, place) => {
    if (place < 2 || points.length - place < 2) return []
    const [before, after] = [offs.slice(0, place), offs.slice(place)]
    const move = mean(after.map(({ off }) => off)) - mean(before.map(({ off }) => off))
    const error = Math.sqrt(
      mean(before.map(({ deviation }) => deviation ** 2)) / before.length +
        mean(after.map(({ deviation }) => deviation ** 2)) / after.length,
    )
    // A run that does not keep its own level is no level.
    const kept = [before, after].every((run) => spreadOf(run) < Math.abs(move))
    return kept ? [{ period: point.period, place, move, z: move / error }] : []
  })
  const [widest] = splits.toSorted((one, other) => Math.abs(other.z) - Math.abs(one.z))
  if (widest === undefined || Math.abs(widest.z) < leastZ || Math.abs(widest.move) < leastMove)
    return undefined
  const { period, place, move, z } = widest
  const side = movedSide(points.slice(0, place), points.slice(place))
  return { kind: 'break', period, side, factor: Math.exp(side === 'origin' ? move : -move), z }
}

function jumpsOf(
  points: readonly SeriesPoint[],
  offs: readonly Off[],
): readonly Extract<SeriesFinding, { kind: 'jump' }>[] {
  return points.flatMap((point, place) => {
    const own = offs[place]
    if (own === undefined) return []
    const others = offs.filter((_, at) => at !== place)
    const move = own.off - median(others.map(({ off }) => off))
    const z = move / own.deviation
    if (Math.abs(z) < leastZ || Math.abs(move) < leastMove) return []
    const side = movedSide(
      points.filter((_, at) => at !== place),
      [point],
    )
    const factor = Math.exp(side === 'origin' ? move : -move)
    const returned = place < points.length - 1
    return [{ kind: 'jump', period: point.period, side, factor, z, returned }]
  })
}

function movedSide(
  before: readonly SeriesPoint[],
  after: readonly SeriesPoint[],
): 'origin' | 'destination' {
  const moveOf = (figure: (point: SeriesPoint) => number) =>
    Math.abs(
      median(after.map((point) => Math.log(figure(point) + 0.5))) -
        median(before.map((point) => Math.log(figure(point) + 0.5))),
    )
  return moveOf(({ outflow }) => outflow) >= moveOf(({ inflow }) => inflow)
    ? 'origin'
    : 'destination'
}

function spreadOf(run: readonly Off[]): number {
  const values = run.map(({ off }) => off)
  return Math.max(...values) - Math.min(...values)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
