// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FlawCode } from './workbook-flaw'

/** What a task in a thread of its own may take before it is ended. */
export interface ThreadLimits {
  readonly seconds: number
  readonly megabytes: number
}

/** What a workbook gave, or why it gave nothing. */
export type Answer<Content> =
  | { readonly ok: true; readonly value: Content }
  | { readonly ok: false; readonly code: FlawCode; readonly detail: string }

const sayTooLarge: Answer<never> = {
  ok: false,
  code: 'FILE_TOO_LARGE',
  detail: 'the workbook needs more time or memory than we give it. Send fewer rows, or CSV',
}

// Tests run on the sources, and Node starts no thread from TypeScript: they take what the build has emitted.
const folder = __filename.endsWith('.ts') ? join(__dirname, '../../dist/xlsx') : __dirname

/** Gives a task to a thread of its own, and its answer, whatever the task's bytes do to the thread. */
export async function inThread<Content>(
  task: object,
  limits: ThreadLimits,
): Promise<Answer<Content>> {
  const worker = new Worker(join(folder, 'workbook-thread.js'), {
    workerData: task,
    resourceLimits: {
      maxOldGenerationSizeMb: limits.megabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
  })
  try {
    return await answerOf(worker, limits)
  } finally {
    await worker.terminate()
  }
}

function answerOf<Content>(worker: Worker, { seconds }: ThreadLimits): Promise<Answer<Content>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(sayTooLarge)
    }, seconds * 1_000)
    worker.once('message', (answer: Answer<Content>) => {
      clearTimeout(timer)
      resolve(answer)
    })
    worker.once('error', (error: Error & { readonly code?: string }) => {
      clearTimeout(timer)
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(sayTooLarge)
      else reject(new Error('could not read a workbook', { cause: error }))
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve(sayTooLarge)
    })
  })
}
