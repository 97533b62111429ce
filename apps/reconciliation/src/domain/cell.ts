// SPDX-License-Identifier: Apache-2.0
import { structure } from '@corridor/contracts'
import type { Definition } from '@corridor/statistics'

/** Which figure: one cell of one corridor. */
export interface Cell {
  readonly contract: string
  readonly origin: string
  readonly destination: string
  readonly period: string
  /** The codes of the contract's other dimensions in the order of `breakdownOf`, joined by dots: `_T._T._T._T._T._T`. */
  readonly breakdown: string
}

/** One side's newest statement about a cell, with all that a comparison needs of it. Persons. */
export interface CellStatement extends Cell {
  readonly direction: 'outflow' | 'inflow'
  readonly reporter: string
  readonly value: number | null
  readonly valueStatus: string
  /** The interval that the sender gives with it; both null where it gives none. */
  readonly lower: number | null
  readonly upper: number | null
  readonly standardError: number | null
  /** A set of CL_OBS_STATUS, such as `B P`. */
  readonly obsStatus: string
  readonly confStatus: string
  /** Until then nobody else may see it. */
  readonly embargo: string | null
  readonly definition: Definition
  /** Which classification each column of codes follows, such as `{ occupation: 'ISCO-08' }`. */
  readonly classifications: Readonly<Record<string, string>>
  readonly position: number
  /** To whom the hub has told the figure so, protected as agreements ask for; null where it is as its sender states it. */
  readonly toldTo: string | null
  /** What the figure was added up from; null where it is given as such. */
  readonly parts: Parts | null
}

/** What a figure was added up from, in words, such as `age Y15T19 + Y20T24`, and the breakdowns of those figures. */
export interface Parts {
  readonly text: string
  readonly breakdowns: readonly string[]
}

/** All cells of one corridor and period by one contract. */
export type Flow = Omit<Cell, 'breakdown'>

/** The column of a dimension of a breakdown, and the place of its code. */
export type BreakdownColumns = readonly string[]

/**
 * The dimensions of a contract beside those that name the corridor, the side and the period; undefined where the two sides do not
 * report the same event of one corridor, so that nothing of it can be equal.
 * @example breakdownOf('migration-flow') // ['sex', 'age', 'occupation', 'sector', 'stay', 'education']
 */
export function breakdownOf(contract: string): BreakdownColumns | undefined {
  const known = columns.get(contract)
  if (known !== undefined) return known
  const dimensions = structure(contract)?.dimensions ?? []
  const roles = dimensions.flatMap(({ role }) => role ?? [])
  const needed = ['reporter', 'direction', 'origin', 'destination', 'time'] as const
  if (!needed.every((role) => roles.includes(role))) return undefined
  const found = dimensions.flatMap(({ role, column }) => (role === undefined ? [column] : []))
  columns.set(contract, found)
  return found
}

// Structures do not change while the process runs; written by `breakdownOf` alone.
const columns = new Map<string, BreakdownColumns>()

/** The codes of a cell by their column: `codesOf(cell).sex // '_T'`. */
export function codesOf({ contract, breakdown }: Cell): Readonly<Record<string, string>> {
  const codes = breakdown.split('.')
  const byColumn: Record<string, string> = {}
  const columns = breakdownOf(contract) ?? []
  for (let at = 0; at < columns.length; at++) byColumn[columns[at] ?? ''] = codes[at] ?? '_T'
  return byColumn
}

/** One of them; `_T` where the contract has no such column: `codeOf(cell, 'sex')`. */
export function codeOf({ contract, breakdown }: Cell, column: string): string {
  const at = breakdownOf(contract)?.indexOf(column) ?? -1
  return breakdown.split('.')[at] ?? '_T'
}

/** The columns of which two statements about a cell take its codes from different classifications: the same code is not the same thing. */
export function codedApart(
  cell: Cell,
  one: CellStatement['classifications'],
  other: CellStatement['classifications'],
): readonly string[] {
  if (one === other) return []
  return (breakdownOf(cell.contract) ?? []).filter(
    (column) => one[column] !== other[column] && codeOf(cell, column) !== '_T',
  )
}

/** What a clause asks about, and no more of a statement. */
export function grantableRow(statement: CellStatement): Readonly<Record<string, unknown>> {
  const { reporter, direction, origin, destination, period, confStatus, embargo } = statement
  const about = { reporter, direction, origin, destination, period, confStatus, embargo }
  return Object.assign(about, codesOf(statement))
}

/** A text that is equal for equal cells. */
export function cellKey({ contract, origin, destination, period, breakdown }: Cell): string {
  return `${contract}|${origin}|${destination}|${period}|${breakdown}`
}

/** The flows of cells, each once. */
export function flowsOf(cells: readonly Cell[]): readonly Flow[] {
  const flows = new Map<string, Flow>()
  let before: Flow | undefined
  for (const cell of cells) {
    if (before === undefined || !isSameFlow(before, cell)) flows.set(flowKey(cell), cell)
    before = cell
  }
  return [...flows.values()]
}

/** True of two cells of one flow. Figures come flow by flow: who asks this first needs no key for each. */
export function isSameFlow(one: Flow, other: Flow): boolean {
  return (
    one.period === other.period &&
    one.origin === other.origin &&
    one.destination === other.destination &&
    one.contract === other.contract
  )
}

/** A text that is equal for cells of one flow. */
export function flowKey({ contract, origin, destination, period }: Flow): string {
  return `${contract}|${origin}|${destination}|${period}`
}
