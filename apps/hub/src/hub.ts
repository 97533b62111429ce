// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startConsole } from '@corridor/console'
import { accept, type Outcome } from '@corridor/kernel'
import {
  checkPort,
  closeAll,
  homeFolder,
  signInOf,
  hubKeys,
  migrate,
  natsConfig,
  startEmbedded,
  startService,
  type Closable,
  type Embedded,
  type HubEnvironment,
  type Settings,
} from '@corridor/platform'
import { services } from './services'

/** How the whole hub is started in one process. */
export interface HubOptions {
  readonly settings: Settings
  readonly projectRoot: string
  /** True where the demonstration region is played on it; a home that has its figures stays one of a demonstration. */
  readonly demonstrates: boolean
  readonly progress: (text: string) => void
}

/** A running hub. */
export interface RunningHub {
  readonly address: string
  readonly home: string
  /** Resolves with a sentence when one of the servers below it has ended. */
  readonly ended: Promise<string>
  close(): Promise<void>
}

/** Starts servers, schemas, services and console, in that order; a start that fails takes down what was up. */
export async function startHub(options: HubOptions): Promise<Outcome<RunningHub>> {
  const { settings, projectRoot, progress } = options
  const home = homeFolder(settings.home, projectRoot)
  const keysFolder = join(home, 'keys')
  const config = async (place: { port: number; storeDir: string }): Promise<string> =>
    natsConfig((await hubKeys(keysFolder)).broker, place)
  const servers = await startEmbedded({ settings, home, projectRoot, progress, natsConfig: config })
  if (!servers.ok) return servers
  // After the home's lock: where this very home has a hub already, that is the plainer sentence.
  const free = await checkPort({ port: settings.httpPort, setting: 'CORRIDOR_HTTP_PORT' })
  if (!free.ok) {
    await servers.value.stop()
    return free
  }
  const up: Closable[] = []
  try {
    return accept(await startAll(options, { servers: servers.value, home, keysFolder }, up))
  } catch (cause) {
    await closeAll([...up].reverse())
    await servers.value.stop()
    throw new Error('could not start the hub', { cause })
  }
}

interface Ground {
  readonly servers: Embedded
  readonly home: string
  readonly keysFolder: string
}

async function startAll(
  { settings, progress, demonstrates }: HubOptions,
  ground: Ground,
  up: Closable[],
): Promise<RunningHub> {
  const { servers, home, keysFolder } = ground
  progress('Bringing the schemas up to date')
  const { databaseUrl, natsUrl } = servers
  const migrated = await migrate(
    databaseUrl,
    services.map(({ name, migrations }) => ({ service: name, folder: migrations })),
  )
  const environment: HubEnvironment = {
    databaseUrl,
    natsUrl,
    hubId: settings.hubId,
    ...signInOf(settings),
    keysFolder,
    keys: await hubKeys(keysFolder),
    ownRoles: migrated.ownRoles,
    logLevel: settings.logLevel,
    insideDays: settings.insideDays,
    logFile: join(servers.places.logs, 'hub.log'),
    isDemonstration: demonstrates || existsSync(join(home, 'demonstration.json')),
  }
  progress('Starting the services')
  const running = []
  for (const definition of services) {
    const service = await startService(definition, environment)
    running.push(service)
    up.push(service)
  }
  const edge = await startConsole({
    environment,
    port: settings.httpPort,
    checks: running.flatMap(({ checks }) => checks),
  })
  up.push(edge)
  const close = async (): Promise<void> => {
    await closeAll([...up].reverse())
    await servers.stop()
  }
  return { address: edge.address, home, ended: servers.ended, close }
}
