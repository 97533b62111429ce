// SPDX-License-Identifier: Apache-2.0
import type { Interval } from '../grid/amount'
import { rangeOf, tailsOf, type CountLaw } from './count-tails'
import { meanOf, varianceOf, type LearntPassing } from './learn-passing'
import type { PassingOn } from './stage'

/** What a figure was held against: the parties' declaration alone, or history besides; for a stock what is there. */
export type CheckBasis = 'declared' | 'learnt' | 'stock'

/** Why nothing is expected of a figure. */
export type NoRange =
  'figure-missing' | 'stage-before-missing' | 'stock-missing' | 'opening-missing'

/** One stage in one period, or over a year, held against what its order allows. */
export interface StageCheck {
  readonly stage: string
  /** The stage that it follows; of a stock, the stage that enters it. */
  readonly after: string
  /** The place of the period; of a year, its last. */
  readonly period: number
  readonly check: 'period' | 'year' | 'stock'
  readonly outcome: 'in-range' | 'above' | 'below' | 'no-expectation'
  readonly why: NoRange | null
  /** What was said, and what is expected at the level, in persons. */
  readonly said: Interval | null
  readonly range: Interval | null
  /** The smaller of the p-values, null where no chance enters. */
  readonly p: number | null
  readonly basis: CheckBasis
}

/** A figure, and those of the stage before it 0, 1, 2 … periods earlier: of several periods where a year is looked at. Persons. */
export interface StageTerms {
  readonly said: Interval
  readonly before: readonly (readonly Interval[])[]
}

/** What was found of a figure. */
export type Judged = Pick<StageCheck, 'outcome' | 'said' | 'range' | 'p' | 'basis'>

/**
 * Holds a figure, or the sum of a year, against what goes on from the stage before. Two ranges, each at the level:
 *   declared  the mean lies between least·Λ and most·Λ with Λ = Σ_t Σ_k w_k·x_{t−k}; beyond them only chance (Poisson)
 *   learnt    the mean is M = Σ_t Σ_k β_k·x_{t−k}, with the variance of `varianceOf` and XᵀCX for the doubt about β,
 *             times f/(f − 2), the variance of Student's law, because the spread is itself learnt from so few periods
 * w is the lag learnt from history where there is one, the declared one otherwise. The figure is outside where the smaller tail of either,
 * doubled, is at most the level. What is known only as an interval is taken at its mildest end, so nothing inside bounds is flagged.
 * Persons. The chance of a false alarm is at most the level where the take-up lies inside what was declared, and up to half of it more where
 * it lies on an end.
 * @example judgeStage({ said: known(90), before: [[known(60)]] }, { declared }, 0.01).outcome // 'above'
 */
export function judgeStage(
  terms: StageTerms,
  by: { readonly declared: PassingOn; readonly learnt?: LearntPassing | undefined },
  level: number,
): Judged {
  const { declared, learnt } = by
  const [fewest, most] = [endOf(terms.before, 'lower'), endOf(terms.before, 'upper')]
  const lag = lagOf(declared, learnt)
  const low = poisson(declared.takeUp.lower * totalOf(fewest, lag))
  const high = poisson(declared.takeUp.upper * totalOf(most, lag))
  const laws: Bound[] = [{ low, high }]
  if (learnt !== undefined) laws.push({ low: lawOf(fewest, learnt), high: lawOf(most, learnt) })
  const tails = laws.map((law) => tailsIn(terms.said, law))
  const above = Math.min(...tails.map((one) => one.above))
  const below = Math.min(...tails.map((one) => one.below))
  const p = Math.min(1, 2 * Math.min(above, below))
  const outside = above < below ? 'above' : 'below'
  return {
    outcome: p > level ? 'in-range' : outside,
    said: terms.said,
    range: rangeIn(laws, level),
    p,
    basis: learnt === undefined ? 'declared' : 'learnt',
  }
}

interface Bound {
  readonly low: CountLaw
  readonly high: CountLaw
}

function lagOf(declared: PassingOn, learnt: LearntPassing | undefined): readonly number[] {
  if (learnt === undefined || learnt.takeUp <= 0) return declared.lag
  return learnt.shares.map((share) => share / learnt.takeUp)
}

function endOf(before: StageTerms['before'], end: keyof Interval): readonly (readonly number[])[] {
  return before.map((lags) => lags.map((one) => one[end]))
}

function totalOf(before: readonly (readonly number[])[], shares: readonly number[]): number {
  return before.reduce((sum, lags) => sum + meanOf(lags, shares), 0)
}

const poisson = (mean: number): CountLaw => ({ mean, variance: mean })

function lawOf(before: readonly (readonly number[])[], learnt: LearntPassing): CountLaw {
  const { shares, spread, covariance, freedom } = learnt
  const sums = shares.map((_, k) => before.reduce((sum, lags) => sum + (lags[k] ?? 0), 0))
  const doubt = sums.reduce((all, x, k) => all + x * meanOf(sums, covariance[k] ?? []), 0)
  return {
    mean: totalOf(before, shares),
    variance: (varianceOf(before, { shares, spread }) + doubt) * (freedom / (freedom - 2)),
  }
}

function tailsIn({ lower, upper }: Interval, { low, high }: Bound) {
  return {
    above: Number.isFinite(high.mean) ? tailsOf(Math.ceil(lower), high).atLeast : 1,
    below: Number.isFinite(upper) ? tailsOf(Math.floor(upper), low).atMost : 1,
  }
}

// What both ranges allow; where they have nothing in common, the declared one.
function rangeIn(laws: readonly Bound[], level: number): Interval {
  const ranges = laws.map(({ low, high }) => ({
    lower: rangeOf(low, level).lower,
    upper: Number.isFinite(high.mean) ? rangeOf(high, level).upper : Infinity,
  }))
  const lower = Math.max(...ranges.map((one) => one.lower))
  const upper = Math.min(...ranges.map((one) => one.upper))
  return lower <= upper ? { lower, upper } : (ranges[0] ?? { lower, upper })
}
