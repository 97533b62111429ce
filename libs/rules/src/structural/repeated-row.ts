// SPDX-License-Identifier: Apache-2.0
import type { Interned } from '@corridor/contracts'
import type { Found } from '../found'
import type { ReadDimension } from './dimensions'

// Below this a key is a small integer for the engine, which a Map holds without a box.
const largestKey = 2 ** 31

/** Rows that are about the same cell as one before them, a cause for each such cell. */
export function repeatedRows(rows: number, dimensions: readonly ReadDimension[]): readonly Found[] {
  const keys = rowKeys(
    rows,
    dimensions.map(({ interned }) => interned),
  )
  const again = rowsAgain(keys)
  if (again.size === 0) return []
  return [...again].map(([key, later]): Found => {
    const all = [keys.indexOf(key), ...later]
    const cell = dimensions.map(({ interned }) => interned.codeAt(all[0] ?? 0)).join(' ')
    const detail = `${rowsInWords(all)} about ${cell}`
    return { code: 'ROW_TWICE', level: 'error', value: cell, detail, rows: all }
  })
}

// "rows 3 and 7 are both", "rows 3, 7, 9 are all"
function rowsInWords(rows: readonly number[]): string {
  const told = rows.slice(0, 5).map((row) => row + 1)
  if (rows.length === 2) return `rows ${told.join(' and ')} are both`
  return `rows ${told.join(', ')}${rows.length > told.length ? ' …' : ''} are all`
}

function push(again: Map<number, number[]>, key: number, row: number): void {
  const rows = again.get(key)
  if (rows === undefined) again.set(key, [row])
  else rows.push(row)
}

function rowsAgain(keys: Float64Array): ReadonlyMap<number, readonly number[]> {
  const seen = new Set<number>()
  const again = new Map<number, number[]>()
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0
    if (!seen.has(key)) seen.add(key)
    else push(again, key, row)
  }
  return again
}

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
