// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import { accept, refuse } from '@corridor/kernel'
import { Client } from 'pg'
import { seatOfDatabase } from './database-account'
import { codeOf } from './failure'
import type { Places } from './places'
import { checkPort } from './ports'
import {
  databaseName,
  databasePassword,
  endLeftover,
  farewellOfPostgres,
  prepareData,
} from './postgres-data'
import { postgresPrograms } from './postgres-programs'
import type { Progress, Started } from './refusals'
import {
  lastLine,
  launch,
  waitUntilReady,
  type Account,
  type ServerProcess,
} from './server-process'

/** A server that runs for the hub. */
export interface RunningServer {
  readonly url: string
  readonly pid: number | undefined
  /** Resolves when it has ended, with how. Never rejects. */
  readonly ended: Promise<string>
  /** Ends it in order and waits. */
  readonly stop: () => Promise<void>
}

/** What the embedded PostgreSQL is started with. The caller holds the home's lock. */
export interface PostgresOptions {
  readonly places: Places
  readonly projectRoot: string
  readonly port: number
  readonly progress: Progress
  /** More server settings, as `name=value`. */
  readonly tune?: readonly string[]
}

const attempts = 4
// Recovery after a kill reads the write-ahead log since the last checkpoint, at most about a gigabyte.
const readySeconds = 300

/** Starts the PostgreSQL of a home on the loopback, making it first where there is none. */
export async function startPostgres(options: PostgresOptions): Promise<Started<RunningServer>> {
  const { places, projectRoot, progress } = options
  const seat = seatOfDatabase(places, progress)
  if (!seat.ok) return seat
  const { account } = seat.value
  const programs = await postgresPrograms({ projectRoot, cache: places.cache, account })
  if (!programs.ok) return programs
  const password = databasePassword(places.keys)
  const data = await prepareData(programs.value, seat.value, password)
  if (!data.ok) return data
  return startOnData({
    ...options,
    program: join(programs.value, 'bin', 'postgres'),
    data: data.value,
    account,
    password,
  })
}

interface DataOptions extends PostgresOptions {
  readonly program: string
  readonly data: string
  readonly account: Account | undefined
  readonly password: string
}

async function startOnData(options: DataOptions): Promise<Started<RunningServer>> {
  let failure = ''
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    await endLeftover(options.data)
    const port = await checkPort({
      port: options.port,
      setting: 'CORRIDOR_PG_PORT',
      otherwise: 'set DATABASE_URL to use a PostgreSQL that already runs',
    })
    if (!port.ok) return port
    const server = launchPostgres(options)
    const how = await waitUntilReady(server, () => answers(options), readySeconds)
    if (how === undefined) return opened(options, server)
    await server.stop()
    failure = `${how}: ${lastLine(server.said())}`
    // A start that a killed hub left half done holds the folder for a moment.
    if (!/lock file|shared memory/.test(server.said())) break
  }
  return refuse(
    'SERVER_NOT_STARTED',
    `the embedded PostgreSQL did not start (${failure}): see ${logOf(options)}, or set DATABASE_URL to use a PostgreSQL that runs elsewhere`,
  )
}

function launchPostgres(options: DataOptions): ServerProcess {
  const settings = [
    `port=${String(options.port)}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    // A receipt promises that the figure is kept.
    'fsync=on',
    'synchronous_commit=on',
    'timezone=UTC',
    'log_timezone=UTC',
    // Statements and details carry figures, which a log must not.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    ...(options.tune ?? []),
  ]
  const words = ['-D', options.data, ...settings.flatMap((setting) => ['-c', setting])]
  const { program, account } = options
  return launch({ program, words, logFile: logOf(options), farewell: farewellOfPostgres, account })
}

async function opened(
  options: DataOptions,
  server: ServerProcess,
): Promise<Started<RunningServer>> {
  const refusal = await makeDatabase(options)
  if (refusal !== undefined) {
    await server.stop()
    return refuse('SERVER_NOT_STARTED', refusal)
  }
  const { pid, ended, stop } = server
  return accept({ url: urlOf(options, databaseName), pid, ended, stop })
}

async function makeDatabase(options: DataOptions): Promise<string | undefined> {
  const client = new Client({ connectionString: urlOf(options, 'postgres') })
  try {
    await client.connect()
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
    return undefined
  } catch (error) {
    if (codeOf(error) !== '28P01')
      throw new Error('could not open the embedded database', { cause: error })
    return `the password in ${join(options.places.keys, 'postgres.password')} is not the one that the database was made with: put the old file back, or set CORRIDOR_HOME to a new folder`
  } finally {
    await client.end().catch(() => undefined)
  }
}

// Any answer about who we are comes from a server that is ready; one that still recovers says so with its own state.
async function answers(options: DataOptions): Promise<boolean> {
  const client = new Client({
    connectionString: urlOf(options, 'postgres'),
    connectionTimeoutMillis: 5000,
  })
  try {
    await client.connect()
    return true
  } catch (error) {
    return codeOf(error) === '28P01'
  } finally {
    await client.end().catch(() => undefined)
  }
}

function urlOf({ port, password }: DataOptions, database: string): string {
  return `postgresql://${databaseName}:${password}@127.0.0.1:${String(port)}/${database}`
}

function logOf({ places }: DataOptions): string {
  return join(places.logs, 'postgres.log')
}
