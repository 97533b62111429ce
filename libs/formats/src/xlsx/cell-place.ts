// SPDX-License-Identifier: Apache-2.0

/** A rectangle of cells, rows and columns counted from 1. */
export interface CellRange {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

/** The letter of a column as a spreadsheet shows it: 1 gives `A`, 28 gives `AB`. */
export function columnLetter(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** Row and column of a reference such as `AB12`; undefined where it is none. */
export function cellPlace(
  reference: string,
): { readonly row: number; readonly column: number } | undefined {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  const row = Number(reference.slice(at))
  if (column < 1 || column > mostColumns || !Number.isInteger(row) || row < 1 || row > mostRows)
    return undefined
  return { row, column }
}

/** The rectangle of a reference such as `A2:C5`; undefined where it is none. */
export function cellRange(reference: string): CellRange | undefined {
  const [first = '', last = first] = reference.split(':')
  const from = cellPlace(first)
  const to = cellPlace(last)
  if (from === undefined || to === undefined) return undefined
  return { fromRow: from.row, toRow: to.row, fromColumn: from.column, toColumn: to.column }
}

/** `A2:C5` */
export function rangeText({ fromRow, toRow, fromColumn, toColumn }: CellRange): string {
  return `${columnLetter(fromColumn)}${fromRow}:${columnLetter(toColumn)}${toRow}`
}

/** The last row and column of a sheet. */
export const mostRows = 1_048_576
export const mostColumns = 16_384
