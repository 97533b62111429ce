// SPDX-License-Identifier: Apache-2.0
import { appendAll } from '../reading/append-all'
import type { ReadTable } from '../csv/read-table'
import type { FileProblem, TableColumn } from '../reading/file-reading'
import { columnLetters } from '../text/letters'
import { shown } from '../text/shown'

/** True where a first line is the header of Eurostat's bulk files: `freq,unit,geo\TIME_PERIOD<TAB>2013 `. */
export function isTsvHeader(line: string): boolean {
  return /^[^\t]*\\\w+\s*\t/.test(line)
}

interface LongTable {
  readonly keys: readonly string[][]
  readonly period: string[]
  readonly value: string[]
  readonly flags: string[]
  readonly rowNumbers: number[]
  readonly problems: FileProblem[]
  rowsRead: number
}

/**
 * Reads Eurostat's bulk TSV into a table with a row for each cell: its key columns by their names, `TIME_PERIOD`, `OBS_VALUE` and
 * `OBS_FLAG`. A cell `:` is a figure that is missing, never an absent one. Rows are counted in cells; their numbers are those of
 * the lines that hold them.
 */
export function readTsv(text: string): ReadTable {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const [first = '', ...periods] = (lines[0] ?? '').split('\t').map((field) => field.trim())
  const [keyText = '', timeName = 'TIME_PERIOD'] = first.split('\\')
  const names = keyText.split(',').map((name) => name.trim())
  const long: LongTable = {
    keys: names.map(() => []),
    period: [],
    value: [],
    flags: [],
    rowNumbers: [],
    problems: [],
    rowsRead: 0,
  }
  for (let line = 1; line < lines.length; line++) {
    const written = lines[line] ?? ''
    if (written.trim() !== '')
      takeLine(long, { fields: written.split('\t'), periods, row: line + 1 })
  }
  if (long.rowsRead === 0)
    long.problems.push({ code: 'FILE_UNREADABLE', detail: 'the file has no rows' })
  const time = timeName === 'time' ? 'TIME_PERIOD' : timeName
  const { rowNumbers, rowsRead, problems } = long
  return {
    table: { headerRow: 1, columns: columnsOf(long, [...names, time]), rowNumbers },
    rowsRead,
    notes: [],
    problems,
  }
}

function columnsOf(long: LongTable, names: readonly string[]): readonly TableColumn[] {
  const keys = names.map((name, index) => ({
    name,
    letter: 'A',
    header: name,
    cells: long.keys[index] ?? long.period,
  }))
  return [
    ...keys,
    { name: 'OBS_VALUE', letter: 'B', header: 'OBS_VALUE', cells: long.value },
    { name: 'OBS_FLAG', letter: 'B', header: 'OBS_VALUE', cells: long.flags },
  ]
}

interface Line {
  readonly fields: readonly string[]
  readonly periods: readonly string[]
  readonly row: number
}

function takeLine(long: LongTable, { fields, periods, row }: Line): void {
  const key = (fields[0] ?? '').split(',').map((code) => code.trim())
  const cells = fields.slice(1)
  while (cells.length > periods.length && cells.at(-1)?.trim() === '') cells.pop()
  long.rowsRead += periods.length
  if (key.length !== long.keys.length || cells.length !== periods.length) {
    const detail = `the row has ${key.length} codes and ${cells.length} figures; the header has ${long.keys.length} and ${periods.length}`
    // A problem for each figure that is lost with the row, so that all are accounted for.
    const value = shown(fields[0] ?? '')
    appendAll(
      long.problems,
      periods.map(() => ({ code: 'FILE_ROW_BROKEN', detail, row, value })),
    )
    return
  }
  for (const [index, cell] of cells.entries()) {
    const read = readCell(cell)
    if (read === undefined) {
      long.problems.push(wrongCell(cell, { row, index, period: periods[index] ?? '' }))
      continue
    }
    for (const [at, code] of key.entries()) long.keys[at]?.push(code)
    long.period.push(periods[index] ?? '')
    long.value.push(read.value)
    long.flags.push(read.flags)
    long.rowNumbers.push(row)
  }
}

// `123 b`, `:`, `: c`, `:z`
function readCell(cell: string): { readonly value: string; readonly flags: string } | undefined {
  const [, value, flags = ''] = /^(:|-?\d+(?:\.\d+)?)\s*([a-z]{0,9})$/.exec(cell.trim()) ?? []
  return value === undefined ? undefined : { value: value === ':' ? '' : value, flags }
}

function wrongCell(
  cell: string,
  at: { readonly row: number; readonly index: number; readonly period: string },
): FileProblem {
  const column = columnLetters(at.index + 1)
  const detail = `column ${column} (${shown(at.period)}): "${shown(cell.trim())}" is no figure with flags; write 123, 123 b or :`
  const place = { row: at.row, column, header: shown(at.period), value: shown(cell.trim()) }
  return { code: 'FILE_VALUE_WRONG', detail, ...place }
}
