// SPDX-License-Identifier: Apache-2.0
import { Client } from 'pg'

/**
 * One service's schema as its migrations left it, written from pg_catalog: tables with columns, keys, checks and
 * indexes, then functions, triggers, views, and who may do what. Sorted by name, so that the same schema is the same text.
 */
export async function schemaText(url: string, service: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    // With an empty path PostgreSQL writes every name with its schema.
    await client.query(`set search_path = ''`)
    await refuseUnknown(client, service)
    const parts = [headOf(service)]
    for (const sql of [selectTables, selectIndexes, selectFunctions, selectTriggers, selectViews]) {
      parts.push(...(await linesOf(client, sql, service)))
    }
    parts.push((await linesOf(client, selectGrants, service)).join('\n'))
    return `${parts.join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

function headOf(service: string): string {
  return `-- What the migrations of ${service} come to, read from pg_catalog by deploy/local/schema.mjs.
-- Change it by a new migration, never here.`
}

async function linesOf(client: Client, sql: string, service: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ line: string }>(sql, [service])
  return rows.map(({ line }) => line)
}

// What this file cannot write would be missing in silence.
async function refuseUnknown(client: Client, service: string): Promise<void> {
  const unknown = await linesOf(client, selectUnknown, service)
  if (unknown.length > 0)
    throw new Error(`could not write the schema of ${service}: it has ${unknown.join(', ')}`)
}

const selectUnknown = `
select 'the relation ' || c.relname as line from pg_catalog.pg_class c
where c.relnamespace = $1::regnamespace and c.relkind not in ('r', 'i', 'v')
union all
select 'the type ' || t.typname from pg_catalog.pg_type t
where t.typnamespace = $1::regnamespace and t.typtype not in ('b', 'c')
union all
select 'the policy ' || p.polname from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
where c.relnamespace = $1::regnamespace`

// Keys before checks, each by name. PostgreSQL 18 lists "not null" as a constraint too; it stands with its column.
const selectTables = `
select 'create table ' || c.oid::regclass || E' (\\n  ' || string_agg(item, E',\\n  ' order by kind, place, item) || E'\\n)'
  || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') || ';' as line
from pg_catalog.pg_class c
cross join lateral (
  select 0 as kind, a.attnum::int as place,
    quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as item
  from pg_catalog.pg_attribute a
  left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  union all
  select 1, position(k.contype::text in 'pufc'),
    'constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
  from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')
) as items
where c.relnamespace = $1::regnamespace and c.relkind = 'r'
group by c.oid, c.relname order by c.relname collate "C"`

const selectIndexes = `
select pg_get_indexdef(i.indexrelid) || ';' as line
from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
where c.relnamespace = $1::regnamespace
  and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
order by c.relname collate "C"`

const selectFunctions = `
select rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' as line
from pg_catalog.pg_proc p where p.pronamespace = $1::regnamespace
order by p.proname collate "C", p.oid::regprocedure::text collate "C"`

const selectTriggers = `
select pg_get_triggerdef(t.oid) || ';' as line
from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
where c.relnamespace = $1::regnamespace and not t.tgisinternal
order by c.relname collate "C", t.tgname collate "C"`

const selectViews = `
select 'create view ' || c.oid::regclass || E' as\\n' || pg_get_viewdef(c.oid, true) as line
from pg_catalog.pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'v'
order by c.relname collate "C"`

// The owner's own rights go without saying.
const selectGrants = `
select 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' on ' || c.oid::regclass
  || ' to ' || g.grantee::regrole || ';' as line
from pg_catalog.pg_class c cross join lateral aclexplode(c.relacl) g
where c.relnamespace = $1::regnamespace and g.grantee <> c.relowner
group by c.oid, c.relname, g.grantee
order by c.relname collate "C", g.grantee::regrole::text collate "C"`
