// SPDX-License-Identifier: Apache-2.0
import { betaAtLeast } from '../metrics/beta-tail'
import { normalBeyond } from '../metrics/normal'
import type { Expectation } from '../ratios/expectation'

/**
 * Between which shares of the origin in both sides' figures no alarm is raised: with n = E + I, a pair with
 * lower·(n + 2h) < E + h < upper·(n + 2h) has a p-value above the alarm. Shares are widened by `largeMargin` where n > `exactUpTo`.
 */
export interface Band {
  readonly lower: number
  readonly upper: number
  /** h: what is added to both figures before; a half where the log ratio is tested, else 0. */
  readonly half: number
}

/** Up to so many persons the p-value is of the figures as they are; beyond, of figures that are scaled down to as many and rounded. */
export const exactUpTo = 200_000
/** By how much rounding of scaled figures can move a share at most: 1.5/(200,000 − 1), rounded up. */
export const largeMargin = 1e-5

/** An alarm below this is told apart from it by no p-value: what lies further out may be 0 in double precision. */
const leastAlarm = 1e-290

/**
 * A first sieve that loses no alarm: the band of shares in which `testPair` of two counts cannot give p <= alarm.
 *
 * Why it loses none. θ ~ Beta(α, β) is the share that the exact test mixes over, X|θ ~ Bin(n, θ), and p = min(1, 2·min(P(X <= E), P(X >= E))).
 * For θ = E/n the mean of X is the whole number E, and so is its median (Kaas and Buhrman 1980, Statistica Neerlandica 34:13-18), so
 * P(X >= E | θ) >= 1/2 there, and for every larger θ, for it rises with θ. So P(X >= E) >= P(θ >= E/n)/2, likewise below, and
 * p >= min(P(θ >= E/n), P(θ <= E/n)). Both fall short of the alarm only outside the shares given here, because a tail of θ falls
 * as its share moves out and at the edge it is bounded from below by more than the alarm (`betaAtLeast`).
 * Of more than 200,000 persons the test scales both figures down to n' and rounds: |E'/n' − E/n| <= 1.5/199,999 < `largeMargin`.
 * Where no beta has the spread (s²p(1 − p) >= 1), z = ln((E + ½)/(I + ½)) − ln ρ over √(s² + 1/(E + ½) + 1/(I + ½)): without what chance
 * adds, |z| is larger, so a pair inside ±z·s is inside for the test as well.
 *
 * The band is as wide as the beta alone is: what chance adds to small counts is left to the exact test, so a pair outside is not yet
 * an alarm. Errors: a RangeError for an alarm outside 0 to 1.
 * @example alarmBand({ logRatio: 0, variance: 0.09 }, 0.05) // shares from 0.36 to 0.64
 */
export function alarmBand(
  {
    logRatio,
    variance,
  }: Pick<Extract<Expectation, { status: 'expected' }>, 'logRatio' | 'variance'>,
  alarm: number,
): Band {
  if (!(alarm >= 0 && alarm < 1)) throw new RangeError(`could not sieve: ${alarm} is no alarm`)
  const least = Math.max(alarm, leastAlarm)
  const chance = Math.exp(logRatio) / (1 + Math.exp(logRatio))
  const share = Math.sqrt(variance) ** 2 * chance * (1 - chance)
  // A spread of nothing leaves nothing to mix over: every pair is left to the test.
  if (share === 0) return { lower: 1, upper: 0, half: 0 }
  if (share >= 1) return logBand(logRatio, normalBeyond(least) * Math.sqrt(variance))
  const k = 1 / share - 1
  const [alpha, beta] = [chance * k, (1 - chance) * k]
  return {
    lower: 1 - furthest(1 - chance, (x) => betaAtLeast(x, { alpha: beta, beta: alpha }) > least),
    upper: furthest(chance, (x) => betaAtLeast(x, { alpha, beta }) > least),
    half: 0,
  }
}

// A billionth of the way is taken off for rounding in the test's own arithmetic.
function logBand(logRatio: number, reach: number): Band {
  const shareAt = (log: number) => 1 / (1 + Math.exp(-log))
  const inside = reach * (1 - 1e-9)
  return { lower: shareAt(logRatio - inside), upper: shareAt(logRatio + inside), half: 0.5 }
}

/** Halvings: an edge that lies a little further in than it might costs a few tests more, and never an alarm. */
const halvings = 12

/** A share above the mean at which it is still so, near the largest; 0 where it is not so at any that was tried. */
function furthest(mean: number, isSo: (share: number) => boolean): number {
  if (!isSo(mean)) return 0
  let [lower, upper] = [mean, 1]
  for (let round = 0; round < halvings; round++) {
    const middle = (lower + upper) / 2
    if (isSo(middle)) lower = middle
    else upper = middle
  }
  return lower
}
