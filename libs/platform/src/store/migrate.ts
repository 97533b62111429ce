// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { roleOf } from './open-store'

/** A service's schema and the folder of its numbered SQL files. */
export interface Migrations {
  readonly service: string
  readonly folder: string
}

/** What the migration found out about the account. */
export interface Migrated {
  /** False where the account may not create roles: then one role serves all, and `corridor doctor` says so. */
  readonly ownRoles: boolean
  readonly applied: readonly string[]
}

/** Any number: the advisory lock that lets one process migrate at a time. */
const migrationLock = 7_267_743

/** Brings the schemas of the given services up to date: plain SQL, forward only, each file in its own transaction. */
export async function migrate(url: string, services: readonly Migrations[]): Promise<Migrated> {
  const client = new Client({ connectionString: url, application_name: 'corridor-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const ownRoles = await mayCreateRoles(client)
    const applied: string[] = []
    for (const each of services) {
      applied.push(...(await migrateService(client, each, ownRoles)))
      if (ownRoles) await grantViews(client, each.service)
    }
    return { ownRoles, applied }
  } finally {
    await client.end()
  }
}

async function mayCreateRoles(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    'select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user',
  )
  return rows[0]?.may ?? false
}

async function migrateService(
  client: Client,
  { service, folder }: Migrations,
  ownRoles: boolean,
): Promise<string[]> {
  if (ownRoles) await createRole(client, service)
  await client.query(`create schema if not exists ${service}`)
  if (ownRoles) await client.query(`grant usage on schema ${service} to ${roleOf(service)}`)
  await client.query(
    `create table if not exists ${service}.migration
      (name text primary key, digest text not null, applied_at timestamptz not null default now())`,
  )
  const shared = join(__dirname, '..', '..', 'migrations')
  const files = [...sqlFiles(shared, 'platform/'), ...sqlFiles(folder, '')]
  const applied: string[] = []
  for (const file of files) {
    if (await applyOnce(client, service, file)) applied.push(`${service}/${file.name}`)
  }
  if (ownRoles)
    await client.query(
      `grant select, insert, update, delete on all tables in schema ${service} to ${roleOf(service)}`,
    )
  return applied
}

async function createRole(client: Client, service: string): Promise<void> {
  const role = roleOf(service)
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await client.query(`create role ${role} nologin`)
  await client.query(`grant ${role} to current_user`)
}

interface SqlFile {
  readonly name: string
  readonly text: string
}

function sqlFiles(folder: string, prefix: string): SqlFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name: prefix + name, text: readFileSync(join(folder, name), 'utf8') }))
}

async function applyOnce(client: Client, schema: string, file: SqlFile): Promise<boolean> {
  const sql = file.text.replaceAll('{schema}', schema)
  const digest = createHash('sha256').update(sql).digest('hex')
  const { rows } = await client.query<{ digest: string }>(
    `select digest from ${schema}.migration where name = $1`,
    [file.name],
  )
  const known = rows[0]
  if (known !== undefined) {
    if (known.digest === digest) return false
    throw new Error(`could not migrate ${schema}: ${file.name} was changed after it was applied`)
  }
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(`insert into ${schema}.migration (name, digest) values ($1, $2)`, [
      file.name,
      digest,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`could not migrate ${schema}: ${file.name}`, { cause })
  }
  return true
}

/**
 * The versioned views (`<name>_v<n>`) are a service's only public face in SQL. The console reads all of them;
 * reconciliation, aggregation and delivery read the accepted observations. Delivery reads in access, right before something leaves,
 * whether it still may, and intake, right before a partner's figures come in, whether they may. Reconciliation looks in the journal
 * whether who has committed to figures is bound, in delivery what was told of figures that are protected, and in access, right before
 * a report leaves, whether its agreement stands.
 */
const readersOf: Readonly<Record<string, readonly string[]>> = {
  intake: ['console', 'delivery', 'reconciliation', 'aggregation'],
  access: ['console', 'delivery', 'intake'],
  journal: ['console', 'reconciliation'],
  delivery: ['console', 'reconciliation'],
}

/** Views with readers of their own: what is sealed is for nobody else, and whoever needs one view is given no other. */
const namedReaders: Readonly<Record<string, readonly string[]>> = {
  'access.agreement_v1': ['console', 'delivery', 'intake', 'reconciliation'],
  'delivery.told_v1': ['reconciliation'],
}

async function grantViews(client: Client, service: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.views where table_schema = $1 and table_name ~ '_v[0-9]+$'`,
    [service],
  )
  const usual = readersOf[service] ?? ['console']
  const named = (name: string): readonly string[] => namedReaders[`${service}.${name}`] ?? usual
  for (const reader of new Set([...usual, ...rows.flatMap(({ name }) => named(name))])) {
    if (reader === service) continue
    await createRole(client, reader)
    const role = roleOf(reader)
    await client.query(`grant usage on schema ${service} to ${role}`)
    for (const { name } of rows) {
      const view = `${service}.${name}`
      const may = named(name).includes(reader)
      await client.query(
        may ? `grant select on ${view} to ${role}` : `revoke all on ${view} from ${role}`,
      )
    }
  }
}
