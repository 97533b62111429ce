// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { acceptVersion } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { profileOfCall } from '../profile-of-call'

/** Says in which version of a contract the participant takes what the hub hands over to it. */
export async function acceptContract(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const contract = { name: call.operand(0) ?? '', version: call.operand(1) ?? '' }
  const accepted = await acceptVersion(profile.value, contract)
  if (!accepted.ok) return accepted
  const { participant, contract: name, version } = accepted.value
  return accept({
    text: `OK  From here on ${participant} gets figures by ${name} in version ${version}, whichever they are sent in.`,
    json: { ...accepted.value },
  })
}
