// SPDX-License-Identifier: Apache-2.0
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { accept, refuse } from '@corridor/kernel'
import { messageOf } from './failure'
import { randomName } from './make-beside'
import type { Started } from './refusals'

/** Where the hub keeps things; all absolute, none through a symbolic link. */
export interface Places {
  readonly home: string
  readonly pg: string
  readonly nats: string
  /** Readable by the hub's account only. */
  readonly keys: string
  readonly logs: string
  /** Readable by the hub's account only. */
  readonly profiles: string
  /** Programs that were fetched or copied; may be removed at any time. */
  readonly cache: string
}

/** The home as an absolute path: a relative one is meant from the project's folder. */
export function homeFolder(home: string, projectRoot: string): string {
  return isAbsolute(home) ? resolve(home) : resolve(projectRoot, home)
}

/** Makes the folders of a home that are missing, and tells in one sentence where that cannot be. */
export function openPlaces(home: string, projectRoot: string): Started<Places> {
  try {
    makeFolder(home, 0o755)
    proveWritable(home)
    const root = realpathSync(home)
    const inside = (name: string, mode: number): string => makeFolder(join(root, name), mode)
    // The database's account owns `pg` when the hub runs as root, so its mode is the starter's to set.
    const pg = inside('pg', 0o700)
    const places = {
      nats: inside('nats', 0o700),
      keys: inside('keys', 0o700),
      logs: inside('logs', 0o750),
    }
    const profiles = inside('profiles', 0o700)
    for (const folder of [...Object.values(places), profiles]) {
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    }
    return accept({ home: root, pg, ...places, profiles, cache: cacheFolder(projectRoot, root) })
  } catch (error) {
    return refuse('HOME_NOT_WRITABLE', homeSentence(home, error))
  }
}

// An installation may be read-only; what is fetched then lives in the home.
function cacheFolder(projectRoot: string, home: string): string {
  try {
    const cache = makeFolder(join(realpathSync(projectRoot), '.cache'), 0o755)
    proveWritable(cache)
    return cache
  } catch {
    return makeFolder(join(home, 'cache'), 0o755)
  }
}

function makeFolder(folder: string, mode: number): string {
  if (existsSync(folder)) return folder
  // Not with `mode` here: it would narrow the parents that are made too. Nor by umask alone: it may shut the database out.
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, mode)
  return folder
}

// Permission bits do not tell of read-only or full file systems; only writing does.
function proveWritable(folder: string): void {
  const probe = join(folder, `.probe-${randomName()}`)
  writeFileSync(probe, 'x', { flag: 'wx' })
  rmSync(probe)
}

function homeSentence(home: string, error: unknown): string {
  const met = messageOf(error).split(',')[0] ?? ''
  return `the folder ${home} cannot be written (${met}): make it writable, or set CORRIDOR_HOME to a folder that is`
}
