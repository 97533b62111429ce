// SPDX-License-Identifier: Apache-2.0
import {
  bytesAsOne,
  prepared,
  type Arrival,
  type AtRest,
  type Queryable,
  type Store,
} from '@corridor/platform'
import type { Recordable, Refused } from '../domain/judge'
import type { Vintage } from '../domain/vintage'

/** A judged message with its place and its receipt. */
export interface Accepted {
  readonly participant: string
  readonly judged: Recordable
  readonly vintages: readonly (Vintage | null)[]
  readonly arrival: Arrival
  /** The signed bytes, then the content of each dataset that has one of its own. */
  readonly atRest: AtRest
  readonly position: number
  readonly at: Date
  readonly receipt: Uint8Array
}

/** A refused message with its answer. */
export interface Quarantined {
  readonly participant: string
  readonly digest: string
  readonly sealDigest: string
  /** The sender's own id of the message; null where nobody knows whose it is. */
  readonly id: string | null
  readonly arrival: Arrival
  readonly atRest: AtRest
  readonly refusal: Refused
  readonly at: Date
  readonly receipt: Uint8Array
}

/** What was stated before about the messages of a batch. */
export interface EarlierStatements {
  /** The receipt of the same accepted message. */
  readonly accepted: (participant: string, id: string, digest: string) => Uint8Array | undefined
  /** The refusal of the same bytes under the same signature. */
  readonly refused: (participant: string, sealDigest: string) => Uint8Array | undefined
  readonly digestOfId: (participant: string, id: string) => string | undefined
}

interface EarlierRow {
  readonly participant: string
  readonly id: string | null
  readonly digest: string
  readonly seal_digest: string | null
  readonly receipt: Buffer
}

/** Looks up, in one statement, what was accepted under the same ids and refused under the same digests. */
export async function earlierStatements(
  store: Store,
  messages: readonly {
    readonly participant: string
    readonly outcome: { readonly ok: true; readonly value: { id: string } } | { readonly ok: false }
    readonly sealDigest: string
  }[],
): Promise<EarlierStatements> {
  const rows = await prepared<EarlierRow>(store, selectEarlier, [
    messages.map(({ participant }) => participant),
    messages.map(({ outcome }) => (outcome.ok ? outcome.value.id : null)),
    messages.map(({ sealDigest }) => sealDigest),
  ])
  const byId = new Map(rows.map((row) => [`${row.participant} ${row.id ?? ''}`, row]))
  const bySeal = new Map(
    rows.map((row) => [`${row.participant} ${row.seal_digest ?? ''}`, row.receipt]),
  )
  return {
    accepted: (participant, id, digest) => {
      const row = byId.get(`${participant} ${id}`)
      return row?.digest === digest ? row.receipt : undefined
    },
    refused: (participant, sealDigest) => bySeal.get(`${participant} ${sealDigest}`),
    digestOfId: (participant, id) => byId.get(`${participant} ${id}`)?.digest,
  }
}

// A plan is kept for long, also one that was made when the tables were empty: one row a look-up, so it takes the index.
const selectEarlier = `
with asked as (select * from unnest($1::text[], $2::text[], $3::text[]) as asked (participant, id, seal_digest))
select s.* from asked, lateral (
  select participant, id, digest, null as seal_digest, coalesce(withdrawal, receipt) as receipt from submission
  where participant = asked.participant and id = asked.id limit 1) as s
union all
select w.* from asked, lateral (
  select participant, id, digest, null, receipt from waiting
  where participant = asked.participant and id = asked.id and state <> 'approved' limit 1) as w
union all
select r.* from asked, lateral (
  select participant, 'test ' || id, digest, seal_digest, receipt from rehearsal
  where participant = asked.participant and seal_digest = asked.seal_digest limit 1) as r
union all
select q.* from asked, lateral (
  select participant, null as id, digest, seal_digest, receipt from quarantine
  where participant = asked.participant and seal_digest = asked.seal_digest limit 1) as q`

/** Writes messages and their columns: two statements, however many messages, sent one behind the other. */
export async function insertAccepted(tx: Queryable, accepted: readonly Accepted[]): Promise<void> {
  if (accepted.length === 0) return
  const bytes = bytesAsOne(accepted.map(({ atRest }) => firstPart(atRest)))
  const receipts = bytesAsOne(accepted.map(({ receipt }) => receipt))
  const keys = bytesAsOne(accepted.map(({ atRest }) => atRest.wrappedKey))
  const submissions = tx.query(insertSubmissions, [
    accepted.map(({ judged }) => judged.participant),
    accepted.map(({ judged }) => judged.id),
    accepted.map(({ judged }) => judged.digest),
    accepted.map(({ position }) => position),
    accepted.map(({ judged }) => judged.contract),
    accepted.map(({ judged }) => judged.version),
    accepted.map(({ judged }) => judged.kid),
    accepted.map(({ arrival }) => arrival.signature),
    ...[bytes.whole, bytes.starts, bytes.lengths],
    ...[receipts.whole, receipts.starts, receipts.lengths],
    accepted.map(({ at }) => at),
    accepted.map(({ judged }) => judged.datasets.reduce((sum, { rows }) => sum + rows, 0)),
    accepted.map(({ atRest }) => atRest.storageKey),
    ...[keys.whole, keys.starts, keys.lengths],
  ])
  await Promise.all([submissions, tx.query(insertDatasets, datasetsOf(accepted))])
}

