// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { profileOfCall } from '../profile-of-call'

/** Approves a message that another person of the same participant has published. */
export async function approveSubmission(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const id = call.operand(0) ?? ''
  const approved = await signedRequest<object>(profile.value, {
    method: 'POST',
    target: `/api/submissions/${encodeURIComponent(id)}/approvals`,
    body: Buffer.from(JSON.stringify({})),
  })
  if (!approved.ok) return approved
  return accept({
    text: `OK  ${clean(id, 128)} is approved. Its receipt: corridor receipts ${clean(id, 128)}`,
    json: { submission: id, ...approved.value },
  })
}
