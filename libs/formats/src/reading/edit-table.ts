// SPDX-License-Identifier: Apache-2.0
import type { Table, TableColumn } from './file-reading'

/** The cells of a column by its name, undefined where the table has no such column. */
export function cellsOf(table: Table, name: string): readonly string[] | undefined {
  return table.columns.find((column) => column.name === name)?.cells
}

/** The table with cells put in place of those of a column, or with a column more. */
export function withCells(table: Table, name: string, cells: readonly string[]): Table {
  const found = table.columns.some((column) => column.name === name)
  const made: TableColumn = { name, letter: '', cells }
  return {
    ...table,
    columns: found
      ? table.columns.map((column) => (column.name === name ? { ...column, cells } : column))
      : [...table.columns, made],
  }
}

/** The table without a column. */
export function withoutColumn(table: Table, name: string): Table {
  return { ...table, columns: table.columns.filter((column) => column.name !== name) }
}

/** The rows of a table for which something holds. */
export function rowsWhere(table: Table, isKept: (index: number) => boolean): Table {
  const kept = table.rowNumbers.map((_, index) => index).filter(isKept)
  if (kept.length === table.rowNumbers.length) return table
  return {
    ...table,
    rowNumbers: kept.map((index) => table.rowNumbers[index] ?? 0),
    columns: table.columns.map((column) => ({
      ...column,
      cells: kept.map((index) => column.cells[index] ?? ''),
    })),
  }
}
