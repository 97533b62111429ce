// SPDX-License-Identifier: Apache-2.0
// The thread that judges: everything about a message that takes long and needs no server.
import { parentPort, workerData } from 'node:worker_threads'
import { extendCodeLists, structure, type CodeListExtension } from '@corridor/contracts'
import type { StorageKeys } from '@corridor/platform/at-rest'
import { cellKeys, type Earlier } from '@corridor/rules'
import type { Readable } from '../domain/judge'
import { judgeBatch, type BatchToJudge } from './judge-batch'

/** What the thread is started with. */
export interface JudgeThreadStart {
  readonly hubId: string
  readonly storage: StorageKeys
}

/** What the thread is told: a batch to judge, what senders stated before of the cells it asked about, or codes that were added. */
export type ToldThread =
  | { readonly kind: 'judge'; readonly id: number; readonly batch: BatchToJudge }
  | { readonly kind: 'earlier'; readonly id: number; readonly figures: readonly Float64Array[] }
  | { readonly kind: 'codes'; readonly codes: readonly CodeListExtension[] }

/** The cells of one dataset that the thread asks about, in one of the three ways that rules compare. */
export interface CellsAsked {
  readonly participant: string
  readonly contract: string
  readonly test: false
  readonly keys: Uint32Array<ArrayBuffer>
}

const variants = ['same', 'year-before', 'reversed'] as const

if (parentPort !== null) serve(parentPort)

function serve(port: NonNullable<typeof parentPort>): void {
  // Given by `JudgeThread`, and by nobody else.
  const { hubId, storage } = workerData as JudgeThreadStart
  const waiting = new Map<number, (figures: readonly Float64Array[]) => void>()
  const askedBy =
    (id: number) =>
    (asks: readonly CellsAsked[]): Promise<readonly Float64Array[]> =>
      new Promise((resolve) => {
        waiting.set(id, resolve)
        port.postMessage({ id, asks })
      })
  port.on('message', (told: ToldThread) => {
    if (told.kind === 'codes') {
      extendCodeLists(told.codes)
    } else if (told.kind === 'earlier') {
      waiting.get(told.id)?.(told.figures)
      waiting.delete(told.id)
    } else {
      const bench = { hubId, storage, earlierOf: earlierFrom(askedBy(told.id)) }
      void judgeBatch(told.batch, bench).then((judged) => {
        port.postMessage({ id: told.id, judged }, [judged.bytes.buffer])
      })
    }
  })
}

/** Asks once a batch what senders stated before of all its cells. A rehearsal is compared with nothing. */
function earlierFrom(ask: (asks: readonly CellsAsked[]) => Promise<readonly Float64Array[]>) {
  return async (messages: readonly Readable[]) => {
    const firstOf = new Map<string, number>()
    const asks: CellsAsked[] = []
    messages.forEach(({ participant, test, parts }, m) => {
      if (test) return
      parts.forEach(({ contract, version, dataset }, p) => {
        const known = structure(contract, version)
        if (known === undefined || dataset === null) return
        firstOf.set(`${String(m)} ${String(p)}`, asks.length)
        for (const variant of variants) {
          const keys = new Uint32Array(cellKeys(dataset, known, variant))
          asks.push({ participant, contract, test: false, keys })
        }
      })
    })
    const figures = asks.length === 0 ? [] : await ask(asks)
    return (message: number, part: number): Earlier | undefined => {
      const first = firstOf.get(`${String(message)} ${String(part)}`)
      if (first === undefined) return undefined
      const [same, yearBefore, reversed] = figures.slice(first, first + variants.length)
      return same && yearBefore && reversed ? { same, yearBefore, reversed } : undefined
    }
  }
}
