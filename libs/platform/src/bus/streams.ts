// SPDX-License-Identifier: Apache-2.0
import {
  AckPolicy,
  DiscardPolicy,
  ErrorCode,
  nanos,
  NatsError,
  RetentionPolicy,
  type ConsumerConfig,
  type JetStreamManager,
  type StreamConfig,
} from 'nats'

/** Where participants' messages wait until intake has recorded or refused them. */
export const submissions = {
  stream: 'SUBMISSIONS',
  subjects: 'corridor.submit.*.*',
  durable: 'intake',
} as const

const gibibyte = 1_073_741_824

/** The stream of one service's facts. */
export function factStream(service: string): string {
  return `FACTS_${service}`
}

/** The stream of what the hub hands to one participant. */
export function outStream(participant: string): string {
  return `OUT_${participant}`
}

/** Makes the stream of the way in, and intake's durable on it. */
export async function ensureSubmissions(jsm: JetStreamManager): Promise<void> {
  await ensureStream(jsm, {
    name: submissions.stream,
    subjects: [submissions.subjects],
    // Acknowledged means recorded or quarantined in PostgreSQL: the stream only holds what waits.
    retention: RetentionPolicy.Workqueue,
    // With `discard: old` one participant could push another's unread messages out.
    discard: DiscardPolicy.New,
    discard_new_per_subject: true,
    // Neither can one sender fill the stream for the others.
    max_msgs_per_subject: 128,
    max_bytes: 2 * gibibyte,
    max_msg_size: gibibyte / 128,
    deny_delete: true,
    deny_purge: true,
    allow_rollup_hdrs: false,
    duplicate_window: nanos(120_000),
  })
  await ensureConsumer(jsm, submissions.stream, {
    durable_name: submissions.durable,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(30_000),
    max_ack_pending: 8_192,
    max_deliver: -1,
  })
}

/** Makes the stream of a service's facts. It can be deleted at any time: the relay fills it again. */
export async function ensureFacts(jsm: JetStreamManager, service: string): Promise<void> {
  await ensureStream(jsm, {
    name: factStream(service),
    subjects: [`${service}.*.*`],
    max_bytes: gibibyte / 4,
    duplicate_window: nanos(3_600_000),
  })
}

/** Makes a participant's stream and its durable. */
export async function ensureParticipant(jsm: JetStreamManager, participant: string): Promise<void> {
  await ensureStream(jsm, {
    name: outStream(participant),
    subjects: [`corridor.out.${participant}.*`],
    // What the participant acknowledged is gone from here and noted in PostgreSQL, which can send it again. The hub can take out
    // what is withdrawn; a participant has no right to the stream's own subjects.
    retention: RetentionPolicy.Workqueue,
    max_bytes: gibibyte / 16,
    discard: DiscardPolicy.New,
    deny_delete: false,
    duplicate_window: nanos(3_600_000),
  })
  await ensureConsumer(jsm, outStream(participant), {
    durable_name: participant,
    ack_policy: AckPolicy.Explicit,
    // So long waits what a taker had in hand when it died.
    ack_wait: nanos(10_000),
    max_ack_pending: 10_000,
    max_deliver: -1,
  })
}

/** Makes a stream where there is none. */
export async function ensureStream(
  jsm: JetStreamManager,
  config: Partial<StreamConfig> & { name: string },
): Promise<void> {
  try {
    const { config: is } = await jsm.streams.info(config.name)
    // A server lets nobody take this back from a stream. It is made anew, and the relay fills it again.
    if (is.deny_delete && config.deny_delete === false) {
      await jsm.streams.delete(config.name)
      await jsm.streams.add(config)
      return
    }
    // A home that an earlier version made keeps its streams, with the bounds of this one.
    const same = config.max_msg_size === undefined || is.max_msg_size === config.max_msg_size
    if (!same) await jsm.streams.update(config.name, config)
  } catch (error) {
    if (!isNotFound(error)) throw error
    await jsm.streams.add(config)
  }
}

/** Makes a durable where there is none. */
export async function ensureConsumer(
  jsm: JetStreamManager,
  stream: string,
  config: Partial<ConsumerConfig> & { durable_name: string },
): Promise<void> {
  try {
    await jsm.consumers.info(stream, config.durable_name)
  } catch (error) {
    if (!isNotFound(error)) throw error
    await jsm.consumers.add(stream, config)
  }
}

/** True for "there is no such stream or consumer". */
export function isNotFound(error: unknown): boolean {
  return error instanceof NatsError && error.api_error?.code === 404
}

/** True where the stream that something was published to is not there. */
export function isMissing(reason: unknown): boolean {
  const nobody = reason instanceof NatsError && reason.code === ErrorCode.NoResponders.toString()
  return nobody || isNotFound(reason)
}

/** JetStream's "wrong last msg ID". */
const wrongLastMessage = 10_070

/** JetStream's "no message found", and "delete message failed", which is what it says of a message that is gone and of any other failure. */
const noMessage = 10_037
const deleteFailed = 10_057

/** True where a stream does not hold the message any more. */
export function isNoMessage(error: unknown): boolean {
  if (!(error instanceof NatsError) || error.api_error === undefined) return false
  const { err_code: code, description } = error.api_error
  return code === noMessage || (code === deleteFailed && description === 'no message found')
}

/** JetStream's "wrong last sequence". */
const wrongLastSequence = 10_071

/** True where a message expected another last sequence than its stream has. */
export function isWrongSequence(reason: unknown): boolean {
  return reason instanceof NatsError && reason.api_error?.err_code === wrongLastSequence
}

/** True where a fact does not follow the last one of its stream. */
export function isWrongLast(reason: unknown): boolean {
  return reason instanceof NatsError && reason.api_error?.err_code === wrongLastMessage
}
