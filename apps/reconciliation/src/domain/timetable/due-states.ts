// SPDX-License-Identifier: Apache-2.0
import type { DueFigures } from './due-figures'

/** Where an owed report stands. */
export type DueState = 'due' | 'on-time' | 'late' | 'missing'

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
    return { ...one, reportedAt, state: stateOf(one.dueAt, reportedAt, now) }
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

function stateOf(dueAt: Date, reportedAt: Date | null, now: Date): DueState {
  if (reportedAt !== null) return reportedAt < dueAt ? 'on-time' : 'late'
  return now < dueAt ? 'due' : 'missing'
}

/** A text that is equal for the same owed report of one agreement. */
export function keyOf(one: Pick<DueFigures, 'clause' | 'party' | 'period'>): string {
  return `${one.clause} ${one.party} ${one.period}`
}

/**
 * What has happened since the states were looked at last: a report has gone missing, came late, or is missing on one side only now. That
 * something will be due, or came in time, is no event.
 */
export function dueEvents(
  before: readonly Pick<DueReport, 'clause' | 'party' | 'period' | 'state' | 'oneSided'>[],
  now: readonly DueReport[],
): readonly DueReport[] {
  const known = new Map(before.map((one) => [keyOf(one), one]))
  return now.filter((one) => {
    const was = known.get(keyOf(one))
    if (one.state === 'missing') return was?.state !== 'missing' || (one.oneSided && !was.oneSided)
    return one.state === 'late' && was?.state !== 'late'
  })
}
