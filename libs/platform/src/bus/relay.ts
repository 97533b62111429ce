// SPDX-License-Identifier: Apache-2.0
import { seal, signatureHeader, type Signer, type StatementType } from '@corridor/message'
import {
  ErrorCode,
  headers,
  NatsError,
  type JetStreamClient,
  type JetStreamManager,
  type NatsConnection,
} from 'nats'
import { rowsOfQuery, type Store, type Tx } from '../store/open-store'
import { reasonOf, type Log } from '../telemetry/log'
import { noteAcknowledgements } from './acknowledgements'
import { participantOf, StreamLives } from './stream-lives'
import { factStream, isNotFound } from './streams'

/** What a relay needs of its service. */
export interface RelayOptions {
  readonly service: string
  readonly store: Store
  readonly bus: NatsConnection
  readonly hub: { readonly id: string; readonly signer: Signer }
  readonly log: Log
}

/** Carries a service's outbox to JetStream. */
export interface Relay {
  /** Says that there is something new; cheap, may be called after every commit. */
  wake(): void
  close(): Promise<void>
}

interface Pending {
  readonly position: string
  readonly subject: string
  readonly typ: StatementType | null
  readonly body: Buffer
  readonly previous_fact: string | null
}

interface Carried {
  readonly position: string
  readonly signature: string | null
  readonly created: string
  readonly seq: number
}

const batchRows = 256
const idleMs = 250
const acknowledgementMs = 1_000
const closeMs = 1_000
/** How long a participant whose stream takes nothing (full, say) is left alone, so that others go on. */
const restMs = 10_000
/** JetStream's "wrong last msg ID". */
const wrongLastMessage = 10_070

