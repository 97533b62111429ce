// SPDX-License-Identifier: Apache-2.0
import { DeliverPolicy, type ConsumerMessages, type JsMsg, type NatsConnection } from 'nats'
import { rowsOfQuery, type Store, type Tx } from '../store/open-store'
import { hasToCarry } from '../store/outbox'
import { reasonOf, type Log } from '../telemetry/log'
import { inBatches } from './in-batches'
import { microseconds } from './stream-lives'
import { factStream, isNotFound } from './streams'
import { wayIn } from './way-in'

/** A fact as a handler hears it: where it comes from, and its body as told. */
export interface HeardFact {
  readonly source: string
  readonly position: number
  readonly subject: string
  readonly body: unknown
}

/** What it takes to hear the facts of one other service. */
export interface HearOptions {
  readonly source: string
  readonly subjects: readonly string[]
  readonly store: Store
  readonly bus: NatsConnection
  readonly log: Log
  /** Applies facts in their order, inside the transaction that also moves the cursor. */
  readonly apply: (tx: Tx, heard: readonly HeardFact[]) => Promise<void>
  /** After the commit: whether there is something for the relay. */
  readonly committed: (toCarry: boolean) => void
  /**
   * True where effects stay in PostgreSQL unless something is told: then a batch that tells nothing need not wait for the disk. A
   * crash takes effect and cursor together, and it is heard again. `takePositions` makes the transaction wait.
   */
  readonly relaxed: boolean
  /** How long a batch of facts waits for the way in. */
  readonly giveWayMs: number
}

/** A running reader of facts. */
export interface Hearing {
  /** False while a fact cannot be applied or the stream cannot be read. */
  healthy(): boolean
  close(): Promise<void>
}

/** Messages of the stream in a transaction; each may hold a run of facts. */
const batchMessages = 32
const firstWaitMs = 100
const longestWaitMs = 5_000
const closeMs = 1_000

/**
 * Hears the facts of one service in order, by our own cursor in PostgreSQL, moved in the transaction of the effect: what
 * was applied is never applied again, whatever happens to the stream, and nothing is skipped (the facts of a source are
 * chained). There is no acknowledgement to lose.
 */
export function hear(options: HearOptions): Hearing {
  return new FactReader(options)
}

class FactReader implements Hearing {
  /** Written by `close` only. */
  private closing = false
  /** Written by the loop only. */
  private well = true
  private messages: ConsumerMessages | null = null
  private wakeUp: (() => void) | null = null
  private readonly loop: Promise<void>

  constructor(private readonly options: HearOptions) {
    this.loop = this.work()
  }

  healthy(): boolean {
    return this.well
  }

  async close(): Promise<void> {
    this.closing = true
    this.messages?.stop()
    this.wakeUp?.()
    // A reader that waits for a server that is gone holds nothing: its place is in PostgreSQL.
    await Promise.race([this.loop, new Promise((resolve) => setTimeout(resolve, closeMs).unref())])
  }

  private async work(): Promise<void> {
    for (
      let waitMs = firstWaitMs;
      !this.isClosing();
      waitMs = Math.min(waitMs * 2, longestWaitMs)
    ) {
      try {
        await this.read(() => (waitMs = firstWaitMs))
      } catch (error) {
        if (this.isClosing()) return
        this.well = isNotFound(error)
        this.options.log.warn('facts wait', {
          source: this.options.source,
          reason: reasonOf(error),
        })
      }
      if (!this.isClosing()) await this.pause(waitMs)
    }
  }

  private isClosing(): boolean {
    return this.closing
  }

  private async pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private async read(progressed: () => void): Promise<void> {
    const stream = factStream(this.options.source)
    const jsm = await this.options.bus.jetstreamManager()
    const { created: made, state } = await jsm.streams.info(stream)
    const created = microseconds(made)
    const start = await this.startAfter(created)
    // Fail closed: a fact that is no longer there cannot be heard, and nothing after it may be.
    if (state.first_seq > start + 1) {
      throw new Error(
        `could not hear ${stream}: it begins at ${String(state.first_seq)}, we are at ${String(start)}; delete the stream, and it is filled again`,
      )
    }
    const consumer = await this.options.bus.jetstream().consumers.get(stream, {
      filterSubjects: [...this.options.subjects],
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: start + 1,
    })
    this.messages = await consumer.consume({
      max_messages: batchMessages * 2,
      idle_heartbeat: 2_000,
      expires: 10_000,
    })
    if (this.isClosing()) this.messages.stop()
    const work = async (batch: readonly JsMsg[]): Promise<void> => {
      await this.apply(batch, created)
      this.well = true
      progressed()
    }
    await inBatches(this.messages, { most: batchMessages, work })
  }

  /** The sequence after which to read; 0 for the whole stream (a new reader, or a stream made anew). */
  private async startAfter(created: string): Promise<number> {
    const rows = await rowsOfQuery<{ same: boolean; stream_seq: string }>(
      this.options.store,
      'select stream_created = $2::timestamptz as same, stream_seq from cursor where source = $1',
      [this.options.source, created],
    )
    const place = rows[0]
    return place?.same === true ? Number(place.stream_seq) : 0
  }

  private async apply(batch: readonly JsMsg[], created: string): Promise<void> {
    const { store, source, committed, giveWayMs } = this.options
    await wayIn.giveWay(giveWayMs)
    let toCarry = false
    try {
      await store.transaction(async (tx) => {
        const from = await this.lockCursor(tx, created)
        const facts = batch.flatMap((message) => factsIn(source, message))
        // What was applied before comes again after a crash, or out of a stream that was filled again.
        const fresh = facts.filter(({ position }) => position > from)
        await this.options.apply(tx, fresh)
        await tx.query(
          'update cursor set position = $2, stream_created = $3::timestamptz, stream_seq = $4 where source = $1',
          [source, Math.max(from, facts.at(-1)?.position ?? 0), created, batch.at(-1)?.seq],
        )
        toCarry = hasToCarry(tx)
      })
    } catch (cause) {
      this.messages?.stop()
      throw new Error(`could not apply facts of ${source}`, { cause })
    }
    committed(toCarry)
  }

  private async lockCursor(tx: Tx, created: string): Promise<number> {
    const { source, relaxed } = this.options
    const [place] = await rowsOfQuery<{ position: string }>(tx, lockCursor, [source, relaxed])
    if (place !== undefined) return Number(place.position)
    await tx.query(
      'insert into cursor (source, position, stream_created, stream_seq) values ($1, 0, $2::timestamptz, 0) on conflict do nothing',
      [source, created],
    )
    return this.lockCursor(tx, created)
  }
}

const lockCursor = `
select position, case when $2 then set_config('synchronous_commit', 'off', true) end
from cursor where source = $1 for update`

/** The facts of a message: one, or a run whose last has the position that the message's id names. */
function factsIn(source: string, message: JsMsg): readonly HeardFact[] {
  const { subject } = message
  const last = Number(message.headers?.get('Nats-Msg-Id').split(':')[1])
  const told: unknown = message.json()
  if (!Array.isArray(told)) return [{ source, position: last, subject, body: told }]
  return told.map((body: unknown, i) => {
    return { source, position: last - told.length + 1 + i, subject, body }
  })
}
