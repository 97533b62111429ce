// SPDX-License-Identifier: Apache-2.0
import type { Interned } from './intern-column'

// Below this a key is a small integer for the engine, which a Set holds without a box.
const largestKey = 2 ** 31

/** The first row that says the same in all columns as one before it. */
export function repeatedRow(
  rows: number,
  columns: readonly Interned[],
): { readonly first: number; readonly again: number } | undefined {
  const keys = rowKeys(rows, columns)
  const seen = new Set<number>()
  for (let row = 0; row < rows; row++) {
    const key = keys[row] ?? 0
    if (seen.has(key)) return { first: keys.indexOf(key), again: row }
    seen.add(key)
  }
  return undefined
}

// One number a row that is equal exactly where all columns are: digits of a number whose base changes with each column.
function rowKeys(rows: number, columns: readonly Interned[]): Float64Array {
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
