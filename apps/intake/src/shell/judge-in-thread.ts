// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { codeExtensions, whenCodesChange, type Arrival } from '@corridor/platform'
import type { BatchToJudge, CellsAsk, JudgedBatch } from './judge-batch'
import type { FromJudgeThread, JudgeThreadStart, ToJudgeThread } from './judge-thread'

// Tests run on the sources, and Node starts no thread from TypeScript: they take what the build has emitted.
const folder = __filename.endsWith('.ts') ? join(__dirname, '../../dist/shell') : __dirname

interface Waiting {
  readonly resolve: (judged: JudgedBatch) => void
  readonly reject: (error: Error) => void
}

/** The thread that judges, started with the first batch, and again where it has died. */
export class JudgeThread {
  /** Written by `started`, `died` and `close`. */
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0
  private readonly stopHearing: () => void

  constructor(
    private readonly start: JudgeThreadStart,
    /** What stands of cells: asked here, because it takes a server. */
    private readonly lookUp: (asks: readonly CellsAsk[]) => Promise<readonly Float64Array[]>,
  ) {
    // A thread has code lists of its own.
    this.stopHearing = whenCodesChange((extensions) => {
      const message: ToJudgeThread = { kind: 'codes', extensions }
      this.worker?.postMessage(message)
    })
  }

  /** Judges a batch. Rejects where the thread dies. */
  judge({
    at,
    keys,
    arrivals,
  }: Pick<BatchToJudge, 'at' | 'keys'> & {
    readonly arrivals: readonly Arrival[]
  }): Promise<JudgedBatch> {
    const bytes = bytesOf(arrivals)
    const batch: BatchToJudge = {
      ...{ at, keys, bytes },
      subjects: arrivals.map(({ subject }) => subject),
      signatures: arrivals.map(({ signature }) => signature),
      lengths: arrivals.map((one) => one.bytes.length),
    }
    const worker = this.worker ?? this.started()
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      const message: ToJudgeThread = { kind: 'judge', id, batch }
      worker.postMessage(message, [bytes.buffer])
    })
  }

  async close(): Promise<void> {
    this.stopHearing()
    await this.worker?.terminate()
    this.worker = null
  }

  private started(): Worker {
    const worker = new Worker(join(folder, 'judge-thread.js'), { workerData: this.start })
    worker.on('message', (message: FromJudgeThread) => {
      if (message.kind === 'ask') void this.answer(worker, message)
      else {
        this.waiting.get(message.id)?.resolve(message.judged)
        this.waiting.delete(message.id)
      }
    })
    worker.on('error', (cause) => {
      this.died(worker, new Error('the thread that judges has failed', { cause }))
    })
    worker.on('exit', () => {
      this.died(worker, new Error('the thread that judges has ended'))
    })
    const codes: ToJudgeThread = { kind: 'codes', extensions: codeExtensions() }
    worker.postMessage(codes)
    // It holds nothing: whoever waits for a judgement waits for a server as well.
    worker.unref()
    this.worker = worker
    return worker
  }

  private async answer(
    worker: Worker,
    { id, asks }: FromJudgeThread & { readonly kind: 'ask' },
  ): Promise<void> {
    try {
      const figures = await this.lookUp(asks)
      const message: ToJudgeThread = { kind: 'figures', id, figures }
      worker.postMessage(message)
    } catch (cause) {
      // What was stated before is not known, so nothing is judged: the batch comes again.
      const error = new Error('could not look up what was stated before', { cause })
      this.waiting.get(id)?.reject(error)
      this.waiting.delete(id)
      const nothing: ToJudgeThread = { kind: 'figures', id, figures: [] }
      worker.postMessage(nothing)
    }
  }

  private died(worker: Worker, error: Error): void {
    if (this.worker !== worker) return
    this.worker = null
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}

/** A copy: it goes to the thread, and what the broker's client holds stays. */
function bytesOf(batch: readonly Arrival[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(batch.reduce((sum, { bytes }) => sum + bytes.length, 0))
  let start = 0
  for (const { bytes } of batch) {
    whole.set(bytes, start)
    start += bytes.length
  }
  return whole
}
