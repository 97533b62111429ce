// SPDX-License-Identifier: Apache-2.0
import type { Interval } from '../grid/amount'
import { normalBeyond } from '../metrics/normal'

/** One side's harmonised figure with its relative coverage factor and the spread that its quality class has (log units). */
export interface SideToBalance {
  readonly harmonised: number
  readonly factor: number
  readonly tau: number
}

/** One figure from both: offered, never imposed. Persons. */
export interface Balanced {
  readonly estimate: number
  /** How much of it comes from the origin, from 0 to 1. */
  readonly originShare: number
  /** The standard deviations that the two adjusted figures lie apart, sign kept: origin less destination. */
  readonly z: number
  /** True beyond the limit: the two sides contradict each other, and the interval is widened. */
  readonly conflict: boolean
  /** What the interval is widened by: max(1, |z|) in conflict, else 1. */
  readonly birge: number
  readonly interval: Interval
  /** The interval as if there were no conflict, shown beside. */
  readonly unscaled: Interval
}

/** The log units beyond which two sides are in conflict, and the confidence of the intervals. */
export interface BalanceOptions {
  readonly conflictZ?: number
  readonly level?: number
}

// Worked out once: a normal quantile is found by halving, which takes longer than all of the rest.
const usual = 0.95
const usualReach = normalBeyond(1 - usual)

/**
 * A balanced estimate (step 6): ln t = (w_o·ln(b·E*) + w_d·ln(a·I*))/(w_o + w_d) with w = 1/(τ² + 1/count), its interval
 * exp(ln t ± 1.96/√(w_o + w_d)). Where |z| is above 2, z = (ln bE* − ln aI*)/√(1/w_o + 1/w_d), the interval is widened by the Birge
 * ratio √(χ²/df) = |z|; the unscaled one is given beside. A zero counts as one half.
 * Source: weighting as in BaTIS with variances for indices; Birge 1932. `level` 0.95 where left out.
 * @example balance({ harmonised: 90, factor: 1.25, tau: 0.1 }, { harmonised: 100, factor: 1.16, tau: 0.1 }).estimate // 114.3
 */
export function balance(
  origin: SideToBalance,
  destination: SideToBalance,
  { conflictZ = 2, level = usual }: BalanceOptions = {},
): Balanced {
  const [o, d] = [adjusted(origin), adjusted(destination)]
  const weight = o.weight + d.weight
  const log = (o.weight * o.log + d.weight * d.log) / weight
  const z = (o.log - d.log) / Math.sqrt(1 / o.weight + 1 / d.weight)
  const conflict = Math.abs(z) > conflictZ
  const birge = conflict ? Math.max(1, Math.abs(z)) : 1
  const reach = (level === usual ? usualReach : normalBeyond(1 - level)) / Math.sqrt(weight)
  const around = (by: number): Interval => ({
    lower: Math.exp(log - by),
    upper: Math.exp(log + by),
  })
  return {
    estimate: Math.exp(log),
    originShare: o.weight / weight,
    z,
    conflict,
    birge,
    interval: around(reach * birge),
    unscaled: around(reach),
  }
}

function adjusted({ harmonised, factor, tau }: SideToBalance): {
  readonly log: number
  readonly weight: number
} {
  const count = harmonised === 0 ? 0.5 : harmonised
  return { log: Math.log(factor * count), weight: 1 / (tau ** 2 + 1 / count) }
}
