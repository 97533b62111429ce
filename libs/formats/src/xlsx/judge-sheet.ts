// SPDX-License-Identifier: Apache-2.0
import { markTitle } from '../marked/mark-title'
import type { FileNote, FileProblem, Table } from '../reading/file-reading'
import { columnWords, shown } from '../text/shown'
import { columnLetter, rangeText, type CellRange } from './cell-place'
import { dateProblem, dateTextProblem, zeroProblem, type KnownCodes } from './spoiled-code'
import { sheetNotes } from './sheet-notes'
import { cellKinds, type ColumnFacts, type SheetFacts } from './sheet-facts'

/** A sheet as a table, with what was told and the rows that could not be read. */
export interface JudgedSheet {
  readonly table: Table
  readonly rowsRead: number
  readonly notes: readonly FileNote[]
  readonly problems: readonly FileProblem[]
}

/** The codes that a column may hold, by what stands in its header; undefined where it holds no codes. */
export type CodesOfColumn = (header: string) => KnownCodes | undefined

/** Turns what a sheet holds into a table of text. Rows with a cell that cannot be taken for what it shows are left out of it. */
export function judgeSheet(facts: SheetFacts, codesOf: CodesOfColumn): JudgedSheet {
  const columns = facts.columns.filter(({ name }) => name.toLowerCase() !== markTitle)
  const marked = facts.columns.find((column) => !columns.includes(column))?.column
  const rows = takenRows(facts, columns)
  const problems = [
    ...unnamedColumns(facts, marked),
    ...mergedCells(facts, columns),
    ...columns.flatMap((column) => cellProblems(facts, column, codesOf(column.name))),
  ].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
  const broken = new Set(problems.map(({ row }) => row))
  const kept = rows.filter((index) => !broken.has(facts.rowNumbers[index]))
  return {
    table: {
      sheet: facts.sheet,
      headerRow: Math.max(1, facts.headerRow),
      columns: columns.map(({ name, column, texts, cells }) => ({
        name,
        letter: columnLetter(column),
        cells: kept.map((index) => texts[cells[index] ?? 0] ?? ''),
      })),
      rowNumbers: kept.map((index) => facts.rowNumbers[index] ?? 0),
    },
    rowsRead: rows.length,
    notes: sheetNotes(facts),
    problems,
  }
}

// A row that holds nothing but a mark of ours, or nothing in any column of the table, is no row of figures.
function takenRows(facts: SheetFacts, columns: readonly ColumnFacts[]): readonly number[] {
  const rows: number[] = []
  for (let index = 0; index < facts.rowNumbers.length; index++)
    if (columns.some(({ kinds }) => kinds[index] !== 0)) rows.push(index)
  return rows
}

function unnamedColumns(
  { unnamed, headerRow }: SheetFacts,
  marked: number | undefined,
): readonly FileProblem[] {
  return unnamed
    .filter(({ column }) => column !== marked)
    .map(({ column, row }) => ({
      code: 'FILE_COLUMN_UNKNOWN',
      detail: `column ${columnLetter(column)} has no name in row ${headerRow}, but there is something in its row ${row}. Name it or clear it`,
      row: headerRow,
      column: columnLetter(column),
    }))
}

// One problem a row, however many ranges lie over it: the sender controls how many there are.
function mergedCells(
  { merged, headerRow, rowNumbers }: SheetFacts,
  columns: readonly ColumnFacts[],
): readonly FileProblem[] {
  const taken = columns.map(({ column }) => column)
  const [first, last] = [Math.min(...taken), Math.max(...taken)]
  const waiting = merged
    .filter(({ fromColumn, toColumn }) => toColumn >= first && fromColumn <= last)
    .sort((a, b) => a.fromRow - b.fromRow)
  const problems: FileProblem[] = []
  let over: CellRange | undefined
  let next = 0
  for (const row of [headerRow, ...rowNumbers]) {
    for (
      let range = waiting[next];
      range !== undefined && range.fromRow <= row;
      range = waiting[++next]
    )
      if (over === undefined || range.toRow > over.toRow) over = range
    if (over === undefined || over.toRow < row) continue
    const detail = `the cells ${rangeText(over)} are merged. Split them and give every row its own value`
    problems.push({ code: 'CELLS_MERGED', detail, row, column: columnLetter(over.fromColumn) })
  }
  return problems
}

function cellProblems(
  facts: SheetFacts,
  column: ColumnFacts,
  codes: KnownCodes | undefined,
): readonly FileProblem[] {
  const place = { letter: columnLetter(column.column), header: column.name }
  const problems: FileProblem[] = []
  for (let index = 0; index < facts.rowNumbers.length; index++) {
    const kind = cellKinds[column.kinds[index] ?? 0] ?? 'empty'
    const text = column.texts[column.cells[index] ?? 0] ?? ''
    const found = cellProblem(kind, text, codes)
    if (found === undefined) continue
    problems.push({
      code: found.code,
      detail: `${columnWords(place)}: ${found.detail}`,
      row: facts.rowNumbers[index] ?? 0,
      column: place.letter,
      header: shown(place.header),
      value: shown(text),
    })
  }
  return problems
}

function cellProblem(
  kind: (typeof cellKinds)[number],
  text: string,
  codes: KnownCodes | undefined,
): { readonly code: string; readonly detail: string } | undefined {
  switch (kind) {
    case 'error':
      return {
        code: 'CELL_ERROR',
        detail: `the cell holds an error from Excel (${shown(text)}). Correct what it is calculated from, or write the value`,
      }
    case 'unvalued':
      return {
        code: 'FORMULA_WITHOUT_VALUE',
        detail:
          'the cell holds a formula whose result was not saved. Open the file in Excel and save it, or write the value',
      }
    case 'date':
      return dateProblem(text, codes)
    case 'number':
      return codes === undefined ? undefined : zeroProblem(text, codes)
    case 'text':
      return codes === undefined ? undefined : dateTextProblem(text, codes)
    case 'empty':
    case 'boolean':
      return undefined
  }
}
