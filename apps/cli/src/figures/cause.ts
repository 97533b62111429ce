// SPDX-License-Identifier: Apache-2.0
import { problem } from '@corridor/contracts'
import type { FileNote, FilePart, FileProblem } from '@corridor/formats'
import type { Found, Level } from '@corridor/rules'
import { sentence, whole } from '../output/words'

/** One thing that is wrong or worth a look, with every row of the file that has it. */
export interface Cause {
  /** Of the problem catalogue: `CODE_UNKNOWN`. */
  readonly code: string
  /** `E201` */
  readonly number: string
  readonly level: Level
  readonly sheet?: string
  /** The letter of the column, as a spreadsheet shows it. */
  readonly column?: string
  /** What stands in the header of the column, or the contract's name for it. */
  readonly field?: string
  readonly value?: string
  /** What is wrong, with its column and without its rows. */
  readonly message: string
  readonly fix: string
  /** As the file shows them; none where the whole file is meant. */
  readonly rows: readonly number[]
  /** What is wrong in each row, where the rows of a cause do not have the same. */
  readonly each?: readonly { readonly message: string; readonly value?: string }[]
  /** The note that goes with a warning. */
  readonly note?: string
}

/** What is told about a file and stops nothing. */
export interface Told {
  readonly number: string
  readonly message: string
  readonly row?: number
}

/** What a problem of the catalogue is called by people, and what to do about it. */
export function catalogued(code: string): { readonly number: string; readonly fix: string } {
  const known = problem(code)
  return known === undefined
    ? { number: code, fix: '' }
    : { number: known.number, fix: known.remedy }
}

/** Problems of a file by cause: those that a column has in common, apart where each value needs an answer of its own. */
export function causesOfProblems(
  problems: readonly FileProblem[],
  sheet: string | undefined,
): readonly Cause[] {
  const groups = new Map<string, FileProblem[]>()
  for (const one of problems) {
    const apart = byValue.has(one.code) ? (one.value ?? '') : ''
    const whole = one.row === undefined || ofHeader.test(one.code) ? one.detail : ''
    const key = [one.code, one.column ?? '', apart, whole].join('\u0000')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()].map((group) => causeOfProblems(group, sheet))
}

/** Codes whose values are corrected one by one: `9998` in 286 rows. */
const byValue: ReadonlySet<string> = new Set([
  'CODE_UNKNOWN',
  'CODE_BECAME_DATE',
  'FILE_CODE_UNMAPPED',
  'FILE_FLAG_UNKNOWN',
])

/** Problems of the header: each column is one. */
const ofHeader = /^FILE_COLUMN_/

function causeOfProblems(group: readonly FileProblem[], sheet: string | undefined): Cause {
  const [first] = group
  if (first === undefined) throw new Error('could not name a cause: it has no problem')
  const { code, detail, column, header, value } = first
  const placed = group.filter(({ row }) => row !== undefined)
  const alike = placed.every((one) => one.detail === detail)
  return {
    code,
    level: 'error',
    ...catalogued(code),
    ...(sheet === undefined ? {} : { sheet }),
    ...(column === undefined ? {} : { column }),
    ...(header === undefined ? {} : { field: header }),
    ...(value === undefined ? {} : { value }),
    message: sentence(detail),
    rows: placed.map(({ row }) => row ?? 0),
    ...(alike ? {} : { each: placed.map(eachOf) }),
  }
}

function eachOf({ detail, value }: FileProblem): NonNullable<Cause['each']>[number] {
  return { message: sentence(detail), ...(value === undefined ? {} : { value }) }
}

/** What the rules found in a dataset, in the rows and columns of its file. */
export function causeOfFound(
  found: Found,
  part: Pick<FilePart, 'places' | 'rowNumbers'>,
  sheet: string | undefined,
): Cause {
  const { code, level, column, value, noted } = found
  const rows = found.rows.map((row) => part.rowNumbers[row] ?? row + 1)
  const place = column === undefined ? undefined : part.places[column]
  const letter = place?.letter === '' ? undefined : place?.letter
  const field = place?.header ?? column
  const where =
    field === undefined ? '' : `${letter === undefined ? field : `${letter} (${field})`}: `
  const inPlace = (detail: string): string =>
    sentence(where === '' || code === 'COLUMN_LENGTH_WRONG' ? detail : `column ${where}${detail}`)
  const each = rows.length === 0 ? undefined : eachMessage(found, part)
  return {
    code,
    level,
    ...catalogued(code),
    ...(sheet === undefined ? {} : { sheet }),
    ...(letter === undefined ? {} : { column: letter }),
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
    message: inPlace(each?.[0] ?? found.detail),
    rows,
    ...(each === undefined ? {} : { each: each.map((one) => ({ message: inPlace(one) })) }),
    ...(noted === undefined ? {} : { note: noted }),
  }
}

// Rows that are at odds with each other name each other, as the file counts them.
function eachMessage(
  { each, others, rows, detail }: Found,
  { rowNumbers }: Pick<FilePart, 'rowNumbers'>,
): readonly string[] | undefined {
  if (each === undefined && others === undefined) return undefined
  const number = (row: number): number => rowNumbers[row] ?? row + 1
  return rows.map((row, index) => {
    const said = each?.[index] ?? detail
    const beside = others?.[index] ?? []
    if (beside.length === 0) return said
    const all = [row, ...beside].map(number).sort((a, b) => a - b)
    return `${rowList(all)} are ${all.length === 2 ? 'both' : 'all'} ${said}`
  })
}

function rowList(rows: readonly number[]): string {
  const told = rows.slice(0, 5).map(whole)
  if (rows.length === 2) return `rows ${told.join(' and ')}`
  return `rows ${told.join(', ')}${rows.length > told.length ? ' …' : ''}`
}

/** What was told about the file. */
export function toldOf({ code, detail, row }: FileNote): Told {
  const { number } = catalogued(code)
  return { number, message: sentence(detail), ...(row === undefined ? {} : { row }) }
}

/** The same cause in several datasets of a file is one, with the rows of all. */
export function asOne(causes: readonly Cause[]): readonly Cause[] {
  const groups = new Map<string, Cause>()
  for (const cause of causes) {
    const { code, level, column, field, value, message, note } = cause
    const key = JSON.stringify([code, level, column, field, value, message, note])
    const known = groups.get(key)
    if (known === undefined || known.each !== undefined || cause.each !== undefined)
      groups.set(known === undefined ? key : `${key}${String(groups.size)}`, cause)
    else groups.set(key, { ...known, rows: [...known.rows, ...cause.rows] })
  }
  return [...groups.values()]
}

/** Causes in the order in which they are worth correcting: errors first, then those that repair most rows. */
export function inOrderOfRows(causes: readonly Cause[]): readonly Cause[] {
  const weight = ({ level, rows }: Cause): number =>
    (level === 'error' ? 1e9 : 0) + (rows.length === 0 ? 1e8 : rows.length)
  return [...causes].sort((a, b) => weight(b) - weight(a) || a.number.localeCompare(b.number))
}

/** How many different rows of the file have a cause of some level. */
export function rowsWith(causes: readonly Cause[], level: Level): number {
  const rows = new Set<number>()
  for (const cause of causes) if (cause.level === level) for (const row of cause.rows) rows.add(row)
  return rows.size
}
