// SPDX-License-Identifier: Apache-2.0
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { startConsole } from '@corridor/console'
import { services } from '@corridor/hub'
import {
  closeAll,
  freePort,
  startService,
  type Closable,
  type HubEnvironment,
  type RunningService,
} from '@corridor/platform'
import { eventually, freshBroker, freshDatabase } from '@corridor/testing'
import { Client } from 'pg'

/** Every service in this process, or each in a process of its own: the same program and the same durability. */
export type Mode = 'in one process' | 'split'

/** The two ways in which every journey runs. */
export const modes: readonly Mode[] = ['in one process', 'split']

/** A hub that a journey runs against. */
export interface Hub {
  readonly http: string
  readonly natsUrl: string
  readonly databaseUrl: string
  readonly home: string
  /** Looks into the hub's own database, as no participant could. */
  readonly query: <Row>(sql: string, parameters?: readonly unknown[]) => Promise<readonly Row[]>
  /** Ends every service and starts them again on the same servers; the address is another one then. */
  restart(change?: { readonly samePort: boolean }): Promise<void>
  close(): Promise<void>
}

const projectRoot = join(__dirname, '..', '..')
const hubId = 'journey-hub'

/** Raises a hub on servers of its own. */
export async function raiseHub(mode: Mode, change: Partial<HubEnvironment> = {}): Promise<Hub> {
  const [database, broker] = await Promise.all([freshDatabase(), freshBroker()])
  const ground: Ground = { databaseUrl: database.url, natsUrl: broker.url, home: broker.home }
  const environment: HubEnvironment = {
    databaseUrl: database.url,
    natsUrl: broker.url,
    hubId,
    keys: broker.keys,
    keysFolder: broker.keysFolder,
    ownRoles: true,
    logLevel: 'silent',
    ...change,
  }
  const raise = (port = 0): Promise<Up> =>
    mode === 'split' ? raiseSplit(ground) : raiseTogether(environment, port)
  let up = await raise()
  const client = new Client({ connectionString: database.url })
  await client.connect()
  return {
    ...ground,
    get http() {
      return up.http
    },
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as readonly Row[],
    restart: async ({ samePort } = { samePort: false }) => {
      const { port } = new URL(up.http)
      await up.close()
      up = await raise(samePort ? Number(port) : 0)
    },
    close: async () => {
      await client.end()
      await up.close()
      await broker.stop()
      await database.drop()
    },
  }
}

interface Ground {
  readonly databaseUrl: string
  readonly natsUrl: string
  readonly home: string
}

interface Up extends Closable {
  readonly http: string
}

async function raiseTogether(environment: HubEnvironment, port: number): Promise<Up> {
  const running: RunningService[] = []
  for (const definition of services) running.push(await startService(definition, environment))
  const checks = running.flatMap((service) => service.checks)
  const edge = await startConsole({ environment, port, checks })
  return { http: edge.address, close: () => closeAll([edge, ...running.reverse()]) }
}

async function raiseSplit(ground: Ground): Promise<Up> {
  const names = [...services.map(({ name }) => name), 'console']
  const processes: ChildProcess[] = []
  let http = ''
  for (const name of names) {
    const port = await freePort()
    processes.push(spawnService(name, port, ground))
    http = `http://127.0.0.1:${String(port)}`
    await eventually(() => isReady(http), Boolean, 120_000)
  }
  return { http, close: () => endAll(processes) }
}

function spawnService(name: string, port: number, ground: Ground): ChildProcess {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: ground.databaseUrl,
    NATS_URL: ground.natsUrl,
    CORRIDOR_HOME: ground.home,
    CORRIDOR_HUB_ID: hubId,
    CORRIDOR_HTTP_PORT: String(port),
    CORRIDOR_LOG: 'silent',
  }
  const main = join(projectRoot, 'apps', name, 'dist', 'main.js')
  return spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function isReady(http: string): Promise<boolean> {
  try {
    return (await fetch(`${http}/health/live`)).ok
  } catch {
    return false
  }
}

async function endAll(processes: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    processes.map(
      (child) =>
        new Promise<void>((resolve) => {
          if (child.exitCode !== null) {
            resolve()
            return
          }
          child.once('exit', () => {
            resolve()
          })
          child.kill('SIGTERM')
        }),
    ),
  )
}
