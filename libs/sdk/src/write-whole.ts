// SPDX-License-Identifier: Apache-2.0
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file beside its place and renames it: a kill leaves the old file or the new one, never half of one. */
export function writeWhole(file: string, text: string, mode = 0o644): void {
  const beside = `${file}.${String(process.pid)}.new`
  writeFileSync(beside, text, { mode })
  renameSync(beside, file)
}

/** The same, and on the disk when it returns: a power cut leaves it there too. */
export function writeDurably(file: string, text: string, mode = 0o644): void {
  const beside = `${file}.${String(process.pid)}.new`
  const opened = openSync(beside, 'w', mode)
  try {
    writeFileSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(beside, file)
  syncFolder(dirname(file))
}

/** Puts the names of a folder on the disk: a rename is not there before. */
export function syncFolder(folder: string): void {
  // Windows lets nobody open a folder, and writes names by itself.
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
