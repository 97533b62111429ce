// SPDX-License-Identifier: Apache-2.0
import {
  atRestName,
  bytesAsOne,
  openDerived,
  rowsOfQuery,
  sealDerived,
  type MessageKey,
  type OutboxRow,
  type Queryable,
  type StorageKeys,
  type Store,
  type StoredApart,
  type Tx,
} from '@corridor/platform'
import { wholeStatement } from '../domain/number-statements'

/** The figures of a release that are to be stored: their dataset as JSON, and what they are sealed under. */
export interface NewBody {
  readonly dataset: number
  readonly key: MessageKey
  readonly body: Uint8Array
}

/** The figures of a release as they are stored. */
export interface StoredBody {
  /** Their dataset as JSON, one object for all releases that share it; null where the data key of their message was destroyed. */
  readonly json: Buffer | null
}

/** Stores bodies, each once, and gives the fingerprint of each in the same order. The writing is under way when this returns. */
export function insertBodies(
  tx: Tx,
  bodies: readonly NewBody[],
  keys: StorageKeys,
): { readonly fingerprints: readonly Buffer[]; readonly stored: Promise<unknown> } {
  // Recipients of one projection have the very same bytes.
  const sealed = new Map<Uint8Array, ReturnType<typeof sealDerived>>()
  const all = bodies.map(({ dataset, key, body }) => {
    const one = sealed.get(body) ?? sealDerived(keys, key, body)
    sealed.set(body, one)
    return { dataset, ...one }
  })
  const distinct = [
    ...new Map(all.map((one) => [[one.dataset, one.fingerprint.toString('hex')].join(), one])),
  ].map(([, one]) => one)
  const bytes = bytesAsOne(distinct.map((one) => one.sealed))
  const stored = tx.query(insertEach, [
    distinct.map(({ dataset }) => dataset),
    distinct.map(({ fingerprint }) => fingerprint.toString('hex')),
    ...[bytes.whole, bytes.starts, bytes.lengths],
  ])
  return { fingerprints: all.map(({ fingerprint }) => fingerprint), stored }
}

interface BodyRow {
  readonly position: string
  readonly fingerprint: Buffer
  readonly participant: string
  readonly digest: string
  readonly storage_key: string
  readonly wrapped_key: Buffer | null
  /** Null where the row before has the same. */
  readonly sealed: Buffer | null
}

/** The bodies of releases, by their positions; what has none is left out. */
export async function readBodies(
  on: Store | Tx | Queryable,
  positions: readonly number[],
  keys: StorageKeys,
): Promise<ReadonlyMap<number, StoredBody>> {
  const rows = await rowsOfQuery<BodyRow>(on, selectBodies, [positions])
  let body: StoredBody = { json: null }
  return new Map(
    rows.map((row) => {
      if (row.sealed !== null) body = openBody({ ...row, sealed: row.sealed }, keys)
      return [Number(row.position), body]
    }),
  )
}

function openBody(
  row: Omit<BodyRow, 'sealed'> & { readonly sealed: Buffer },
  keys: StorageKeys,
): StoredBody {
  const { participant, digest, storage_key: storageKey, wrapped_key: wrappedKey } = row
  if (wrappedKey === null) return { json: null }
  const under = { storageKey, wrappedKey, of: atRestName(participant, digest) }
  return { json: openDerived(keys, under, row) }
}

/** The bytes of statements as their recipients get them, by position; empty where they are here no more. */
export async function wholeStatements(
  on: Store | Tx | Queryable,
  rows: readonly { readonly position: number; readonly body: Buffer }[],
  keys: StorageKeys,
): Promise<ReadonlyMap<number, Buffer>> {
  const kept = rows.filter(({ body }) => body.length > 0)
  const positions = kept.map(({ position }) => position)
  const bodies = await readBodies(on, positions, keys)
  return new Map(
    kept.flatMap(({ position, body: envelope }) => {
      const body = bodies.get(position)
      if (body === undefined) return [[position, envelope] as const]
      return body.json === null ? [] : [[position, wholeStatement(envelope, body.json)] as const]
    }),
  )
}

/** How the relay gets statements whole. */
export function storedApart(keys: StorageKeys): StoredApart {
  return {
    weight: `octet_length(body) + coalesce((select octet_length(b.sealed) from release r join body b
      on b.dataset = r.dataset and b.fingerprint = r.body where r.position = outbox.position), 0)`,
    whole: async (on, rows) => {
      const whole = await wholeStatements(on, rows, keys)
      return rows.flatMap((row): readonly OutboxRow[] => {
        const body = whole.get(row.position)
        return body === undefined ? [] : [{ ...row, body }]
      })
    },
  }
}

/** Lets go of what releases told: a body goes with the last release of it. */
export async function letGoOfBodies(tx: Tx, positions: readonly number[]): Promise<void> {
  // Whoever releases holds the counter before it stores a body: nobody comes to share one that goes here.
  await tx.query('select position from counter for update')
  await tx.query(
    'update release set body = null, periods = null where position = any($1::bigint[])',
    [positions],
  )
  await tx.query(
    `delete from body b where b.dataset in (select dataset from release where position = any($1::bigint[]))
       and not exists (select from release r where r.dataset = b.dataset and r.body = b.fingerprint)`,
    [positions],
  )
}

const insertEach = `
insert into body (dataset, fingerprint, sealed)
select dataset, decode(fingerprint, 'hex'), substring($3::bytea, start, length)
from unnest($1::bigint[], $2::text[], $4::int[], $5::int[]) as made (dataset, fingerprint, start, length)
on conflict do nothing`

// Each body travels once, with the first of its releases.
const selectBodies = `
with wanted as (
  select position, dataset, body, row_number() over (partition by dataset, body order by position) as nth
  from release where position = any($1::bigint[]) and body is not null)
select w.position, w.body as fingerprint, k.participant, k.digest, k.storage_key, k.wrapped_key,
  case when w.nth = 1 then b.sealed end as sealed
from wanted w join body b on b.dataset = w.dataset and b.fingerprint = w.body
join intake.dataset_v1 k on k.position = w.dataset
order by w.dataset, w.body, w.position`
