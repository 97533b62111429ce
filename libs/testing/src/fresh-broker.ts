// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, hubKeys, natsConfig, startNats, type HubKeys } from '@corridor/platform'

/** A nats-server of one's own, configured as the hub's, with new keys. */
export interface FreshBroker {
  readonly url: string
  readonly keys: HubKeys
  readonly home: string
  readonly keysFolder: string
  readonly pid: number | undefined
  stop(): Promise<void>
}

/** Starts a nats-server on a free port in a temporary home. */
export async function freshBroker(): Promise<FreshBroker> {
  const program = process.env['CORRIDOR_TEST_NATS']
  if (program === undefined) throw new Error('could not start a broker: the run was not set up')
  const home = mkdtempSync(join(tmpdir(), 'corridor-broker-'))
  const keysFolder = join(home, 'keys')
  const keys = await hubKeys(keysFolder)
  const places = { nats: join(home, 'nats'), logs: join(home, 'logs') }
  for (const folder of Object.values(places)) mkdirSync(folder)
  const port = await freePort()
  const config = (place: { port: number; storeDir: string }): string =>
    natsConfig(keys.broker, place)
  const started = await startNats({ places, program, port, config })
  if (!started.ok) throw new Error(`could not start a broker: ${started.refusal.detail}`)
  const server = started.value
  const stop = async (): Promise<void> => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return { url: server.url, keys, home, keysFolder, pid: server.pid, stop }
}
