// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, problem, type ProblemCode } from '@corridor/contracts'
import type { Found, Level } from './found'
import { inWords } from './words'

/** A problem as people see it who look at their own file. */
export interface RowProblem {
  readonly code: ProblemCode
  readonly number: string
  readonly level: Level
  readonly sheet?: string
  /** The row as the file shows it; none where the whole file is meant. */
  readonly row?: number
  /** The letter of the column. */
  readonly column?: string
  /** The column of the contract. */
  readonly field?: string
  readonly value?: string
  /** How many rows have the same cause. */
  readonly rows: number
  /** What is wrong. */
  readonly message: string
  /** What to do. */
  readonly fix: string
  /** The sender's note, by which a warning stops nothing. */
  readonly noted?: string
}

/** Where the rows and columns of a dataset stand in the file that it came from. */
export interface FilePlaces {
  readonly rowNumbers: readonly number[]
  /** By column of the contract. */
  readonly places: Readonly<Record<string, { readonly letter: string } | undefined>>
  readonly sheet?: string
  /** The dataset as it was read, so that each row can be told with what stands in it. */
  readonly data?: object
}

/**
 * Every problem of every row, none left out, in the order of the causes.
 * @example problemsOf(checked.found, { ...part, sheet: reading.sheet })
 */
export function problemsOf(found: readonly Found[], file: FilePlaces): readonly RowProblem[] {
  return found.flatMap((one) => {
    const shared = sharedBy(one, file)
    if (one.rows.length === 0) return [{ ...shared, message: one.detail }]
    return one.rows.map((row, i) => ({
      ...shared,
      row: rowNumber(file, row),
      ...valueAt(one, row, file),
      message: messageAt(one, i, file),
    }))
  })
}

function sharedBy(
  { code, level, column, rows, noted }: Found,
  { sheet, places }: FilePlaces,
): Omit<RowProblem, 'message'> {
  const { number, remedy } = problem(code)
  const letter = column === undefined ? undefined : places[column]?.letter
  return {
    code,
    number,
    level,
    ...(sheet === undefined ? {} : { sheet }),
    ...(letter === undefined ? {} : { column: letter }),
    ...(column === undefined ? {} : { field: column }),
    rows: rows.length,
    fix: remedy,
    ...(noted === undefined ? {} : { noted }),
  }
}

function valueAt(
  { column, value }: Found,
  row: number,
  { data }: FilePlaces,
): { readonly value?: string } {
  const entries = data === undefined || column === undefined ? undefined : columnOf(data, column)
  const told = entries === undefined ? null : cell(entries, row)
  if (told === null || typeof told === 'object') return value === undefined ? {} : { value }
  return { value: String(told) }
}

// Rows that are at odds with each other name each other, as the file counts them.
function messageAt({ detail, each, others }: Found, i: number, file: FilePlaces): string {
  const message = each?.[i] ?? detail
  const rows = others?.[i]?.map((row) => inWords(rowNumber(file, row))) ?? []
  const [first] = rows
  if (first === undefined) return message
  if (rows.length === 1) return `row ${first} is ${message} too`
  const listed = rows.slice(0, 5).join(', ')
  return `rows ${listed}${rows.length > 5 ? ' …' : ''} are ${message} too`
}

function rowNumber({ rowNumbers }: FilePlaces, row: number): number {
  return rowNumbers[row] ?? row + 1
}
