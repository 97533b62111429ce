// SPDX-License-Identifier: Apache-2.0
import { columnNames, fold, structure, validate, type Cell } from '@corridor/contracts'
import type { Found } from '@corridor/rules'
import type { Refusal } from '@corridor/kernel'
import type { UnjudgedPart } from './unjudged-part'

/** What a schema refuses of a dataset, and what is left of it. */
export interface WrongContent {
  /** One cause for each value that cannot stand in its column, with all its rows. */
  readonly found: readonly Found[]
  /** The rows that the schema accepts, with their places in the whole; absent where there are none. */
  readonly left?: { readonly data: object; readonly kept: readonly number[] }
  /** All rows, with a value that the schema accepts where one was found that it refuses. */
  readonly mended?: object
}

/** Different values that are found wrong in one dataset before the search ends; each costs one look at the rows left. */
const mostValues = 500

/**
 * Finds every value that the schema of a dataset refuses: the schema names the first, its rows are set aside, and so on. Rows that
 * were set aside are looked at again with a good value in its place, because something else may be wrong in them.
 */
export function wrongContent(part: UnjudgedPart): WrongContent {
  const start = startOf(part)
  const first = search(part, start)
  if (start === undefined || first.left === undefined) return first
  const found = [...first.found]
  let mended = mend(start, first.left.data, first.found)
  for (let round = 0; round < start.columns.length && found.length < mostValues; round++) {
    const again = search(part, mended)
    if (again.found.length === 0) return { found, left: first.left, mended: mended.data }
    found.push(...again.found)
    mended = mend(mended, first.left.data, again.found)
  }
  return { found, left: first.left }
}

function search({ contract, data }: UnjudgedPart, start: Rest | undefined): WrongContent {
  const found: Found[] = []
  let rest = start
  while (found.length < mostValues) {
    const valid = validate(contract.name, contract.version, rest?.data ?? data)
    if (valid.ok) return rest === undefined ? { found } : { found, left: rest }
    const place = placeOf(valid.refusal.detail)
    const met = place === undefined || rest === undefined ? undefined : rowsWith(rest, place)
    if (met === undefined || rest === undefined)
      return { found: [...found, wholePart(valid.refusal)] }
    const { kept } = rest
    found.push({
      code: 'CONTENT_WRONG',
      level: 'error',
      column: met.column,
      ...(met.value === null ? {} : { value: String(met.value) }),
      detail: met.detail,
      rows: met.rows.map((row) => kept[row] ?? row),
    })
    rest = without(rest, new Set(met.rows))
    if (rest.kept.length === 0) return { found }
  }
  const detail = `more than ${String(mostValues)} different values are wrong; correct these, then check again`
  return { found: [...found, wholePart({ code: 'CONTENT_WRONG', detail })] }
}

/** Puts a value that the schema accepts in place of those that it refuses. */
function mend(rest: Rest, good: object, found: readonly Found[]): Rest {
  const data: Record<string, unknown> = { ...rest.data }
  for (const { column, rows } of found) {
    const cells = column === undefined ? undefined : data[column]
    if (column === undefined || !Array.isArray(cells)) continue
    const accepted: unknown = Reflect.get(good, column)
    const [value] = Array.isArray(accepted) ? (accepted as readonly unknown[]) : [accepted]
    const wrong = new Set(rows)
    data[column] = cells.map((cell: unknown, row) => (wrong.has(row) ? value : cell))
  }
  return { ...rest, data }
}

/** A refusal that is about no row. */
export function wholePart({ code, detail }: Refusal): Found {
  // `validate` refuses with codes of the catalogue only.
  return { code: code as Found['code'], level: 'error', detail, rows: [] }
}

/** A dataset whose columns are lists of one length, so that rows can be taken out. */
interface Rest {
  readonly data: Readonly<Record<string, unknown>>
  readonly kept: readonly number[]
  readonly columns: readonly string[]
}

function startOf({ contract, data }: UnjudgedPart): Rest | undefined {
  const known = structure(contract.name, contract.version)
  if (typeof data !== 'object' || data === null || known === undefined) return undefined
  const members = data as Readonly<Record<string, unknown>>
  const rows = members['rows']
  // No bound of the contract has been looked at yet.
  if (typeof rows !== 'number' || !Number.isInteger(rows) || rows < 1 || rows > 100_000)
    return undefined
  const columns = columnNames(known).filter((name) => members[name] !== undefined)
  const even = columns.every((name) => {
    const column = members[name]
    return !Array.isArray(column) || column.length === rows
  })
  const kept = Array.from({ length: rows }, (_, row) => row)
  return even ? { data: members, kept, columns } : undefined
}

interface WrongPlace {
  readonly column: string
  /** Absent where the column is one value for all rows. */
  readonly row?: number
  readonly detail: string
}

// As plain sentences of the contracts begin: 'period, entry 3: "13" is not …', 'direction: "in" is not …'.
function placeOf(sentence: string): WrongPlace | undefined {
  const [, column, entry, detail] = /^(\w+)(?:, entry (\d+))?: (.*)$/s.exec(sentence) ?? []
  if (column === undefined || detail === undefined) return undefined
  return { column, detail, ...(entry === undefined ? {} : { row: Number(entry) - 1 }) }
}

function rowsWith(
  { data, kept, columns }: Rest,
  { column, row, detail }: WrongPlace,
):
  | {
      readonly column: string
      readonly value: Cell
      readonly detail: string
      readonly rows: readonly number[]
    }
  | undefined {
  if (!columns.includes(column)) return undefined
  const cells = data[column]
  if (!Array.isArray(cells)) {
    const rows = kept.map((_, index) => index)
    return { column, value: cells as Cell, detail, rows }
  }
  if (row === undefined) return undefined
  const value: unknown = cells[row]
  const rows = cells.flatMap((cell, index) => (cell === value ? [index] : []))
  // What is no number or text equals itself only.
  const shown = typeof value === 'string' || typeof value === 'number' ? value : null
  return { column, value: shown, detail, rows: rows.length === 0 ? [row] : rows }
}

function without({ data, kept, columns }: Rest, gone: ReadonlySet<number>): Rest {
  const stays = kept.flatMap((_, row) => (gone.has(row) ? [] : [row]))
  const fewer = columns.map((name) => {
    const cells = data[name]
    if (!Array.isArray(cells)) return [name, cells] as const
    // A column may hold what it must not: the schema says so in its turn.
    return [name, fold(stays.map((row) => (cells as readonly Cell[])[row] ?? null))] as const
  })
  return {
    data: { ...data, rows: stays.length, ...Object.fromEntries(fewer) },
    kept: stays.map((row) => kept[row] ?? row),
    columns,
  }
}
