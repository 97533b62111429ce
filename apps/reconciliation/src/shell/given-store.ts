// SPDX-License-Identifier: Apache-2.0
// What the tests of kept comparisons start from.
import { openLog, openStore, type ServiceContext, type Store } from '@corridor/platform'
import type { CellStatement } from '../domain/cell'

/** The store of the service in a database, for its tests. */
export function storeIn(url: string): Promise<Store> {
  return openStore({
    ...{ url, service: 'reconciliation', ownRole: false, tables: [], maxConnections: 3 },
  })
}

/** What the service is given, without a bus: nothing here tells anything. */
export function contextOf(store: Store, clock: () => Date): ServiceContext {
  const alone: Pick<ServiceContext, 'store' | 'clock' | 'log' | 'name' | 'environment'> = {
    ...{ store, clock, name: 'reconciliation' },
    log: openLog('reconciliation', { level: 'silent' }),
    environment: { keysFolder: '/nowhere/keys', keys: {} } as ServiceContext['environment'],
  }
  return alone as ServiceContext
}

/** Puts statements on record, each of a message of its own. */
export async function record(store: Store, statements: readonly CellStatement[]): Promise<void> {
  for (const one of statements) {
    await store.query(
      `insert into dataset (position, participant, kept, definition, classifications) values ($1, $2, true, $3, $4)
       on conflict do nothing`,
      [
        ...[one.position, one.reporter],
        ...[JSON.stringify(one.definition), JSON.stringify(one.classifications)],
      ],
    )
    await store.query(
      `insert into statement (contract, origin, destination, period, breakdown, direction, reporter, value, value_status, lower, upper,
         standard_error, obs_status, conf_status, embargo, position)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[one.contract, one.origin, one.destination, one.period, one.breakdown, one.direction],
        ...[one.reporter, one.value, one.valueStatus, one.lower, one.upper, one.standardError],
        ...[one.obsStatus, one.confStatus, one.embargo, one.position],
      ],
    )
  }
}
