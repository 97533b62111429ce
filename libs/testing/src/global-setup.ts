// SPDX-License-Identifier: Apache-2.0
import { chmodSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  findNatsServer,
  freePort,
  migrate,
  openPlaces,
  startPostgres,
  type RunningServer,
} from '@corridor/platform'
import { Client } from 'pg'

/** What a run of tests shares; taken down by the teardown. */
export interface SharedGround {
  readonly folder: string
  readonly postgres: RunningServer
}

declare global {
  // A variable of jest's own process: its setup writes it, its teardown reads it.
  var corridorGround: SharedGround | undefined
}

/** Starts one PostgreSQL for the run, with a template database in which every schema is up to date, and finds a nats-server. */
export default async function setUp(): Promise<void> {
  const projectRoot = realpathSync(join(__dirname, '..', '..', '..'))
  const folder = mkdtempSync(join(tmpdir(), 'corridor-test-'))
  // As root the database runs under another account, which has to get in.
  chmodSync(folder, 0o755)
  const places = must(openPlaces(join(folder, 'home'), projectRoot))
  const quiet = (): void => undefined
  const settings = { natsServer: process.env['NATS_SERVER'], natsDownload: '' }
  const nats = must(
    await findNatsServer({ settings, projectRoot, cache: places.cache, progress: quiet }),
  )
  const tune = ['max_connections=300', 'shared_buffers=64MB']
  const port = await freePort()
  const postgres = must(await startPostgres({ places, projectRoot, port, progress: quiet, tune }))
  globalThis.corridorGround = { folder, postgres }
  await makeTemplate(postgres.url, projectRoot)
  process.env['CORRIDOR_TEST_DATABASES'] = postgres.url
  process.env['CORRIDOR_TEST_NATS'] = nats.program
}

async function makeTemplate(url: string, projectRoot: string): Promise<void> {
  await run(url, 'create database corridor_template')
  const services = readdirSync(join(projectRoot, 'apps'))
    .map((service) => ({ service, folder: join(projectRoot, 'apps', service, 'migrations') }))
    .filter(({ folder }) => folderExists(folder))
  await migrate(databaseUrl(url, 'corridor_template'), services)
}

function folderExists(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch {
    return false
  }
}

/** Runs one statement on a connection of its own. */
export async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The address of another database of the same server. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.toString()
}

function must<Value>(outcome: { ok: boolean; value?: Value; refusal?: { detail: string } }): Value {
  if (outcome.ok && outcome.value !== undefined) return outcome.value
  throw new Error(`could not set the tests up: ${outcome.refusal?.detail ?? ''}`)
}
