// SPDX-License-Identifier: Apache-2.0
import { nkeyAnswer } from '@corridor/message'
import { connect, type NatsConnection } from 'nats'

/** Opens a connection of the hub's own account. It goes on for ever; a lost server is waited for. */
export async function connectBus(options: {
  readonly url: string
  readonly name: string
  /** The nkey seed of the account's user; null for a server without sign-in (tests of one lib only). */
  readonly seed: string | null
}): Promise<NatsConnection> {
  return connect({
    servers: options.url,
    name: `corridor-${options.name}`,
    inboxPrefix: `_INBOX_hub_${options.name}`,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    waitOnFirstConnect: true,
    // A stack kept for each request would cost more than the request; what fails is told with its cause.
    noAsyncTraces: true,
    ...(options.seed === null ? {} : { authenticator: nkeyAnswer(options.seed) }),
  })
}
