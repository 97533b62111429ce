// SPDX-License-Identifier: Apache-2.0
import { cellPlace, cellRange, mostColumns, mostRows, type CellRange } from './cell-place'
import { cellText } from './cell-text'
import { numberText } from './number-text'
import { isOn, type SheetEntry, type Workbook } from './open-workbook'
import { serialDate } from './serial-date'
import { stepsOfXml } from './walk-xml'
import { tooLarge, unreadable } from './workbook-flaw'
import { inflateEntry } from './zip-entry'

/** What a cell holds. `unvalued` is a formula whose result was not saved. */
export type CellKind = 'text' | 'number' | 'boolean' | 'date' | 'error' | 'unvalued'

/** A cell that is not empty. */
export interface SheetCell {
  readonly row: number
  readonly column: number
  readonly kind: CellKind
  readonly text: string
  readonly formula: boolean
}

/** What is told of a sheet, from its top to its end. */
export interface SheetListener {
  readonly cell: (cell: SheetCell) => void
  readonly hiddenRow?: (row: number) => void
  readonly hiddenColumns?: (from: number, to: number) => void
  readonly merged?: (range: CellRange) => void
  readonly enough?: () => boolean
}

const mostCells = 5_000_000

// The cell that is being read: written by the walk of one sheet only.
interface OpenCell {
  row: number
  column: number
  type: string
  style: number
  formula: boolean
  value: string | undefined
}

/** Walks through the cells of a sheet in their order. */
export async function walkSheet(
  workbook: Workbook,
  sheet: SheetEntry,
  listener: SheetListener,
): Promise<void> {
  const steps = stepsOfSheet(workbook, sheet, listener)
  while ((await steps.next()).done !== true);
}

/** The same walk in steps, so that what was told can be taken away in between. */
export function stepsOfSheet(
  workbook: Workbook,
  sheet: SheetEntry,
  listener: SheetListener,
): AsyncGenerator<void> {
  const cell: OpenCell = {
    row: 0,
    column: 0,
    type: 'n',
    style: 0,
    formula: false,
    value: undefined,
  }
  let taking: 'value' | 'inline' | undefined
  let phonetic = false
  let cells = 0
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    taking = undefined
    if (name === 'row') openRow(cell, attributes, listener)
    if (name === 'c') openCell(cell, attributes)
    if (name === 'f') cell.formula = true
    if (name === 'v') {
      taking = 'value'
      cell.value = ''
    }
    if (name === 'rPh') phonetic = true
    if (name === 't' && !phonetic) {
      taking = 'inline'
      cell.value ??= ''
    }
    if (name === 'col' && isHidden(attributes, 'width'))
      listener.hiddenColumns?.(Number(attributes['min']), Number(attributes['max']))
    if (name === 'mergeCell') openRange(attributes['ref'] ?? '', listener)
  }
  return stepsOfXml(inflateEntry(workbook.file, sheet.part), {
    open,
    text: (piece) => {
      if (taking !== undefined) cell.value = (cell.value ?? '') + piece
    },
    close: (name) => {
      taking = undefined
      if (name === 'rPh') phonetic = false
      if (name !== 'c') return
      const closed = closeCell(cell, workbook)
      if (closed === undefined) return
      if (++cells > mostCells) throw tooLarge('the sheet has more than 5 million cells')
      listener.cell(closed)
    },
    ...(listener.enough === undefined ? {} : { enough: listener.enough }),
  })
}

function openRow(
  cell: OpenCell,
  attributes: Readonly<Record<string, string>>,
  listener: SheetListener,
): void {
  const row = attributes['r'] === undefined ? cell.row + 1 : Number(attributes['r'])
  if (!Number.isInteger(row) || row <= cell.row || row > mostRows) throw disordered()
  cell.row = row
  cell.column = 0
  if (isHidden(attributes, 'ht')) listener.hiddenRow?.(row)
}

// Of no height or width is as hidden as hidden.
function isHidden(attributes: Readonly<Record<string, string>>, size: string): boolean {
  const given = attributes[size]
  return isOn(attributes['hidden']) || (given !== undefined && Number(given) === 0)
}

function openCell(cell: OpenCell, attributes: Readonly<Record<string, string>>): void {
  const reference = attributes['r']
  const place =
    reference === undefined
      ? { row: cell.row, column: cell.column + 1 }
      : (cellPlace(reference) ?? { row: 0, column: 0 })
  if (place.row !== cell.row || place.column <= cell.column || place.column > mostColumns)
    throw disordered()
  cell.column = place.column
  cell.type = attributes['t'] ?? 'n'
  cell.style = Number(attributes['s'] ?? 0)
  cell.formula = false
  cell.value = undefined
}

function disordered(): Error {
  return unreadable('the workbook is damaged: its cells are out of order. Save it again')
}

function openRange(reference: string, listener: SheetListener): void {
  const range = cellRange(reference)
  if (range !== undefined) listener.merged?.(range)
}

function closeCell(cell: OpenCell, workbook: Workbook): SheetCell | undefined {
  const { row, column, formula, value } = cell
  if (value === undefined) {
    return formula ? { row, column, formula, kind: 'unvalued', text: '' } : undefined
  }
  const { kind, text } = contentOf(cell, value, workbook)
  return text === '' && !formula ? undefined : { row, column, formula, kind, text }
}

interface Content {
  readonly kind: CellKind
  readonly text: string
}

// ECMA-376 18.18.11: the types of cells.
function contentOf(cell: OpenCell, value: string, workbook: Workbook): Content {
  switch (cell.type) {
    case 's':
      return { kind: 'text', text: sharedText(value, workbook.strings) }
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: cellText(value) }
    case 'b':
      return { kind: 'boolean', text: value.trim() === '1' ? 'TRUE' : 'FALSE' }
    case 'e':
      return { kind: 'error', text: value.trim() }
    case 'd':
      return { kind: 'date', text: value.trim() }
    default:
      return numberContent(cell, value, workbook)
  }
}

function sharedText(value: string, strings: readonly string[]): string {
  const text = strings[Number(value)]
  if (text === undefined)
    throw unreadable(
      'the workbook is damaged: a cell names a text that is not there. Save it again',
    )
  return text
}

function numberContent(cell: OpenCell, value: string, workbook: Workbook): Content {
  // Programs that do not calculate write a formula with an empty value.
  if (value.trim() === '') return { kind: cell.formula ? 'unvalued' : 'number', text: '' }
  const date =
    workbook.dateStyles[cell.style] === true
      ? serialDate(Number(value), workbook.from1904)
      : undefined
  return date === undefined
    ? { kind: 'number', text: numberText(value) }
    : { kind: 'date', text: date }
}
