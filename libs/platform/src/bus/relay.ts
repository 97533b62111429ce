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
import { rowsOfQuery, type Store } from '../store/open-store'
import { reasonOf, type Log } from '../telemetry/log'
import { ensureFacts, ensureParticipant, factStream, isNotFound, outStream } from './streams'

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

/**
 * Starts the relay: outbox → seal → stream, in order, `Nats-Msg-Id` = `<service>:<position>`. What crashed between
 * publishing and noting it is published again and dropped by the stream as a duplicate.
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
  /** When each stream was made, as last seen; dropped when a stream turns out to be gone. */
  private readonly created = new Map<string, string>()

  constructor(
    private readonly options: RelayOptions,
    private readonly jsm: JetStreamManager,
    private readonly js: JetStreamClient,
  ) {}

  async prepare(): Promise<void> {
    await ensureFacts(this.jsm, this.options.service)
    await this.reopenLost(factStream(this.options.service), 'typ is null', [])
    const { store } = this.options
    const subjects = await rowsOfQuery<{ subject: string }>(
      store,
      'select distinct subject from outbox where typ is not null and relayed_at is not null and acknowledged_at is null',
    )
    const participants = new Set(subjects.map(({ subject }) => participantOf(subject)))
    for (const participant of participants) await this.prepareParticipant(participant)
  }

  private async prepareParticipant(participant: string): Promise<void> {
    await ensureParticipant(this.jsm, participant)
    await this.reopenLost(outStream(participant), 'typ is not null and subject like $2', [
      `corridor.out.${participant}.%`,
    ])
  }

  /** A stream that was lost and made anew gets again what its readers had not acknowledged. */
  private async reopenLost(
    stream: string,
    which: string,
    parameters: readonly unknown[],
  ): Promise<void> {
    const created = await this.createdOf(stream)
    await this.options.store.query(
      `update outbox set relayed_at = null
       where ${which} and relayed_at is not null and acknowledged_at is null and stream_created <> $1::timestamptz`,
      [created, ...parameters],
    )
  }

  private async createdOf(stream: string): Promise<string> {
    const known = this.created.get(stream)
    if (known !== undefined) return known
    const { created } = await this.jsm.streams.info(stream)
    this.created.set(stream, microseconds(created))
    return microseconds(created)
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
    await this.loop
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
        await this.noteAcknowledgements()
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
      const [lock] = await rowsOfQuery<{ held: boolean }>(
        tx,
        `select pg_try_advisory_xact_lock(hashtext($1)) as held`,
        [`corridor-relay-${this.options.service}`],
      )
      if (lock?.held !== true) return 0
      const pending = await rowsOfQuery<Pending>(
        tx,
        `select position, subject, typ, body, previous_fact from outbox
         where relayed_at is null order by position limit ${String(batchRows)}`,
      )
      if (pending.length === 0) return 0
      const results = await Promise.allSettled(pending.map((row) => this.carry(row)))
      const carried = results.flatMap((result) =>
        result.status === 'fulfilled' ? [result.value] : [],
      )
      await tx.query(noteCarried, [
        carried.map(({ position }) => position),
        carried.map(({ signature }) => signature),
        carried.map(({ created }) => created),
        carried.map(({ seq }) => seq),
      ])
      await this.afterFailures(results)
      return carried.length
    })
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
    return {
      position: row.position,
      signature,
      seq: ack.seq,
      created: await this.createdOf(ack.stream),
    }
  }

  /** A missing stream is made again; other failures are tried again as they are. */
  private async afterFailures(results: readonly PromiseSettledResult<Carried>[]): Promise<void> {
    const failed = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    )
    if (failed.length === 0) return
    const missing = failed.some((reason) => isNotFound(reason) || isNoResponder(reason))
    this.options.log.warn('some rows of the outbox were not carried', {
      rows: failed.length,
      reason: reasonOf(failed[0]),
    })
    if (!missing) return
    this.created.clear()
    await ensureFacts(this.jsm, this.options.service)
    const rows = await rowsOfQuery<{ subject: string }>(
      this.options.store,
      'select distinct subject from outbox where relayed_at is null and typ is not null',
    )
    for (const { subject } of rows) await this.prepareParticipant(participantOf(subject))
    this.pendingWake = true
  }

  /** What a durable has acknowledged is final: from then on not even the loss of the stream brings it again. */
  private async noteAcknowledgements(): Promise<void> {
    if (Date.now() - this.lastAcknowledgementCheck < acknowledgementMs) return
    this.lastAcknowledgementCheck = Date.now()
    const open = await rowsOfQuery<{ participant: string }>(
      this.options.store,
      `select distinct split_part(subject, '.', 3) as participant from outbox
       where typ is not null and relayed_at is not null and acknowledged_at is null`,
    )
    for (const { participant } of open) {
      const info = await this.jsm.consumers.info(outStream(participant), participant)
      await this.options.store.query(
        `update outbox set acknowledged_at = now()
         where typ is not null and relayed_at is not null and acknowledged_at is null
           and subject like $1 and stream_seq <= $2 and stream_created = $3::timestamptz`,
        [
          `corridor.out.${participant}.%`,
          info.ack_floor.stream_seq,
          await this.createdOf(outStream(participant)),
        ],
      )
    }
  }
}

const noteCarried = `
update outbox set relayed_at = now(), signature = carried.signature,
  stream_created = carried.created::timestamptz, stream_seq = carried.seq
from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[]) as carried (position, signature, created, seq)
where outbox.position = carried.position`

function participantOf(subject: string): string {
  return subject.split('.')[2] ?? ''
}

function isNoResponder(reason: unknown): boolean {
  return reason instanceof NatsError && reason.code === ErrorCode.NoResponders.toString()
}

/** PostgreSQL keeps microseconds, NATS tells nanoseconds: cut, so that both compare equal. */
export function microseconds(instant: string): string {
  return instant.replace(/(\.\d{6})\d+/, '$1')
}
