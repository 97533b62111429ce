// SPDX-License-Identifier: Apache-2.0
import { corridor } from './index'
import { worldOfProcess } from './world'

const world = worldOfProcess()

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

// The first Ctrl-C lets the command end what it began; the second does not wait.
process.on('SIGINT', () => {
  if (world.stopping.aborted) process.exit(130)
  world.stop()
})

void corridor(process.argv.slice(2), world).then((code) => {
  process.exitCode = code
  // What still keeps the process alive (an idle connection) may do so for a moment only.
  setTimeout(() => process.exit(), 1_000).unref()
})
