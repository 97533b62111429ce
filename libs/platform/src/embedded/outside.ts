// SPDX-License-Identifier: Apache-2.0
import { accept, refuse } from '@corridor/kernel'
import { Client } from 'pg'
import { withoutSecrets } from '../config/without-secrets'
import { messageOf } from './failure'
import { isAtLeast, oldestNats } from './nats-program'
import { greet } from './nats-server'
import type { Started } from './refusals'

const oldestPostgres = 150_000

/** Checks that the PostgreSQL of DATABASE_URL can be reached and is new enough; gives its address. */
export async function checkDatabase(url: string): Promise<Started<string>> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // Without a listener a connection that breaks later would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const answer = await client.query<{ server_version_num: string; server_version: string }>(
      `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
    )
    const row = answer.rows[0]
    if (Number(row?.server_version_num) >= oldestPostgres) return accept(url)
    return refuse(
      'SERVER_TOO_OLD',
      `the PostgreSQL of DATABASE_URL is ${String(row?.server_version)}: use 15 or newer, or leave DATABASE_URL out and the hub starts its own`,
    )
  } catch (error) {
    return refuse(
      'SERVER_UNREACHABLE',
      `the PostgreSQL of DATABASE_URL (${withoutSecrets(url)}) could not be used (${messageOf(error)}): start it or correct the address, or leave DATABASE_URL out and the hub starts its own`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Checks that a nats-server of NATS_URL can be reached and is new enough; gives the address. */
export async function checkBroker(url: string): Promise<Started<string>> {
  for (const address of url.split(',')) {
    const { hostname, port } = new URL(address)
    const version = await greet(hostname.replace(/^\[|\]$/g, ''), port === '' ? 4222 : Number(port))
    if (version === undefined) continue
    if (isAtLeast(version, oldestNats)) return accept(url)
    return refuse(
      'SERVER_TOO_OLD',
      `the nats-server of NATS_URL is ${version}: use 2.10 or newer, or leave NATS_URL out and the hub starts its own`,
    )
  }
  return refuse(
    'SERVER_UNREACHABLE',
    `no nats-server answers at NATS_URL (${withoutSecrets(url)}): start it or correct the address, or leave NATS_URL out and the hub starts its own`,
  )
}
