// SPDX-License-Identifier: Apache-2.0
import { Client, type ClientConfig } from 'pg'
import { DataSource, type EntityManager, type EntitySchema } from 'typeorm'
import { GatheringSocket } from './gathering-socket'

/** A service's connection pool to its own schema. */
export type Store = DataSource

/** A transaction; the first argument of everything that writes. */
export type Tx = EntityManager

/** What statements can be given to: a store, a transaction, a pipeline. */
export interface Queryable {
  query(sql: string, parameters?: readonly unknown[]): Promise<unknown>
}

/**
 * A server that goes away tells it on every connection, also on one that waits for its next statement. Whoever uses the
 * connection meets the error there; without a listener it would end the whole process before it can say why.
 */
class SteadyClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }
}

/** How a service's pool is opened. */
export interface StoreOptions {
  readonly url: string
  /** Name of the service, which is the name of its schema. */
  readonly service: string
  readonly tables?: readonly EntitySchema[]
  readonly maxConnections?: number
  /** Work under the service's own role; off where the account may not create roles. */
  readonly ownRole: boolean
}

/** Opens the pool of one service. Each connection works under the service's own role and schema only. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const role = options.ownRole ? ` -c role=${roleOf(options.service)}` : ''
  const store = new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: `corridor-${options.service}`,
    entities: [...(options.tables ?? [])],
    synchronize: false,
    installExtensions: false,
    logging: false,
    extra: {
      Client: SteadyClient,
      max: options.maxConnections ?? 4,
      // Statements that are sent together travel together, and are worked in their order.
      pipeline: true,
      stream: () => new GatheringSocket(),
      options: `-c search_path=${options.service}${role}`,
      connectionTimeoutMillis: 10_000,
    },
  })
  return store.initialize()
}

/** The database role of a service. */
export function roleOf(service: string): string {
  return `corridor_${service}`
}

/** Rows of a query whose SQL fixes their shape. */
export async function rowsOfQuery<Row>(
  on: Store | Tx | Queryable,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const rows: unknown = await on.query(sql, [...parameters])
  // The SQL beside the call names the columns; the driver cannot know them.
  return rows as readonly Row[]
}
