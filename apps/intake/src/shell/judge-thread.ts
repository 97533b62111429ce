// SPDX-License-Identifier: Apache-2.0
// The thread that judges: everything about a message that takes long and needs no server.
import { parentPort, workerData } from 'node:worker_threads'
import { extendCodeLists, type CodeListExtension } from '@corridor/contracts'
import type { StorageKeys } from '@corridor/platform/at-rest'
import { judgeBatch, type BatchToJudge, type CellsAsk, type JudgedBatch } from './judge-batch'

/** What the thread is started with. */
export interface JudgeThreadStart {
  readonly hubId: string
  readonly storage: StorageKeys
}

/** What the thread is told. */
export type ToJudgeThread =
  | { readonly kind: 'judge'; readonly id: number; readonly batch: BatchToJudge }
  | { readonly kind: 'codes'; readonly extensions: readonly CodeListExtension[] }
  | { readonly kind: 'figures'; readonly id: number; readonly figures: readonly Float64Array[] }

/** What the thread tells: what it wants to know of a batch, then what it made of it. */
export type FromJudgeThread =
  | { readonly kind: 'ask'; readonly id: number; readonly asks: readonly CellsAsk[] }
  | { readonly kind: 'judged'; readonly id: number; readonly judged: JudgedBatch }

if (parentPort !== null) serve(parentPort)

function serve(port: NonNullable<typeof parentPort>): void {
  // Given by `JudgeThread`, and by nobody else.
  const start = workerData as JudgeThreadStart
  const waiting = new Map<number, (figures: readonly Float64Array[]) => void>()
  const tell = (message: FromJudgeThread, given: readonly Uint8Array<ArrayBuffer>[] = []): void => {
    port.postMessage(
      message,
      given.map(({ buffer }) => buffer),
    )
  }
  const judge = async (id: number, batch: BatchToJudge): Promise<void> => {
    const lookUp = (asks: readonly CellsAsk[]): Promise<readonly Float64Array[]> =>
      new Promise((resolve) => {
        waiting.set(id, resolve)
        tell({ kind: 'ask', id, asks })
      })
    const judged = await judgeBatch(batch, { ...start, lookUp })
    tell({ kind: 'judged', id, judged }, [judged.bytes])
  }
  port.on('message', (message: ToJudgeThread) => {
    if (message.kind === 'judge') {
      void judge(message.id, message.batch)
      return
    }
    if (message.kind === 'codes') {
      // Judged where they were added.
      extendCodeLists(message.extensions)
      return
    }
    waiting.get(message.id)?.(message.figures)
    waiting.delete(message.id)
  })
}
