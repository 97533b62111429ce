// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { clean } from '../output/clean'

/** The bytes of a file that a command line names. */
export function readBytes(file: string): Outcome<Uint8Array> {
  if (!existsSync(file)) return refuse('COMMAND_WRONG', `there is no file ${clean(file)}`)
  try {
    return accept(readFileSync(file))
  } catch {
    return refuse('FILE_UNREADABLE', `${clean(file)} cannot be read`)
  }
}
