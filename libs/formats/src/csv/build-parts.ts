// SPDX-License-Identifier: Apache-2.0
import { structure } from '@corridor/contracts'
import { appendAll } from '../reading/append-all'
import { fold } from './fold'
import type { FilePart, FileProblem, Place, Table } from '../reading/file-reading'
import { placeOf } from './bind-columns'
import type { Binding, ContractColumn } from './contract-columns'
import { readNotes } from '../text/notes-text'
import type { Meaning } from './read-cells'
import type { TableOptions } from './table-reading'

/** A table whose cells have been read. */
export interface ReadRows {
  readonly table: Table
  readonly binding: Binding
  readonly options: TableOptions
  readonly meaningOf: (column: ContractColumn) => (index: number) => Meaning
  readonly isWrong: (index: number) => boolean
  readonly decimalsAt: (index: number) => number
}

/** A dataset holds at most this many rows. */
const rowsPerPart = 5_000

/** Sorts rows into datasets: all that a dataset says once for all its rows is the same in them. */
export function buildParts(rows: ReadRows): {
  readonly parts: readonly FilePart[]
  readonly problems: readonly FileProblem[]
} {
  const parts: FilePart[] = []
  const problems: FileProblem[] = []
  for (const group of groupsOf(rows)) {
    const missing = withoutClassification(rows, group)
    if (missing.length > 0) appendAll(problems, missing)
    else for (const kept of chunks(group)) parts.push(partOf(rows, kept, group))
  }
  return { parts, problems }
}

function chunks(group: readonly number[]): readonly (readonly number[])[] {
  const made: (readonly number[])[] = []
  for (let from = 0; from < group.length; from += rowsPerPart)
    made.push(group.slice(from, from + rowsPerPart))
  return made
}

function groupsOf(rows: ReadRows): readonly (readonly number[])[] {
  const { binding, table, isWrong, meaningOf } = rows
  const stated = binding.wanted
    .filter((column) => column.role === 'dataset' && binding.bound.has(column))
    .map(meaningOf)
  const frequencyAt = frequencyReader(rows)
  const groups = new Map<string, number[]>()
  let last: { readonly said: readonly Meaning[]; readonly group: number[] } | undefined
  for (let index = 0; index < table.rowNumbers.length; index++) {
    if (isWrong(index)) continue
    const said = [frequencyAt(index), ...stated.map((at) => at(index))]
    // Rows of one dataset mostly stand together.
    if (last !== undefined && isSame(said, last.said)) {
      last.group.push(index)
      continue
    }
    const key = JSON.stringify(said)
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(index)
    last = { said, group }
  }
  return [...groups.values()]
}

function isSame(one: readonly Meaning[], other: readonly Meaning[]): boolean {
  return one.every((value, at) => value === other[at])
}

// What the file does not say is what its periods are.
function frequencyReader({ binding, meaningOf }: ReadRows): (index: number) => string {
  const time = binding.wanted.find(({ concept }) => concept === 'TIME_PERIOD')
  const stated = binding.wanted.find(({ concept }) => concept === 'FREQ')
  const statedAt = stated === undefined ? () => null : meaningOf(stated)
  const periodAt = time === undefined ? () => null : meaningOf(time)
  return (index) => {
    const given = statedAt(index)
    return given === null ? frequencyOf(periodAt(index)) : String(given)
  }
}

function frequencyOf(period: Meaning): string {
  const [, letter] = /^\d{4}-([SQ])\d$/.exec(String(period)) ?? []
  if (letter !== undefined) return letter
  return /^\d{4}-\d\d$/.test(String(period)) ? 'M' : 'A'
}

// Codes of one classification can be codes of another with another meaning: which one it is must be said, unless all are totals.
function withoutClassification(rows: ReadRows, group: readonly number[]): readonly FileProblem[] {
  const { binding, table, meaningOf } = rows
  return binding.wanted.flatMap((column) => {
    if (column.classification === undefined || classificationOf(rows, column, group) !== undefined)
      return []
    const at = meaningOf(column)
    const ids = Object.keys(column.classification).join(' or ')
    const detail = `column "${column.name}_classification" is missing: which one do the codes of column "${column.name}" follow, ${ids}?`
    return group
      .filter((index) => !isSpecial(at(index)))
      .map((index) => ({
        code: 'FILE_COLUMN_MISSING',
        detail,
        row: table.rowNumbers[index] ?? 0,
        header: `${column.name}_classification`,
        value: String(at(index)).slice(0, 40),
      }))
  })
}

