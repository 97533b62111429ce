// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BatchToJudge, JudgedBatch } from './judge-batch'
import { codeExtensions, whenCodesChange } from '@corridor/platform'
import type { CellsAsked, JudgeThreadStart, ToldThread } from './judge-thread'

// Tests run on the sources, and Node starts no thread from TypeScript: they take what the build has emitted.
const folder = __filename.endsWith('.ts') ? join(__dirname, '../../dist/shell') : __dirname

interface Waiting {
  readonly resolve: (judged: JudgedBatch) => void
  readonly reject: (error: Error) => void
}

type Said =
  | { readonly id: number; readonly judged: JudgedBatch }
  | { readonly id: number; readonly asks: readonly CellsAsked[] }

function tell(worker: Worker, told: ToldThread, moved: readonly ArrayBuffer[] = []): void {
  worker.postMessage(told, moved)
}

/** The thread that judges, started with the first batch, and again where it has died. */
export class JudgeThread {
  /** Written by `started`, `died` and `close`. */
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0

  private readonly stopListening: () => void

  constructor(
    private readonly start: JudgeThreadStart,
    /** What senders stated before of cells; the thread cannot ask the database itself. */
    private readonly lookUp: (asks: readonly CellsAsked[]) => Promise<readonly Float64Array[]>,
  ) {
    this.stopListening = whenCodesChange((codes) => {
      if (this.worker !== null) tell(this.worker, { kind: 'codes', codes })
    })
  }

  /** Judges a batch; takes its bytes away. Rejects where the thread dies, so that the batch comes again. */
  judge(batch: BatchToJudge): Promise<JudgedBatch> {
    const worker = this.worker ?? this.started()
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      tell(worker, { kind: 'judge', id, batch }, [batch.bytes.buffer])
    })
  }

  async close(): Promise<void> {
    this.stopListening()
    await this.worker?.terminate()
    this.worker = null
  }

  private started(): Worker {
    const worker = new Worker(join(folder, 'judge-thread.js'), { workerData: this.start })
    worker.on('message', (said: Said) => {
      if ('asks' in said) this.answer(worker, said)
      else {
        this.waiting.get(said.id)?.resolve(said.judged)
        this.waiting.delete(said.id)
      }
    })
    tell(worker, { kind: 'codes', codes: codeExtensions() })
    worker.on('error', (cause) => {
      this.died(worker, new Error('the thread that judges has failed', { cause }))
    })
    worker.on('exit', () => {
      this.died(worker, new Error('the thread that judges has ended'))
    })
    // It holds nothing: whoever waits for a judgement waits for a server as well.
    worker.unref()
    this.worker = worker
    return worker
  }

  private answer(worker: Worker, { id, asks }: { id: number; asks: readonly CellsAsked[] }): void {
    this.lookUp(asks).then(
      (figures) => {
        tell(worker, { kind: 'earlier', id, figures })
      },
      (cause: unknown) => {
        this.waiting
          .get(id)
          ?.reject(new Error('could not look up what was stated before', { cause }))
        this.waiting.delete(id)
      },
    )
  }

  private died(worker: Worker, error: Error): void {
    if (this.worker !== worker) return
    this.worker = null
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}
