// SPDX-License-Identifier: Apache-2.0
import { clean } from './clean'

/** A column of a printed table. */
export interface Column<Row> {
  readonly name: string
  readonly of: (row: Row) => string
  /** Numbers stand at the end of their column. */
  readonly end?: true
  /** The longest text that is shown whole. */
  readonly most?: number
}

/** A table with a line of names; every cell is cleaned, because much of it was written by others. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => clean(column.of(row), column.most ?? 60)))
  const lines = [columns.map(({ name }) => name), ...cells]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => width(line[i] ?? ''))))
  return lines
    .map((line) =>
      line
        .map((cell, i) => pad(cell, widths[i] ?? 0, columns[i]?.end === true))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Lines of a name and what it says, under each other. */
export function pairs(rows: readonly (readonly [name: string, says: string])[]): string {
  const widest = Math.max(0, ...rows.map(([name]) => width(name)))
  return rows
    .map(([name, says]) => `${pad(name, widest, false)}  ${clean(says, 400)}`.trimEnd())
    .join('\n')
}

function width(text: string): number {
  return Array.from(text).length
}

function pad(text: string, to: number, end: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(text)))
  return end ? space + text : text + space
}
