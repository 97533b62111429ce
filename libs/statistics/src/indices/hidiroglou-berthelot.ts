// SPDX-License-Identifier: Apache-2.0
import type { MirrorPair } from '../ratios/mirror-pair'
import { median, quantile } from './quantile'

/** The parameters of the test: how much size counts (U), the least spread as a share of the median (A), how wide the bounds are (C). */
export interface EditParameters {
  readonly u: number
  readonly a: number
  readonly c: number
}

/** A pair with its effect, and whether that lies outside the bounds. */
export interface EffectOfPair extends MirrorPair {
  readonly ratio: number
  readonly centred: number
  readonly effect: number
  readonly outside: boolean
}

/** What the test says of a round. */
export interface EditOutcome {
  readonly medianRatio: number
  readonly quartiles: readonly [lower: number, middle: number, upper: number]
  readonly lower: number
  readonly upper: number
  readonly pairs: readonly EffectOfPair[]
  /** Pairs with a zero on a side: the test says nothing of them. */
  readonly unused: readonly MirrorPair[]
}

/**
 * The size-and-change test: r = E/I; s = 1 − med/r below the median ratio, r/med − 1 above; effect = s·max(E, I)^U; outside
 * [q50 − C·max(q50 − q25, |A·q50|), q50 + C·max(q75 − q50, |A·q50|)]. On raw ratios it finds reporters, not events: nearly all flags
 * are of states that count otherwise. A peer to compare with, not the test that opens cases.
 * Source: Hidiroglou and Berthelot 1986, Survey Methodology 12:73-83. Usual: U 0.3 to 0.5, A 0.05, C 4 to 20.
 * @example hidiroglouBerthelot(pairs, { u: 0.5, a: 0.05, c: 4 }).pairs.filter(({ outside }) => outside)
 */
export function hidiroglouBerthelot(
  pairs: readonly MirrorPair[],
  { u, a, c }: EditParameters,
): EditOutcome {
  const used = pairs.filter(({ outflow, inflow }) => outflow > 0 && inflow > 0)
  const medianRatio = median(used.map(({ outflow, inflow }) => outflow / inflow))
  const effects = used.map((pair) => {
    const ratio = pair.outflow / pair.inflow
    const centred = ratio < medianRatio ? 1 - medianRatio / ratio : ratio / medianRatio - 1
    return { ...pair, ratio, centred, effect: centred * Math.max(pair.outflow, pair.inflow) ** u }
  })
  const values = effects.map(({ effect }) => effect)
  const [q25, q50, q75] = [quantile(values, 0.25), median(values), quantile(values, 0.75)]
  const lower = q50 - c * Math.max(q50 - q25, Math.abs(a * q50))
  const upper = q50 + c * Math.max(q75 - q50, Math.abs(a * q50))
  return {
    medianRatio,
    quartiles: [q25, q50, q75],
    lower,
    upper,
    pairs: effects.map((pair) => ({
      ...pair,
      outside: pair.effect < lower || pair.effect > upper,
    })),
    unused: pairs.filter((pair) => !(pair.outflow > 0 && pair.inflow > 0)),
  }
}
