// SPDX-License-Identifier: Apache-2.0
import { normalBeyond, normalDensity, twoSidedNormal } from '../metrics/normal'
import { identify } from './identify'
import { fitOf, unknownsOf, type Fit, type Unknowns } from './log-linear-fit'
import type { CoverageFactors } from './coverage-factors'
import type { MirrorPair } from './mirror-pair'
import { positivePairs } from './usable-pairs'

/** How a pair lies to the fit. */
export interface PairResidual extends MirrorPair {
  /** ln(E/I) less ln(a_j/b_i). */
  readonly residual: number
  /** The residual over √(s² + 1/E + 1/I). */
  readonly z: number
  /** What Huber's function leaves of its weight: 1 for what fits. */
  readonly weight: number
}

/** Factors with what is known of their doubt. */
export interface LogLinearFactors extends CoverageFactors {
  readonly estimator: 'log-linear'
  /** s², the spread of the log ratio that neither factors nor chance explain (log units squared). */
  readonly unexplained: number
  readonly degreesOfFreedom: number
  /** By how far they lie off the fit, furthest first. */
  readonly residuals: readonly PairResidual[]
  /** Those beyond `outlierZ`: flows that do not fit the pattern and want a look of their own. */
  readonly outliers: readonly PairResidual[]
  /** The standard errors of ln a_j and ln b_i, 0 for a reference. */
  readonly standardErrors: Readonly<
    Record<'immigration' | 'emigration', ReadonlyMap<string, number>>
  >
  /** Var(ln a_j − ln b_i); undefined where either has no factor. */
  readonly varianceOf: (corridor: Pick<MirrorPair, 'origin' | 'destination'>) => number | undefined
}

/** Options of the log-linear fit. */
export interface LogLinearOptions {
  readonly reference: string
  /** Whether outliers keep all of their weight, or Huber's part of it (beyond 1.345 standard deviations). */
  readonly robust: 'none' | 'huber'
  /** How many standard deviations make an outlier that is listed; 3 where it is left out. */
  readonly outlierZ?: number
}

const huberZ = 1.345
const maxRounds = 500

/**
 * Expected ratios by the log-linear form (D): ln(E/I) = ln a_j − ln b_i + e with weights 1/(s² + 1/E + 1/I), s² by Paule and Mandel
 * (Σ w·e² equals the degrees of freedom; 0 where chance explains all), standard errors from the normal matrix. With `huber` weights
 * and s² follow Huber's second proposal: Σ min(z², c²) equals the degrees of freedom times its expectation. Scale-free.
 * Source: Paule and Mandel 1982; Huber 1981; de Beer et al. 2010 for outliers that get a place of their own.
 * Limits: pairs with a zero are left out (`unused`); corridors count once (see `pooled`).
 * @example logLinear(pairs, { reference: 'SE', robust: 'none' }).unexplained // 0.228834 for 2016
 */
export function logLinear(
  pairs: readonly MirrorPair[],
  { reference, robust, outlierZ = 3 }: LogLinearOptions,
): LogLinearFactors {
  const { used, unused } = positivePairs(pairs)
  const identification = identify(used, reference)
  const unknowns = unknownsOf(identification)
  const limit = robust === 'huber' ? huberZ : Infinity
  const { fit, unexplained } = settled(used, unknowns, limit)
  const weightOf = (z: number) => Math.min(1, limit / Math.abs(z))
  const residuals = used
    .map((pair, place) => {
      const residual = fit.residuals[place] ?? 0
      const z = residual / Math.sqrt(unexplained + noiseOf(pair))
      return { ...pair, residual, z, weight: weightOf(z) }
    })
    .toSorted((one, other) => Math.abs(other.z) - Math.abs(one.z))
  return {
    estimator: 'log-linear',
    ...factorsOf(fit, unknowns),
    identification,
    unused,
    unexplained,
    degreesOfFreedom: used.length - unknowns.size,
    residuals,
    outliers: residuals.filter(({ z }) => Math.abs(z) > outlierZ),
  }
}

/** 1/E + 1/I: the variance of the log ratio that chance alone gives. */
function noiseOf({ outflow, inflow }: MirrorPair): number {
  return 1 / outflow + 1 / inflow
}

// Newton's steps on s² from 0 upwards, with the factors fitted anew at each; the sum falls and is convex in s², so none overshoots.
function settled(
  pairs: readonly MirrorPair[],
  unknowns: Unknowns,
  limit: number,
): { readonly fit: Fit; readonly unexplained: number } {
  const target = (pairs.length - unknowns.size) * expectedSquare(limit)
  let weights = pairs.map(() => 1)
  let unexplained = 0
  for (let round = 0; ; round++) {
    const spread = pairs.map((pair) => unexplained + noiseOf(pair))
    const fit = fitOf(
      pairs,
      unknowns,
      spread.map((variance, place) => (weights[place] ?? 1) / variance),
    )
    const z = fit.residuals.map((residual, place) => residual / Math.sqrt(spread[place] ?? 1))
    const sum = z.reduce((all, one) => all + Math.min(one ** 2, limit ** 2), 0)
    const slope = z.reduce(
      (all, one, place) => all + (Math.abs(one) < limit ? one ** 2 / (spread[place] ?? 1) : 0),
      0,
    )
    const next = slope > 0 ? Math.max(0, unexplained + (sum - target) / slope) : unexplained
    const nextWeights = z.map((one) => Math.min(1, limit / Math.abs(one)))
    const moved = nextWeights.reduce(
      (most, one, place) => Math.max(most, Math.abs(one - (weights[place] ?? 1))),
      Math.abs(next - unexplained) / (next + 1e-6),
    )
    if (moved < 1e-11 || round === maxRounds) return { fit, unexplained }
    weights = nextWeights
    unexplained = next
  }
}

/** E[min(Z², c²)] of a standard normal; 1 without a limit. */
function expectedSquare(limit: number): number {
  if (limit === Infinity) return 1
  const beyond = twoSidedNormal(limit)
  return 1 - beyond - 2 * limit * normalDensity(limit) + limit ** 2 * beyond
}

function factorsOf(
  fit: Fit,
  unknowns: Unknowns,
): Pick<LogLinearFactors, 'immigration' | 'emigration' | 'standardErrors' | 'varianceOf'> {
  const each = (places: ReadonlyMap<string, number>, of: (place: number) => number) =>
    new Map([...places].map(([state, place]) => [state, of(place)]))
  const factor = (place: number) => Math.exp(fit.solution[place] ?? 0)
  const error = (place: number) => Math.sqrt(fit.covariance(place, place))
  return {
    immigration: each(unknowns.immigration, factor),
    emigration: each(unknowns.emigration, factor),
    standardErrors: {
      immigration: each(unknowns.immigration, error),
      emigration: each(unknowns.emigration, error),
    },
    varianceOf: ({ origin, destination }) => {
      const [a, b] = [unknowns.immigration.get(destination), unknowns.emigration.get(origin)]
      if (a === undefined || b === undefined) return undefined
      return fit.covariance(a, a) + fit.covariance(b, b) - 2 * fit.covariance(a, b)
    },
  }
}

/** The interval of a factor at a level of confidence: exp(ln f ± z·se). `factorInterval(1.2, 0.1, 0.95)`. */
export function factorInterval(
  factor: number,
  standardError: number,
  level: number,
): { readonly lower: number; readonly upper: number } {
  const reach = normalBeyond(1 - level) * standardError
  return { lower: factor * Math.exp(-reach), upper: factor * Math.exp(reach) }
}
