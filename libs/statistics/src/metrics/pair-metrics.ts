// SPDX-License-Identifier: Apache-2.0
import { twoSided } from './binomial'

/** Two figures of one flow, in persons: the origin's outflow (E) and the destination's inflow (I). */
export interface PairOfFigures {
  readonly outflow: number
  readonly inflow: number
}

/** The measures of a pair. Undefined where a measure has no value. */
export interface PairMetrics {
  /** E − I, in persons, sign kept. */
  readonly difference: number
  /** 2|E − I|/(E + I), from 0 to 2; two zeros give 0. Shown as a percentage, it is SDMX's asymmetry coefficient. */
  readonly symmetricRelative: number
  /** |E − I|/(E + I), from 0 to 1: half of the above, never shown. */
  readonly asymmetryIndex: number
  /** ln(E/I); undefined where either is 0. */
  readonly logRatio: number | undefined
  /** ln((E + ½)/(I + ½)): for ranking only. */
  readonly logRatioHalf: number
  /** (E − ρI)/√(E + ρ²I); undefined for two zeros. Rejects almost everything above 1,000 persons: never a test by itself. */
  readonly poissonZ: number | undefined
  /** E ~ Bin(E + I, ρ/(1 + ρ)), two-sided: exact for small cells and zeros. */
  readonly binomialP: number
}

/**
 * The measures of two figures under an expected ratio ρ of E to I (1 where there is none).
 * Source: SDMX glossary (asymmetry for mirror flows statistics). Persons; figures of 0 and more.
 * Errors: a RangeError where a figure is no count or the ratio is not above 0.
 * @example pairMetrics({ outflow: 90, inflow: 110 }, 1).symmetricRelative // 0.2
 */
export function pairMetrics({ outflow, inflow }: PairOfFigures, ratio: number): PairMetrics {
  if (!(ratio > 0)) throw new RangeError(`could not measure a pair: ${ratio} is no ratio`)
  const both = outflow + inflow
  const asymmetryIndex = both === 0 ? 0 : Math.abs(outflow - inflow) / both
  const noise = outflow + ratio ** 2 * inflow
  return {
    difference: outflow - inflow,
    symmetricRelative: 2 * asymmetryIndex,
    asymmetryIndex,
    logRatio: outflow > 0 && inflow > 0 ? Math.log(outflow / inflow) : undefined,
    logRatioHalf: Math.log((outflow + 0.5) / (inflow + 0.5)),
    poissonZ: noise === 0 ? undefined : (outflow - ratio * inflow) / Math.sqrt(noise),
    binomialP: twoSided(outflow, both, { kind: 'binomial', chance: ratio / (1 + ratio) }),
  }
}

/**
 * p_bb: the two-sided p-value of a pair whose log ratio has the spread s beyond chance. E ~ BetaBin(E + I, α = pk, β = (1 − p)k) with
 * p = ρ/(1 + ρ) and k = 1/(s²p(1 − p)) − 1. Undefined where s²p(1 − p) >= 1: no beta has that spread (use the test on the log ratio).
 * A spread of 0 is the binomial. Source: the mixture of binomials over a beta (Skellam 1948), its spread set to that of the log ratio.
 * Cost: as many steps as there are persons, 200,000 at most (some 3 ms). Of more, both figures are scaled down to that
 * together: what chance does to a share is nothing beside the spread by then, and the p-value becomes larger, if anything.
 * @example betaBinomialP({ outflow: 45, inflow: 60 }, 1, 0.25) // 0.4034…
 */
export function betaBinomialP(
  pair: PairOfFigures,
  ratio: number,
  spread: number,
): number | undefined {
  const chance = ratio / (1 + ratio)
  const share = spread ** 2 * chance * (1 - chance)
  if (share >= 1) return undefined
  if (share === 0)
    return twoSided(pair.outflow, pair.outflow + pair.inflow, { kind: 'binomial', chance })
  const { outflow, inflow } = scaledDown(pair)
  const k = 1 / share - 1
  return twoSided(outflow, outflow + inflow, {
    kind: 'beta-binomial',
    alpha: chance * k,
    beta: (1 - chance) * k,
  })
}

/** The most persons that are counted one by one. */
const mostPersons = 200_000

function scaledDown({ outflow, inflow }: PairOfFigures): PairOfFigures {
  const by = Math.max(1, (outflow + inflow) / mostPersons)
  return { outflow: Math.round(outflow / by), inflow: Math.round(inflow / by) }
}
