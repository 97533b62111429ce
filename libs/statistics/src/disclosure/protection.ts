// SPDX-License-Identifier: Apache-2.0
import type { Figure } from './figure'
import type { SensitiveReason } from './sensitive'

/** What leaves of a cell. Bounds travel with the cell: what anybody can know of the figure, in the unit of the table. */
export type ProtectedCell =
  | { readonly as: 'told'; readonly figure: Figure }
  /** Primary and secondary look the same: the bounds are those that the recipient can work out without them. */
  | { readonly as: 'suppressed'; readonly lower: number; readonly upper: number | null }
  | {
      readonly as: 'rounded' | 'perturbed'
      readonly value: number
      readonly lower: number
      readonly upper: number
    }
  /** Not released at all: it could not be protected. */
  | { readonly as: 'withheld' }

/** How a release was protected (SDC_METHOD): the method and its numbers, for the recipient to read. */
export interface SdcMethod {
  readonly name: 'none' | 'suppression' | 'random-rounding' | 'cell-key'
  readonly parameters: Readonly<Record<string, number | boolean>>
}

/** A cell that was not released, by its number in the table, and why. */
export interface WithheldCell {
  readonly cell: number
  /** The figure follows from what was released before, whatever this release hides; or its sender gave no key. */
  readonly why: 'already-computable' | 'no-cell-key'
}

/** What was done, for the sender and the operator. Never for a recipient: it tells primary from secondary. */
export interface ProtectionReport {
  readonly primary: readonly { readonly cell: number; readonly reason: SensitiveReason }[]
  readonly secondary: readonly number[]
  readonly withheld: readonly WithheldCell[]
  /** How many figures outside the table (earlier releases, groups that no cell tells) are narrower than the rule asks for. */
  readonly exposedElsewhere: number
  /** How many wholes are less than their parts; their sums protect and disclose nothing. */
  readonly inconsistent: number
}

/** A protected release, cell by cell in the order of the table. */
export interface Protected {
  readonly outcome: 'protected'
  readonly cells: readonly ProtectedCell[]
  readonly method: SdcMethod
  readonly report: ProtectionReport
}

/** Why nothing can be released. */
export type WhyRefused =
  | 'too-irregular'
  | 'cell-twice'
  | 'contradiction'
  | 'no-secret'
  | 'impossible-noise'
  | 'overlapping-ages'
  | 'several-methods'
  /** An amount of money under a rule on counts. */
  | 'no-counts'
  /** By whoever releases: see `isWhole`. */
  | 'already-computable'

/**
 * True where nothing was given up. A figure that seems to follow from earlier releases is given up, and what seems to may not: then
 * what this release tells would disclose it. Whoever hands over lets nothing out where this is false.
 */
export function isWhole({ withheld, exposedElsewhere }: ProtectionReport): boolean {
  return exposedElsewhere === 0 && withheld.every(({ why }) => why === 'no-cell-key')
}

/** Nothing can be released: the table cannot be reckoned with, or what the method needs is not there. */
export interface NotProtected {
  readonly outcome: 'refused'
  readonly why: WhyRefused
}

/** A report in which nothing was done. */
export const untouched: ProtectionReport = {
  primary: [],
  secondary: [],
  withheld: [],
  exposedElsewhere: 0,
  inconsistent: 0,
}
