// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, nkeyAuthenticator, type NatsConnection } from 'nats'
import type { Hub } from './raise-hub'

/** A connection of the hub's own account: sees every stream and subject, as no participant does. */
export async function connectAsHub(hub: Hub): Promise<NatsConnection> {
  const seed = readFileSync(join(hub.home, 'keys', 'hub.seed'))
  return connect({ servers: hub.natsUrl, authenticator: nkeyAuthenticator(seed) })
}
