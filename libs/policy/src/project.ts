// SPDX-License-Identifier: Apache-2.0
import { pickRows, rowsOf, structure, type FlowRow, type MigrationFlow } from '@corridor/contracts'
import { monthsOf } from './months-of'
import type { ClauseOf } from './terms'

/** What of a figure a clause is about. */
export type GrantableRow = Pick<
  FlowRow,
  | 'reporter'
  | 'origin'
  | 'destination'
  | 'period'
  | 'confStatus'
  | (typeof brokenDown)[number]
  | typeof neverGranted
>

const brokenDown = ['sex', 'age', 'occupation', 'sector', 'stay'] as const

// Agreements of the contract 0.1.0 have no words for a breakdown by education, so none of them grants one.
const neverGranted = 'education'

/**
 * The part of a message that a clause grants, or null where it grants nothing of it.
 * Only granted cells exist in the result. A figure that its sender marks as anything but free (CL_CONF_STATUS F) is never granted
 * by a clause on published figures.
 */
export function project(flow: MigrationFlow, clause: ClauseOf<'share'>): MigrationFlow | null {
  const kept = [...rowsOf(flow)].flatMap((row, i) => (grantsRow(clause, row) ? [i] : []))
  return kept.length === 0 ? null : pickRows(flow, structure('migration-flow'), kept)
}

/** True when a clause grants a row of its sender. */
export function grantsRow(clause: ClauseOf<'share'>, row: GrantableRow): boolean {
  return (
    row.reporter === clause.from &&
    row.confStatus === 'F' &&
    clause.corridors.some(
      ({ origin, destination }) => origin === row.origin && destination === row.destination,
    ) &&
    brokenDown.every(
      (dimension) => clause.breakdowns[dimension] === 'all' || row[dimension] === '_T',
    ) &&
    row[neverGranted] === '_T' &&
    withinPeriods(clause, row.period)
  )
}

// All of the figure's months lie in the clause's: a quarter lies in its year, a year never in one of its quarters.
function withinPeriods({ periods }: ClauseOf<'share'>, period: string): boolean {
  if (periods === undefined) return true
  const { first, last } = monthsOf(period)
  return first >= monthsOf(periods.from).first && last <= monthsOf(periods.until).last
}
