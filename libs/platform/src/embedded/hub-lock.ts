// SPDX-License-Identifier: Apache-2.0
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accept, refuse } from '@corridor/kernel'
import { codeOf } from './failure'
import { besideName, randomName, sweepBeside } from './make-beside'
import { beginningOf, until } from './processes'
import type { Started } from './refusals'

/** The right to be the one hub of a home. */
export interface HubLock {
  /** Gives the right back; a second call does nothing. */
  readonly release: () => void
}

/** What the lock waits for. */
export interface LockPatience {
  /** How long a hub that is perhaps just ending is waited for. */
  readonly waitSeconds: number
}

/**
 * One hub a home: two would end each other's servers. The lock is a file that names its holder by number and beginning, so
 * that neither a kill -9 nor a number that is used again keeps a home shut.
 */
export async function takeHubLock(
  home: string,
  patience: LockPatience = { waitSeconds: 3 },
): Promise<Started<HubLock>> {
  const file = join(home, 'hub.lock')
  sweepBeside(file)
  const mine = JSON.stringify({
    pid: process.pid,
    beginning: beginningOf(process.pid),
    take: randomName(),
  })
  if (!(await until(() => tryToTake(file, mine), patience.waitSeconds))) {
    return refuse(
      'HUB_ALREADY_RUNS',
      `a hub already runs with the home ${home} (process ${String(holderOf(file)?.pid)}): use that one, end it, or set CORRIDOR_HOME to another folder`,
    )
  }
  return accept({
    release: () => {
      if (textOf(file) === mine) rmSync(file, { force: true })
    },
  })
}

function tryToTake(file: string, mine: string): boolean {
  const seen = textOf(file)
  if (seen !== undefined && isHeld(seen)) return false
  if (seen !== undefined) putAside(file, seen)
  return linkWhole(file, mine)
}

// A link is made whole and only where nothing is: of two that try, one gets it.
function linkWhole(file: string, text: string): boolean {
  const beside = besideName(file)
  writeFileSync(beside, text, { mode: 0o600 })
  try {
    linkSync(beside, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(beside, { force: true })
  }
}

// Between looking and moving another process may have put its fresh lock there: then it is put back.
function putAside(file: string, seen: string): void {
  const aside = besideName(file)
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = textOf(aside)
  rmSync(aside, { force: true })
  if (moved !== undefined && moved !== seen) linkWhole(file, moved)
}

function isHeld(text: string): boolean {
  const holder = parse(text)
  return holder !== undefined && beginningOf(holder.pid) === holder.beginning
}

function holderOf(file: string): { readonly pid: number; readonly beginning: string } | undefined {
  return parse(textOf(file) ?? '')
}

function parse(text: string): { readonly pid: number; readonly beginning: string } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('beginning' in value))
      return undefined
    const { pid, beginning } = value
    return typeof pid === 'number' && typeof beginning === 'string' ? { pid, beginning } : undefined
  } catch {
    // Not ours or cut short by a full disk: nobody holds it.
    return undefined
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
