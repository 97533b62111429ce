// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Call } from '../command'
import { clean } from './clean'

/** Writes a file that is not there yet; one that is there only where the call has agreed with --yes. */
export function writeNewFile(
  { screen }: Pick<Call, 'screen'>,
  file: string,
  content: string | Uint8Array,
): Outcome<null, 'COMMAND_WRONG'> {
  try {
    writeFileSync(file, content, { flag: screen.agreed ? 'w' : 'wx' })
    return accept(null)
  } catch {
    return refuse(
      'COMMAND_WRONG',
      `${clean(file)} is there already or cannot be written; name another with --out, or add --yes to replace it`,
    )
  }
}
