// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { accept, refuse } from '@corridor/kernel'
import { sweepBeside, writeBeside } from './make-beside'
import type { Places } from './places'
import { checkPort } from './ports'
import type { RunningServer } from './postgres'
import { endProcess, processesWith } from './processes'
import type { Started } from './refusals'
import { lastLine, launch, waitUntilReady } from './server-process'

/** Where a nats-server listens and stores: what the writer of its configuration needs. */
export interface NatsPlace {
  readonly port: number
  readonly storeDir: string
}

/** What a nats-server is started with. The caller holds the home's lock. */
export interface NatsOptions {
  readonly places: Pick<Places, 'nats' | 'logs'>
  readonly program: string
  readonly port: number
  /** The whole configuration file; it must listen on 127.0.0.1 and the port, and store in `storeDir`. */
  readonly config: (place: NatsPlace) => string | Promise<string>
}

const farewellOfNats = [
  { signal: 'SIGTERM', graceSeconds: 12 },
  { signal: 'SIGKILL', graceSeconds: 4 },
] as const
// Recovering JetStream reads the index of every stream; files without one are read whole.
const readySeconds = 120

/** Starts the nats-server of a home on the loopback. One that an earlier hub left running is ended first. */
export async function startNats(options: NatsOptions): Promise<Started<RunningServer>> {
  const { places, program } = options
  const configFile = join(places.nats, 'nats.conf')
  const logFile = join(places.logs, 'nats.log')
  for (const pid of processesWith(['-c', configFile])) await endProcess(pid, farewellOfNats)
  const wanted = {
    port: options.port,
    setting: 'CORRIDOR_NATS_PORT',
    otherwise: 'set NATS_URL to use a nats-server that already runs',
  }
  const port = await checkPort(wanted)
  if (!port.ok) return port
  sweepBeside(configFile)
  writeBeside(configFile, await configOf(options), 0o600)
  const words = ['-c', configFile, '-P', join(places.nats, 'nats.pid')]
  const server = launch({ program, words, logFile, farewell: farewellOfNats })
  const how = await waitUntilReady(
    server,
    async () => (await greet('127.0.0.1', options.port)) !== undefined,
    readySeconds,
  )
  if (how === undefined) {
    const { pid, ended, stop } = server
    return accept({ url: `nats://127.0.0.1:${String(options.port)}`, pid, ended, stop })
  }
  await server.stop()
  return refuse(
    'SERVER_NOT_STARTED',
    `nats-server did not start (${how}: ${lastLine(server.said())}): see ${logFile}`,
  )
}

/** The version in the first line that a nats-server says to everybody; undefined where none answers. */
export function greet(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5000 })
    let text = ''
    const settle = (version: string | undefined): void => {
      socket.destroy()
      resolve(version)
    }
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
      if (text.includes('\r\n') || text.length > 65_536)
        settle(/^INFO .*?"version":"([^"]+)"/.exec(text)?.[1])
    })
    socket.once('timeout', () => {
      settle(undefined)
    })
    socket.once('error', () => {
      settle(undefined)
    })
    socket.once('close', () => {
      settle(undefined)
    })
  })
}

async function configOf({ places, port, config }: NatsOptions): Promise<string> {
  const storeDir = join(places.nats, 'store')
  mkdirSync(storeDir, { recursive: true, mode: 0o700 })
  return config({ port, storeDir })
}
