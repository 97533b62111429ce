// SPDX-License-Identifier: Apache-2.0
import {
  AckPolicy,
  nanos,
  RetentionPolicy,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
} from 'nats'
import { rowsOfQuery, type Store } from '../store/open-store'
import type { StreamLives } from './stream-lives'
import { ensureConsumer, ensureStream, isNotFound } from './streams'

/** Where the server's notes of terminated messages wait until they are read. */
const advisories = {
  stream: 'ADVISORIES',
  subjects: '$JS.EVENT.ADVISORY.CONSUMER.MSG_TERMINATED.*.*',
} as const

/** A note of the server: a recipient will not take this message, and the stream has let go of it. */
interface Terminated {
  readonly stream: string
  readonly stream_seq: number
}

/** What noting needs. */
export interface NotingTerminations {
  readonly service: string
  readonly store: Store
  readonly js: JetStreamClient
  readonly jsm: JetStreamManager
  readonly lives: StreamLives
  readonly mostFailures: number
}

const mostAtOnce = 256
/** A place in the stream is noted a moment after the message went out: the row is looked for so often. */
const mostLooks = 3
const lookAgainMs = 1_000
const day = 86_400_000

/** Makes the stream of the notes, and a service's durable on it. */
export async function prepareTerminations(jsm: JetStreamManager, service: string): Promise<void> {
  await ensureStream(jsm, {
    name: advisories.stream,
    subjects: [advisories.subjects],
    retention: RetentionPolicy.Limits,
    max_age: nanos(7 * day),
    max_bytes: 16_777_216,
  })
  await ensureConsumer(jsm, advisories.stream, {
    durable_name: service,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(30_000),
    max_deliver: -1,
  })
}

/**
 * Reads what recipients have terminated since. A terminated message is carried again; one that was terminated too often is dead. It was
 * not acknowledged, whatever the durable's floor says.
 */
export async function noteTerminations(noting: NotingTerminations): Promise<void> {
  try {
    await noteWaiting(noting)
  } catch (error) {
    if (!isNotFound(error)) throw error
    // JetStream was lost; what it knew of terminations is lost with it.
    await prepareTerminations(noting.jsm, noting.service)
  }
}

async function noteWaiting(noting: NotingTerminations): Promise<void> {
  const { num_pending: waiting } = await noting.jsm.consumers.info(
    advisories.stream,
    noting.service,
  )
  if (waiting === 0) return
  const consumer = await noting.js.consumers.get(advisories.stream, noting.service)
  const messages = await consumer.fetch({
    max_messages: Math.min(waiting, mostAtOnce),
    expires: 1_000,
  })
  for await (const message of messages) await noteOne(noting, message)
}

async function noteOne(noting: NotingTerminations, message: JsMsg): Promise<void> {
  const { stream, stream_seq: seq } = message.json<Terminated>()
  const participant = stream.replace(/^OUT_/, '')
  const created = await noting.lives.createdOf(stream)
  const rows = await rowsOfQuery(
    noting.store,
    `with terminated as (
       update outbox set failures = failures + 1, failure = 'its recipient terminated it', acknowledged_at = null,
         dead_at = case when failures + 1 >= $4 then now() end,
         relayed_at = case when failures + 1 >= $4 then relayed_at end,
         sent_again = sent_again + case when failures + 1 >= $4 then 0 else 1 end
       where subject like 'corridor.out.' || $1 || '.%' and stream_seq = $2 and stream_created = $3::timestamptz
         and withdrawn_at is null and dead_at is null
       returning position)
     select * from terminated`,
    [participant, seq, created, noting.mostFailures],
  )
  if (rows.length === 0 && message.info.deliveryCount < mostLooks) message.nak(lookAgainMs)
  else await message.ackAck()
}
