// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import {
  connectBus,
  fileOption,
  nestLogger,
  openLog,
  openStore,
  codesAdded,
  loadCodes,
  reasonOf,
  ProblemFilter,
  Refused,
  rootModule,
  type Closable,
  type HubEnvironment,
  type Readiness,
} from '@corridor/platform'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import type { NextFunction, Request, Response } from 'express'
import type { AddressInfo } from 'node:net'
import { ConsoleModule } from './console.module'
import { carriesFile, fileGate } from './file-gate'
import { edgeToken, type Edge } from './edge'
import { sessionSecret } from './session'
import { SignInProviders } from './sign-in/sign-in.service'

/** How the console is started. */
export interface ConsoleOptions {
  readonly environment: HubEnvironment
  readonly port: number
  /** What `/health/ready` asks besides the console's own connections. */
  readonly checks: readonly Readiness[]
}

/** A running console. */
export interface RunningConsole extends Closable {
  readonly address: string
}

/** Bodies of acts and messages are small; files to be validated are not. */
const bodyLimit = '1mb'
const fileLimit = '50mb'

/** Starts the HTTP edge on the loopback: pages, API and health. */
export async function startConsole({
  environment,
  port,
  checks,
}: ConsoleOptions): Promise<RunningConsole> {
  const log = openLog('console', fileOption(environment))
  const store = await openStore({
    url: environment.databaseUrl,
    service: 'console',
    ownRole: environment.ownRoles,
    maxConnections: 4,
  })
  const bus = await connectBus({
    url: environment.natsUrl,
    name: 'console',
    seed: environment.keys.seeds.hub,
  })
  await followCodes({ store, bus, log })
  const own: Readiness = {
    name: 'console reaches the bus and PostgreSQL',
    ready: async () => !bus.isClosed() && (await store.query('select 1')) !== undefined,
  }
  const edge: Edge = {
    environment,
    store,
    bus,
    log,
    checks: [...checks, own],
    clock: () => new Date(),
    sessionSecret: sessionSecret(environment.keysFolder),
    // By its name, not its number: a passkey is bound to a name.
    address: () => environment.publicAddress ?? addressOf(app).replace('127.0.0.1', 'localhost'),
  }
  const app = await NestFactory.create<NestExpressApplication>(
    rootModule(ConsoleModule, edgeToken, edge),
    {
      logger: nestLogger(log),
      bodyParser: false,
      abortOnError: false,
    },
  )
  app.disable('x-powered-by')
  app.use(strictHeaders)
  app.use(keepableAddress)
  app.use('/oidc', localProvider(app))
  // Signatures cover the bytes as sent, so a body stays bytes until they are verified.
  app.use(fileGate(edge))
  app.useBodyParser('raw', { type: carriesFile, limit: fileLimit })
  app.useBodyParser('raw', { type: (request) => !carriesFile(request), limit: bodyLimit })
  app.useGlobalFilters(new ProblemFilter(log))
  await app.listen(port, '127.0.0.1')
  const close = async (): Promise<void> => {
    app.getHttpServer().closeAllConnections()
    await app.close()
    await bus.drain()
    await store.destroy()
  }
  return { address: addressOf(app), close }
}

function addressOf(app: NestExpressApplication): string {
  const { port } = app.getHttpServer().address() as AddressInfo
  return `http://127.0.0.1:${String(port)}`
}

/** The local provider of sign-ins reads its bodies itself, so it stands before those who read them. */
function localProvider(app: NestExpressApplication) {
  return (request: Request, response: Response, next: NextFunction): void => {
    app
      .get(SignInProviders)
      .serveLocal(request, response)
      .then((served) => {
        if (!served) next()
      }, next)
  }
}

/** Codes that are added while it runs. The console keeps nothing, so it has no place to go on from, and reads the whole again. */
async function followCodes({
  store,
  bus,
  log,
}: Pick<Edge, 'store' | 'bus' | 'log'>): Promise<void> {
  const load = (): Promise<void> => loadCodes(store, 'access.code_extension_v1')
  bus.subscribe(codesAdded, {
    callback: () => {
      load().catch((error: unknown) => {
        log.warn('added codes are not shown yet', { reason: reasonOf(error) })
      })
    },
  })
  await load()
}

function strictHeaders(_: Request, response: Response, next: NextFunction): void {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
  })
  next()
}

// Parts of an address are asked for in PostgreSQL, which holds no U+0000: nothing there has such a name.
function keepableAddress({ url }: Request, _: Response, next: NextFunction): void {
  if (url.includes('%00')) {
    const detail = 'there is no such thing, or it is not shared with you'
    next(new Refused(refuse('NOT_FOUND', detail).refusal))
    return
  }
  next()
}
