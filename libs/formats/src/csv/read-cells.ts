// SPDX-License-Identifier: Apache-2.0
import type { FileNote, FileProblem, TableColumn } from '../reading/file-reading'
import { unguarded } from '../text/formula-guard'
import { readNotes } from '../text/notes-text'
import { pointStyle, readNumber, recogniseNumbers, type NumberStyle } from '../text/number-style'
import { decimalsOf, shiftPoint, toUnits } from '../text/scale-number'
import { columnWords, shown } from '../text/shown'
import { placeOf } from './bind-columns'
import type { ContractColumn } from './contract-columns'

/** What a cell means, or nothing. */
export type Meaning = string | number | null

/** What a column of a file means, row by row, and which of its cells mean nothing that can be read. */
export interface ReadColumn {
  readonly values: readonly Meaning[]
  /** With how many decimals each figure is written. */
  readonly decimals: readonly number[]
  readonly wrong: readonly { readonly index: number; readonly problem: FileProblem }[]
  readonly notes: readonly FileNote[]
}

/** How the cells of a column are to be read. */
export interface CellRules {
  readonly rowNumbers: readonly number[]
  /** The power of ten that figures are written in, row by row. */
  readonly multiplierAt: (index: number) => number
  /** SDMX writes numbers in one way; in other files it is recognised. */
  readonly numbers: 'recognised' | 'point'
  /** Texts that look like formulas have an apostrophe before them, which is not theirs. */
  readonly isGuarded: boolean
}

type Told = Pick<FileProblem, 'code' | 'detail'>
type CellReading =
  { readonly value: Meaning; readonly decimals?: number } | { readonly wrong: Told }

/** Reads the cells of one column. Each different text is read once. */
export function readCells(
  wanted: ContractColumn,
  column: TableColumn,
  rules: CellRules,
): ReadColumn {
  const { style, notes } = styleOf(wanted, column, rules)
  const read = cellReader(wanted, { style, isGuarded: rules.isGuarded })
  const values: Meaning[] = []
  const decimals: number[] = []
  const wrong: { index: number; problem: FileProblem }[] = []
  for (const [index, cell] of column.cells.entries()) {
    const known = read(cell, rules.multiplierAt(index))
    if ('value' in known) {
      values.push(known.value)
      if (wanted.role === 'measure') decimals.push(known.decimals ?? 0)
      continue
    }
    values.push(null)
    decimals.push(0)
    wrong.push({
      index,
      problem: problemAt(column, known.wrong, { cell, row: rules.rowNumbers[index] }),
    })
  }
  return { values, decimals, wrong, notes }
}

// Neighbours are mostly alike, and there are few different texts in a column.
function cellReader(
  wanted: ContractColumn,
  how: Omit<TextRules, 'multiplier'>,
): (cell: string, multiplier: number) => CellReading {
  const readings = new Map<string, CellReading>()
  let last: { readonly cell: string; readonly multiplier: number } | undefined
  let reading: CellReading = { value: null }
  return (cell, multiplier) => {
    if (last?.cell === cell && last.multiplier === multiplier) return reading
    if (last?.multiplier !== multiplier) readings.clear()
    last = { cell, multiplier }
    reading = readings.get(cell) ?? readCell(wanted, cell.trim(), { ...how, multiplier })
    readings.set(cell, reading)
    return reading
  }
}

function problemAt(
  column: TableColumn,
  told: Told,
  at: { readonly cell: string; readonly row: number | undefined },
): FileProblem {
  const place = placeOf(column)
  return {
    code: told.code,
    detail: `${columnWords(place)}: ${told.detail}`,
    ...(at.row === undefined ? {} : { row: at.row }),
    column: place.letter,
    header: shown(place.header),
    value: shown(at.cell),
  }
}

function styleOf(
  { kind }: ContractColumn,
  column: TableColumn,
  { numbers }: CellRules,
): { readonly style: NumberStyle; readonly notes: readonly FileNote[] } {
  if (numbers === 'point' || (kind !== 'amount' && kind !== 'number' && kind !== 'count'))
    return { style: pointStyle, notes: [] }
  const style = recogniseNumbers(column.cells)
  if (style.example === undefined) return { style, notes: [] }
  const read = readNumber(style.example, style)
  if (read.kind !== 'number') return { style, notes: [] }
  const detail = `${columnWords(placeOf(column))}: numbers are written like "${shown(style.example)}"; we read that as ${read.plain}`
  return { style, notes: [{ code: 'FILE_NUMBERS_RECOGNISED', detail }] }
}

interface TextRules {
  readonly isGuarded: boolean
  readonly style: NumberStyle
  readonly multiplier: number
}

function readCell(wanted: ContractColumn, text: string, rules: TextRules): CellReading {
  if (text === '') return emptyCell(wanted)
  switch (wanted.kind) {
    case 'code':
      return { value: text }
    case 'text':
      return { value: rules.isGuarded ? unguarded(text) : text }
    case 'notes':
      return readNotes(text) === undefined ? notNotes(text) : { value: text }
    case 'codes':
      return {
        value: text
          .split(/[\s,;|]+/)
          .filter(Boolean)
          .join(' '),
      }
    case 'amount':
    case 'count':
    case 'number':
      return readFigure(wanted, text, rules)
  }
}

function notNotes(text: string): CellReading {
  const detail = `"${shown(text)}" is no note; write W510: and why it is right`
  return { wrong: { code: 'FILE_VALUE_WRONG', detail } }
}

function emptyCell(wanted: ContractColumn): CellReading {
  if (wanted.otherwise !== undefined) return { value: wanted.otherwise }
  return wanted.optional || wanted.role === 'measure'
    ? { value: null }
    : { wrong: { code: 'FILE_VALUE_MISSING', detail: 'the cell is empty' } }
}

function readFigure(wanted: ContractColumn, text: string, rules: TextRules): CellReading {
  const read = readNumber(text, rules.style)
  if (read.kind === 'ambiguous') {
    const [one, other] = read.either
    const detail = `"${shown(text)}" can be ${one} or ${other}; write it without anything between its thousands`
    return { wrong: { code: 'FILE_VALUE_AMBIGUOUS', detail } }
  }
  if (read.kind === 'wrong') return notANumber(wanted, text, 0)
  if (wanted.kind === 'number') return { value: Number(shiftPoint(read.plain, rules.multiplier)) }
  const multiplier = wanted.kind === 'amount' ? rules.multiplier : 0
  const value = toUnits(read.plain, multiplier)
  return value === undefined
    ? notANumber(wanted, text, multiplier)
    : { value, decimals: decimalsOf(read.plain) }
}

function notANumber({ kind }: ContractColumn, text: string, multiplier: number): CellReading {
  if (kind === 'amount' && multiplier > 0) {
    const detail = `"${shown(text)}" ${multiplier === 3 ? 'thousand' : 'million'} is not a whole number`
    return { wrong: { code: 'FILE_VALUE_WRONG', detail } }
  }
  const wants = kind === 'number' ? 'a number' : 'a whole number; write 1204 without point or comma'
  return { wrong: { code: 'FILE_VALUE_WRONG', detail: `"${shown(text)}" is not ${wants}` } }
}
