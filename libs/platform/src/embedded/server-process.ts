// SPDX-License-Identifier: Apache-2.0
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { endProcess, type Farewell } from './processes'

/** The account that a program is started as; undefined means the hub's own. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** How a server is started and ended. */
export interface Launch {
  readonly program: string
  readonly words: readonly string[]
  readonly logFile: string
  readonly farewell: Farewell
  readonly account?: Account | undefined
}

/** A server that was started. */
export interface ServerProcess {
  readonly pid: number | undefined
  /** Resolves when it has ended, with how: 'ended with code 1'. Never rejects. */
  readonly ended: Promise<string>
  /** What it has written to its log since it was started, the last 4000 bytes at most. */
  readonly said: () => string
  /** Ends it in order and waits. */
  readonly stop: () => Promise<void>
}

const maxLogBytes = 16 * 1024 * 1024

/** Programs get no environment of ours: PGDATA or LD_PRELOAD in a shell must not reach the hub's servers. */
export const plainEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Starts a server in a session of its own, so that Ctrl-C in a terminal reaches the hub alone, which ends its servers last
 * and in order.
 */
export function launch({ program, words, logFile, farewell, account }: Launch): ServerProcess {
  if (existsSync(logFile) && statSync(logFile).size > maxLogBytes)
    renameSync(logFile, `${logFile}.1`)
  const log = openSync(logFile, 'a', 0o640)
  const from = fstatSync(log).size
  const child = spawn(program, [...words], {
    detached: true,
    cwd: '/',
    env: plainEnvironment,
    stdio: ['ignore', log, log],
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  })
  closeSync(log)
  const ended = endOf(child)
  const { pid } = child
  return {
    pid,
    ended,
    said: () => tail(logFile, from),
    stop: async () => {
      if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return
      await endProcess(pid, farewell)
      await ended
    },
  }
}

/** Asks again and again whether a server is ready. Gives undefined when it is, else how it failed. */
export async function waitUntilReady(
  server: ServerProcess,
  isReady: () => Promise<boolean>,
  seconds: number,
): Promise<string | undefined> {
  const last = performance.now() + seconds * 1000
  do {
    const ready = await isReady()
    // The answer counts only while ours lives: another program may answer on its port.
    const end = await Promise.race([server.ended, sleep(ready ? 1 : 30, undefined)])
    if (end !== undefined) return end
    if (ready) return undefined
  } while (performance.now() < last)
  return `was not ready after ${String(seconds)} s`
}

/** The last line that a server wrote, for a sentence. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(`could not be run (${error.message})`)
    })
    child.once('exit', (code, signal) => {
      resolve(signal === null ? `ended with code ${String(code)}` : `was ended by ${signal}`)
    })
  })
}

function tail(file: string, from: number): string {
  const descriptor = openSync(file, 'r')
  try {
    const size = fstatSync(descriptor).size
    const start = Math.max(from, size - 4000)
    const bytes = Buffer.alloc(Math.max(0, size - start))
    readSync(descriptor, bytes, 0, bytes.length, start)
    return bytes.toString('utf8')
  } finally {
    closeSync(descriptor)
  }
}
