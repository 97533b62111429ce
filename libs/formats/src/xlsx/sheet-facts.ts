// SPDX-License-Identifier: Apache-2.0
import type { CellRange } from './cell-place'
import type { CellKind } from './walk-sheet'

/** What a cell of a table holds, as a number in `kinds`: its place in this list. */
export const cellKinds: readonly (CellKind | 'empty')[] = [
  'empty',
  'text',
  'number',
  'boolean',
  'date',
  'error',
  'unvalued',
]

/** A column of a sheet's table. Text is told once and pointed at, so that it crosses threads without a copy a cell. */
export interface ColumnFacts {
  readonly column: number
  readonly name: string
  readonly texts: readonly string[]
  /** For each row the place of its text in `texts`. */
  readonly cells: Uint32Array<ArrayBuffer>
  /** For each row what it is, a place in `cellKinds`. */
  readonly kinds: Uint8Array<ArrayBuffer>
}

/** What a sheet holds, nothing judged yet. Rows and columns are counted from 1, as a spreadsheet shows them. */
export interface SheetFacts {
  readonly sheet: string
  readonly sheetHidden: boolean
  /** Other sheets with a header that is known. */
  readonly otherSheets: readonly string[]
  /** 0 where the sheet is empty. */
  readonly headerRow: number
  readonly columns: readonly ColumnFacts[]
  readonly rowNumbers: Uint32Array<ArrayBuffer>
  /** Columns with cells and no name, and where the first of these stands. */
  readonly unnamed: readonly { readonly column: number; readonly row: number }[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[]
  readonly merged: readonly CellRange[]
  readonly formulas: number
}
