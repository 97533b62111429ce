// SPDX-License-Identifier: Apache-2.0
import { validateEnvelope } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  lengthsHeader,
  open,
  partsOfRun,
  signatureHeader,
  type KeyRecord,
  type Sealed,
  type StatementType,
} from '@corridor/message'
import type { Consumer, JsMsg } from 'nats'
import type { ParticipantConnection } from './connection'
import { followHub, recordOf } from './hub-succession'
import { InHand } from './in-hand'
import { followDeliveries } from './chain'
import type { Channel, Received } from './received'
import { ownAddress, type HubOfProfile, type Profile } from './profile'

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
  /** True to take what is for the profile's own office alone; without it, what is for the participant. */
  readonly office?: boolean
  /** Hears what did not verify and was not kept, and where a kept delivery breaks the chain of those before it. */
  readonly onRefused?: (reason: { readonly code: string; readonly detail: string }) => void
}

/** Handed over and not yet kept, at most. What a taker that dies has in hand comes again when its durable has waited. */
const mostInHand = 128

/**
 * Takes what waits for the participant, verifies each statement with the pinned key of the hub, keeps it, acknowledges it.
 * A statement that the hub's key did not make is never kept, and no message of the broker that holds one is acknowledged.
 */
export async function takeStatements(
  connection: ParticipantConnection,
  options: TakeOptions,
): Promise<void> {
  const inHand = new InHand(options.idleMs)
  const consumer = await durableOf(connection, options)
  const messages = await consumer.consume({
    max_messages: mostInHand,
    expires: 5_000,
    callback: (message) => {
      inHand.add(message)
    },
  })
  void messages.closed().then(
    (ended) => {
      inHand.end(ended)
    },
    (error: unknown) => {
      inHand.end(error)
    },
  )
  const unnoted = new Unnoted(connection.profile, options)
  try {
    let message = await inHand.next()
    while (message !== undefined) {
      const received = await keepAll(message, connection.profile, options)
      if (received !== null) await unnoted.add({ message, received })
      const enough = options.enough()
      if (enough || inHand.isEmpty()) await unnoted.note()
      message = enough ? undefined : await inHand.next()
    }
  } finally {
    messages.stop()
    inHand.giveBack()
    await unnoted.end()
  }
}

/** A message of the broker whose statements are all kept. */
interface Kept {
  readonly message: JsMsg
  readonly received: readonly Received[]
}

/** Statements that are kept: as many as are in hand are followed in the chain with one write, and then acknowledged. */
class Unnoted {
  private kept: Kept[] = []
  /** Of what was acknowledged last; the next statements are taken meanwhile. Written by `note`. */
  private confirmed: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly profile: Profile,
    private readonly options: Pick<TakeOptions, 'onRefused'>,
  ) {}

  async add(one: Kept): Promise<void> {
    this.kept.push(one)
    if (this.kept.length >= mostInHand) await this.note()
  }

  async note(): Promise<void> {
    const kept = this.kept
    this.kept = []
    const broken = followDeliveries(
      this.profile,
      kept.flatMap(({ received }) => received),
    )
    for (const refusal of broken) this.options.onRefused?.(refusal)
    await this.confirmed
    this.confirmed = acknowledge(kept.map(({ message }) => message))
    // Where it fails, whoever waits for it says so.
    this.confirmed.catch(() => undefined)
  }

  async end(): Promise<void> {
    await this.note()
    await this.confirmed
  }
}

/** The broker takes acknowledgements in their order: that it has the last one says that it has all. */
async function acknowledge(messages: readonly JsMsg[]): Promise<void> {
  for (const message of messages.slice(0, -1)) message.ack()
  try {
    await messages.at(-1)?.ackAck()
  } catch (cause) {
    throw new Error('could not acknowledge a statement', { cause })
  }
}

/** How many messages with statements wait for the participant, those included that were handed over and not acknowledged. */
export async function statementsLeft(connection: ParticipantConnection): Promise<number> {
  const { num_pending, num_ack_pending } = await (await durableOf(connection, {})).info()
  return num_pending + num_ack_pending
}

