// SPDX-License-Identifier: Apache-2.0
import type { MigrationFlow } from '@corridor/contracts'
import type { Refusal } from '@corridor/kernel'
import { rowsOfQuery, type Arrival, type Tx } from '@corridor/platform'
import type { Judged } from '../domain/judge'

/** A judged message with its place and its receipt. */
export interface Accepted {
  readonly judged: Judged
  readonly arrival: Arrival
  readonly position: number
  readonly at: Date
  readonly receipt: Uint8Array
}

/** A refused message with its answer. */
export interface Quarantined {
  readonly participant: string
  readonly digest: string
  readonly sealDigest: string
  readonly arrival: Arrival
  readonly refusal: Refusal
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
  tx: Tx,
  messages: readonly {
    readonly participant: string
    readonly id: string | null
    readonly sealDigest: string
  }[],
): Promise<EarlierStatements> {
  const rows = await rowsOfQuery<EarlierRow>(tx, selectEarlier, [
    messages.map(({ participant }) => participant),
    messages.map(({ id }) => id),
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

const selectEarlier = `
with asked as (select * from unnest($1::text[], $2::text[], $3::text[]) as asked (participant, id, seal_digest))
select s.participant, s.id, s.digest, null as seal_digest, s.receipt from asked join submission s using (participant, id)
union all
select q.participant, null, q.digest, q.seal_digest, q.receipt from asked join quarantine q using (participant, seal_digest)`

/** Writes messages and their columns: two statements, however many messages. */
export async function insertAccepted(tx: Tx, accepted: readonly Accepted[]): Promise<void> {
  if (accepted.length === 0) return
  await tx.query(insertSubmissions, [
    accepted.map(({ judged }) => judged.participant),
    accepted.map(({ judged }) => judged.id),
    accepted.map(({ judged }) => judged.digest),
    accepted.map(({ position }) => position),
    accepted.map(({ judged }) => judged.contract),
    accepted.map(({ judged }) => judged.version),
    accepted.map(({ judged }) => judged.kid),
    accepted.map(({ arrival }) => arrival.signature),
    accepted.map(({ arrival }) => Buffer.from(arrival.bytes)),
    accepted.map(({ receipt }) => Buffer.from(receipt)),
    accepted.map(({ at }) => at),
  ])
  await tx.query(
    'insert into dataset select * from json_populate_recordset(null::dataset, $1::json)',
    [JSON.stringify(accepted.map(datasetRow))],
  )
}

const insertSubmissions = `
insert into submission (participant, id, digest, position, contract, version, kid, signature, bytes, receipt, received_at)
select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[],
  $9::bytea[], $10::bytea[], $11::timestamptz[])`

function datasetRow({ judged, position, at }: Accepted): object {
  const { participant, contract, version, digest, flow } = judged
  return {
    position,
    participant,
    contract,
    version,
    digest,
    recorded_at: at,
    definition: flow.definition,
    rows: flow.rows,
    ...columnsOf(flow),
  }
}

function columnsOf(flow: MigrationFlow): object {
  return {
    reporter: folded(flow.reporter),
    direction: folded(flow.direction),
    origin: folded(flow.origin),
    destination: folded(flow.destination),
    period: folded(flow.period),
    sex: folded(flow.sex),
    age: folded(flow.age),
    occupation: folded(flow.occupation),
    sector: folded(flow.sector),
    stay: folded(flow.stay),
    value: everyRow(flow.value, flow.rows),
    value_status: folded(flow.valueStatus),
    lower: flow.lower === undefined ? [] : everyRow(flow.lower, flow.rows),
    upper: flow.upper === undefined ? [] : everyRow(flow.upper, flow.rows),
    obs_status: folded(flow.obsStatus),
    conf_status: folded(flow.confStatus),
  }
}

function folded<Entry>(column: Entry | readonly Entry[]): readonly Entry[] {
  return Array.isArray(column) ? (column as readonly Entry[]) : [column as Entry]
}

// Values may be null in a row, so one entry never stands for all.
function everyRow<Entry>(column: Entry | readonly Entry[], rows: number): readonly Entry[] {
  return Array.isArray(column)
    ? (column as readonly Entry[])
    : new Array<Entry>(rows).fill(column as Entry)
}

/** Keeps refused messages with the reason; one that comes again is counted. */
export async function insertQuarantine(tx: Tx, quarantined: readonly Quarantined[]): Promise<void> {
  if (quarantined.length === 0) return
  await tx.query(insertRefused, [
    quarantined.map(({ participant }) => participant),
    quarantined.map(({ sealDigest }) => sealDigest),
    quarantined.map(({ digest }) => digest),
    quarantined.map(({ arrival }) => arrival.subject),
    quarantined.map(({ refusal }) => refusal.code),
    quarantined.map(({ refusal }) => refusal.detail),
    quarantined.map(({ arrival }) => arrival.signature.slice(0, 1_024)),
    quarantined.map(({ arrival }) => Buffer.from(arrival.bytes)),
    quarantined.map(({ receipt }) => Buffer.from(receipt)),
    quarantined.map(({ at }) => at),
  ])
}

const insertRefused = `
insert into quarantine (participant, seal_digest, digest, subject, code, detail, signature, bytes, receipt, first_seen, last_seen)
select participant, seal_digest, digest, subject, code, detail, signature, bytes, receipt, at, at
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::bytea[],
  $10::timestamptz[])
  as refused (participant, seal_digest, digest, subject, code, detail, signature, bytes, receipt, at)
on conflict (participant, seal_digest) do update set last_seen = excluded.last_seen, times = quarantine.times + 1`
