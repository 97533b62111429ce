// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { newestVersion, validate, type Receipt } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf, signatureHeader } from '@corridor/message'
import { headers } from 'nats'
import type { ParticipantConnection } from '../connection'
import { keepInInbox } from '../inbox'
import { takeStatements, type Received } from '../receive'
import { backOffMs } from './back-off'
import { noteTry, putAway, type Outgoing } from './outbox-folder'

/** How messages are sent. */
export interface PublishOptions {
  /** Told how many messages were answered so far. */
  readonly progress?: (answered: number) => void
  /** How often a message is sent while no answer comes. */
  readonly tries?: number
}

/**
 * Puts a sealed message on the bus. The broker's acknowledgement means nothing: only a signed receipt ends a resend. The message id
 * of the broker is random and new each time, because the broker drops duplicates across all senders: whoever knew our id
 * could make it drop our message.
 */
export async function sendSealed(
  connection: ParticipantConnection,
  outgoing: Outgoing,
): Promise<void> {
  const head = headers()
  head.set(signatureHeader, outgoing.sealed.signature)
  head.set('Nats-Msg-Id', randomBytes(16).toString('base64url'))
  const subject = `corridor.submit.${connection.profile.participant}.${outgoing.contract}`
  connection.nats.publish(subject, outgoing.sealed.bytes, { headers: head })
  await connection.nats.flush()
}

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
      for (const id of left)
        noteTry(connection.profile, id, { at, code: 'NO_RECEIPT_YET', detail: noAnswer })
      return refuse('NO_RECEIPT_YET', detail)
    }
  }
  return accept(receipts)
}

const noAnswer = 'it was sent, and the hub has not answered'

/** Sends some messages, again and again; gives the ids that were not answered. */
async function publishSome(
  connection: ParticipantConnection,
  messages: readonly Outgoing[],
  how: {
    readonly tries: number
    readonly answered: (id: string, received: Received) => void
  },
): Promise<readonly string[]> {
  const { profile } = connection
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
    for (const message of pending.values()) await sendSealed(connection, message)
    const enough = (): boolean => pending.size === 0
    await takeStatements(connection, { keep, enough, idleMs: backOffMs(attempt, patience) })
  }
  return [...pending.values()].map(({ id }) => id)
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
