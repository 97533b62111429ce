// SPDX-License-Identifier: Apache-2.0
import { validateEnvelope, type Envelope } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  open,
  signatureHeader,
  thumbprint,
  type KeyRecord,
  type Sealed,
  type StatementType,
} from '@corridor/message'
import type { JsMsg } from 'nats'
import type { ParticipantConnection } from './connection'
import type { HubOfProfile } from './profile'

/** What the hub hands over: its kinds, which are the last word of the subject. */
export type Channel = 'receipt' | 'delivery' | 'report' | 'feed'

/** A verified statement of the hub. */
export interface Received {
  readonly channel: Channel
  readonly sealed: Sealed
  readonly event: Envelope
}

const typOf: Readonly<Record<Channel, StatementType>> = {
  receipt: 'corridor-receipt',
  delivery: 'corridor-delivery',
  report: 'corridor-report',
  feed: 'corridor-feed',
}

/** How statements are taken. */
export interface TakeOptions {
  /** Keeps a statement durably; only then is it acknowledged. May see one twice: the event's id tells. */
  readonly keep: (received: Received) => void | Promise<void>
  /** True when enough was taken. */
  readonly enough: () => boolean
  /** Stop after this long without anything new. */
  readonly idleMs: number
  readonly onRefused?: (reason: { readonly code: string; readonly detail: string }) => void
}

/**
 * Takes what waits for the participant, verifies each statement with the pinned key of the hub, keeps it, acknowledges it.
 * A statement that the hub's key did not make is never kept or acknowledged.
 */
export async function takeStatements(
  connection: ParticipantConnection,
  options: TakeOptions,
): Promise<void> {
  const { participant, hub } = connection.profile
  const js = connection.nats.jetstream({ apiPrefix: 'HUBJS' })
  const consumer = await js.consumers.get(`OUT_${participant}`, participant)
  const messages = await consumer.consume({ max_messages: 256, expires: 5_000 })
  const confirmations = new Confirmations()
  let idle = setTimeout(() => {
    messages.stop()
  }, options.idleMs)
  try {
    for await (const message of messages) {
      clearTimeout(idle)
      if (await keepOne(message, hub, options)) await confirmations.add(message.ackAck())
      if (options.enough()) break
      idle = setTimeout(() => {
        messages.stop()
      }, options.idleMs)
    }
  } finally {
    clearTimeout(idle)
    messages.stop()
    await confirmations.all()
  }
}

/** Acknowledgements that the hub's broker has yet to confirm: the next statements are taken meanwhile. */
class Confirmations {
  private readonly open = new Set<Promise<void>>()
  private failure: unknown = null

  async add(confirmed: Promise<boolean>): Promise<void> {
    const one: Promise<void> = confirmed.then(
      () => void this.open.delete(one),
      (error: unknown) => {
        this.open.delete(one)
        this.failure ??= error
      },
    )
    this.open.add(one)
    if (this.open.size >= mostUnconfirmed) await Promise.race(this.open)
    this.tell()
  }

  async all(): Promise<void> {
    await Promise.all(this.open)
    this.tell()
  }

  private tell(): void {
    if (this.failure !== null)
      throw new Error('could not acknowledge a statement', { cause: this.failure })
  }
}

const mostUnconfirmed = 64

/** True when the statement was verified and kept, so that it may be acknowledged. */
async function keepOne(message: JsMsg, hub: HubOfProfile, options: TakeOptions): Promise<boolean> {
  const channel = channelOf(message.subject)
  const sealed = { bytes: message.data, signature: message.headers?.get(signatureHeader) ?? '' }
  const received =
    channel === null
      ? refuse('NOT_FOUND', `nothing is known of ${message.subject}`)
      : await openStatement(channel, sealed, hub)
  if (!received.ok) {
    options.onRefused?.(received.refusal)
    return false
  }
  await options.keep(received.value)
  return true
}

function channelOf(subject: string): Channel | null {
  const last = subject.split('.')[3]
  return last === 'receipt' || last === 'delivery' || last === 'report' || last === 'feed'
    ? last
    : null
}

/** Verifies a statement of the hub offline, with the key that the profile pinned when it enrolled. */
export async function openStatement(
  channel: Channel,
  sealed: Sealed,
  hub: Pick<HubOfProfile, 'id' | 'key'>,
): Promise<Outcome<Received>> {
  const key: KeyRecord = {
    kid: await thumbprint(hub.key),
    participant: hub.id,
    jwk: hub.key,
    validFrom: '1970-01-01T00:00:00Z',
    validUntil: '9999-12-31T00:00:00Z',
    revokedFrom: null,
  }
  const keyOf = (kid: string): KeyRecord | undefined => (kid === key.kid ? key : undefined)
  const opened = await open(sealed, { typ: typOf[channel], aud: hub.id, keyOf, at: new Date() })
  if (!opened.ok)
    return refuse(
      'RECEIPT_NOT_OF_THIS_HUB',
      `this was not made by the hub ${hub.id}: ${opened.refusal.detail}`,
    )
  const event = validateEnvelope(opened.value.body)
  return event.ok ? accept({ channel, sealed, event: event.value }) : event
}