function classificationOf(
  { binding, meaningOf }: ReadRows,
  column: ContractColumn,
  group: readonly number[],
): string | undefined {
  const named = binding.wanted.find((one) => one.column === `classifications.${column.column}`)
  const stated = named === undefined ? null : meaningOf(named)(group[0] ?? 0)
  if (stated !== null) return String(stated)
  const ids = Object.keys(column.classification ?? {})
  const at = meaningOf(column)
  return ids.length === 1 || group.every((index) => isSpecial(at(index))) ? ids[0] : undefined
}

function isSpecial(code: Meaning): boolean {
  return String(code).startsWith('_')
}

function partOf(rows: ReadRows, kept: readonly number[], group: readonly number[]): FilePart {
  const { binding, table, options, meaningOf } = rows
  const data: Record<string, unknown> = {
    ...datasetMembers(rows, group),
    ...(options.mappedBy === undefined ? {} : { mappedBy: options.mappedBy }),
    rows: kept.length,
  }
  for (const column of binding.wanted) {
    if (column.role === 'dataset') continue
    const values = kept.map(meaningOf(column))
    if (column.optional && values.every((value) => value === null)) continue
    data[column.column] = fold(values)
  }
  return {
    contract: options.contract,
    data,
    rowNumbers: kept.map((index) => table.rowNumbers[index] ?? 0),
    places: placesOf(binding),
    ...(options.mappedBy === undefined ? {} : { mappedBy: options.mappedBy }),
  }
}

function placesOf({ bound }: Binding): Readonly<Record<string, Place>> {
  // What a mapping says by itself stands nowhere in the file.
  const placed = [...bound].filter(([, { letter }]) => letter !== '')
  return Object.fromEntries(placed.map(([wanted, column]) => [wanted.column, placeOf(column)]))
}

function datasetMembers(rows: ReadRows, group: readonly number[]): Record<string, unknown> {
  const { binding, meaningOf } = rows
  const first = group[0] ?? 0
  const members: Record<string, unknown> = {}
  for (const column of binding.wanted) {
    if (column.role !== 'dataset' || column.column.startsWith('unit.')) continue
    const value =
      column.concept === 'FREQ' ? frequencyReader(rows)(first) : meaningOf(column)(first)
    if (value === null) continue
    const said = column.kind === 'notes' ? readNotes(String(value)) : value
    put(members, column.column.split('.'), said)
  }
  for (const column of binding.wanted) {
    const id = column.classification && classificationOf(rows, column, group)
    if (id !== undefined) put(members, ['classifications', column.column], id)
  }
  const unit = unitOf(rows, group)
  return unit === undefined ? members : { ...members, unit }
}

function put(members: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    members[name] = value
    return
  }
  const inner = (members[name] ?? {}) as Record<string, unknown>
  members[name] = inner
  put(inner, rest, value)
}

// How figures were reported is kept only where it is not simply persons, so that a writer gives the same text back.
function unitOf(rows: ReadRows, group: readonly number[]): object | undefined {
  const { binding, options, meaningOf, decimalsAt } = rows
  const member = (name: string): Meaning => {
    const column = binding.wanted.find((one) => one.column === `unit.${name}`)
    return column === undefined ? null : meaningOf(column)(group[0] ?? 0)
  }
  const standard = structure(options.contract.name, options.contract.version)?.unit ?? 'PS'
  const measure = member('measure') ?? standard
  const multiplier = Number(member('multiplier') ?? 0)
  const stated = member('decimals')
  let decimals = Number(stated ?? 0)
  if (stated === null) for (const index of group) decimals = Math.max(decimals, decimalsAt(index))
  const isPlain = measure === standard && multiplier === 0 && decimals === 0
  return isPlain ? undefined : { measure, multiplier, decimals }
}
