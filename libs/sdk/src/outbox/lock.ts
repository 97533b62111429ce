// SPDX-License-Identifier: Apache-2.0
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Profile } from '../profile'
import { backOffMs, waitMs } from './back-off'

/** The right to send what is in the outbox, of one process at a time. */
export interface OutboxLock {
  readonly release: () => void
}

/** How long somebody waits for the lock. */
export interface LockWish {
  readonly patienceMs?: number
  readonly stopping?: AbortSignal
}

/**
 * Takes the outbox of a profile for this process; a holder that was killed holds nothing. It spares work and traffic: should two
 * send after all, the hub has one message, because both send the same bytes under the same id.
 */
export async function lockOutbox(
  profile: Profile,
  { patienceMs = 0, stopping }: LockWish = {},
): Promise<Outcome<OutboxLock, 'OUTBOX_BUSY'>> {
  const folder = join(profile.folder, 'lock')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const until = Date.now() + patienceMs
  for (let tries = 0; ; tries++) {
    const taken = tryLock(folder)
    if (taken.ok || Date.now() >= until) return taken
    if (!(await waitMs(backOffMs(tries, { firstMs: 100, mostMs: 1_000 }), stopping))) return taken
  }
}

/** Who holds a lock, as its file says. */
interface Holder {
  readonly pid: number
  readonly host: string
  /** Written when it was given back: the file stays, so that numbers only ever grow. */
  readonly free?: true
}

/** Milliseconds between two signs of life, and after which a silent holder is taken for dead. */
const heartbeatMs = 10_000
const silentMs = 60_000

/**
 * Locks are numbered files, of which the highest counts and only ever the next is made, whole or not at all (a link). Whoever finds
 * a higher one after making its own was too slow and steps back, so there are never two holders.
 */
function tryLock(folder: string): Outcome<OutboxLock, 'OUTBOX_BUSY'> {
  const highest = highestNumber(folder)
  const holder = highest === 0 ? undefined : holderOf(folder, highest)
  if (holder !== undefined && isAlive(folder, highest, holder)) return busy(holder)
  const own = highest + 1
  if (!makeLock(folder, own) || highestNumber(folder) > own) {
    return busy(holderOf(folder, highestNumber(folder)))
  }
  for (const number of numbersIn(folder)) if (number < own) removeLock(folder, number)
  const beat = setInterval(() => {
    touch(lockFile(folder, own))
  }, heartbeatMs).unref()
  return accept({
    release: () => {
      clearInterval(beat)
      writeFileSync(lockFile(folder, own), JSON.stringify({ ...self(), free: true }))
    },
  })
}

function busy(holder: Holder | undefined): Outcome<never, 'OUTBOX_BUSY'> {
  const who = holder === undefined ? '' : ` (process ${String(holder.pid)} on ${holder.host})`
  return refuse('OUTBOX_BUSY', `another corridor is sending for this profile${who}`)
}

function self(): Holder {
  return { pid: process.pid, host: hostname() }
}

function makeLock(folder: string, number: number): boolean {
  const beside = join(folder, `${String(process.pid)}.new`)
  writeFileSync(beside, JSON.stringify(self()), { mode: 0o600 })
  try {
    linkSync(beside, lockFile(folder, number))
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw new Error('could not lock the outbox', { cause: error })
  } finally {
    rmSync(beside, { force: true })
  }
}

function isAlive(folder: string, number: number, holder: Holder): boolean {
  if (holder.free === true) return false
  const touched = statSync(lockFile(folder, number), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Date.now() - touched > silentMs) return false
  return holder.host === hostname() ? runs(holder.pid) : true
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function holderOf(folder: string, number: number): Holder | undefined {
  try {
    const body: unknown = JSON.parse(readFileSync(lockFile(folder, number), 'utf8'))
    // Written by makeLock and release only.
    return body as Holder
  } catch {
    return undefined
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // Another took the lock because this process was silent for a minute: it may.
  }
}

function removeLock(folder: string, number: number): void {
  rmSync(lockFile(folder, number), { force: true })
}

function highestNumber(folder: string): number {
  return Math.max(0, ...numbersIn(folder))
}

function numbersIn(folder: string): readonly number[] {
  return readdirSync(folder).flatMap((name) => {
    const number = /^(\d{1,15})\.lock$/.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
}

function lockFile(folder: string, number: number): string {
  return join(folder, `${String(number)}.lock`)
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
