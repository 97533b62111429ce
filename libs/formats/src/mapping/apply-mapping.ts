// SPDX-License-Identifier: Apache-2.0
import { rowsWhere } from '../reading/edit-table'
import type { FileNote, FileProblem, Table, TableColumn } from '../reading/file-reading'
import { closeMatch } from '../text/close-match'
import { columnWords, shown } from '../text/shown'
import type { ChosenColumn, CopiedColumn, MappedColumn, Mapping } from '@corridor/contracts'
import { sourceColumns } from './source-columns'
import { translateCode, type TranslateCode } from './translate-code'

/** A table with the contract's columns, and the rows that the mapping could not turn or was told to leave. */
export interface MappedTable {
  readonly table: Table
  readonly problems: readonly FileProblem[]
  readonly notes: readonly FileNote[]
}

/** Turns a foreign table into one with the contract's columns. Every row comes out, is skipped with a note, or has a problem. */
export function applyMapping(table: Table, mapping: Mapping): MappedTable {
  const missing = missingColumns(table, mapping)
  if (missing.length > 0)
    return { table: rowsWhere(table, () => false), problems: missing, notes: [] }
  const { kept, notes } = withoutSkipped(table, mapping)
  const problems: FileProblem[] = []
  const wrong = new Set<number>()
  const columns = mapping.columns.map((column) => {
    const made = mappedColumn(kept, mapping, column)
    for (const { index, problem } of made.problems) {
      if (!wrong.has(index)) problems.push(problem)
      wrong.add(index)
    }
    return made.column
  })
  const mapped = rowsWhere({ ...kept, columns }, (index) => !wrong.has(index))
  const left = columnsLeftOut(table, mapping)
  return { table: mapped, problems, notes: left === undefined ? notes : [...notes, left] }
}

function columnOf(table: Table, name: string): TableColumn | undefined {
  return table.columns.find((column) => column.name === name)
}

function missingColumns(table: Table, mapping: Mapping): readonly FileProblem[] {
  const names = table.columns.map(({ name }) => name)
  return [...sourceColumns(mapping)]
    .filter((name) => !names.includes(name))
    .map((name) => {
      const hint = closeMatch(name, names)
      const told = hint === undefined ? '' : `; is it "${shown(hint)}"?`
      const detail = `column "${name}", which the mapping ${mapping.id} reads, is missing${told}`
      return { code: 'FILE_COLUMN_MISSING', detail, row: table.headerRow, header: name }
    })
}

function withoutSkipped(
  table: Table,
  { skip = [] }: Mapping,
): { readonly kept: Table; readonly notes: readonly FileNote[] } {
  const gone = new Set<number>()
  const notes = skip.flatMap(({ from, values, because }) => {
    const cells = columnOf(table, from)?.cells ?? []
    const met = new Set(values)
    let rows = 0
    for (const [index, cell] of cells.entries()) {
      if (gone.has(index) || !met.has(cell.trim())) continue
      gone.add(index)
      rows++
    }
    const detail = `${rows} rows were left out as the mapping says: ${because}`
    return rows === 0 ? [] : [{ code: 'FILE_ROWS_SKIPPED', detail, rows }]
  })
  return { kept: rowsWhere(table, (index) => !gone.has(index)), notes }
}

interface MadeColumn {
  readonly column: TableColumn
  readonly problems: readonly { readonly index: number; readonly problem: FileProblem }[]
}

function mappedColumn(table: Table, mapping: Mapping, mapped: MappedColumn): MadeColumn {
  switch (mapped.kind) {
    case 'fixed': {
      const cells = table.rowNumbers.map(() => mapped.value)
      return { column: { name: mapped.column, letter: '', cells }, problems: [] }
    }
    case 'flags':
      return { column: named('flags', source(table, mapped.from)), problems: [] }
    case 'from': {
      const from = source(table, mapped.from)
      return translated(table, mapped, { mapping, sourceAt: () => from })
    }
    case 'chosen':
      return translated(table, mapped, { mapping, sourceAt: chosenSource(table, mapped) })
  }
}

function source(table: Table, name: string): TableColumn {
  return columnOf(table, name) ?? { name, letter: '', cells: [] }
}

function named(name: string, from: TableColumn): TableColumn {
  return { name, letter: from.letter, header: from.header ?? from.name, cells: from.cells }
}

function chosenSource(
  table: Table,
  { by, cases }: ChosenColumn,
): (index: number) => TableColumn | undefined {
  const chooser = source(table, by).cells
  const columns = new Map(cases.map(({ when, from }) => [when, source(table, from)]))
  return (index) => columns.get(chooser[index]?.trim() ?? '')
}

function translated(
  table: Table,
  mapped: CopiedColumn | ChosenColumn,
  how: {
    readonly mapping: Mapping
    readonly sourceAt: (index: number) => TableColumn | undefined
  },
): MadeColumn {
  const translate = withMissing(translateCode(mapped), mapped.column, how.mapping)
  const first = mapped.kind === 'from' ? source(table, mapped.from) : source(table, mapped.by)
  const problems: { index: number; problem: FileProblem }[] = []
  const cells = table.rowNumbers.map((row, index) => {
    const from = how.sourceAt(index)
    const text = (from ?? first).cells[index]?.trim() ?? ''
    const code = from === undefined ? undefined : translate(text)
    if (code === undefined)
      problems.push({ index, problem: unmapped({ row, text, from: from ?? first, mapped, how }) })
    return code ?? ''
  })
  return { column: { ...named(mapped.column, first), cells }, problems }
}

// An empty cell says nothing that a table of codes could turn.
function withMissing(
  translate: TranslateCode,
  column: string,
  { missing = [] }: Mapping,
): TranslateCode {
  const gone = new Set(column === 'value' ? missing : [])
  return (text) => {
    if (gone.has(text)) return ''
    return translate(text) ?? (text === '' ? '' : undefined)
  }
}

function unmapped(met: {
  readonly row: number
  readonly text: string
  readonly from: TableColumn
  readonly mapped: CopiedColumn | ChosenColumn
  readonly how: { readonly mapping: Mapping }
}): FileProblem {
  const { letter } = met.from
  const header = met.from.header ?? met.from.name
  const detail = `${columnWords({ letter, header })}: the mapping ${met.how.mapping.id} has no ${met.mapped.column} for "${shown(met.text)}"`
  return {
    code: 'FILE_CODE_UNMAPPED',
    detail,
    row: met.row,
    column: letter,
    header: shown(header),
    value: shown(met.text),
  }
}

function columnsLeftOut(table: Table, mapping: Mapping): FileNote | undefined {
  const known = new Set([...sourceColumns(mapping), ...(mapping.unused ?? [])])
  const left = table.columns.filter(
    ({ name, cells }) => !known.has(name) && cells.some((cell) => cell.trim() !== ''),
  )
  if (left.length === 0) return undefined
  const names = left.map(({ letter, name }) => `${letter} (${shown(name)})`).join(', ')
  const detail = `columns that the mapping ${mapping.id} does not name were left out: ${names}`
  return { code: 'FILE_COLUMNS_LEFT_OUT', detail }
}
