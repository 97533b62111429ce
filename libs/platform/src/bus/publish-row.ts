// SPDX-License-Identifier: Apache-2.0
import { sealNow, signatureHeader, type Signer, type StatementType } from '@corridor/message'
import { headers, type JetStreamClient, type PubAck } from 'nats'
import type { OutboxRow } from '../store/outbox'
import { rowsOfQuery, type Queryable, type Store } from '../store/open-store'
import type { StreamLives } from './stream-lives'

/** A row of the outbox whose whole content the stream holds. */
export interface CarriedRow {
  readonly position: number
  readonly signature: string | null
  readonly created: string
  /** Where the last of it stands in the stream. */
  readonly seq: number
  /** Of each receipt of a run; 0 for one that was acknowledged before. */
  readonly seqs: readonly number[] | null
}

/** What publishing needs. */
export interface Publishing {
  readonly service: string
  readonly hub: { readonly id: string; readonly signer: Signer }
  readonly js: JetStreamClient
  readonly lives: StreamLives
}

const publishTimeoutMs = 5_000

/** Publishes what a row holds: facts as one message, each receipt of a run as a message of its own, under its own position. */
export async function publishRow(to: Publishing, row: OutboxRow): Promise<CarriedRow> {
  const { position, typ, lengths } = row
  if (lengths === null || typ === null) {
    const signature =
      typ === null ? null : sealNow(row.body, { typ, aud: to.hub.id }, to.hub.signer).signature
    const ack = await publishOne(to, { ...row, signature })
    return { position, signature, seq: ack.seq, seqs: null, created: await createdOf(to, ack) }
  }
  const acks = await Promise.all(publishRun(to, { ...row, typ, lengths }))
  const seqs = [...lengths.slice(0, row.acknowledged).map(() => 0), ...acks.map(({ seq }) => seq)]
  const [first] = acks
  if (first === undefined) throw new Error('could not publish a run: all of it was acknowledged')
  return {
    ...{ position, signature: null, seq: Math.max(...seqs), seqs },
    created: await createdOf(to, first),
  }
}

function publishRun(
  to: Publishing,
  row: OutboxRow & { readonly typ: StatementType; readonly lengths: readonly number[] },
): readonly Promise<PubAck>[] {
  const first = row.position - row.lengths.length + 1
  let start = 0
  return row.lengths.flatMap((length, i) => {
    const body = row.body.subarray(start, (start += length))
    if (i < row.acknowledged) return []
    const { signature } = sealNow(body, { typ: row.typ, aud: to.hub.id }, to.hub.signer)
    const position = first + i
    const { subject, sentAgain } = row
    return [publishOne(to, { subject, body, position, signature, previousFact: null, sentAgain })]
  })
}

function publishOne(
  { js, service }: Publishing,
  one: Pick<OutboxRow, 'subject' | 'body' | 'position' | 'previousFact' | 'sentAgain'> & {
    readonly signature: string | null
  },
): Promise<PubAck> {
  const { previousFact, signature } = one
  const expect =
    previousFact === null ? {} : { expect: { lastMsgID: `${service}:${String(previousFact)}` } }
  const head = headers()
  if (signature !== null) head.set(signatureHeader, signature)
  return js.publish(one.subject, one.body, {
    msgID: messageId(service, one),
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

function createdOf({ lives }: Publishing, { stream }: PubAck): Promise<string> {
  return lives.createdOf(stream)
}

/** Notes rows as carried, in one statement. */
export function noteCarried(
  on: Store | Queryable,
  carried: readonly CarriedRow[],
): Promise<unknown> {
  return on.query(
    `update outbox set relayed_at = clock_timestamp(), signature = carried.signature,
       stream_created = carried.created::timestamptz, stream_seq = carried.seq, stream_seqs = carried.seqs::bigint[]
     from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[]) as carried (position, signature, created, seq, seqs)
     where outbox.position = carried.position`,
    [
      carried.map(({ position }) => position),
      carried.map(({ signature }) => signature),
      carried.map(({ created }) => created),
      carried.map(({ seq }) => seq),
      carried.map(({ seqs }) => (seqs === null ? null : `{${seqs.join(',')}}`)),
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
  readonly acknowledged: number
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
    select position, subject, typ, body, previous_fact, lengths, acknowledged, sent_again from outbox
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
