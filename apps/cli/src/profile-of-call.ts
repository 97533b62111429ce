// SPDX-License-Identifier: Apache-2.0
import { refuse, type Outcome } from '@corridor/kernel'
import { listProfiles, openProfile, type Profile } from '@corridor/sdk'
import type { Call } from './command'

/** The profile that a call means: the one named, or the only one there is. */
export async function profileOfCall(call: Call): Promise<Outcome<Profile>> {
  const named = call.option('profile')
  if (named !== undefined) return openProfile(call.home, named)
  const known = listProfiles(call.home)
  const [only] = known
  if (only !== undefined && known.length === 1) return openProfile(call.home, only)
  if (only === undefined)
    return refuse('PROFILE_MISSING', `there is no profile in ${call.home} yet`)
  return refuse(
    'PROFILE_MISSING',
    `there are ${String(known.length)} profiles; name one of: ${known.join(', ')}`,
  )
}
