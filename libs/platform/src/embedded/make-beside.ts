// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf } from './failure'
import { isAlive } from './processes'

// Process numbers come again, in containers at every start; this run's own things are known by a random name.
const thisRun = randomBytes(4).toString('hex')

/** 16 random characters of 0-9 and a-f, for names that nobody else chooses. */
export function randomName(): string {
  return randomBytes(8).toString('hex')
}

/** A name beside a place that `sweepBeside` knows as left over once this process is gone. */
export function besideName(place: string): string {
  return `${place}.new-${String(process.pid)}-${thisRun}-${randomName()}`
}

/**
 * Makes a file or folder under another name beside its place and renames it when it is whole, so that a kill at any
 * moment leaves either nothing or all of it. Where another process was first, its result stays and ours is removed.
 */
export async function makeBeside(
  place: string,
  make: (beside: string) => Promise<void>,
): Promise<void> {
  const beside = besideName(place)
  try {
    await make(beside)
    renameSync(beside, place)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(place) || !isOccupied(error)) throw error
  }
}

/** Writes a small file whole or not at all. */
export function writeBeside(file: string, text: string, mode: number): void {
  const beside = besideName(file)
  writeFileSync(beside, text, { mode })
  renameSync(beside, file)
}

/** Removes what makers that no longer live left beside a place. */
export function sweepBeside(place: string): void {
  if (!existsSync(dirname(place))) return
  const prefix = `${basename(place)}.new-`
  for (const name of readdirSync(dirname(place))) {
    if (!name.startsWith(prefix)) continue
    const [maker, run] = name.slice(prefix.length).split('-')
    if (run === thisRun || (Number(maker) !== process.pid && isAlive(Number(maker)))) continue
    try {
      rmSync(join(dirname(place), name), { recursive: true, force: true })
    } catch {
      // An orphan may still be writing there: the next start sweeps again.
    }
  }
}

function isOccupied(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')
}
