// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@corridor/message'
import { rowsOfQuery, type ServiceContext, type Store } from '@corridor/platform'
import { NatsError, type JetStreamManager } from 'nats'
import type { FoundStatement } from '../domain/audit-ledger'
import { statedFigures } from '../domain/stated-figures'
import { wholeStatements } from './bodies'
import { entriesAt, entriesWith } from './ledger-entries'

/** Statements found, and where to go on; null at the end. */
export interface FoundPage {
  readonly statements: readonly FoundStatement[]
  readonly next: string | null
}

interface OutboxRow {
  readonly position: string
  readonly recipient: string
  readonly body: Buffer
}

/** What delivery's outbox holds for recipients, and releases whose statement is not there, in the order of positions. */
export async function inOutbox(
  { store, environment }: Pick<ServiceContext, 'store' | 'environment'>,
  after: number,
  limit: number,
): Promise<FoundPage> {
  const rows = await rowsOfQuery<OutboxRow>(
    store,
    `select position, split_part(subject, '.', 3) as recipient, body from outbox
     where typ is not null and position > $1 order by position limit $2`,
    [after, limit],
  )
  const entries = await entriesAt(
    store,
    rows.map(({ position }) => Number(position)),
  )
  const whole = await wholeStatements(
    store,
    rows.map(({ position, body }) => ({ position: Number(position), body })),
    environment.keys.storage,
  )
  const statements = rows.map(({ position, recipient }): FoundStatement => {
    const place = Number(position)
    const body = whole.get(place) ?? Buffer.of()
    const found = { where: 'outbox', place, recipient, digest: digestOf(body) } as const
    return { ...found, figures: statedFigures(body), entry: entries.get(place) ?? null }
  })
  const last = rows.length < limit ? undefined : rows.at(-1)?.position
  return { statements, next: last === undefined ? null : last }
}

/** What recipients' streams hold, one after the other, from a place `RECIPIENT:SEQUENCE` on. */
export async function inStreams(
  { store, bus }: Pick<ServiceContext, 'store' | 'bus'>,
  after: string,
  limit: number,
): Promise<FoundPage> {
  const jsm = await bus.jetstreamManager()
  const [from = '', seq = '0'] = after.split(':')
  const recipients = (await recipientsIn(jsm)).filter((one) => one >= from)
  const messages: Held[] = []
  for (const recipient of recipients) {
    let last = recipient === from ? Number(seq) : 0
    for (;;) {
      if (messages.length === limit) return pageOf(store, messages, `${recipient}:${String(last)}`)
      const next = await nextIn(jsm, recipient, last)
      if (next === null) break
      messages.push(next)
      last = next.seq
    }
  }
  return pageOf(store, messages, null)
}

interface Held {
  readonly recipient: string
  readonly seq: number
  readonly bytes: Uint8Array
}

const prefix = 'OUT_'

async function recipientsIn(jsm: JetStreamManager): Promise<readonly string[]> {
  const found: string[] = []
  for await (const name of jsm.streams.names())
    if (name.startsWith(prefix)) found.push(name.slice(prefix.length))
  return found.sort()
}

async function nextIn(
  jsm: JetStreamManager,
  recipient: string,
  after: number,
): Promise<Held | null> {
  // The first message at this sequence or after it: what was acknowledged leaves holes. The client's types do not know of it.
  const query = { seq: after + 1, next_by_subj: `corridor.out.${recipient}.>` }
  try {
    const { seq, data } = await jsm.streams.getMessage(`${prefix}${recipient}`, query)
    return { recipient, seq, bytes: data }
  } catch (error) {
    if (error instanceof NatsError && error.api_error?.code === 404) return null
    throw error
  }
}

async function pageOf(
  store: Store,
  messages: readonly Held[],
  next: string | null,
): Promise<FoundPage> {
  const digests = messages.map(({ bytes }) => digestOf(bytes))
  const entries = await entriesWith(store, digests)
  const statements = messages.map(({ recipient, seq, bytes }, i): FoundStatement => {
    const digest = digests[i] ?? ''
    const found = { where: 'stream', place: seq, recipient, digest } as const
    return { ...found, figures: statedFigures(bytes), entry: entries.get(digest) ?? null }
  })
  return { statements, next }
}
