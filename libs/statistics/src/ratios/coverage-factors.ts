// SPDX-License-Identifier: Apache-2.0
import type { Identification } from './identify'
import type { MirrorPair } from './mirror-pair'

/**
 * Relative coverage factors: a of what a state reports as a destination, b as an origin, so that a_j·I_ij ≈ b_i·E_ij. Only ratios to
 * the reference are identified, never the truth; between components not even those.
 */
export interface CoverageFactors {
  readonly estimator: 'ratio-iteration' | 'total-preserving' | 'log-linear'
  /** a_j by destination. */
  readonly immigration: ReadonlyMap<string, number>
  /** b_i by origin. */
  readonly emigration: ReadonlyMap<string, number>
  readonly identification: Identification
  /** Pairs that say nothing of a ratio (a zero where there is nothing else): left out. */
  readonly unused: readonly MirrorPair[]
}

/** As much of factors as an expectation needs. */
export type KnownFactors = Pick<CoverageFactors, 'immigration' | 'emigration' | 'identification'>

/** ln(a_j/b_i), the log of the ratio of E* to I* that factors lead to expect; undefined where they do not know a side or cannot tie the two. */
export function logRatioOf(
  { immigration, emigration, identification }: KnownFactors,
  { origin, destination }: Pick<MirrorPair, 'origin' | 'destination'>,
): number | undefined {
  const [a, b] = [immigration.get(destination), emigration.get(origin)]
  if (a === undefined || b === undefined) return undefined
  const together = identification.components.some(
    ({ origins, destinations }) => origins.includes(origin) && destinations.includes(destination),
  )
  return together ? Math.log(a / b) : undefined
}
