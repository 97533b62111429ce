// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FileOptions, FileReading } from '@corridor/formats'
import { refuse } from '@corridor/kernel'
import { Refused } from '@corridor/platform'

const limits = { seconds: 60, megabytes: 512 } as const

// Tests run on the sources, and Node starts no thread from TypeScript: they take what the build has emitted.
const folder = __filename.endsWith('.ts') ? join(__dirname, '../../dist/shell') : __dirname

/** Reads a file of figures in a thread of its own, whatever its bytes do to the thread. */
export async function readInThread(bytes: Uint8Array, options: FileOptions): Promise<FileReading> {
  const worker = new Worker(join(folder, 'reading-thread.js'), {
    workerData: { bytes, options },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })
  try {
    return await readingOf(worker)
  } finally {
    await worker.terminate()
  }
}

function readingOf(worker: Worker): Promise<FileReading> {
  const tooMuch = new Refused(
    refuse('FILE_TOO_LARGE', 'the file needs more time or memory than we give it').refusal,
  )
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(tooMuch)
    }, limits.seconds * 1_000)
    worker.once('message', (reading: FileReading) => {
      resolve(reading)
    })
    worker.once('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') reject(tooMuch)
      else reject(new Error('could not read a file', { cause: error }))
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(tooMuch)
    })
  })
}
