// SPDX-License-Identifier: Apache-2.0
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Reads a key file, making it where there is none: written beside and linked, so that a kill leaves either no key or a whole
 * one, and of two processes that make it at once both get the same.
 */
export async function readOrMakeKey(file: string, make: () => Promise<string>): Promise<string> {
  if (!existsSync(file)) {
    const beside = `${file}.${String(process.pid)}.new`
    writeFileSync(beside, await make(), { mode: 0o600 })
    linkUnlessThere(beside, file)
    rmSync(beside)
  }
  return readFileSync(file, 'utf8')
}

function linkUnlessThere(beside: string, file: string): void {
  try {
    linkSync(beside, file)
  } catch (cause) {
    if (!existsSync(file)) throw new Error(`could not make ${file}`, { cause })
  }
}
