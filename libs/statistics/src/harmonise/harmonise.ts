// SPDX-License-Identifier: Apache-2.0
import { durationFactor, monthsOfStay, type DurationRule } from './duration-rule'

/** A figure as it was reported and as it is under the common definition, with the rule that carried it there. Persons. */
export interface Harmonised {
  readonly reported: number
  readonly harmonised: number
  /** What the reported figure was multiplied by; its rule is null where the definition needs none. */
  readonly factor: number
  readonly rule: { readonly id: string; readonly version: string } | null
}

/**
 * Step 2: v* = v · R(d), d the minimum stay under which v was counted. Both figures are kept, and the rule with its version.
 * Undefined where no factor carries the definition over (permanent moves, a stay outside what the rule is valid for): no figure is
 * made up. Tests are of reported counts; v* only serves to estimate and to balance.
 * @example harmonise(1000, 'P3M', durationRules[0]) // { reported: 1000, harmonised: 630, factor: 0.63, … }
 */
export function harmonise(
  reported: number,
  minimumStay: string,
  rule: DurationRule | undefined,
): Harmonised | undefined {
  const months = monthsOfStay(minimumStay)
  if (months === 12) return { reported, harmonised: reported, factor: 1, rule: null }
  if (months === undefined || rule === undefined) return undefined
  const factor = durationFactor(rule, months)
  if (factor === undefined) return undefined
  const { id, version } = rule
  return { reported, harmonised: reported * factor, factor, rule: { id, version } }
}
