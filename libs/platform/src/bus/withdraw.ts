// SPDX-License-Identifier: Apache-2.0
import { headers, type JetStreamClient, type JetStreamManager } from 'nats'
import { rowsOfQuery, type Store, type Tx } from '../store/open-store'
import { noteToCarry } from '../store/outbox'
import { messageId, toTakeOut } from './publish-row'
import { participantOf, type StreamLives } from './stream-lives'
import { isNoMessage, isNotFound, isWrongSequence, outStream } from './streams'

/**
 * Withdraws statements from the outbox: from the commit on none of them is carried, and their bytes are gone from here. What the
 * broker holds of them is taken out right after. Waits for a relay that is carrying one of them at this moment.
 */
export async function withdrawStatements(
  tx: Tx,
  positions: readonly number[],
  at: Date,
): Promise<void> {
  noteToCarry(tx)
  await tx.query(
    `update outbox set withdrawn_at = $2, body = '' where position = any($1::bigint[]) and withdrawn_at is null`,
    [positions, at],
  )
}

/** Notes that a recipient took a statement by another way than its stream, which lets go of it. */
export async function takenElsewhere(tx: Tx, position: number): Promise<void> {
  noteToCarry(tx)
  await tx.query(
    `update outbox set taken_elsewhere = true, acknowledged_at = coalesce(acknowledged_at, now()),
       relayed_at = coalesce(relayed_at, now()) where position = $1`,
    [position],
  )
}

/** What taking out needs. */
export interface TakingOut {
  readonly service: string
  readonly store: Store
  readonly js: JetStreamClient
  readonly jsm: JetStreamManager
  readonly lives: StreamLives
}

/** Messages taken out at a time. */
const mostAtOnce = 256
/** Higher than any sequence: a message that expects it is never stored. */
const never = Number.MAX_SAFE_INTEGER

interface WithdrawnRow {
  readonly position: string
  readonly subject: string
  readonly sent_again: number
  readonly stream_seq: string | null
  readonly created: string | null
}

/** Takes withdrawn statements out of their streams, so that nobody fetches them any more; gives how many it looked at. */
export async function takeOutWithdrawn(from: TakingOut): Promise<number> {
  const rows = await rowsOfQuery<WithdrawnRow>(
    from.store,
    `select position, subject, sent_again, stream_seq, to_json(stream_created) #>> '{}' as created from outbox
     where ${toTakeOut} order by position limit ${String(mostAtOnce)}`,
  )
  if (rows.length === 0) return 0
  const fates = await Promise.all(rows.map((row) => takeOut(from, row)))
  await from.store.query(
    `update outbox set taken_out_at = now(), was_fetched = fates.fate <> 'never',
       acknowledged_at = case when fates.fate = 'acknowledged' then coalesce(acknowledged_at, now()) else acknowledged_at end
     from unnest($1::bigint[], $2::text[]) as fates (position, fate) where outbox.position = fates.position`,
    [rows.map(({ position }) => position), fates],
  )
  return rows.length
}

/** What a recipient had done with a statement when it was taken out; `fetched` also where nobody can tell. */
type Fate = 'never' | 'fetched' | 'acknowledged'

async function takeOut(from: TakingOut, row: WithdrawnRow): Promise<Fate> {
  const participant = participantOf(row.subject)
  const stream = outStream(participant)
  const place = row.stream_seq === null ? await placeOf(from, row) : await seqIn(from, stream, row)
  if (place === null) return row.stream_seq === null ? 'never' : 'fetched'
  try {
    await from.jsm.streams.deleteMessage(stream, place, true)
  } catch (error) {
    // A work queue lets go of what is acknowledged, and of nothing else.
    if (isNotFound(error) || isNoMessage(error)) return 'acknowledged'
    throw error
  }
  // Asked after it is gone: what was not handed out by now never will be.
  const { delivered } = await from.jsm.consumers.info(stream, participant)
  return delivered.stream_seq >= place ? 'fetched' : 'never'
}

// A place in a life of the stream that is over is somebody else's place now. No stream begins twice in a millisecond.
async function seqIn(
  { lives }: TakingOut,
  stream: string,
  { stream_seq, created }: WithdrawnRow,
): Promise<number | null> {
  const now = Date.parse(await lives.createdOf(stream))
  return Date.parse(created ?? '') === now ? Number(stream_seq) : null
}

/**
 * Where a statement stands that was published and not noted: the stream answers a message with its id with the place of the first,
 * and stores nothing that expects an impossible sequence.
 */
async function placeOf({ js, service }: TakingOut, row: WithdrawnRow): Promise<number | null> {
  try {
    const ack = await js.publish(row.subject, '', {
      msgID: messageId(service, { position: Number(row.position), sentAgain: row.sent_again }),
      headers: headers(),
      expect: { lastSequence: never },
    })
    return ack.duplicate ? ack.seq : null
  } catch (error) {
    if (isWrongSequence(error)) return null
    throw error
  }
}
