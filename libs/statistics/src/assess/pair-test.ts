// SPDX-License-Identifier: Apache-2.0
import { normalBeyond, twoSidedNormal } from '../metrics/normal'
import { betaBinomialP, type PairOfFigures } from '../metrics/pair-metrics'
import type { Expectation } from '../ratios/expectation'
import type { Measured } from './measured'

/** Two reported figures of one cell, and what is expected of them. */
export interface PairToTest {
  readonly origin: Measured | undefined
  readonly destination: Measured | undefined
  readonly expectation: Expectation
  /** The coefficient of variation above which the agreement makes no case of a sampled figure; no limit where left out. */
  readonly mostVariation?: number
}

/**
 * What a test says of a cell. Where a side is protected, everything but the status tells of its interval: the adversary is the partner,
 * which is shown none of it.
 */
export type PairTest =
  | { readonly status: 'not-tested'; readonly reason: string; readonly unlockedBy: string | null }
  /** Some figures inside both intervals have the expected ratio: no difference is shown. */
  | { readonly status: 'agrees-within-intervals' }
  | {
      readonly status: 'tested'
      readonly by: 'both-zero' | 'beta-binomial' | 'log-ratio'
      /** Two-sided, under the expected ratio. */
      readonly p: number
      /** S, from 0 to 1. */
      readonly suspicion: number
      /** E − ρI, in persons: by how much the origin counts more than is expected of it. */
      readonly gap: number
      /** The standard deviations of the log ratio from what is expected, sign kept. */
      readonly z: number
      /** The figures that were tested: the reported ones, or those nearest to agreement inside the intervals. */
      readonly figures: PairOfFigures
    }

/**
 * Tests the reported counts of a cell against the expected ratio. Two true zeros agree. Where the intervals
 * of the two sides, one scaled by ρ, overlap, nothing is shown to differ. Else p_bb with s² = the variance of the expectation and of
 * the samples; where s²p(1 − p) >= 1, which no beta has, a normal test of ln((E + ½)/(I + ½)) with s² + 1/(E + ½) + 1/(I + ½).
 * Intervals that do not overlap are tested at their nearest ends, so that doubt never makes a case.
 * @example testPair({ origin, destination, expectation }).status // 'tested'
 */
export function testPair(pair: PairToTest): PairTest {
  const { origin, destination, expectation, mostVariation = Infinity } = pair
  if (origin === undefined || destination === undefined)
    return untested(`${missingSide(origin, destination)} no figure`, 'that figure')
  if (isZero(origin) && isZero(destination))
    return {
      status: 'tested',
      by: 'both-zero',
      p: 1,
      suspicion: 0,
      gap: 0,
      z: 0,
      figures: { outflow: 0, inflow: 0 },
    }
  if (expectation.status === 'none') return untested(expectation.reason, expectation.unlockedBy)
  if (Math.max(origin.logVariance, destination.logVariance) > mostVariation ** 2)
    return untested('a side is a sample that is too uncertain to make a case of', null)
  const ratio = Math.exp(expectation.logRatio)
  const figures = nearest(origin, destination, ratio)
  if (figures === undefined) return { status: 'agrees-within-intervals' }
  return tested(figures, {
    ratio,
    variance: expectation.variance + origin.logVariance + destination.logVariance,
  })
}

/** S = min(1, −log10(p)/6): a p of one in a million and below is as suspect as can be. */
export function suspicionOf(p: number): number {
  return p <= 1e-6 ? 1 : Math.max(0, -Math.log10(p) / 6)
}

function untested(reason: string, unlockedBy: string | null): PairTest {
  return { status: 'not-tested', reason, unlockedBy }
}

function missingSide(origin: Measured | undefined, destination: Measured | undefined): string {
  if (origin === undefined && destination === undefined) return 'neither side gives'
  return origin === undefined ? 'the origin gives' : 'the destination gives'
}

function isZero({ interval }: Measured): boolean {
  return interval.lower === 0 && interval.upper === 0
}

function isExact({ interval }: Measured): boolean {
  return interval.lower === interval.upper
}

/** The figures of both sides nearest to the expected ratio; undefined where intervals overlap. */
function nearest(
  origin: Measured,
  destination: Measured,
  ratio: number,
): PairOfFigures | undefined {
  const [outflow, inflow] = [origin.interval, destination.interval]
  if (isExact(origin) && isExact(destination))
    return { outflow: Math.round(outflow.lower), inflow: Math.round(inflow.lower) }
  if (outflow.lower > ratio * inflow.upper)
    return { outflow: Math.floor(outflow.lower), inflow: Math.ceil(inflow.upper) }
  if (outflow.upper < ratio * inflow.lower)
    return { outflow: Math.ceil(outflow.upper), inflow: Math.floor(inflow.lower) }
  return undefined
}

function tested(
  figures: PairOfFigures,
  { ratio, variance }: { readonly ratio: number; readonly variance: number },
): PairTest {
  const { outflow, inflow } = figures
  const noise = 1 / (outflow + 0.5) + 1 / (inflow + 0.5)
  const off = Math.log((outflow + 0.5) / (inflow + 0.5)) - Math.log(ratio)
  const z = off / Math.sqrt(variance + noise)
  const exact = betaBinomialP(figures, ratio, Math.sqrt(variance))
  const p = exact ?? twoSidedNormal(z)
  return {
    status: 'tested',
    by: exact === undefined ? 'log-ratio' : 'beta-binomial',
    p,
    suspicion: suspicionOf(p),
    gap: outflow - ratio * inflow,
    z,
    figures,
  }
}

/** The interval in which the log ratio of a new period is expected, without what chance adds: ln ρ ± z·s at a level of confidence. */
export function expectedInterval(
  { logRatio, variance }: Extract<Expectation, { status: 'expected' }>,
  level: number,
): { readonly lower: number; readonly upper: number } {
  const reach = normalBeyond(1 - level) * Math.sqrt(variance)
  return { lower: Math.exp(logRatio - reach), upper: Math.exp(logRatio + reach) }
}
