// SPDX-License-Identifier: Apache-2.0
import { markTitle } from '../marked/mark-title'
import type { FileProblem, Table, TableColumn } from '../reading/file-reading'
import { closeMatch } from '../text/close-match'
import { columnWords, shown } from '../text/shown'
import type { BoundColumns, ContractColumn } from './contract-columns'

/** Finds the contract's columns in a table by their names, concepts and other ways of writing them. */
export function bindColumns(
  table: Table,
  wanted: readonly ContractColumn[],
): { readonly bound: BoundColumns; readonly problems: readonly FileProblem[] } {
  const known = new Map<string, ContractColumn>()
  for (const column of wanted) for (const name of namesOf(column)) known.set(name, column)
  const bound = new Map<ContractColumn, TableColumn>()
  const problems: FileProblem[] = []
  const meantBy = new Set<string>()
  for (const column of table.columns) {
    // A column without a name and without cells is what a spreadsheet leaves at the right.
    if (column.name === '' && column.cells.every((cell) => cell.trim() === '')) continue
    if (normal(column.name) === normal(markTitle)) continue
    const meant = known.get(normal(column.name))
    if (meant === undefined) {
      const hint = probablyMeant(column, wanted)
      if (hint !== undefined) meantBy.add(hint)
      problems.push(unknownColumn({ table, column, wanted, hint }))
    } else if (bound.has(meant)) problems.push(columnTwice(table, column))
    else bound.set(meant, column)
  }
  const missing = wanted.filter(
    (column) =>
      !bound.has(column) &&
      !column.optional &&
      column.otherwise === undefined &&
      !meantBy.has(column.name),
  )
  return {
    bound,
    problems: [...problems, ...missing.map((column) => missingColumn(table, column))],
  }
}

/** A column as people say where it is: its letter, and what stands in its header. */
export function placeOf(column: TableColumn): { readonly letter: string; readonly header: string } {
  return { letter: column.letter, header: column.header ?? column.name }
}

function namesOf(column: ContractColumn): readonly string[] {
  const last = column.column.split('.').at(-1) ?? ''
  const own = [column.name, column.concept, column.column]
  return (column.role === 'dataset' ? own : [...own, last]).map(normal)
}

// "Value status", "value-status", "valueStatus" and "VALUE_STATUS" are one name.
function normal(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, '')
}

// The name of the column that a header with a slip of the pen is about.
function probablyMeant(column: TableColumn, wanted: readonly ContractColumn[]): string | undefined {
  const typed = placeOf(column)
    .header.toLowerCase()
    .replace(/[\s-]+/g, '_')
  return closeMatch(
    typed.slice(0, 60),
    wanted.map(({ name }) => name),
  )
}

function unknownColumn(met: {
  readonly table: Table
  readonly column: TableColumn
  readonly wanted: readonly ContractColumn[]
  readonly hint: string | undefined
}): FileProblem {
  const { letter, header } = placeOf(met.column)
  const names = met.wanted.map(({ name }) => name).join(', ')
  const told = met.hint === undefined ? `; known are ${names}` : `. Did you mean "${met.hint}"?`
  const detail = `column ${letter}: "${shown(header)}" is not known${told}`
  return { code: 'FILE_COLUMN_UNKNOWN', detail, ...at(met.table, met.column) }
}

function columnTwice(table: Table, column: TableColumn): FileProblem {
  const detail = `${columnWords(placeOf(column))} stands there twice`
  return { code: 'FILE_COLUMN_TWICE', detail, ...at(table, column) }
}

function missingColumn(table: Table, column: ContractColumn): FileProblem {
  const detail = `column "${column.name}" is missing`
  return { code: 'FILE_COLUMN_MISSING', detail, row: table.headerRow, header: column.name }
}

function at(
  table: Table,
  column: TableColumn,
): Pick<FileProblem, 'row' | 'column' | 'header' | 'value'> {
  const { letter, header } = placeOf(column)
  return { row: table.headerRow, column: letter, header: shown(header), value: shown(header) }
}