function firstPart({ parts: [first] }: AtRest): Buffer {
  if (first === undefined) throw new Error('could not store a message: it has no bytes')
  return first
}

// A message's datasets stand at its position and the ones that follow it.
function datasetsOf(accepted: readonly Accepted[]): readonly unknown[] {
  const datasets = accepted.flatMap((message) => {
    const own = message.atRest.parts.slice(1).values()
    return message.judged.datasets.map((dataset, i) => ({
      ...dataset,
      message,
      part: i + 1,
      position: message.position + i,
      bytes: dataset.asSent ? null : own.next().value,
    }))
  })
  const contents = bytesAsOne(datasets.map(({ bytes }) => bytes ?? Buffer.alloc(0)))
  return [
    datasets.map(({ position }) => position),
    datasets.map(({ message }) => message.position),
    datasets.map(({ message }) => message.judged.participant),
    datasets.map(({ contract }) => contract),
    datasets.map(({ version }) => version),
    datasets.map(({ message }) => message.judged.digest),
    datasets.map(({ message }) => message.at),
    datasets.map(({ rows }) => rows),
    ...[contents.whole, contents.starts, contents.lengths],
    datasets.map(({ part }) => part),
    datasets.map(({ reportedAs }) => reportedAs),
    datasets.map(({ message }) => message.judged.office),
    datasets.map(({ isInternal }) => isInternal),
  ]
}

const insertSubmissions = `
insert into submission (participant, id, digest, position, contract, version, kid, signature, bytes, receipt, received_at,
  rows, storage_key, wrapped_key)
select participant, id, digest, position, contract, version, kid, signature, substring($9::bytea, bytes_start, bytes_length),
  substring($12::bytea, receipt_start, receipt_length), at, rows, storage_key, substring($18::bytea, key_start, key_length)
from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[],
  $10::int[], $11::int[], $13::int[], $14::int[], $15::timestamptz[], $16::int[], $17::text[], $19::int[], $20::int[])
  as accepted (participant, id, digest, position, contract, version, kid, signature,
    bytes_start, bytes_length, receipt_start, receipt_length, at, rows, storage_key, key_start, key_length)`

// What stays inside a state never stands among what others read.
const insertDatasets = `
with accepted as (
  select position, submission, participant, contract, version, digest, at, rows,
    case when content_length > 0 then substring($9::bytea, content_start, content_length) end as content, part, reported_as, office,
    is_internal
  from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::int[],
    $10::int[], $11::int[], $12::int[], $13::text[], $14::text[], $15::bool[])
    as accepted (position, submission, participant, contract, version, digest, at, rows, content_start, content_length, part,
      reported_as, office, is_internal)),
inside as (
  insert into internal_dataset (position, submission, participant, contract, version, digest, recorded_at, rows, content, part, office)
  select position, submission, participant, contract, version, digest, at, rows, content, part, office
  from accepted where is_internal)
insert into dataset (position, submission, participant, contract, version, digest, recorded_at, rows, content, part, reported_as, office)
select position, submission, participant, contract, version, digest, at, rows, content, part, reported_as, office
from accepted where not is_internal`

/** Keeps refused messages with the reason; one that comes again is counted. */
export async function insertQuarantine(
  tx: Queryable,
  quarantined: readonly Quarantined[],
): Promise<void> {
  if (quarantined.length === 0) return
  await tx.query(insertRefused, [
    quarantined.map(({ participant }) => participant),
    quarantined.map(({ sealDigest }) => sealDigest),
    quarantined.map(({ digest }) => digest),
    quarantined.map(({ arrival }) => arrival.subject),
    quarantined.map(({ refusal }) => refusal.code),
    quarantined.map(({ refusal }) => refusal.detail),
    quarantined.map(({ arrival }) => storable(arrival.signature.slice(0, 1_024))),
    quarantined.map(({ atRest }) => firstPart(atRest)),
    quarantined.map(({ receipt }) => Buffer.from(receipt)),
    quarantined.map(({ at }) => at),
    quarantined.map(({ atRest }) => atRest.storageKey),
    quarantined.map(({ atRest }) => atRest.wrappedKey),
    quarantined.map(({ id }) => id),
  ])
}

// The sender controls the header, and PostgreSQL holds no U+0000: unheld, such a message would come again for ever.
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD')
}

const insertRefused = `
insert into quarantine (participant, seal_digest, digest, subject, code, detail, signature, bytes, receipt, first_seen, last_seen,
  storage_key, wrapped_key, id)
select participant, seal_digest, digest, subject, code, detail, signature, bytes, receipt, at, at, storage_key, wrapped_key, id
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::bytea[],
  $10::timestamptz[], $11::text[], $12::bytea[], $13::text[])
  as refused (participant, seal_digest, digest, subject, code, detail, signature, bytes, receipt, at, storage_key, wrapped_key, id)
on conflict (participant, seal_digest) do update set last_seen = excluded.last_seen, times = quarantine.times + 1`
