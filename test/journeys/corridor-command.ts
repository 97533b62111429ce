// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The built `corridor`. */
export const corridorProgram = join(__dirname, '..', '..', 'apps', 'cli', 'bin', 'corridor.js')
const longestMs = 60_000

/** How a command line ended. */
export interface Ended {
  readonly exit: number | null
  readonly out: string
  readonly err: string
  /** The last object that it printed with --json. */
  readonly json: Readonly<Record<string, unknown>>
}

/** Runs the built `corridor` in a folder, with its home there, as a program of its own that nobody can answer. */
export async function corridor(home: string, words: readonly string[]): Promise<Ended> {
  const env = { PATH: process.env['PATH'], CORRIDOR_HOME: home, LANG: 'C.UTF-8' }
  const child = spawn(process.execPath, [corridorProgram, ...words], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestMs,
    killSignal: 'SIGKILL',
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()))
  const exit = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { exit, out, err, json: words.includes('--json') ? lastObject(out) : {} }
}

function lastObject(out: string): Readonly<Record<string, unknown>> {
  // A command that prints anything else with --json fails here.
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as Readonly<Record<string, unknown>>
}
