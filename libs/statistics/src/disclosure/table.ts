// SPDX-License-Identifier: Apache-2.0
import type { Contributions, HubOnly } from '@corridor/contracts'
import type { Figure } from './figure'

/** A whole and the parts that make it up, none of them twice: the parts may be wholes of smaller ones. */
export interface CodeBlock {
  readonly whole: string
  readonly parts: readonly string[]
}

/** A dimension of a table. One whose codes are never added up (a direction, the periods of a stock) has no blocks. */
export interface TableDimension {
  readonly name: string
  readonly blocks: readonly CodeBlock[]
  /** For each code the codes above it, nearest first; a threshold for a group holds for what lies below it. */
  readonly above?: ReadonlyMap<string, readonly string[]>
}

/** A cell as its sender gave it: a code for each dimension, in their order, with what protects it. */
export interface TableCell extends HubOnly {
  readonly codes: readonly string[]
  readonly figure: Figure
  /** The sender's own mark (CL_CONF_STATUS); free where it is left out. */
  readonly confStatus?: string
}

/**
 * Cells of which a whole is the sum of its parts over each dimension. What the constraints between them are is worked out from
 * the blocks: nothing need be said of complete and incomplete ones.
 */
export interface ProtectionTable {
  readonly dimensions: readonly TableDimension[]
  readonly cells: readonly TableCell[]
}

/**
 * A cell that the recipient, or one who shares with it, holds from an earlier release. Cells of one vintage are of one table.
 * `now` is the vintage that is to be released: a cell held of it is the same figure.
 */
export interface HeldCell {
  readonly codes: readonly string[]
  readonly figure: Figure
  readonly vintage: 'now' | (string & {})
  readonly by: 'recipient' | 'sharer'
  /** What the hub knows the figure of that vintage to be, where it was suppressed. */
  readonly truth?: number
  /** Who contributed to it, as far as the hub knows. */
  readonly contributions?: Contributions
  /**
   * Whether the hub knows the figure of an earlier vintage to be the same now; an attacker is presumed to guess so, and right.
   * Where it is left out, figures are compared with the table's, and what the table does not have is not presumed to be the same.
   */
  readonly unchanged?: boolean
}

/**
 * What is held about a sum of cells of this table: the total of a linked table, the partner's figure for the same flow (the
 * mirror), a difference that a report has told. The cells of `plus` less those of `minus` lie between the bounds.
 */
export interface HeldSum {
  readonly plus: readonly (readonly string[])[]
  readonly minus?: readonly (readonly string[])[]
  readonly lower: number
  /** Null where nothing bounds the sum from above. */
  readonly upper: number | null
  readonly by: 'recipient' | 'sharer'
  /** A guess such as the mirror's, which is dropped where the figures themselves lie outside it. */
  readonly presumed?: boolean
}

/** A figure of now that was told rounded or perturbed before, and what the hub knows that it counts. */
export interface NoisedCell {
  readonly codes: readonly string[]
  readonly count: number
  readonly told: number
}

/** All that the recipient of a release holds, and those who share with it. */
export interface Known {
  readonly cells: readonly HeldCell[]
  readonly sums?: readonly HeldSum[]
  /** Newest first. */
  readonly noised?: readonly NoisedCell[]
}

/** Nothing was released before. */
export const nothingKnown: Known = { cells: [] }
