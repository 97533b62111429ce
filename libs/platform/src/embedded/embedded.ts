// SPDX-License-Identifier: Apache-2.0
import { accept } from '@corridor/kernel'
import type { Settings } from '../config/settings'
import { takeHubLock, type HubLock } from './hub-lock'
import { findNatsServer } from './nats-program'
import { startNats, type NatsPlace } from './nats-server'
import { checkBroker, checkDatabase } from './outside'
import { openPlaces, type Places } from './places'
import { startPostgres, type RunningServer } from './postgres'
import type { Progress, Started } from './refusals'

/** What the servers of a home are started with. */
export interface EmbeddedOptions {
  readonly settings: Settings
  /** Absolute: `homeFolder(settings.home, projectRoot)`. */
  readonly home: string
  readonly projectRoot: string
  /** Writes the configuration of nats-server; not called where NATS_URL is given. Called under the home's lock. */
  readonly natsConfig: (place: NatsPlace) => string | Promise<string>
  readonly progress: Progress
}

/** The servers that a hub works with, and the home's lock. */
export interface Embedded {
  readonly databaseUrl: string
  readonly natsUrl: string
  readonly places: Places
  /** Resolves with a sentence when a server that was started here has ended, asked for or not. Never rejects. */
  readonly ended: Promise<string>
  /** Ends what was started here, in order, and gives the home's lock back. A second call does nothing. */
  readonly stop: () => Promise<void>
}

/**
 * Takes the home, and starts (or, where the settings name others, checks) the two servers, both at the same time.
 * What was started is ended again where one of the two fails.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Started<Embedded>> {
  const places = openPlaces(options.home, options.projectRoot)
  if (!places.ok) return places
  const lock = await takeHubLock(places.value.home)
  if (!lock.ok) return lock
  // Settled, not raced: the one that fails must not leave the other one running.
  const [database, broker] = await Promise.allSettled([
    databaseOf(options, places.value),
    brokerOf(options, places.value),
  ])
  if (
    database.status === 'fulfilled' &&
    database.value.ok &&
    broker.status === 'fulfilled' &&
    broker.value.ok
  ) {
    return accept(
      embedded(database.value.value, broker.value.value, {
        places: places.value,
        lock: lock.value,
      }),
    )
  }
  for (const one of [broker, database]) {
    if (one.status === 'fulfilled' && one.value.ok) await one.value.value.stop()
  }
  lock.value.release()
  return failureOf(database, broker)
}

function failureOf(
  ...tried: readonly PromiseSettledResult<Started<RunningServer>>[]
): Started<never> {
  for (const one of tried) {
    if (one.status === 'rejected')
      throw new Error('could not start the embedded servers', { cause: one.reason })
    if (!one.value.ok) return one.value
  }
  throw new Error('could not start the embedded servers: none failed')
}

async function databaseOf(
  { settings, projectRoot, progress }: EmbeddedOptions,
  places: Places,
): Promise<Started<RunningServer>> {
  if (settings.databaseUrl !== undefined)
    return elsewhere(await checkDatabase(settings.databaseUrl))
  return startPostgres({ places, projectRoot, port: settings.pgPort, progress })
}

async function brokerOf(options: EmbeddedOptions, places: Places): Promise<Started<RunningServer>> {
  const { settings, projectRoot, progress, natsConfig } = options
  if (settings.natsUrl !== undefined) return elsewhere(await checkBroker(settings.natsUrl))
  const found = await findNatsServer({ settings, projectRoot, cache: places.cache, progress })
  if (!found.ok) return found
  return startNats({
    places,
    program: found.value.program,
    port: settings.natsPort,
    config: natsConfig,
  })
}

// A server that others run is neither watched nor ended by the hub.
function elsewhere(checked: Started<string>): Started<RunningServer> {
  if (!checked.ok) return checked
  const never = new Promise<string>(() => undefined)
  return accept({ url: checked.value, pid: undefined, ended: never, stop: () => Promise.resolve() })
}

function embedded(
  database: RunningServer,
  broker: RunningServer,
  { places, lock }: { readonly places: Places; readonly lock: HubLock },
): Embedded {
  const ended = Promise.race([
    database.ended.then((how) => `the embedded PostgreSQL ${how}`),
    broker.ended.then((how) => `the embedded nats-server ${how}`),
  ])
  let stopped: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    // The broker first: nothing new arrives while the database closes.
    await broker.stop()
    await database.stop()
    lock.release()
  }
  return {
    databaseUrl: database.url,
    natsUrl: broker.url,
    places,
    ended,
    stop: () => (stopped ??= stop()),
  }
}
