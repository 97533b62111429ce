// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { accept, refuse } from '@corridor/kernel'
import { randomName, writeBeside } from './make-beside'
import type { Places } from './places'
import type { Progress, Started } from './refusals'
import { plainEnvironment, type Account } from './server-process'

/** Where root keeps what the database's account cannot reach in the project or the home. */
export const sharedFolder = '/var/lib/corridor'

/** Where the database lives and as whom it runs. */
export interface DatabaseSeat {
  /** Holds the data folder; owned by the account, closed to others. */
  readonly folder: string
  readonly account: Account | undefined
}

/**
 * Chooses account and folder. PostgreSQL refuses to run as root, so root starts it as `postgres`, or as nobody where
 * there is no such account; where that account cannot enter the home, the data go to a folder of their own.
 */
export function seatOfDatabase(places: Places, progress: Progress): Started<DatabaseSeat> {
  const data = join(places.pg, 'data')
  const owner = existsSync(data) ? statSync(data) : undefined
  const self = process.getuid?.()
  if (self !== 0) {
    if (owner === undefined || self === undefined || owner.uid === self)
      return accept({ folder: places.pg, account: undefined })
    return refuse(
      'ACCOUNT_SHUT_OUT',
      `the database in ${data} belongs to account ${String(owner.uid)}, not to this one: start as that account or as root, or set CORRIDOR_HOME to another folder`,
    )
  }
  const account =
    owner === undefined
      ? serviceAccount()
      : { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  const folder = elsewhereOf(places)
  if (folder !== undefined) return seatElsewhere(folder, account)
  if (canHold(places.pg, account)) return accept({ folder: places.pg, account })
  if (owner !== undefined)
    return refuse(
      'ACCOUNT_SHUT_OUT',
      `the database's account (${account.name}) can no longer enter ${data}: let every account enter the folders above it (chmod o+x)`,
    )
  return moveElsewhere(places, account, progress)
}

/** True where an account can enter a folder. Asked by trying: permission bits alone do not tell. */
export function canEnter(folder: string, account: Account | undefined): boolean {
  if (account === undefined) return true
  const { uid, gid } = account
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { uid, gid, cwd: '/', env: plainEnvironment })
      .status === 0
  )
}

/** Makes the folder for what several homes may share, readable by all. */
export function makeSharedFolder(): void {
  mkdirSync(sharedFolder, { recursive: true })
  chmodSync(sharedFolder, 0o755)
}

function serviceAccount(): Account {
  const uid = idOf('-u')
  const gid = idOf('-g')
  if (uid !== undefined && uid !== 0 && gid !== undefined) return { name: 'postgres', uid, gid }
  return { name: 'nobody', uid: 65_534, gid: 65_534 }
}

function idOf(option: string): number | undefined {
  const { status, stdout } = spawnSync('id', [option, 'postgres'], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.trim()) : undefined
}

function elsewhereOf(places: Places): string | undefined {
  const note = join(places.pg, 'elsewhere')
  if (!existsSync(note)) return undefined
  const name = readFileSync(note, 'utf8').trim()
  // The name becomes part of a path that root changes the owner of.
  if (!/^[a-z0-9]{16}$/.test(name))
    throw new Error(`could not read ${note}: it does not hold the name of a folder`)
  return join(sharedFolder, name)
}

function moveElsewhere(
  places: Places,
  account: Account,
  progress: Progress,
): Started<DatabaseSeat> {
  const name = randomName()
  const seat = seatElsewhere(join(sharedFolder, name), account)
  if (!seat.ok) return seat
  writeBeside(join(places.pg, 'elsewhere'), name, 0o600)
  progress(
    `the database's account (${account.name}) cannot enter ${places.home}, so the data are kept in ${seat.value.folder}`,
  )
  return seat
}

function seatElsewhere(folder: string, chosen: Account): Started<DatabaseSeat> {
  const data = join(folder, 'data')
  const owner = existsSync(data) ? statSync(data) : undefined
  const account =
    owner === undefined ? chosen : { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  try {
    makeSharedFolder()
  } catch {
    // Told below, with the remedy.
  }
  if (canHold(folder, account)) return accept({ folder, account })
  return refuse(
    'ACCOUNT_SHUT_OUT',
    `the database's account (${account.name}) can enter neither the home nor ${dirname(folder)}: set CORRIDOR_HOME to a folder that every account may enter, or start as an ordinary user`,
  )
}

/** Gives a folder to the account, closed to others; false where the file system does not let us, or it cannot get there. */
function canHold(folder: string, account: Account): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    chownSync(folder, account.uid, account.gid)
    chmodSync(folder, 0o700)
    return canEnter(folder, account)
  } catch {
    return false
  }
}
