// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { profileOfCall } from '../profile-of-call'

/** Says whether the messages of the profile's participant wait for its approver. */
export async function setApproval(call: Call): Promise<Outcome<Answer>> {
  const whether = call.operand(0)
  if (whether !== 'on' && whether !== 'off')
    return refuse('COMMAND_WRONG', 'say on or off: corridor submissions approval on')
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const required = whether === 'on'
  const told = await signedRequest<object>(profile.value, {
    method: 'PUT',
    target: '/api/participants/me/approval',
    body: Buffer.from(JSON.stringify({ required })),
  })
  if (!told.ok) return told
  const words = required
    ? 'From now, messages wait for the approver of your office'
    : 'From now, messages wait for nobody'
  return accept({ text: `OK  ${words}.`, json: { required } })
}