/**
 * Starts the relay: outbox → seal → stream, `Nats-Msg-Id` = `<service>:<position>`. Facts go in order, each naming the one before,
 * so that the stream refuses a gap. What crashed between publishing and noting is published again, and the stream drops it.
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const jsm = await options.bus.jetstreamManager()
  const relay = new OutboxRelay(options, jsm, options.bus.jetstream())
  await relay.prepare()
  relay.run()
  return relay
}

class OutboxRelay implements Relay {
  /** Written by `close` only. */
  private closing = false
  /** Written by `wake` and by the loop. */
  private woken: (() => void) | null = null
  private pendingWake = false
  private loop: Promise<void> = Promise.resolve()
  private lastAcknowledgementCheck = 0
  /** Until when a participant is left alone. Written by the loop. */
  private readonly resting = new Map<string, number>()
  private readonly lives: StreamLives

  constructor(
    private readonly options: RelayOptions,
    private readonly jsm: JetStreamManager,
    private readonly js: JetStreamClient,
  ) {
    this.lives = new StreamLives(options.service, options.store, jsm)
  }

  async prepare(): Promise<void> {
    await this.lives.prepareFacts()
    await this.prepareParticipants('relayed_at is not null and acknowledged_at is null')
  }

  run(): void {
    this.loop = this.work()
  }

  wake(): void {
    this.pendingWake = true
    this.woken?.()
  }

  async close(): Promise<void> {
    this.closing = true
    this.woken?.()
    // One that waits for a server that is gone holds nothing: what it has not noted is carried again.
    await Promise.race([this.loop, new Promise((resolve) => setTimeout(resolve, closeMs).unref())])
  }

  // Read through a call: the flag changes while the loop waits.
  private isClosing(): boolean {
    return this.closing
  }

  private async work(): Promise<void> {
    while (!this.isClosing()) {
      try {
        this.pendingWake = false
        const carried = await this.carryBatch()
        await this.lookForAcknowledgements()
        if (carried < batchRows) await this.rest()
      } catch (error) {
        if (this.isClosing()) return
        this.options.log.warn('the relay rests after a failure', { reason: reasonOf(error) })
        await this.rest()
      }
    }
  }

  private async rest(): Promise<void> {
    if (this.pendingWake || this.closing) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, idleMs)
      this.woken = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.woken = null
  }

  /** One leader at a time: the transaction-level lock goes with the connection, also after a kill. */
  private async carryBatch(): Promise<number> {
    return this.options.store.transaction(async (tx) => {
      // Sent together: PostgreSQL reads the rows after it has answered about the lock.
      const [[lock], pending] = await Promise.all([
        rowsOfQuery<{ held: boolean }>(
          tx,
          `select pg_try_advisory_xact_lock(hashtext($1)) as held`,
          [`corridor-relay-${this.options.service}`],
        ),
        this.takePending(tx),
      ])
      if (lock?.held !== true || pending.length === 0) return 0
      const results = await Promise.allSettled(pending.map((row) => this.carry(row)))
      const carried = results.flatMap((result) =>
        result.status === 'fulfilled' ? [result.value] : [],
      )
      await noteCarried(tx, carried)
      await this.afterFailures(pending, results)
      return carried.length
    })
  }

  /** Facts and statements apart: a participant whose stream is full holds up nobody else. */
  private async takePending(tx: Tx): Promise<readonly Pending[]> {
    const now = Date.now()
    for (const [participant, until] of this.resting) {
      if (until <= now) this.resting.delete(participant)
    }
    const select =
      'select position, subject, typ, body, previous_fact from outbox where relayed_at is null'
    const limit = `order by position limit ${String(batchRows)}`
    const [facts, statements] = await Promise.all([
      rowsOfQuery<Pending>(tx, `${select} and typ is null ${limit}`),
      rowsOfQuery<Pending>(
        tx,
        `${select} and typ is not null and split_part(subject, '.', 3) <> all($1::text[]) ${limit}`,
        [[...this.resting.keys()]],
      ),
    ])
    return [...facts, ...statements]
  }

  private async carry(row: Pending): Promise<Carried> {
    const { service, hub } = this.options
    const head = headers()
    const signature =
      row.typ === null
        ? null
        : (await seal(row.body, { typ: row.typ, aud: hub.id }, hub.signer)).signature
    if (signature !== null) head.set(signatureHeader, signature)
    const expect =
      row.previous_fact === null ? {} : { expect: { lastMsgID: `${service}:${row.previous_fact}` } }
    const ack = await this.js.publish(row.subject, row.body, {
      msgID: `${service}:${row.position}`,
      headers: head,
      timeout: 5_000,
      ...expect,
    })
    const created = await this.lives.createdOf(ack.stream)
    return { position: row.position, signature, seq: ack.seq, created }
  }

  private async afterFailures(
    pending: readonly Pending[],
    results: readonly PromiseSettledResult<Carried>[],
  ): Promise<void> {
    const failed = pending.flatMap((row, i) => {
      const result = results[i]
      return result?.status === 'rejected' ? [{ row, reason: result.reason as unknown }] : []
    })
    const [first] = failed
    if (first === undefined) return
    this.options.log.warn('some rows of the outbox were not carried', {
      rows: failed.length,
      reason: reasonOf(first.reason),
    })
    if (failed.some(({ reason }) => isMissing(reason))) {
      await this.makeStreamsAgain()
      return
    }
    if (isWrongLast(failed.find(({ row }) => row.typ === null)?.reason)) await this.catchUpFacts()
    for (const { row } of failed) {
      if (row.typ !== null) this.resting.set(participantOf(row.subject), Date.now() + restMs)
    }
  }

  private async makeStreamsAgain(): Promise<void> {
    this.lives.forget()
    await this.lives.prepareFacts()
    await this.prepareParticipants('relayed_at is null')
    this.pendingWake = true
  }

  private async prepareParticipants(which: string): Promise<void> {
    const rows = await rowsOfQuery<{ participant: string }>(
      this.options.store,
      `select distinct split_part(subject, '.', 3) as participant from outbox where typ is not null and ${which}`,
    )
    for (const { participant } of rows) await this.lives.prepareParticipant(participant)
  }

  /**
   * The stream's last fact is not the one that the outbox thinks: facts were published and not noted, and the stream no longer
   * remembers their ids. What it holds is noted as carried; the next in line follows it.
   */
  private async catchUpFacts(): Promise<void> {
    const stream = factStream(this.options.service)
    const { state } = await this.jsm.streams.info(stream)
    const last = await this.jsm.streams.getMessage(stream, { seq: state.last_seq })
    const position = Number(last.header.get('Nats-Msg-Id').split(':')[1])
    await this.options.store.query(
      `update outbox set relayed_at = now(), stream_created = $2::timestamptz, stream_seq = $3
       where typ is null and relayed_at is null and position <= $1`,
      [position, await this.lives.createdOf(stream), state.last_seq],
    )
    this.pendingWake = true
  }

  private async lookForAcknowledgements(): Promise<void> {
    if (Date.now() - this.lastAcknowledgementCheck < acknowledgementMs) return
    this.lastAcknowledgementCheck = Date.now()
    await noteAcknowledgements(this.options.store, this.jsm, this.lives)
  }
}

async function noteCarried(tx: Tx, carried: readonly Carried[]): Promise<void> {
  await tx.query(
    `update outbox set relayed_at = now(), signature = carried.signature,
       stream_created = carried.created::timestamptz, stream_seq = carried.seq
     from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[]) as carried (position, signature, created, seq)
     where outbox.position = carried.position`,
    [
      carried.map(({ position }) => position),
      carried.map(({ signature }) => signature),
      carried.map(({ created }) => created),
      carried.map(({ seq }) => seq),
    ],
  )
}

/** True where the stream itself is not there. */
function isMissing(reason: unknown): boolean {
  const nobody = reason instanceof NatsError && reason.code === ErrorCode.NoResponders.toString()
  return nobody || isNotFound(reason)
}

function isWrongLast(reason: unknown): boolean {
  return reason instanceof NatsError && reason.api_error?.err_code === wrongLastMessage
}
