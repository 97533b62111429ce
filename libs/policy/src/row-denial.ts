// SPDX-License-Identifier: Apache-2.0
import { structure, type Corridor, type Dimension } from '@corridor/contracts'
import { isWithinLevel, listsOf, type Level } from './levels'
import { monthsOf } from './months-of'
import { eachParty } from './standing'
import type { ClauseOf } from './terms'

/** Why a clause does not grant a row. */
export type RowDenial =
  | 'ANOTHER_REPORTER'
  | 'CONFIDENTIAL'
  | 'ANOTHER_CORRIDOR'
  | 'ANOTHER_PERIOD'
  | 'ANOTHER_SLICE'
  | 'TOO_FINE'

/** A row by its columns. A column that it does not have is nothing that a clause grants. */
export type GrantableRow = Readonly<Record<string, unknown>>

/** Who gives figures, and who the parties are: `_PARTIES` in a corridor stands for each of them. */
export interface Sharing {
  readonly sender: string
  readonly parties: readonly string[]
  /** Those of the rows' dataset, where they are known. */
  readonly classifications?: object
}

/** Says why a clause does not grant a row, or null where it does. */
export type RowJudge = (row: GrantableRow) => RowDenial | null

/** Makes the judge of a clause for rows of its contract, in the contract's newest version: that one has all columns it asks for. */
export function rowJudge(clause: ClauseOf<'share'>, sharing: Sharing): RowJudge {
  const dimensions = structure(clause.contract).dimensions
  const columnOf = (role: Dimension['role']): string =>
    dimensions.find((one) => one.role === role)?.column ?? ''
  const [reporter, time] = [columnOf('reporter'), columnOf('time')]
  const isShared = corridorTest(clause.corridors, {
    ...sharing,
    origin: columnOf('origin'),
    destination: columnOf('destination'),
  })
  const grains = dimensions.flatMap((one) => grainOf(clause, one, sharing.classifications) ?? [])
  return (row) => {
    if (row[reporter] !== sharing.sender) return 'ANOTHER_REPORTER'
    if (!isOneOf(clause.confStatus, row['confStatus'])) return 'CONFIDENTIAL'
    if (!isShared(row)) return 'ANOTHER_CORRIDOR'
    if (!withinPeriods(clause, row[time])) return 'ANOTHER_PERIOD'
    for (const { column, denial } of grains) {
      const denied = denial(row[column])
      if (denied !== null) return denied
    }
    return null
  }
}

/** True when a clause grants a row. */
export function grantsRow(clause: ClauseOf<'share'>, row: GrantableRow, sharing: Sharing): boolean {
  return rowJudge(clause, sharing)(row) === null
}

/** True for the dimensions that have a level of detail: not who reports, when, which way, from where to where. */
export function hasGrain({ role }: Dimension): boolean {
  return role === undefined || role === 'partner'
}

interface Grain {
  readonly column: string
  readonly denial: (code: unknown) => RowDenial | null
}

function grainOf(
  clause: ClauseOf<'share'>,
  dimension: Dimension,
  classifications: object | undefined,
): Grain | undefined {
  const { column } = dimension
  const only = clause.only?.find((slice) => slice.dimension === column)?.codes
  if (only === undefined && !hasGrain(dimension)) return undefined
  const lists = listsOf(dimension, classifications)
  const level = hasGrain(dimension) ? levelOf(clause, column) : 'all'
  const denial = (code: unknown): RowDenial | null => {
    if (typeof code !== 'string') return 'TOO_FINE'
    if (only === undefined) return isWithinLevel(code, level ?? 'total', lists) ? null : 'TOO_FINE'
    const inside =
      only.includes(code) || lists.some((list) => only.some((wide) => list.contains(wide, code)))
    if (!inside) return 'ANOTHER_SLICE'
    const isTold = level === undefined ? only.includes(code) : isWithinLevel(code, level, lists)
    return isTold ? null : 'TOO_FINE'
  }
  return { column, denial }
}

/** The level that a clause names for a dimension. Of one that it does not name, it grants the total, or just the codes of its slice. */
export function levelOf(clause: ClauseOf<'share'>, column: string): Level | undefined {
  return clause.levels?.find(({ dimension }) => dimension === column)?.level
}

// A contract with corridors grants none where the clause names none; one without has none to ask for.
function corridorTest(
  corridors: readonly Corridor[] | undefined,
  {
    origin,
    destination,
    parties,
  }: Sharing & { readonly origin: string; readonly destination: string },
): (row: GrantableRow) => boolean {
  if (origin === '' && corridors === undefined) return () => true
  const each = (code: string): readonly string[] => (code === eachParty ? parties : [code])
  const shared = new Set(
    (corridors ?? []).flatMap((one) =>
      each(one.origin).flatMap((from) => each(one.destination).map((to) => `${from} ${to}`)),
    ),
  )
  return (row) => shared.has(`${String(row[origin])} ${String(row[destination])}`)
}

function isOneOf(codes: readonly string[], code: unknown): boolean {
  return typeof code === 'string' && codes.includes(code)
}

// All of the figure's months lie in the clause's: a quarter lies in its year, a year never in one of its quarters.
function withinPeriods({ periods }: ClauseOf<'share'>, period: unknown): boolean {
  if (typeof period !== 'string') return false
  if (periods === undefined) return true
  const { first, last } = monthsOf(period)
  return first >= monthsOf(periods.from).first && last <= monthsOf(periods.until).last
}
