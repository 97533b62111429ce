// SPDX-License-Identifier: Apache-2.0
import type { CellRange } from './cell-place'
import type { Workbook, SheetEntry } from './open-workbook'
import { cellKinds, type ColumnFacts, type SheetFacts } from './sheet-facts'
import { walkSheet, type SheetCell } from './walk-sheet'
import { tooLarge } from './workbook-flaw'

const mostRows = 500_000
const mostMerged = 100_000

/** The header of a sheet's table. */
export interface Header {
  readonly row: number
  /** Names by column. */
  readonly names: ReadonlyMap<number, string>
}

// A column that grows: written by the collection of one sheet only.
interface OpenColumn {
  readonly column: number
  readonly name: string
  readonly texts: string[]
  readonly numberOf: Map<string, number>
  cells: Uint32Array<ArrayBuffer>
  kinds: Uint8Array<ArrayBuffer>
}

type Collected = Omit<SheetFacts, 'sheet' | 'sheetHidden' | 'otherSheets'>

/** All rows of a sheet below its header, by columns. */
export async function collectSheet(
  workbook: Workbook,
  sheet: SheetEntry,
  header: Header,
): Promise<Collected> {
  const columns = openColumns(header)
  const rows: number[] = []
  const hidden = new Set<number>()
  const hiddenColumns: { from: number; to: number }[] = []
  const unnamed = new Map<number, number>()
  const merged: CellRange[] = []
  let formulas = 0
  const take = (cell: SheetCell): void => {
    if (cell.row <= header.row) return
    if (cell.formula) formulas++
    if (cell.row !== rows.at(-1)) {
      if (rows.length >= mostRows) throw tooLarge('the sheet has more than 500,000 rows')
      rows.push(cell.row)
    }
    const column = columns.get(cell.column)
    if (column === undefined) {
      if (!unnamed.has(cell.column)) unnamed.set(cell.column, cell.row)
    } else keep(column, rows.length - 1, cell)
  }
  await walkSheet(workbook, sheet, {
    cell: take,
    hiddenRow: (row) => hidden.add(row),
    hiddenColumns: (from, to) => hiddenColumns.push({ from, to }),
    merged: (range) => {
      if (merged.push(range) > mostMerged) throw tooLarge('the sheet has too many merged cells')
    },
  })
  return {
    headerRow: header.row,
    columns: [...columns.values()].map((column) => closed(column, rows.length)),
    rowNumbers: Uint32Array.from(rows),
    unnamed: [...unnamed].map(([column, row]) => ({ column, row })),
    hiddenRows: rows.filter((row) => hidden.has(row)),
    hiddenColumns,
    merged,
    formulas,
  }
}

function openColumns({ names }: Header): ReadonlyMap<number, OpenColumn> {
  return new Map(
    [...names].map(([column, name]) => [
      column,
      {
        column,
        name,
        texts: [''],
        numberOf: new Map([['', 0]]),
        cells: new Uint32Array(1_024),
        kinds: new Uint8Array(1_024),
      },
    ]),
  )
}

function keep(column: OpenColumn, index: number, { text, kind }: SheetCell): void {
  if (index >= column.cells.length) grow(column, index)
  let number = column.numberOf.get(text)
  if (number === undefined) {
    number = column.texts.push(text) - 1
    column.numberOf.set(text, number)
  }
  column.cells[index] = number
  column.kinds[index] = cellKinds.indexOf(kind)
}

function grow(column: OpenColumn, index: number): void {
  const length = Math.max(column.cells.length * 2, index + 1)
  const cells = new Uint32Array(length)
  const kinds = new Uint8Array(length)
  cells.set(column.cells)
  kinds.set(column.kinds)
  column.cells = cells
  column.kinds = kinds
}

// A column whose last rows are empty has not grown to them: what is not there is empty, which is 0.
function closed({ column, name, texts, cells, kinds }: OpenColumn, rows: number): ColumnFacts {
  const all = { cells: new Uint32Array(rows), kinds: new Uint8Array(rows) }
  all.cells.set(cells.subarray(0, rows))
  all.kinds.set(kinds.subarray(0, rows))
  return { column, name, texts, ...all }
}
