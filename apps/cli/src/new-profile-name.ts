// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Call } from './command'
import { clean } from './output/clean'

/** The name of a profile that may not be there yet. It becomes a folder, so it is letters and digits. */
export function newProfileName(call: Call): Outcome<string, 'COMMAND_WRONG'> {
  const name = call.option('profile') ?? 'default'
  if (/^[A-Za-z0-9_-]{1,64}$/.test(name)) return accept(name)
  const rule = 'give up to 64 letters, digits, hyphens and underscores'
  return refuse('COMMAND_WRONG', `"${clean(name, 40)}" cannot be the name of a profile: ${rule}`)
}
