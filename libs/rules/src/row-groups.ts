// SPDX-License-Identifier: Apache-2.0
import type { Interned } from '@corridor/contracts'
import { rowKeys } from './structural/row-keys'

/** Rows put together by what they have in common: those of group g are `rows[starts[g]]` to just before `rows[starts[g + 1]]`. */
export interface RowGroups {
  readonly count: number
  readonly starts: Int32Array
  readonly rows: Int32Array
}

/** The rows that agree in all of these columns, in the order of their first rows; within a group in their own. */
export function rowGroups(rows: number, columns: readonly Interned[]): RowGroups {
  const { groupOf, count } = numberKeys(rowKeys(rows, columns))
  const starts = new Int32Array(count + 1)
  for (let row = 0; row < rows; row++) {
    const after = (groupOf[row] ?? 0) + 1
    starts[after] = (starts[after] ?? 0) + 1
  }
  for (let group = 0; group < count; group++)
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  const next = starts.slice()
  const ordered = new Int32Array(rows)
  for (let row = 0; row < rows; row++) {
    const group = groupOf[row] ?? 0
    ordered[next[group] ?? 0] = row
    next[group] = (next[group] ?? 0) + 1
  }
  return { count, starts, rows: ordered }
}

/**
 * The number of each key among the different keys, in the order of their first rows. Keys are whole numbers below 2^31; an open
 * table of numbers, as a Map of as many entries costs several times as much.
 */
export function numberKeys(keys: Float64Array): {
  readonly groupOf: Int32Array
  readonly count: number
} {
  const bits = Math.max(4, Math.ceil(Math.log2(keys.length * 2)))
  const table = new Int32Array(2 ** bits).fill(-1)
  const firstRow = new Int32Array(keys.length)
  const groupOf = new Int32Array(keys.length)
  let count = 0
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - bits)
    let group = table[slot] ?? -1
    while (group >= 0 && keys[firstRow[group] ?? 0] !== key) {
      slot = (slot + 1) & (table.length - 1)
      group = table[slot] ?? -1
    }
    if (group < 0) {
      group = count++
      table[slot] = group
      firstRow[group] = row
    }
    groupOf[row] = group
  }
  return { groupOf, count }
}