function durableOf(
  { profile, nats }: ParticipantConnection,
  asked: Pick<TakeOptions, 'office'>,
): Promise<Consumer> {
  const address = ownAddress(profile, asked)
  return nats.jetstream({ apiPrefix: 'HUBJS' }).consumers.get(`OUT_${address}`, address)
}

/** The statements of a message where each was verified and kept, so that it may be acknowledged. */
async function keepAll(
  message: JsMsg,
  profile: Profile,
  options: TakeOptions,
): Promise<readonly Received[] | null> {
  const channel = channelOf(message.subject)
  if (channel === null) {
    options.onRefused?.({ code: 'NOT_FOUND', detail: `nothing is known of ${message.subject}` })
    return null
  }
  const parts = partsOfRun({
    bytes: message.data,
    signatures: message.headers?.values(signatureHeader) ?? [],
    lengths: message.headers?.get(lengthsHeader) ?? '',
  })
  const kept: Received[] = []
  for (const sealed of parts.ok ? parts.value : []) {
    const received = await openFollowing(profile, channel, sealed)
    if (received.ok) {
      await options.keep(received.value)
      kept.push(received.value)
    } else options.onRefused?.(received.refusal)
  }
  if (!parts.ok) options.onRefused?.(parts.refusal)
  return parts.ok && kept.length === parts.value.length ? kept : null
}

function channelOf(subject: string): Channel | null {
  const last = subject.split('.')[3]
  return last === 'receipt' || last === 'delivery' || last === 'report' || last === 'feed'
    ? last
    : null
}

/**
 * Verifies a statement of the hub with the key that the profile believes; where it was made by another, the hub is asked which
 * keys followed the pinned one.
 */
export async function openFollowing(
  profile: Profile,
  channel: Channel,
  sealed: Sealed,
): Promise<Outcome<Received>> {
  const opened = await openStatement(channel, sealed, believed.get(profile) ?? profile.hub)
  if (opened.ok || Date.now() - (askedAt.get(profile) ?? 0) < askAgainMs) return opened
  askedAt.set(profile, Date.now())
  const followed = await followHub(profile)
  if (!followed.ok) return opened
  believed.set(profile, followed.value)
  return openStatement(channel, sealed, followed.value)
}

// Where a profile in hand was led by its hub since it was opened, and when it was asked last: a forger makes nobody ask all day.
const believed = new WeakMap<Profile, HubOfProfile>()
const askedAt = new WeakMap<Profile, number>()
const askAgainMs = 30_000

/** Verifies a statement of the hub offline, with the key that the profile believes, or one that it followed in its time. */
export async function openStatement(
  channel: Channel,
  sealed: Sealed,
  hub: Pick<HubOfProfile, 'id' | 'key' | 'former'>,
): Promise<Outcome<Received>> {
  const former = hub.former ?? []
  const all = await Promise.all(
    [hub.key, ...former.map(({ key }) => key)].map((key) => recordOf(hub.id, key)),
  )
  const keyOf = (kid: string): KeyRecord | undefined => all.find((key) => key.kid === kid)
  const opened = await open(sealed, { typ: typOf[channel], aud: hub.id, keyOf, at: new Date() })
  if (!opened.ok) return notOfThisHub(hub.id, opened.refusal.detail)
  const event = validateEnvelope(opened.value.body)
  if (!event.ok) return event
  const until = former[all.findIndex(({ kid }) => kid === opened.value.kid) - 1]?.until
  // What a former key signs after its time may be made by whoever found it.
  if (until !== undefined && Date.parse(event.value.time) > Date.parse(until))
    return notOfThisHub(hub.id, `its key was good until ${until}, and it is of ${event.value.time}`)
  return accept({ channel, sealed, event: event.value })
}

function notOfThisHub(hub: string, why: string): Outcome<never> {
  return refuse('RECEIPT_NOT_OF_THIS_HUB', `this was not made by the hub ${hub}: ${why}`)
}
