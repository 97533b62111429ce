// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '@corridor/platform/settings'
import { listProfiles, profileFolder } from '@corridor/sdk'
import type { Call } from '../command'
import { exitCodes } from '../exit-code'
import { version } from '../version'

/** One line of the doctor: good, worth a look, or in the way; and what to do. */
export interface Finding {
  readonly mark: 'OK' | 'LOOK' | 'STOP'
  readonly what: string
  readonly says: string
  /** How the command ends where this is the first thing in the way. */
  readonly exit?: number
}

/** What can be seen with no network. */
export function examineMachine(call: Call): readonly Finding[] {
  return [node(process.versions.node), versionLine(), settings(call), home(call), ...keyFiles(call)]
}

function node(running: string): Finding {
  const [major = 0, minor = 0] = running.split('.').map(Number)
  const enough = major > 20 || (major === 20 && minor >= 19)
  if (enough) return { mark: 'OK', what: 'Node', says: running }
  return {
    mark: 'STOP',
    what: 'Node',
    says: `${running} is too old: install 20.19 or newer`,
    exit: exitCodes.fault,
  }
}

function versionLine(): Finding {
  return { mark: 'OK', what: 'corridor', says: version() }
}

function settings({ world }: Call): Finding {
  const read = readSettings(world.env)
  if (read.ok) return { mark: 'OK', what: 'Settings', says: 'every setting can be read' }
  return { mark: 'STOP', what: 'Settings', says: read.refusal.detail, exit: exitCodes.typedWrongly }
}

function home({ home: folder }: Call): Finding {
  const what = 'Home'
  if (!existsSync(folder))
    return { mark: 'LOOK', what, says: `${folder} is not there yet; corridor keygen makes it` }
  // Permission bits do not tell of read-only or full file systems; only writing does.
  const probe = join(folder, `.doctor-${String(process.pid)}`)
  try {
    mkdirSync(probe)
    writeFileSync(join(probe, 'probe'), 'x')
    return { mark: 'OK', what, says: `${folder} can be written` }
  } catch {
    const remedy = 'let this account write there, or name another with --home or CORRIDOR_HOME'
    return {
      mark: 'STOP',
      what,
      says: `${folder} cannot be written: ${remedy}`,
      exit: exitCodes.notEntitled,
    }
  } finally {
    rmSync(probe, { recursive: true, force: true })
  }
}

function keyFiles(call: Call): readonly Finding[] {
  const named = call.option('profile')
  const names = named === undefined ? listProfiles(call.home) : [named]
  const open = names
    .flatMap((name) =>
      ['signing.jwk', 'signin.seed'].map((file) => join(profileFolder(call.home, name), file)),
    )
    .filter(readableByOthers)
  const [first] = open
  if (first !== undefined) {
    const says = `others can read ${open.join(', ')}: chmod 600 ${first}`
    return [{ mark: 'STOP', what: 'Key files', says, exit: exitCodes.notEntitled }]
  }
  return names.length === 0
    ? []
    : [{ mark: 'OK', what: 'Key files', says: 'readable only by their owner' }]
}

function readableByOthers(file: string): boolean {
  const found = process.platform === 'win32' ? undefined : statSync(file, { throwIfNoEntry: false })
  return found !== undefined && (found.mode & 0o077) !== 0
}
