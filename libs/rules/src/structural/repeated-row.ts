// SPDX-License-Identifier: Apache-2.0
import type { Interned } from '@corridor/contracts'
import type { Found } from '../found'
import type { ReadDimension } from './dimensions'

// Below this a key is a small integer for the engine, which a Map holds without a box.
const largestKey = 2 ** 31

/** Other rows that a row names: one more than people are shown, so that they see that there are more. */
const mostOthers = 6

/** Rows that are about the same cell as another one: one cause, in which each row names the others. */
export function repeatedRows(rows: number, dimensions: readonly ReadDimension[]): readonly Found[] {
  const keys = rowKeys(
    rows,
    dimensions.map(({ interned }) => interned),
  )
  const again = rowsAgain(keys)
  if (again.size === 0) return []
  const twice = wholeGroups(keys, again)
  const cellAt = (row: number): string =>
    `about ${dimensions.map(({ interned }) => interned.codeAt(row)).join(' ')}`
  const told = twice
    .flatMap((all) => all.map((row) => ({ row, all, cell: cellAt(row) })))
    .sort((a, b) => a.row - b.row)
  const [first] = told
  return [
    {
      code: 'ROW_TWICE',
      level: 'error',
      detail: `${rowsInWords(first?.all ?? [])} ${first?.cell ?? ''}`,
      rows: told.map(({ row }) => row),
      each: told.map(({ cell }) => cell),
      others: told.map(({ row, all }) => othersOf(all, row)),
    },
  ]
}

// Each cell's rows with the one that came first, found in one pass.
function wholeGroups(
  keys: Float64Array,
  again: ReadonlyMap<number, readonly number[]>,
): readonly (readonly number[])[] {
  const firsts = new Map<number, number>()
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0
    if (again.has(key) && !firsts.has(key)) firsts.set(key, row)
  }
  return [...again].map(([key, later]) => [firsts.get(key) ?? 0, ...later])
}

// A few are enough to find them all, and one cell sent in every row would make lists of lists.
function othersOf(all: readonly number[], row: number): readonly number[] {
  return all.slice(0, mostOthers + 1).filter((one) => one !== row)
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
