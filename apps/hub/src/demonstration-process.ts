// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { RunningHub } from './hub'

/** The demonstration while it plays. */
export interface Demonstration {
  /** Resolves with "played", or with a sentence that says how it ended. */
  readonly done: Promise<string>
  end(): void
}

/**
 * Plays the demonstration region through the front door: a program of its own, that has nothing but addresses and the operator's
 * one-time code, as any participant would.
 */
export function playDemonstration(hub: RunningHub, projectRoot: string): Demonstration {
  const command = join(projectRoot, 'apps', 'cli', 'bin', 'corridor.js')
  const child = spawn(
    process.execPath,
    [command, 'demonstration', '--home', hub.home, '--hub', hub.address],
    {
      // The channel closes when this process dies, a kill -9 included: so the play knows that it is over.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  const done = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(`the demonstration did not start: ${error.message}`)
    })
    child.once('exit', (code) => {
      resolve(code === 0 ? 'played' : `the demonstration ended with code ${String(code)}`)
    })
  })
  return {
    done,
    end: () => {
      child.kill('SIGTERM')
    },
  }
}
