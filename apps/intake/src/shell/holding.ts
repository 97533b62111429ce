// SPDX-License-Identifier: Apache-2.0
import { newSalt } from '@corridor/message'
import { bytesAsOne, rowsOfQuery, type Queryable } from '@corridor/platform'
import { refusalFor, rehearsalReceipt, statedOf } from '../domain/receipt'
import type { AcceptedCase, RefusedCase } from './sort-cases'

/** A message that passed every check and waits for its sender's approver. */
export interface Held extends AcceptedCase {
  readonly at: Date
  /** The statement "received". */
  readonly receipt: Uint8Array
}

/** What came of a message in test mode. */
export interface Rehearsed {
  readonly participant: string
  readonly id: string
  readonly digest: string
  readonly sealDigest: string
  readonly code: string | null
  readonly at: Date
  readonly receipt: Uint8Array
}

interface Made {
  readonly hubId: string
  readonly at: Date
}

/** A message that waits, with its statement "received". */
export function heldOf(one: AcceptedCase, made: Made): Held {
  const stated = { statement: 'received', receivedAt: made.at } as const
  const receipt = statedOf(one.judged, stated, { ...made, salt: newSalt() })
  return { ...one, at: made.at, receipt }
}

/** What is noted of a rehearsal that passed. */
export function rehearsedOf({ judged, sealDigest }: AcceptedCase, made: Made): Rehearsed {
  const { participant, id, digest } = judged
  const receipt = rehearsalReceipt(judged, { ...made, salt: newSalt() })
  return { participant, id, digest, sealDigest, code: null, at: made.at, receipt }
}

/** What is noted of a rehearsal that did not pass. */
export function refusedRehearsalOf(one: RefusedCase, made: Made): Rehearsed {
  const { participant, digest, sealDigest, refusal } = one
  const id = one.id ?? ''
  const receipt = refusalFor(one, { ...made, salt: newSalt(), mode: 'test' })
  return { participant, id, digest, sealDigest, code: refusal.code, at: made.at, receipt }
}

/** Which of these participants ask that an approver sees what they publish. */
export async function approvalAskedBy(
  tx: Queryable,
  participants: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOfQuery<{ participant: string }>(
    tx,
    'select participant from approval where participant = any($1::text[])',
    [[...new Set(participants)]],
  )
  return new Set(rows.map(({ participant }) => participant))
}

/** Keeps messages that wait. */
export async function insertHeld(tx: Queryable, held: readonly Held[]): Promise<void> {
  if (held.length === 0) return
  const bytes = bytesAsOne(held.map(({ atRest }) => atRest.parts[0] ?? Buffer.alloc(0)))
  await tx.query(insertWaiting, [
    held.map(({ judged }) => judged.participant),
    held.map(({ judged }) => judged.id),
    held.map(({ judged }) => judged.digest),
    held.map(({ judged }) => judged.kid),
    held.map(({ arrival }) => arrival.subject),
    held.map(({ arrival }) => arrival.signature),
    ...[bytes.whole, bytes.starts, bytes.lengths],
    held.map(({ atRest }) => atRest.storageKey),
    held.map(({ atRest }) => atRest.wrappedKey),
    held.map(({ at }) => at),
    held.map(({ receipt }) => Buffer.from(receipt)),
  ])
}

const insertWaiting = `
insert into waiting (participant, id, digest, kid, subject, signature, bytes, storage_key, wrapped_key, received_at, receipt, received)
select participant, id, digest, kid, subject, signature, substring($7::bytea, bytes_start, bytes_length), storage_key, wrapped_key,
  at, receipt, receipt
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::int[], $9::int[], $10::text[],
  $11::bytea[], $12::timestamptz[], $13::bytea[])
  as held (participant, id, digest, kid, subject, signature, bytes_start, bytes_length, storage_key, wrapped_key, at, receipt)`

/** Notes what came of rehearsals, and nothing of their figures. */
export async function insertRehearsed(
  tx: Queryable,
  rehearsed: readonly Rehearsed[],
): Promise<void> {
  if (rehearsed.length === 0) return
  await tx.query(insertRehearsals, [
    rehearsed.map(({ participant }) => participant),
    rehearsed.map(({ id }) => id),
    rehearsed.map(({ digest }) => digest),
    rehearsed.map(({ sealDigest }) => sealDigest),
    rehearsed.map(({ code }) => (code === null ? 'accepted' : 'refused')),
    rehearsed.map(({ code }) => code),
    rehearsed.map(({ receipt }) => Buffer.from(receipt)),
    rehearsed.map(({ at }) => at),
  ])
}

const insertRehearsals = `
insert into rehearsal (participant, id, digest, seal_digest, statement, code, receipt, received_at)
select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::timestamptz[])`
