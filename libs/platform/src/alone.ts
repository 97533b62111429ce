// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import { homeFolder } from './embedded/places'
import { readSettings, type Environment, type Settings } from './config/settings'
import { signInOf } from './config/sign-in-settings'
import { serveHealth } from './http/health'
import { hubKeys } from './hub-keys'
import {
  startService,
  type HubEnvironment,
  type RunningService,
  type ServiceDefinition,
} from './service'
import { migrate } from './store/migrate'
import { reasonOf } from './telemetry/log'

/** Something that runs until it is closed. */
export interface Closable {
  close(): Promise<void>
}

/**
 * Runs one service as a process of its own, on servers that run elsewhere (DATABASE_URL and NATS_URL), with the hub's keys from
 * CORRIDOR_HOME. Ends on SIGINT and SIGTERM.
 */
export function runAlone(definition: ServiceDefinition, env: Environment): void {
  void untilSignal(definition.name, async () => {
    const settings = settingsOrExit(env)
    const environment = await environmentOf(settings, [definition])
    const service = await startService(definition, environment)
    const health = await serveHealth(settings.httpPort, service.checks)
    process.stdout.write(`${definition.name} is ready at http://127.0.0.1:${String(health.port)}\n`)
    return { close: () => closeAll([health, service]) }
  })
}

/** Reads the settings, or ends the process with a plain sentence. */
export function settingsOrExit(env: Environment): Settings {
  const settings = readSettings(env)
  if (settings.ok) return settings.value
  process.stderr.write(`STOP  ${settings.refusal.detail}\n`)
  process.exit(2)
}

/** The environment of services on servers that run elsewhere, with the schemas of those given brought up to date. */
export async function environmentOf(
  settings: Settings,
  services: readonly ServiceDefinition[],
): Promise<HubEnvironment> {
  const { databaseUrl, natsUrl } = settings
  if (databaseUrl === undefined || natsUrl === undefined) {
    throw new Error(
      'a service alone needs DATABASE_URL and NATS_URL; "npm start" brings its own servers',
    )
  }
  const keysFolder = join(homeFolder(settings.home, process.cwd()), 'keys')
  const migrated = await migrate(
    databaseUrl,
    services.map(({ name, migrations }) => ({ service: name, folder: migrations })),
  )
  const { hubId, logLevel, insideDays } = settings
  return {
    databaseUrl,
    natsUrl,
    hubId,
    ...signInOf(settings),
    keysFolder,
    keys: await hubKeys(keysFolder),
    ownRoles: migrated.ownRoles,
    logLevel,
    insideDays,
  }
}

/** Runs something until SIGINT or SIGTERM, then closes it; a start that fails is told in one line. */
export async function untilSignal(name: string, start: () => Promise<Closable>): Promise<void> {
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        resolve()
      })
  })
  try {
    const running = await start()
    await signalled
    await running.close()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`STOP  ${name} did not start: ${reasonOf(error)}\n`)
    process.exit(1)
  }
}

/** Closes one after the other. */
export async function closeAll(all: readonly (Closable | RunningService)[]): Promise<void> {
  for (const one of all) await one.close()
}
