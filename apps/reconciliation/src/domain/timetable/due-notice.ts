// SPDX-License-Identifier: Apache-2.0
import type { DueNotice } from '@corridor/contracts'
import { eventBytes, hubSource } from '@corridor/message'
import type { DueReport } from './due-states'

/** Who says it, when, and for which agreement. */
export interface NoticeMade {
  readonly hubId: string
  readonly agreement: string
  readonly at: Date
  readonly salt: string
}

/** What the parties of an agreement are told of its timetable, as the bytes that the hub seals: no figure is in it. */
export function noticeBytes(reports: readonly DueReport[], made: NoticeMade): Uint8Array {
  const { hubId, agreement, at, salt } = made
  const data: DueNotice = {
    agreement,
    at: at.toISOString(),
    reports: reports.map(
      ({ clause, contract, party, period, dueAt, state, reportedAt, oneSided }) => ({
        ...{ clause, contract, party, period },
        dueAt: dueAt.toISOString(),
        state: state === 'late' || state === 'due-soon' ? state : 'missing',
        oneSided,
        ...(reportedAt === null ? {} : { reportedAt: reportedAt.toISOString() }),
      }),
    ),
  }
  return eventBytes({
    id: `due:${agreement}:${salt}`,
    source: hubSource(hubId),
    type: 'corridor.report.v1',
    time: at,
    contract: { name: 'due-notice', version: '0.1.0' },
    salt,
    data,
  })
}
