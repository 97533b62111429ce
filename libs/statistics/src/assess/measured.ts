// SPDX-License-Identifier: Apache-2.0
import type { Amount, Interval } from '../grid/amount'
import { normalBeyond } from '../metrics/normal'

/** What is known of one side's figure, as its sender or its protection leaves it. Persons. */
export type ReportedFigure =
  | {
      readonly status: 'value'
      readonly value: number
      /** Rounded to multiples of a base: to the nearest, or up or down by chance. */
      readonly rounding?: { readonly base: number; readonly method: 'nearest' | 'random' }
      /** The most that the cell-key method may have added or taken away. */
      readonly noise?: number
      /** The standard error of a sample. */
      readonly standardError?: number
    }
  | { readonly status: 'suppressed'; readonly as: Suppressed }
  | { readonly status: 'missing' }

/** How a figure is hidden. Never told to a receiver: only its interval is. */
export type Suppressed =
  | { readonly kind: 'primary'; readonly threshold: number; readonly zerosHidden: boolean }
  | { readonly kind: 'secondary'; readonly feasible: Interval }
  | { readonly kind: 'below-total'; readonly total: number; readonly knownParts: number }
  | { readonly kind: 'unknown' }

/** A figure as a comparison takes it. */
export interface Measured {
  /** The figure itself, null where only the interval is known. */
  readonly value: number | null
  readonly interval: Interval
  /** The variance that a sample or a guess adds to the log of the figure; 0 for a count. */
  readonly logVariance: number
}

/** How many standard errors a sampling interval reaches: 95 %. */
const samplingReach = normalBeyond(0.05)

/**
 * The interval in which a side's figure lies: suppressed first of all [1, threshold], or from 0 where zeros
 * are hidden too; suppressed for others' sake what the released totals allow, else [0, total − known parts]; unknown [0, ∞); rounded
 * to base b by chance ± (b − 1), to the nearest ± b/2; cell key ± D; sampled ± 1.96 standard errors. None reaches below 0.
 * Undefined for a missing figure: that is no interval.
 * @example measured({ status: 'value', value: 15, rounding: { base: 5, method: 'nearest' } })?.interval // { lower: 13, upper: 17 }
 */
export function measured(figure: ReportedFigure): Measured | undefined {
  switch (figure.status) {
    case 'missing':
      return undefined
    case 'suppressed':
      return { value: null, interval: hiddenIn(figure.as), logVariance: 0 }
    case 'value':
      return aroundValue(figure)
  }
}

/**
 * A block of a grid as a comparison takes it. One that was allocated reaches 1.96 standard deviations around its value, as far as its
 * certain bounds let it; its variance counts like that of a sample.
 * @example measuredAmount(exactly(7)) // { value: 7, interval: { lower: 7, upper: 7 }, logVariance: 0 }
 */
export function measuredAmount({ value, lower, upper, variance }: Amount): Measured {
  if (value === null || variance === 0) return { value, interval: { lower, upper }, logVariance: 0 }
  const reach = samplingReach * Math.sqrt(variance)
  return {
    value,
    interval: { lower: Math.max(lower, value - reach), upper: Math.min(upper, value + reach) },
    logVariance: value === 0 ? 0 : variance / value ** 2,
  }
}

function hiddenIn(as: Suppressed): Interval {
  switch (as.kind) {
    case 'primary':
      return { lower: as.zerosHidden ? 0 : 1, upper: as.threshold }
    case 'secondary':
      return as.feasible
    case 'below-total':
      return { lower: 0, upper: Math.max(0, as.total - as.knownParts) }
    case 'unknown':
      return { lower: 0, upper: Infinity }
  }
}

function aroundValue({
  value,
  rounding,
  noise = 0,
  standardError = 0,
}: Extract<ReportedFigure, { status: 'value' }>): Measured {
  const sampled = samplingReach * standardError
  const reach = roundedBy(rounding) + noise + sampled
  const whole = sampled === 0 ? { up: Math.floor, down: Math.ceil } : { up: keep, down: keep }
  return {
    value,
    interval: {
      lower: Math.max(0, whole.down(value - reach)),
      upper: whole.up(value + reach),
    },
    logVariance: value === 0 ? 0 : (standardError / value) ** 2,
  }
}

const keep = (bound: number): number => bound

function roundedBy(rounding: { base: number; method: 'nearest' | 'random' } | undefined): number {
  if (rounding === undefined) return 0
  return rounding.method === 'random' ? rounding.base - 1 : rounding.base / 2
}
