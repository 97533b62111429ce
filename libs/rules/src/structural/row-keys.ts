// SPDX-License-Identifier: Apache-2.0
import type { Interned } from '@corridor/contracts'

// Below this a key is a small integer for the engine, which a Map holds without a box.
const largestKey = 2 ** 31

/** One number a row that is equal exactly where all columns are: digits of a number whose base changes with each column. */
export function rowKeys(rows: number, columns: readonly Interned[]): Float64Array {
  const keys = new Float64Array(rows)
  let span = 1
  for (const { numbers, size } of columns) {
    if (numbers === undefined) continue
    if (span * size > largestKey) span = renumber(keys)
    for (let row = 0; row < rows; row++) keys[row] = (keys[row] ?? 0) * size + (numbers[row] ?? 0)
    span *= size
  }
  return keys
}

// There are never more different keys than rows, so numbering them anew makes room for more columns.
function renumber(keys: Float64Array): number {
  const numberOf = new Map<number, number>()
  for (const [row, key] of keys.entries()) {
    const number = numberOf.get(key) ?? numberOf.size
    numberOf.set(key, number)
    keys[row] = number
  }
  return numberOf.size
}
