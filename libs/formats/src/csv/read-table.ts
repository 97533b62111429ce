// SPDX-License-Identifier: Apache-2.0
import { CsvError, parse } from 'csv-parse/sync'
import type { FileNote, FileProblem, Table } from '../reading/file-reading'
import { columnLetters } from '../text/letters'
import { columnWords, shown } from '../text/shown'
import { recogniseDelimiter, type Delimiter } from './recognise-delimiter'

/** A table as it stands in delimited text, with what was told and what could not be read. */
export interface ReadTable {
  readonly table: Table
  readonly rowsRead: number
  readonly notes: readonly FileNote[]
  readonly problems: readonly FileProblem[]
}

/** Reads delimited text into columns. The delimiter is recognised where none is given, and told where it is no comma. */
export function readTable(text: string, delimiter?: Delimiter): ReadTable {
  const stated = /^sep=([,;\t|])\r?\n/i.exec(text)
  const found = delimiter ?? (stated?.[1] as Delimiter | undefined) ?? recogniseDelimiter(text)
  const rows = collectRows(text, { delimiter: found, skipFirst: stated !== null })
  const notes = delimiter === undefined && found !== ',' ? [delimiterNote(found)] : []
  const { header, headerRow, cells, rowNumbers, problems, broken } = rows
  const columns = header.map((name, index) => ({
    name: name.trim(),
    letter: columnLetters(index),
    cells: cells[index] ?? [],
  }))
  const rowsRead = rowNumbers.length + broken
  const table = { headerRow, columns, rowNumbers }
  if (problems.length === 0 && rowNumbers.length === 0)
    problems.push({ code: 'FILE_UNREADABLE', detail: 'the file has no rows' })
  return { table, rowsRead, notes, problems }
}

interface CollectedRows {
  header: readonly string[]
  headerRow: number
  readonly cells: string[][]
  readonly rowNumbers: number[]
  readonly problems: FileProblem[]
  /** Rows that are no rows of the table. */
  broken: number
}

function collectRows(
  text: string,
  how: { readonly delimiter: Delimiter; readonly skipFirst: boolean },
): CollectedRows {
  const rows: CollectedRows = {
    header: [],
    headerRow: 1,
    cells: [],
    rowNumbers: [],
    problems: [],
    broken: 0,
  }
  const texts = new Map<string, string>()
  let lastLine = 0
  let countedTwice = 0
  try {
    parse(text, {
      bom: true,
      delimiter: how.delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      from_line: how.skipFirst ? 2 : 1,
      // Records are taken apart here and never kept: columns of shared texts need a tenth of the memory.
      on_record: (record: readonly string[], { lines }: { readonly lines: number }) => {
        // The parser counts a line end of Windows inside quotation marks as two.
        countedTwice += countIn(record, /\r\n/g)
        lastLine = lines - countedTwice
        takeRecord(rows, texts, { record, row: lastLine - countIn(record, /\r\n|\r|\n/g) })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    rows.broken++
    const detail = error.message.startsWith('Quote Not Closed')
      ? 'a quotation mark is opened here or further down and never closed'
      : `this row is not CSV: ${shown(error.message)}`
    rows.problems.push({ code: 'FILE_UNREADABLE', detail, row: lastLine + 1 })
  }
  return rows
}

function takeRecord(
  rows: CollectedRows,
  texts: Map<string, string>,
  { record, row }: { readonly record: readonly string[]; readonly row: number },
): void {
  if (record.every((field) => field.trim() === '')) return
  if (rows.header.length === 0) {
    rows.header = record
    rows.headerRow = row
    for (let index = 0; index < record.length; index++) rows.cells.push([])
    return
  }
  if (!hasItsFields(rows, record, row) || !hasItsLetters(rows, record, row)) return
  rows.rowNumbers.push(row)
  for (const [index, cells] of rows.cells.entries()) cells.push(shared(texts, record[index] ?? ''))
}

// Spreadsheets end rows with empty fields; they are no fields.
function hasItsFields(rows: CollectedRows, record: readonly string[], row: number): boolean {
  const wanted = rows.header.length
  if (record.length === wanted) return true
  if (record.length > wanted && record.slice(wanted).every((field) => field.trim() === ''))
    return true
  rows.broken++
  const detail = `the row has ${record.length} fields and the header has ${wanted}`
  const value = shown(record.join(' '))
  rows.problems.push({ code: 'FILE_ROW_BROKEN', detail, row, value })
  return false
}

// Bytes that are no text in the encoding of the file came out as U+FFFD.
function hasItsLetters(rows: CollectedRows, record: readonly string[], row: number): boolean {
  const index = record.findIndex((field) => field.includes('\uFFFD'))
  if (index === -1) return true
  rows.broken++
  const place = { letter: columnLetters(index), header: rows.header[index] ?? '' }
  const detail = `${columnWords(place)}: bytes of this cell are no text in the encoding of the file`
  const at = { row, column: place.letter, header: shown(place.header) }
  rows.problems.push({
    code: 'FILE_ENCODING_WRONG',
    detail,
    ...at,
    value: shown(record[index] ?? ''),
  })
  return false
}

// The same few codes stand in most cells: one text for all of them.
function shared(texts: Map<string, string>, text: string): string {
  const found = texts.get(text)
  if (found !== undefined) return found
  texts.set(text, text)
  return text
}

function countIn(record: readonly string[], sign: RegExp): number {
  let count = 0
  for (const field of record) if (/[\r\n]/.test(field)) count += field.match(sign)?.length ?? 0
  return count
}

const delimiterNames: Readonly<Record<Delimiter, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'upright strokes',
}

function delimiterNote(delimiter: Delimiter): FileNote {
  const detail = `the fields of a row are parted by ${delimiterNames[delimiter]}; we read them so`
  return { code: 'FILE_DELIMITER_RECOGNISED', detail }
}
