// SPDX-License-Identifier: Apache-2.0
import type { ConsumerMessages, JetStreamManager, JsMsg, NatsConnection } from 'nats'
import { reasonOf, type Log } from '../telemetry/log'
import { inBatches } from './in-batches'
import { isNotFound, submissions } from './streams'
import { wayIn } from './way-in'

/** A message of a participant as the broker handed it over. */
export interface Arrival {
  readonly subject: string
  readonly bytes: Uint8Array
  readonly signature: string
  /** 1 at the first time. */
  readonly delivery: number
}

/** What became of an arrival: it is done with, or it is to come again after a while. */
export type Verdict =
  { readonly done: true } | { readonly done: false; readonly againAfterMs: number }

/** How the way in is worked. */
export interface SubmissionOptions {
  readonly bus: NatsConnection
  readonly log: Log
  /** Works a batch and gives a verdict for each; throws where nothing of it took effect. */
  readonly work: (batch: readonly Arrival[]) => Promise<readonly Verdict[]>
  readonly maxBatch: number
  readonly maxBatchBytes: number
  /** Batches in work at the same time. */
  readonly concurrency: number
}

/** What is handed over by the broker and not worked on yet: more than the largest message, and a bound on this process's memory. */
const mostInHandBytes = 16_777_216

/**
 * Reads the SUBMISSIONS stream with its durable, in batches: while one is at work, the next collects. A message is
 * acknowledged only after `work` has made it durable in PostgreSQL.
 */
export function readSubmissions(options: SubmissionOptions): {
  healthy: () => boolean
  close: () => Promise<void>
} {
  const reader = new SubmissionReader(options)
  return { healthy: () => reader.well, close: () => reader.close() }
}

class SubmissionReader {
  /** Written by the loop only. */
  well = true
  /** Written by `close` only. */
  private closing = false
  private messages: ConsumerMessages | null = null
  private readonly busy = new Set<Promise<void>>()
  private readonly loop: Promise<void>

  constructor(private readonly options: SubmissionOptions) {
    this.loop = this.run()
  }

  async close(): Promise<void> {
    this.closing = true
    this.messages?.stop()
    await this.loop
    await Promise.allSettled(this.busy)
  }

  private isClosing(): boolean {
    return this.closing
  }

  private async run(): Promise<void> {
    while (!this.isClosing()) {
      try {
        await this.read()
      } catch (error) {
        if (this.isClosing()) return
        this.well = isNotFound(error)
        this.options.log.warn('the way in waits', { reason: reasonOf(error) })
      }
      if (!this.isClosing()) await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }

  private async read(): Promise<void> {
    const { maxBatch, maxBatchBytes, concurrency } = this.options
    const consumer = await this.options.bus
      .jetstream()
      .consumers.get(submissions.stream, submissions.durable)
    // Never pull more than is worked on soon, or the acknowledgement wait runs out in our own buffer.
    const messages = await consumer.consume({
      max_bytes: mostInHandBytes,
      idle_heartbeat: 2_000,
      expires: 10_000,
    })
    this.messages = messages
    if (this.isClosing()) messages.stop()
    const work = async (batch: readonly JsMsg[]): Promise<void> => {
      this.begin(batch)
      this.well = true
      if (this.busy.size >= concurrency) await Promise.race(this.busy)
    }
    const weight = { of: ({ data }: JsMsg): number => data.length, most: maxBatchBytes }
    await inBatches(messages, { most: maxBatch, weight, work })
  }

  private begin(batch: readonly JsMsg[]): void {
    const work = this.workBatch(batch).finally(() => this.busy.delete(work))
    this.busy.add(work)
  }

  private async workBatch(batch: readonly JsMsg[]): Promise<void> {
    try {
      const verdicts = await wayIn.work(() => this.options.work(batch.map(arrivalOf)))
      batch.forEach((message, i) => {
        const verdict = verdicts[i]
        if (verdict?.done === true) message.ack()
        else message.nak(verdict?.againAfterMs ?? 1_000)
      })
    } catch (error) {
      this.options.log.error('a batch was not worked and comes again', {
        messages: batch.length,
        reason: reasonOf(error),
      })
      for (const message of batch) message.nak(1_000)
    }
  }
}

function arrivalOf(message: JsMsg): Arrival {
  return {
    subject: message.subject,
    bytes: message.data,
    signature: message.headers?.get('Corridor-Signature') ?? '',
    delivery: message.info.deliveryCount,
  }
}

/** How many messages of participants wait: nobody has looked at them, or they are being worked on. */
export async function submissionsWaiting(
  jsm: JetStreamManager,
): Promise<{ readonly waiting: number; readonly atWork: number }> {
  const { num_pending, num_ack_pending } = await jsm.consumers.info(
    submissions.stream,
    submissions.durable,
  )
  return { waiting: num_pending, atWork: num_ack_pending }
}
