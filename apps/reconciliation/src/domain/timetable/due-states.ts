// SPDX-License-Identifier: Apache-2.0
import { endOf } from '../calendar'
import { reminderAt } from '../review/review-terms'
import type { DueFigures } from './due-figures'

/** Where an owed report stands. */
export type DueState = 'due' | 'due-soon' | 'on-time' | 'late' | 'missing'

/** A report that was received for a clause: the first one counts. */
export interface Reported {
  readonly clause: string
  readonly party: string
  readonly period: string
  readonly at: Date
}

/** An owed report with where it stands. */
export interface DueReport extends DueFigures {
  readonly state: DueState
  readonly reportedAt: Date | null
  /** True where it is missing and another party that owes the same has reported. */
  readonly oneSided: boolean
}

/** Where each owed report stands at an instant: the day decides, and who came late is no longer missing. */
export function dueReports(
  due: readonly DueFigures[],
  reported: readonly Reported[],
  now: Date,
): readonly DueReport[] {
  const first = new Map<string, Date>()
  for (const { at, ...one } of reported) {
    const known = first.get(keyOf(one))
    if (known === undefined || at < known) first.set(keyOf(one), at)
  }
  const states = due.map((one) => {
    const reportedAt = first.get(keyOf(one)) ?? null
    return { ...one, reportedAt, state: stateOf(one, reportedAt, now) }
  })
  return states.map((one) => ({
    ...one,
    oneSided:
      one.state === 'missing' &&
      states.some(
        ({ contract, period, party, reportedAt }) =>
          contract === one.contract &&
          period === one.period &&
          party !== one.party &&
          reportedAt !== null,
      ),
  }))
}

// Soon is a week before it is late, or half of the days that the party has for it where those are fewer.
function stateOf({ period, dueAt }: DueFigures, reportedAt: Date | null, now: Date): DueState {
  if (reportedAt !== null) return reportedAt < dueAt ? 'on-time' : 'late'
  if (now >= dueAt) return 'missing'
  const soon = reminderAt(endOf(period).toISOString(), dueAt.toISOString())
  return now < new Date(soon) ? 'due' : 'due-soon'
}

/** A text that is equal for the same owed report of one agreement. */
export function keyOf(one: Pick<DueFigures, 'clause' | 'party' | 'period'>): string {
  return `${one.clause} ${one.party} ${one.period}`
}

/**
 * What has happened since the states were looked at last: a report that has not come is due soon, of which its party is reminded once; it
 * has gone missing, came late, or is missing on one side only now. That something came in time is no event.
 */
export function dueEvents(
  before: readonly Pick<DueReport, 'clause' | 'party' | 'period' | 'state' | 'oneSided'>[],
  now: readonly DueReport[],
): readonly DueReport[] {
  const known = new Map(before.map((one) => [keyOf(one), one]))
  return now.filter((one) => {
    const was = known.get(keyOf(one))
    if (one.state === 'missing') return was?.state !== 'missing' || (one.oneSided && !was.oneSided)
    return (one.state === 'late' || one.state === 'due-soon') && was?.state !== one.state
  })
}
