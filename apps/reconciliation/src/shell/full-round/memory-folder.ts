// SPDX-License-Identifier: Apache-2.0
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** A folder that lies in memory only. */
export interface MemoryFolder {
  readonly path: string
  close(): void
}

/** Where Linux has a file system in memory, and the number by which such a one is known (tmpfs, statfs(2)). */
const memory = '/dev/shm'
const tmpfs = 0x01021994
const prefix = 'corridor-round-'

/**
 * A folder of one's own in memory, for figures that lie encrypted everywhere else. What a process that was killed left there goes
 * first. Refused where there is no such file system, or too little room.
 */
export function memoryFolder(bytes: number): Outcome<MemoryFolder> {
  const room = roomInMemory()
  if (room === undefined)
    return refuse('ROUND_NEEDS_MEMORY', `there is no file system in memory at ${memory}`)
  removeLeft()
  if (room < bytes)
    return refuse(
      'ROUND_NEEDS_MEMORY',
      `${memory} has room for ${inMegabytes(room)}, and ${inMegabytes(bytes)} are needed`,
    )
  const path = mkdtempSync(join(memory, `${prefix}${String(process.pid)}-`))
  chmodSync(path, 0o700)
  return accept({
    path,
    close: () => {
      rmSync(path, { recursive: true, force: true })
    },
  })
}

function roomInMemory(): number | undefined {
  if (!existsSync(memory)) return undefined
  const { type, bavail, bsize } = statfsSync(memory)
  return type === tmpfs ? bavail * bsize : undefined
}

function removeLeft(): void {
  for (const name of readdirSync(memory)) {
    const [, pid] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? []
    if (pid !== undefined && !existsSync(`/proc/${pid}`))
      rmSync(join(memory, name), { recursive: true, force: true })
  }
}

function inMegabytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 1e6))} MB`
}
