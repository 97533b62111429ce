// SPDX-License-Identifier: Apache-2.0
import { join, resolve } from 'node:path'

/** Where a command's words go: the terminal, a pipe, or a test's string. */
export interface Sink {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Everything outside that a command may touch, so that a test can give its own. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths of the command line are meant from. */
  readonly folder: string
  /** The folder of the project: a relative CORRIDOR_HOME is meant from there. */
  readonly project: string
  readonly stdout: Sink
  readonly stderr: Sink
  readonly now: () => Date
  /** Asks on the terminal; absent where nobody is there to answer. */
  readonly ask?: (question: string) => Promise<string>
  /** Aborted by Ctrl-C. */
  readonly stopping: AbortSignal
}

/** The world of this process, and the way to stop what it does. */
export function worldOfProcess(): World & { readonly stop: () => void } {
  const stopper = new AbortController()
  const { env, stdin, stdout, stderr } = process
  return {
    env,
    folder: process.cwd(),
    // From apps/cli/dist and from apps/cli/src alike.
    project: resolve(join(__dirname, '..', '..', '..')),
    stdout,
    stderr,
    now: () => new Date(),
    ...(stdin.isTTY && stderr.isTTY ? { ask: askOnTerminal(stopper) } : {}),
    stopping: stopper.signal,
    stop: () => stopper.abort(),
  }
}

// Questions go to stderr, so that stdout stays the result only.
function askOnTerminal(stopper: AbortController): (question: string) => Promise<string> {
  return async (question) => {
    const { createInterface } = await import('node:readline/promises')
    const lines = createInterface({ input: process.stdin, output: process.stderr })
    // In this mode the terminal hands Ctrl-C to the reader of lines and not to the process.
    lines.on('SIGINT', () => stopper.abort())
    try {
      return await lines.question(question, { signal: stopper.signal })
    } finally {
      lines.close()
    }
  }
}
