// SPDX-License-Identifier: Apache-2.0
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NatsConnection } from 'nats'
import type { EntitySchema } from 'typeorm'
import type { SignInEnvironment } from './config/sign-in-settings'
import { BusServer } from './bus/bus-server'
import { connectBus } from './bus/connect'
import { startRelay, type Relay, type RelayOptions } from './bus/relay'
import { RethrowFilter } from './bus/rethrow.filter'
import type { Leaving } from './bus/sort-held'
import type { Readiness } from './http/health'
import type { HubKeys } from './hub-keys'
import { loadCodes } from './store/code-extensions'
import { openStore, type Store } from './store/open-store'
import { expectStorageKeys } from './store/storage-keys'
import { nestLogger, openLog, type Log } from './telemetry/log'

/** What a service is to whoever starts it: its front door. */
export interface ServiceDefinition {
  /** Name of the service, of its schema, and the first word of its facts and commands. */
  readonly name: string
  readonly module: Type
  /** Folder of its numbered SQL files. */
  readonly migrations: string
  readonly tables?: readonly EntitySchema[]
  readonly maxConnections?: number
  /** True where it reads or writes figures, so that it does not start without the keys that they are under. */
  readonly readsFigures?: boolean
  /** How long what it hears waits for the way in, while that is at work; 250 ms where it is left out. */
  readonly giveWayMs?: number
  /** What is done with statements right before they are carried, and when one that cannot be carried is dead. */
  readonly leaving?: (environment: HubEnvironment) => Leaving & Pick<RelayOptions, 'mostFailures'>
}

/** Where and as whom services run. */
export interface HubEnvironment {
  readonly databaseUrl: string
  readonly natsUrl: string
  readonly hubId: string
  readonly keys: HubKeys
  /** Where the hub's own secrets live as files. */
  readonly keysFolder: string
  readonly ownRoles: boolean
  readonly logLevel: string
  readonly logFile?: string
  /** Where people reach the hub, where that is not where it listens. */
  readonly publicAddress?: string
  /** The hub plays the demonstration region, or has: its pages say that nobody's office took part. */
  readonly isDemonstration?: boolean
  /** The OpenID Connect provider that says who people are; the local one without it. */
  readonly signIn?: SignInEnvironment
  /** So many days figures are kept that stay inside a state; without it, until they are ordered to be deleted. */
  readonly insideDays?: number | undefined
}

/** What a service works with; injected under `serviceContext`. */
export interface ServiceContext {
  readonly name: string
  readonly environment: HubEnvironment
  readonly store: Store
  readonly bus: NatsConnection
  readonly relay: Relay
  readonly log: Log
  readonly clock: () => Date
  /** What the service says of its own health; its module adds to it while it starts. */
  readonly checks: Readiness[]
}

/** Injection token of the ServiceContext. */
export const serviceContext = Symbol('corridor service context')

/** A service that runs in this process. */
export interface RunningService {
  readonly name: string
  readonly checks: readonly Readiness[]
  close(): Promise<void>
}

const usualGiveWayMs = 250

/** Starts one service: pool, bus, relay, Nest module, in that order; what fails is taken down again. */
export async function startService(
  definition: ServiceDefinition,
  environment: HubEnvironment,
): Promise<RunningService> {
  const { name } = definition
  const log = openLog(name, fileOption(environment))
  const store = await openStore({
    url: environment.databaseUrl,
    service: name,
    ownRole: environment.ownRoles,
    tables: definition.tables ?? [],
    maxConnections: definition.maxConnections ?? 4,
  })
  if (definition.readsFigures === true) await keysOrClose(store, environment)
  await loadCodes(store)
  const bus = await connectBus({ url: environment.natsUrl, name, seed: environment.keys.seeds.hub })
  const hub = { id: environment.hubId, signer: environment.keys.signer }
  const relay = await startRelay({
    ...{ service: name, store, bus, hub, log },
    ...definition.leaving?.(environment),
  })
  const context: ServiceContext = {
    ...{ name, environment, store, bus, relay, log },
    clock: () => new Date(),
    checks: [],
  }
  const strategy = new BusServer({
    ...{ service: name, bus, store, relay, log },
    giveWayMs: definition.giveWayMs ?? usualGiveWayMs,
  })
  const app = await NestFactory.createMicroservice(
    rootModule(definition.module, serviceContext, context),
    {
      strategy,
      logger: nestLogger(log),
      abortOnError: false,
    },
  )
  app.useGlobalFilters(new RethrowFilter())
  await app.listen()
  return {
    name,
    checks: [
      ...context.checks,
      { name: `${name} hears the bus`, ready: () => strategy.healthy() && !bus.isClosed() },
      {
        name: `${name} reaches PostgreSQL`,
        ready: async () => (await store.query('select 1')) !== undefined,
      },
    ],
    close: async () => {
      await app.close()
      await relay.close()
      await bus.drain()
      await store.destroy()
    },
  }
}

async function keysOrClose(store: Store, { keys }: HubEnvironment): Promise<void> {
  try {
    await expectStorageKeys(store, keys.storage)
  } catch (error) {
    await store.destroy()
    throw error
  }
}

/** The log options that an environment names. */
export function fileOption(environment: HubEnvironment): { level: string; file?: string } {
  const { logLevel, logFile } = environment
  return logFile === undefined ? { level: logLevel } : { level: logLevel, file: logFile }
}

/** A root module that gives a service module what it works with. */
export function rootModule(module: Type, token: symbol, context: unknown): DynamicModule {
  return {
    module: Root,
    imports: [module],
    providers: [{ provide: token, useValue: context }],
    exports: [token],
    global: true,
  }
}

@Global()
@Module({})
class Root {}
