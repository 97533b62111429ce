// SPDX-License-Identifier: Apache-2.0
import { headers, type JetStreamClient, type JetStreamManager } from 'nats'
import { rowsOfQuery, type Store, type Tx } from '../store/open-store'
import { noteToCarry } from '../store/outbox'
import { reasonOf, type Log } from '../telemetry/log'
import type { AtRest } from './at-rest'
import { messageId, toTakeOut } from './publish-row'
import { participantOf, type StreamLives } from './stream-lives'
import { isMissing, isNoMessage, isWrongSequence, outStream } from './streams'

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
  readonly log: Log
  /** Recipients whose streams could not be reached a moment ago. */
  readonly unreached: AtRest
}

/** Messages taken out at a time. */
const mostAtOnce = 256
/** How long a recipient whose stream cannot be reached is left alone, so that others go on. */
const restMs = 5_000
/** Higher than any sequence: a message that expects it is never stored. */
const never = Number.MAX_SAFE_INTEGER

interface WithdrawnRow {
  readonly position: string
  readonly subject: string
  readonly sent_again: number
  readonly stream_seq: string | null
  readonly created: string | null
  readonly relayed_at: Date | null
}

/**
 * Takes withdrawn statements out of their streams, so that nobody fetches them any more; gives how many it is done with. What cannot be
 * reached waits with its recipient, and holds up nobody else's.
 */
export async function takeOutWithdrawn(from: TakingOut): Promise<number> {
  const rows = await rowsOfQuery<WithdrawnRow>(
    from.store,
    `select position, subject, sent_again, stream_seq, to_json(stream_created) #>> '{}' as created, relayed_at from outbox
     where ${toTakeOut} and split_part(subject, '.', 3) <> all($1::text[]) order by position limit ${String(mostAtOnce)}`,
    [from.unreached.names()],
  )
  if (rows.length === 0) return 0
  const results = await Promise.allSettled(rows.map((row) => takeOut(from, row)))
  const known = results.flatMap((result, i) => {
    const position = rows[i]?.position
    return result.status === 'fulfilled' ? [{ position, fate: result.value }] : []
  })
  leaveAlone(from, rows, results)
  if (known.length === 0) return 0
  await from.store.query(
    `update outbox set taken_out_at = now(), was_fetched = fates.fate <> 'never',
       acknowledged_at = case when fates.fate = 'acknowledged' then coalesce(acknowledged_at, now()) else acknowledged_at end
     from unnest($1::bigint[], $2::text[]) as fates (position, fate) where outbox.position = fates.position`,
    [known.map(({ position }) => position), known.map(({ fate }) => fate)],
  )
  return known.length
}

function leaveAlone(
  { unreached, log }: TakingOut,
  rows: readonly WithdrawnRow[],
  results: readonly PromiseSettledResult<Fate>[],
): void {
  const failed = results.flatMap((result, i) => {
    const recipient = participantOf(rows[i]?.subject ?? '')
    return result.status === 'rejected' ? [{ recipient, reason: result.reason as unknown }] : []
  })
  const [first] = failed
  if (first === undefined) return
  const recipients = [...new Set(failed.map(({ recipient }) => recipient))]
  unreached.rest(recipients, restMs)
  const told = { rows: failed.length, recipients, reason: reasonOf(first.reason) }
  log.warn('what is withdrawn could not be taken out of some streams and will be later', told)
}

/** What a recipient had done with a statement when it was taken out; `fetched` also where nobody can tell. */
type Fate = 'never' | 'fetched' | 'acknowledged'

async function takeOut(from: TakingOut, row: WithdrawnRow): Promise<Fate> {
  const stream = outStream(participantOf(row.subject))
  const isPlaced = row.stream_seq !== null
  try {
    const place = isPlaced ? await seqIn(from, stream, row) : await placeOf(from, row)
    if (place === null) return isPlaced ? 'fetched' : 'never'
    await from.jsm.streams.deleteMessage(stream, place, true)
    return await fateOf(from, row, place)
  } catch (error) {
    // A work queue lets go of what is acknowledged, and of nothing else.
    if (isNoMessage(error)) return 'acknowledged'
    // The stream was lost: what its reader had done went with it.
    if (isMissing(error)) return 'fetched'
    throw error
  }
}

// Asked after it is gone: what was not handed out by now never will be. Without an answer now nobody can tell any more, nor where the
// durable that counts is younger than the statement.
async function fateOf({ jsm }: TakingOut, row: WithdrawnRow, place: number): Promise<Fate> {
  const recipient = participantOf(row.subject)
  try {
    const { delivered, created } = await jsm.consumers.info(outStream(recipient), recipient)
    const isYounger = row.relayed_at !== null && new Date(created) > row.relayed_at
    return delivered.stream_seq >= place || isYounger ? 'fetched' : 'never'
  } catch {
    return 'fetched'
  }
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
