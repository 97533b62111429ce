// SPDX-License-Identifier: Apache-2.0
import type { CellVariant } from './cell-keys'

/**
 * What the sender stated before of the cells that the rows of a dataset are about, an entry a row, NaN where nothing was. Only
 * figures count (valueStatus `value`), as they stand now, retractions and newer vintages taken into account.
 */
export interface Earlier {
  /** Of the very same cell. */
  readonly same: Float64Array
  /** Of the cell a year earlier. */
  readonly yearBefore: Float64Array
  /** Of the cell with origin and destination swapped; of no entries where the structure has no such cell. */
  readonly reversed: Float64Array
}

/** Earlier figures by row, from whatever knows them: `earlierOf(keysOfVariant, (key) => figure)`. */
export function earlierOf(
  keys: (variant: CellVariant) => Uint32Array,
  figureOf: (words: Uint32Array) => number | undefined,
): Earlier {
  const figures = (variant: CellVariant): Float64Array => {
    const words = keys(variant)
    return Float64Array.from(
      { length: words.length / 4 },
      (_, row) => figureOf(words.subarray(row * 4, row * 4 + 4)) ?? NaN,
    )
  }
  return {
    same: figures('same'),
    yearBefore: figures('year-before'),
    reversed: figures('reversed'),
  }
}
