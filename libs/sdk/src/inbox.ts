// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Profile } from './profile'
import { openStatement } from './receive'
import type { Channel, Received } from './received'
import { readSealedFile, writeSealedFile } from './sealed-file'

/** Where a statement is kept: one file each, named by its event id. */
export function inboxFile(profile: Profile, received: Received): string {
  const { id } = received.event
  // The id is the hub's; a digest keeps names short and free of what a file system minds.
  const short = createHash('sha256').update(id).digest('hex').slice(0, 8)
  const name = `${id.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 80)}.${short}.json`
  return join(profile.folder, 'inbox', received.channel, name)
}

/** Keeps a statement in the profile's inbox; the same statement twice is one file. */
export function keepInInbox(profile: Profile, received: Received): void {
  const file = inboxFile(profile, received)
  mkdirSync(join(profile.folder, 'inbox', received.channel), { recursive: true, mode: 0o700 })
  if (!existsSync(file)) writeSealedFile(file, received.sealed)
}

/** A kept statement, verified again as it is read. */
export interface Kept extends Received {
  readonly file: string
}

/** The kept statements of one kind. What does not verify is left out and told. */
export async function readInbox(
  profile: Profile,
  channel: Channel,
  onRefused: (file: string, detail: string) => void = () => undefined,
): Promise<readonly Kept[]> {
  const folder = join(profile.folder, 'inbox', channel)
  if (!existsSync(folder)) return []
  const kept: Kept[] = []
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const file = join(folder, name)
    const sealed = readSealedFile(file)
    const received = sealed.ok ? await openStatement(channel, sealed.value, profile.hub) : sealed
    if (received.ok) kept.push({ ...received.value, file })
    else onRefused(file, received.refusal.detail)
  }
  return kept
}
