// SPDX-License-Identifier: Apache-2.0
import type { HubEnvironment, Log, Readiness, Store } from '@corridor/platform'
import type { NatsConnection } from 'nats'

/** What the edge works with: a read-only look at the services' views, and the bus for commands to their owners. */
export interface Edge {
  readonly environment: HubEnvironment
  readonly store: Store
  readonly bus: NatsConnection
  readonly log: Log
  readonly checks: readonly Readiness[]
  readonly clock: () => Date
  /** Signs session cookies; known to the console only. */
  readonly sessionSecret: Uint8Array
  /** Where people reach the console; known when it listens. */
  readonly address: () => string
}

/** Injection token of the Edge. */
export const edgeToken = Symbol('corridor edge')

/** The version that the hub tells. */
export const hubVersion = '0.1.0'
