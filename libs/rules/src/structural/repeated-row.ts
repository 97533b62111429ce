// SPDX-License-Identifier: Apache-2.0
import type { Found } from '../found'
import { numberKeys } from '../row-groups'
import { rowKeys } from './row-keys'
import type { ReadDimension } from './dimensions'

/** Other rows that a row names: one more than people are shown, so that they see that there are more. */
const mostOthers = 6

/** Rows that are about the same cell as another one: one cause, in which each row names the others. */
export function repeatedRows(rows: number, dimensions: readonly ReadDimension[]): readonly Found[] {
  const keys = rowKeys(
    rows,
    dimensions.map(({ interned }) => interned),
  )
  const { groupOf, count } = numberKeys(keys)
  if (count === rows) return []
  const twice = rowsOfGroups(groupOf).filter((all) => all.length > 1)
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

function rowsOfGroups(groupOf: Int32Array): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (const [row, group] of groupOf.entries()) (groups[group] ??= []).push(row)
  return groups
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
