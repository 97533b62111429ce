// SPDX-License-Identifier: Apache-2.0
import { structure, type Corridor, type Dimension } from '@corridor/contracts'
import { grainOf, type Grain, type RowDenial } from './grain'
import { hasGrain } from './levels'
import { isWithinPeriods } from './months-of'
import { reportTest } from './reports'
import { eachParty } from './standing'
import type { ClauseOf } from './terms'

/** A row by its columns. A column that it does not have is nothing that a clause grants. */
export type GrantableRow = Readonly<Record<string, unknown>>

/** Who gives figures, when, and who the parties are: `_PARTIES` in a corridor stands for each of them. */
export interface Sharing {
  readonly sender: string
  readonly parties: readonly string[]
  readonly at: Date
  /** What the sender may report about others: a partner who is no state. */
  readonly reports?: readonly ClauseOf<'report'>[]
  /** Those of the rows' dataset, where they are known. */
  readonly classifications?: object
}

/** A clause made ready to be asked about rows of its contract, in the contract's newest version: that one has all columns. */
export interface ClauseJudge {
  readonly clause: ClauseOf<'share'>
  /** Why the clause does not grant a row, or null where it does. */
  readonly denial: (row: GrantableRow) => RowDenial | null
  /** The same without asking how fine the row is. */
  readonly roughDenial: (row: GrantableRow) => RowDenial | null
  /** The dimensions that have a level of detail, in the order of the structure. */
  readonly grains: readonly Grain[]
}

/** Makes a clause ready. */
export function clauseJudge(clause: ClauseOf<'share'>, sharing: Sharing): ClauseJudge {
  const { dimensions } = structure(clause.contract)
  const columnOf = (role: Dimension['role']): string =>
    dimensions.find((one) => one.role === role)?.column ?? ''
  const [reporter, time] = [columnOf('reporter'), columnOf('time')]
  const isShared = corridorTest(clause.corridors, {
    parties: sharing.parties,
    origin: columnOf('origin'),
    destination: columnOf('destination'),
  })
  const judged = dimensions.flatMap((one) => grainOf(clause, one, sharing.classifications) ?? [])
  const grains = judged.filter(({ dimension }) => hasGrain(dimension))
  const slices = judged.filter(({ dimension }) => !hasGrain(dimension))
  const reports = (sharing.reports ?? []).map((one) => reportTest(one, sharing.classifications))
  const isReported = (row: GrantableRow): boolean => reports.some((lets) => lets(row))
  const roughDenial = (row: GrantableRow): RowDenial | null => {
    if (row[reporter] !== sharing.sender && !isReported(row)) return 'ANOTHER_REPORTER'
    const kept = confidentialityDenial(clause, row, sharing.at)
    if (kept !== null) return kept
    if (!isShared(row)) return 'ANOTHER_CORRIDOR'
    if (!isWithinPeriods(clause.periods, row[time])) return 'ANOTHER_PERIOD'
    return firstDenial(slices, row)
  }
  return {
    clause,
    denial: (row) => roughDenial(row) ?? firstDenial(grains, row),
    roughDenial,
    grains,
  }
}

/** True when a clause grants a row. */
export function grantsRow(clause: ClauseOf<'share'>, row: GrantableRow, sharing: Sharing): boolean {
  return clauseJudge(clause, sharing).denial(row) === null
}

function firstDenial(grains: readonly Grain[], row: GrantableRow): RowDenial | null {
  for (const { column, denial } of grains) {
    const denied = denial(row[column])
    if (denied !== null) return denied
  }
  return null
}

// Until its embargo is over a figure is restricted (N), then it is what its sender says; E of the list says F from then on.
function confidentialityDenial(
  { confStatus: granted }: ClauseOf<'share'>,
  { confStatus, embargo }: GrantableRow,
  at: Date,
): RowDenial | null {
  if (embargo === undefined || embargo === null)
    return isOneOf(granted, confStatus === 'E' ? 'N' : confStatus) ? null : 'CONFIDENTIAL'
  const ends = typeof embargo === 'string' ? Date.parse(embargo) : NaN
  const then = isOneOf(granted, confStatus === 'E' ? 'F' : confStatus)
  if (ends <= at.getTime()) return then ? null : 'CONFIDENTIAL'
  if (isOneOf(granted, 'N')) return null
  return then && ends > at.getTime() ? 'UNDER_EMBARGO' : 'CONFIDENTIAL'
}

// A contract with corridors grants none where the clause names none; one without has none to ask for.
function corridorTest(
  corridors: readonly Corridor[] | undefined,
  columns: {
    readonly parties: readonly string[]
    readonly origin: string
    readonly destination: string
  },
): (row: GrantableRow) => boolean {
  const { origin, destination, parties } = columns
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
