// SPDX-License-Identifier: Apache-2.0
import { newestVersion, validate, type Receipt } from '@corridor/contracts'
import { accept, refuse, type Outcome, type Refusal } from '@corridor/kernel'
import { digestOf, newSalt, signatureHeader } from '@corridor/message'
import { headers, type NatsError } from 'nats'
import type { ParticipantConnection } from '../connection'
import { keepInInbox } from '../inbox'
import { takeStatements } from '../receive'
import type { Received } from '../received'
import { backOffMs } from './back-off'
import { noteTry, putAway, type Outgoing } from './outbox-folder'

/** How messages are sent. */
export interface PublishOptions {
  /** Told how many messages were answered so far. */
  readonly progress?: (answered: number) => void
  /** How often a message is sent while no answer comes. */
  readonly tries?: number
}

/** Why the broker did not take a message. */
export type SendRefusal = 'MESSAGE_TOO_LARGE' | 'HUB_BUSY'

/**
 * Puts a sealed message on the bus. That the broker has taken it means nothing: only a signed receipt ends a resend. That it has not
 * is told: the hub is behind, and the message is to be sent again. The message id of the broker is random and new each time,
 * because the broker drops duplicates across all senders: whoever knew our id could make it drop our message.
 */
export async function sendSealed(
  { nats, profile }: ParticipantConnection,
  outgoing: Outgoing,
): Promise<Outcome<null, SendRefusal>> {
  const { length } = outgoing.sealed.bytes
  const most = (nats.info?.max_payload ?? Infinity) - headerBytes
  if (length > most)
    return refuse(
      'MESSAGE_TOO_LARGE',
      `the message has ${String(length)} bytes, and the hub's broker takes at most ${String(most)}`,
    )
  const head = headers()
  head.set(signatureHeader, outgoing.sealed.signature)
  head.set('Nats-Msg-Id', newSalt())
  const subject = `corridor.submit.${profile.participant}.${outgoing.contract}`
  try {
    const answer = await nats.request(subject, outgoing.sealed.bytes, {
      headers: head,
      timeout: brokerMs,
    })
    const { error } = answer.json<{ error?: { description?: string } }>()
    if (error === undefined) return accept(null)
    return busy(error.description ?? 'it does not say why')
  } catch (error) {
    // No answer is no news: the message may be on its way, and its receipt will tell.
    if (isTimeout(error)) return accept(null)
    if (isNobodyThere(error)) return busy('its way in is not there yet')
    throw error
  }
}

function busy(reason: string): Outcome<never, 'HUB_BUSY'> {
  return refuse('HUB_BUSY', `the hub's broker does not take the message now: ${reason}`)
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error as NatsError).code === 'TIMEOUT'
}

function isNobodyThere(error: unknown): boolean {
  return error instanceof Error && (error as NatsError).code === '503'
}

/** Room for the signature and the message id beside the bytes. */
const headerBytes = 4_096
const brokerMs = 10_000

/** Milliseconds without news after which messages are sent again: longer each time. */
const patience = { firstMs: 10_000, mostMs: 60_000 } as const

/** Messages that are under way at the same time: the hub lets a sender have 128 waiting. */
const underWay = 64

/** Sends messages and waits for the receipt of each. Everything else that arrives meanwhile is kept in the profile's inbox. */
export async function publish(
  connection: ParticipantConnection,
  messages: readonly Outgoing[],
  { progress = () => undefined, tries = 3 }: PublishOptions = {},
): Promise<Outcome<ReadonlyMap<string, Received>>> {
  const receipts = new Map<string, Received>()
  for (let from = 0; from < messages.length; from += underWay) {
    const some = messages.slice(from, from + underWay)
    const left = await publishSome(connection, some, {
      tries,
      answered: (id, received) => {
        receipts.set(id, received)
        progress(receipts.size)
      },
    })
    if (left.length > 0) {
      const missing = messages.length - receipts.size
      const detail = `${String(missing)} of ${String(messages.length)} messages have no receipt yet; they wait in the outbox`
      const at = new Date().toISOString()
      for (const { id, refusal } of left) noteTry(connection.profile, id, { at, ...refusal })
      return refuse('NO_RECEIPT_YET', detail)
    }
  }
  return accept(receipts)
}

const noAnswer: Refusal = {
  code: 'NO_RECEIPT_YET',
  detail: 'it was sent, and the hub has not answered',
}

/** Sends some messages, again and again; gives those that were not answered, with the reason. */
async function publishSome(
  connection: ParticipantConnection,
  messages: readonly Outgoing[],
  how: {
    readonly tries: number
    readonly answered: (id: string, received: Received) => void
  },
): Promise<readonly { readonly id: string; readonly refusal: Refusal }[]> {
  const { profile } = connection
  const notTaken = new Map<string, Refusal>()
  const pending = new Map(messages.map((message) => [digestOf(message.sealed.bytes), message]))
  const keep = (received: Received): void => {
    keepInInbox(profile, received)
    const receipt = receiptIn(received)
    const message = receipt === null ? undefined : pending.get(receipt.digest)
    if (receipt === null || message === undefined) return
    const settled = settle(receipt)
    if (settled === undefined) return
    pending.delete(receipt.digest)
    putAway(profile, message.id, settled)
    how.answered(message.id, received)
  }
  for (let attempt = 0; attempt < how.tries && pending.size > 0; attempt++) {
    notTaken.clear()
    for (const message of pending.values()) {
      const sent = await sendSealed(connection, message)
      if (!sent.ok) notTaken.set(message.id, sent.refusal)
    }
    const enough = (): boolean => pending.size === 0
    await takeStatements(connection, { keep, enough, idleMs: backOffMs(attempt, patience) })
  }
  return [...pending.values()].map(({ id }) => ({ id, refusal: notTaken.get(id) ?? noAnswer }))
}

/** What a receipt or refusal says. */
export function receiptIn(received: Received): Receipt | null {
  if (received.channel !== 'receipt') return null
  const receipt = validate('receipt', newestVersion('receipt'), received.event.data)
  return receipt.ok ? receipt.value : null
}

/**
 * Where a message goes on what the hub said of it; undefined where it has yet to say it. What waits for the sender's own approver is
 * in the hub's hands: nothing is to be sent again.
 */
export function settle({ statement, awaits }: Receipt): 'sent' | 'refused' | undefined {
  switch (statement) {
    case 'accepted':
    case 'withdrawn':
    case 'delivered':
      return 'sent'
    case 'refused':
      return 'refused'
    case 'received':
      return awaits === undefined ? undefined : 'sent'
  }
}
