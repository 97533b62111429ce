// SPDX-License-Identifier: Apache-2.0
import { eventually } from '@corridor/testing'
import type { Hub } from './raise-hub'

const services = ['access', 'intake', 'delivery', 'reconciliation', 'aggregation'] as const
const hearers = ['journal', 'delivery', 'reconciliation', 'aggregation'] as const

/** Waits until the hub has worked off everything that it was told: every fact heard, every statement on its way. */
export async function atRest(hub: Pick<Hub, 'query'>, longestMs = 30_000): Promise<void> {
  const heard = hearers.map(
    (service) => `
    ${cursor(service, 'intake')} >= (select coalesce(max(position), 0) from intake.dataset) and
    ${cursor(service, 'access')} >= ${lastFact('access', heardOfAgreements(service))}`,
  )
  const journalled = `${cursor('journal', 'delivery')} >= ${lastFact('delivery', 'delivery.released.v1')}`
  const compared = `${cursor('reconciliation', 'delivery')} >= ${lastFact('delivery', 'delivery.protected.v1')}`
  const carried = services.map(
    (service) => `not exists (select from ${service}.outbox where relayed_at is null)`,
  )
  // One after the other: what is heard may tell again.
  const caughtUp =
    'not exists (select from delivery.catch_up) and not exists (select from reconciliation.report_due)'
  const sql = `select ${[...heard, caughtUp, journalled, compared, ...carried].join(' and ')} as rest`
  const ask = (): Promise<readonly { rest: boolean }[]> => hub.query<{ rest: boolean }>(sql)
  await eventually(ask, ([row]) => row?.rest === true, longestMs)
}

function heardOfAgreements(service: string): string {
  return service === 'journal' ? 'access.agreement-act.v1' : 'access.agreement-standing.v1'
}

function cursor(service: string, source: string): string {
  return `(select coalesce(max(position), 0) from ${service}.cursor where source = '${source}')`
}

function lastFact(service: string, subject: string): string {
  return `(select coalesce(max(position), 0) from ${service}.outbox where subject = '${subject}')`
}
