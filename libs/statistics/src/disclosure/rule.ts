// SPDX-License-Identifier: Apache-2.0

/** A group with a threshold of its own: the codes of a dimension, with what lies below them. */
export interface GroupRule {
  readonly dimension: string
  readonly codes: readonly string[]
  readonly threshold: number
}

/** The (n, k) rule: a figure is sensitive where the `contributors` largest have more than `percent` of it. */
export interface DominanceRule {
  readonly contributors: number
  readonly percent: number
}

/**
 * Suppression. Counts from 1 to `threshold` are sensitive (and zeros, where `zeros` says so); the interval that anybody can work
 * out for a suppressed figure stays at least `protectionPercent` of the threshold wide.
 */
export interface SuppressionRule {
  readonly method: 'suppression'
  readonly threshold: number
  readonly zeros: boolean
  readonly protectionPercent: number
  readonly dominance?: DominanceRule
  /** The p% rule: sensitive where the second largest contributor can estimate the largest to within so many percent. */
  readonly estimatePercent?: number
  readonly groups?: readonly GroupRule[]
}

/** Rounding up or down to a multiple of the base. */
export interface RoundingRule {
  readonly method: 'random-rounding'
  readonly base: number
}

/** Noise by cell key: at most `maximumNoise`, of that variance, and no count from 1 to `smallest` in the result. */
export interface CellKeyRule {
  readonly method: 'cell-key'
  readonly maximumNoise: number
  readonly variance: number
  readonly smallest: number
}

/** How figures are protected before they leave. */
export type ProtectionRule =
  | { readonly method: 'published-figures-no-protection' }
  | SuppressionRule
  | RoundingRule
  | CellKeyRule
