// SPDX-License-Identifier: Apache-2.0
// A thread of its own for a file that somebody sent: the hub goes on answering others, and ends it where it takes too much.
import { parentPort, workerData } from 'node:worker_threads'
import { readFile, type FileOptions } from '@corridor/formats'

// Only read-in-thread.ts starts the thread, so what it is given is a file with its options.
const { bytes, options } = workerData as { bytes: Uint8Array; options: FileOptions }

void readFile(bytes, options).then((reading) => {
  parentPort?.postMessage(reading)
})
