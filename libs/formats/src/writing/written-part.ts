// SPDX-License-Identifier: Apache-2.0
import { contractColumns, type ContractColumn } from '../csv/contract-columns'
import { fromUnits, shiftPoint } from '../text/scale-number'
import { notesText } from '../text/notes-text'

/** A dataset to be written, with the contract that it follows. */
export interface WrittenPart {
  readonly contract: { readonly name: string; readonly version: string }
  readonly data: object
}

/** A dataset as text: what stands in each cell, `undefined` where the dataset says nothing. */
export interface PartText {
  readonly part: WrittenPart
  readonly rows: number
  readonly columns: readonly ContractColumn[]
  readonly textAt: (column: ContractColumn, row: number) => string | undefined
  readonly statusAt: (row: number) => string
}

/** Makes the cells of a dataset, in the unit that its figures were reported in. */
export function partText(part: WrittenPart): PartText {
  const columns = contractColumns(part.contract.name, part.contract.version) ?? []
  const unit = member(part.data, ['unit', 'multiplier'])
  const places = {
    multiplier: typeof unit === 'number' ? unit : 0,
    decimals: Number(member(part.data, ['unit', 'decimals']) ?? 0),
  }
  const entries = new Map(
    columns.map((column) => [column, member(part.data, column.column.split('.'))]),
  )
  const entryAt = (column: ContractColumn, row: number): unknown => {
    const entry = entries.get(column)
    return Array.isArray(entry) && column.kind !== 'notes'
      ? (entry as readonly unknown[])[row]
      : entry
  }
  const status = columns.find(({ concept }) => concept === 'VALUE_STATUS')
  return {
    part,
    rows: Number(member(part.data, ['rows']) ?? 0),
    columns: columns.filter((column) => entries.get(column) !== undefined),
    textAt: (column, row) => cellText(column, entryAt(column, row), places),
    statusAt: (row) => (status === undefined ? 'value' : String(entryAt(status, row))),
  }
}

function member(data: object, path: readonly string[]): unknown {
  let found: unknown = data
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Readonly<Record<string, unknown>>)[name]
  }
  return found
}

function cellText(
  { kind }: ContractColumn,
  entry: unknown,
  { multiplier, decimals }: { readonly multiplier: number; readonly decimals: number },
): string | undefined {
  if (entry === undefined || entry === null) return undefined
  if (kind === 'notes') return notesText(entry)
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'number') return undefined
  if (kind === 'amount') return fromUnits(entry, multiplier, decimals)
  return kind === 'number' ? shiftPoint(plainNumber(entry), -multiplier) : String(entry)
}

// 1e-7 is how programs write it; nobody else reads that.
function plainNumber(value: number): string {
  const text = String(value)
  const [, digits = '', point = '', exponent = ''] = /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? []
  return exponent === '' ? text : shiftPoint(`${digits}.${point}0`, Number(exponent))
}
