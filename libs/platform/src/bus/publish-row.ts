// SPDX-License-Identifier: Apache-2.0
import {
  lengthsHeader,
  sealNow,
  signatureHeader,
  type Signer,
  type StatementType,
} from '@corridor/message'
import { headers, type JetStreamClient, type PubAck } from 'nats'
import type { OutboxRow } from '../store/outbox'
import { rowsOfQuery, type Queryable, type Store } from '../store/open-store'
import type { StreamLives } from './stream-lives'

/** A row of the outbox that the stream holds. */
export interface CarriedRow {
  readonly position: number
  /** Null for facts, and where the row holds several receipts. */
  readonly signature: string | null
  readonly created: string
  readonly seq: number
}

/** What publishing needs. */
export interface Publishing {
  readonly service: string
  readonly hub: { readonly id: string; readonly signer: Signer }
  readonly js: JetStreamClient
  readonly lives: StreamLives
}

const publishTimeoutMs = 5_000

/** Publishes what a row holds, facts or statements, as one message. */
export async function publishRow(to: Publishing, row: OutboxRow): Promise<CarriedRow> {
  const { position, lengths } = row
  const signatures = statementsIn(row).map(({ bytes, typ }) => {
    return sealNow(bytes, { typ, aud: to.hub.id }, to.hub.signer).signature
  })
  const { stream, seq } = await publish(to, row, signatures)
  const signature = lengths === null ? (signatures[0] ?? null) : null
  return { position, signature, seq, created: await to.lives.createdOf(stream) }
}

function statementsIn({
  typ,
  body,
  lengths,
}: OutboxRow): readonly { readonly bytes: Uint8Array; readonly typ: StatementType }[] {
  if (typ === null) return []
  if (lengths === null) return [{ bytes: body, typ }]
  let start = 0
  return lengths.map((length) => ({ bytes: body.subarray(start, (start += length)), typ }))
}

function publish(
  { js, service }: Publishing,
  row: OutboxRow,
  signatures: readonly string[],
): Promise<PubAck> {
  const { previousFact, lengths } = row
  const expect =
    previousFact === null ? {} : { expect: { lastMsgID: `${service}:${String(previousFact)}` } }
  const head = headers()
  for (const signature of signatures) head.append(signatureHeader, signature)
  if (lengths !== null) head.set(lengthsHeader, lengths.join())
  return js.publish(row.subject, row.body, {
    msgID: messageId(service, row),
    timeout: publishTimeoutMs,
    headers: head,
    ...expect,
  })
}

/** What JetStream knows a message by: one that is sent again is a message of its own. */
export function messageId(
  service: string,
  { position, sentAgain }: Pick<OutboxRow, 'position' | 'sentAgain'>,
): string {
  const again = sentAgain === 0 ? '' : `:${String(sentAgain)}`
  return `${service}:${String(position)}${again}`
}

/** Notes rows as carried, in one statement. */
export function noteCarried(
  on: Store | Queryable,
  carried: readonly CarriedRow[],
): Promise<unknown> {
  return on.query(
    `update outbox set relayed_at = clock_timestamp(), signature = carried.signature,
       stream_created = carried.created::timestamptz, stream_seq = carried.seq
     from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[]) as carried (position, signature, created, seq)
     where outbox.position = carried.position`,
    [
      carried.map(({ position }) => position),
      carried.map(({ signature }) => signature),
      carried.map(({ created }) => created),
      carried.map(({ seq }) => seq),
    ],
  )
}

interface PendingRow {
  readonly position: string
  readonly subject: string
  readonly typ: StatementType | null
  readonly body: Buffer
  readonly previous_fact: string | null
  readonly lengths: readonly number[] | null
  readonly sent_again: number
}

/** What waits to be carried: neither withdrawn nor dead. */
export const pending = 'relayed_at is null and withdrawn_at is null and dead_at is null'

/** What is withdrawn, or was taken by another way, and still lies in its stream. */
export const toTakeOut = '(withdrawn_at is not null or taken_elsewhere) and taken_out_at is null'

/** Bodies that are read together weigh so much at most, in bytes; a heavier one goes alone. */
const mostBytes = 16_777_216

/**
 * Rows that wait: facts and statements apart, so that a participant whose stream is full holds up nobody else. Statements stay held
 * until they are carried: whoever withdraws one meanwhile waits, and then knows that it is out.
 */
export async function pendingRows(
  on: Queryable,
  {
    mostRows,
    resting,
    weight = 'octet_length(body)',
  }: {
    readonly mostRows: number
    readonly resting: readonly string[]
    /** Of a statement, in SQL, where not all of it lies in the outbox. */
    readonly weight?: string | undefined
  },
): Promise<readonly OutboxRow[]> {
  const select = (which: string): string => `
    select position, subject, typ, body, previous_fact, lengths, sent_again from outbox
    where ${pending} and position in (
      select position from (
        select position, bytes, sum(bytes) over (order by position) as until from (
          select position, ${weight} as bytes from outbox where ${pending} and ${which} order by position limit ${String(mostRows)}) as first
      ) as weighed where until <= ${String(mostBytes)} or until = bytes)
    order by position`
  const [facts, statements] = await Promise.all([
    rowsOfQuery<PendingRow>(on, select('typ is null')),
    rowsOfQuery<PendingRow>(
      on,
      `${select(`typ is not null and split_part(subject, '.', 3) <> all($1::text[])`)} for share`,
      [resting],
    ),
  ])
  return [...facts, ...statements].map(({ previous_fact: previous, sent_again, ...row }) => ({
    ...row,
    position: Number(row.position),
    previousFact: previous === null ? null : Number(previous),
    sentAgain: sent_again,
  }))
}
