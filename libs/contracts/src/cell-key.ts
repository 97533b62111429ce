// SPDX-License-Identifier: Apache-2.0

/**
 * A cell key is a whole number from 0 to 2^32 − 1: the sum of the record keys of the people counted, modulo 2^32. A record key is
 * drawn once for a person, uniformly, and never changes, so the same people have the same cell key wherever they are counted.
 * Sources: Fraser and Wooton, UNECE Monographs of Official Statistics, 2006, 299–302; keys of other programmes are brought
 * here without loss: ONS keys from 0 to 255 times 2^24, ptable keys in [0, 1) times 2^32, rounded record by record.
 */
export const cellKeyRange = 2 ** 32

/**
 * The key of the people of disjoint cells together, as a column; none where no part has the column. Null where a part that counts
 * somebody has no key: then nothing can be said of the whole.
 * @example addCellKeys([{ value: 3, cellKey: 4294967295 }, { value: 0, cellKey: null }, { value: 1, cellKey: 2 }]) // { cellKey: 1 }
 */
export function addCellKeys(parts: readonly Readonly<Record<string, unknown>>[]): {
  readonly cellKey?: number | null
} {
  if (!parts.some((part) => part['cellKey'] !== undefined)) return {}
  let sum = 0
  for (const { cellKey, value, valueStatus } of parts) {
    const isEmpty = value === 0 || valueStatus === 'not-applicable'
    if (typeof cellKey === 'number') sum = (sum + cellKey) % cellKeyRange
    else if (!isEmpty) return { cellKey: null }
  }
  return { cellKey: sum }
}
