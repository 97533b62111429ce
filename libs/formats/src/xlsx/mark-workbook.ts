// SPDX-License-Identifier: Apache-2.0
import { openWorkbook, type SheetEntry, type Workbook } from './open-workbook'
import { stepsOfSheet, walkSheet, type SheetCell } from './walk-sheet'
import {
  writeWorkbook,
  type CellLook,
  type WrittenCell,
  type WrittenRow,
  type WrittenSheet,
} from './write-workbook'

/** What is written beside a row, and which of its cells are coloured. */
export interface RowMark {
  /** The sheet; the first one where none is named. */
  readonly sheet?: string
  readonly row: number
  /** Columns of the cells that it is about, from 1. */
  readonly columns: readonly number[]
  readonly level: 'error' | 'warning'
  readonly text: string
}

/** What a copy of a workbook is given. */
export interface WorkbookMarks {
  /** The name of the added column. */
  readonly title: string
  readonly marks: readonly RowMark[]
  /** Sheets that are added behind those of the workbook. */
  readonly added: readonly WrittenSheet[]
}

const rowsLookedAt = 20

/** A new workbook with the same cells and a column of marks. Formulas stay behind: their results are written. */
export async function markWorkbook(bytes: Uint8Array, given: WorkbookMarks): Promise<Uint8Array> {
  const workbook = await openWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const [first] = workbook.sheets
  const sheets: WrittenSheet[] = []
  for (const sheet of workbook.sheets) {
    // A copy of a copy gets its sheets anew.
    if (given.added.some(({ name }) => name === sheet.name)) continue
    const marks = given.marks.filter((mark) => (mark.sheet ?? first?.name) === sheet.name)
    sheets.push(await markSheet(workbook, sheet, { title: given.title, marks }))
  }
  return writeWorkbook([...sheets, ...given.added])
}

type SheetMarks = Pick<WorkbookMarks, 'title' | 'marks'>

async function markSheet(
  workbook: Workbook,
  sheet: SheetEntry,
  { title, marks }: SheetMarks,
): Promise<WrittenSheet> {
  if (marks.length === 0) return { name: sheet.name, rows: rowsOf(workbook, sheet) }
  const { titleRow, column } = await measure(workbook, sheet, title)
  const beside = new Map(marks.map((mark) => [mark.row, mark]))
  return {
    name: sheet.name,
    rows: withMarks(rowsOf(workbook, sheet), { beside, column, titleRow, title }),
    columns: [{ column, width: 80, look: 'wrapped' }],
  }
}

// The header is the first row with the most cells: a title above it has one or two. A column of marks that an earlier copy
// has is written over.
async function measure(
  workbook: Workbook,
  sheet: SheetEntry,
  title: string,
): Promise<{ titleRow: number; column: number }> {
  const cells = new Map<number, number>()
  let last = 0
  let earlier: { titleRow: number; column: number } | undefined
  await walkSheet(workbook, sheet, {
    cell: ({ row, column, text }) => {
      if (cells.has(row) || cells.size < rowsLookedAt) cells.set(row, (cells.get(row) ?? 0) + 1)
      if (text === title && earlier === undefined) earlier = { titleRow: row, column }
      last = Math.max(last, column)
    },
  })
  const most = Math.max(0, ...cells.values())
  const [titleRow = 1] = [...cells].find(([, count]) => count === most) ?? []
  return earlier ?? { titleRow, column: last + 1 }
}

async function* rowsOf(workbook: Workbook, sheet: SheetEntry): AsyncGenerator<WrittenRow> {
  let open: { row: number; cells: WrittenCell[] } | undefined
  let complete: WrittenRow[] = []
  const steps = stepsOfSheet(workbook, sheet, {
    cell: (cell) => {
      if (open?.row !== cell.row) {
        if (open !== undefined) complete.push(open)
        open = { row: cell.row, cells: [] }
      }
      open.cells.push(written(cell))
    },
  })
  for (let ended = false; !ended;) {
    ended = (await steps.next()).done === true
    yield* complete
    complete = []
  }
  if (open !== undefined) yield open
}

// Text as text, whatever it begins with: a cell of an office that says "=cmd" is shown and never run.
function written({ column, kind, text }: SheetCell): WrittenCell {
  return kind === 'number'
    ? { column, text, kind: 'number', look: 'plain' }
    : { column, text, kind: 'text', look: 'text' }
}

interface Marking {
  readonly beside: ReadonlyMap<number, RowMark>
  readonly column: number
  readonly titleRow: number
  readonly title: string
}

async function* withMarks(
  rows: AsyncIterable<WrittenRow>,
  marking: Marking,
): AsyncGenerator<WrittenRow> {
  const waiting = [...marking.beside.keys()].sort((a, b) => a - b)
  for await (const row of rows) {
    // Rows without a cell can have a problem too: a merged range, a row that is missing.
    while (waiting[0] !== undefined && waiting[0] < row.row)
      yield marked({ row: waiting.shift() ?? 0, cells: [] }, marking)
    if (waiting[0] === row.row) waiting.shift()
    yield marked(row, marking)
  }
  for (const row of waiting) yield marked({ row, cells: [] }, marking)
}

function marked({ row, cells }: WrittenRow, marking: Marking): WrittenRow {
  const mark = marking.beside.get(row)
  const own = cells.filter(({ column }) => column !== marking.column)
  if (row === marking.titleRow) own.push(textCell(marking.column, marking.title, 'header'))
  if (mark === undefined) return { row, cells: own }
  const coloured = new Map(own.map((cell) => [cell.column, cell]))
  for (const column of mark.columns) {
    const cell = coloured.get(column) ?? textCell(column, '', mark.level)
    coloured.set(column, { ...cell, look: mark.level })
  }
  if (row !== marking.titleRow)
    coloured.set(marking.column, textCell(marking.column, mark.text, mark.level))
  return { row, cells: [...coloured.values()].sort((a, b) => a.column - b.column) }
}

function textCell(column: number, text: string, look: CellLook): WrittenCell {
  return { column, text, kind: 'text', look }
}
