// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { profileOfCall } from '../profile-of-call'

/** Takes a message back that nobody has received yet, after its id was typed out. */
export async function withdrawSubmission(call: Call): Promise<Outcome<Answer>> {
  const reason = call.option('reason')?.trim() ?? ''
  if (reason === '')
    return refuse('COMMAND_WRONG', 'say why, for the record: --reason "the wrong quarter"')
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const id = call.operand(0) ?? ''
  const meant = await typedOut(call, id)
  if (!meant.ok) return meant
  const withdrawn = await signedRequest<object>(profile.value, {
    method: 'POST',
    target: `/api/submissions/${encodeURIComponent(id)}/withdrawals`,
    body: Buffer.from(JSON.stringify({ reason })),
  })
  if (!withdrawn.ok) return withdrawn
  return accept({
    text: `OK  ${clean(id, 128)} is withdrawn. Nobody receives it.`,
    json: { submission: id, reason, ...withdrawn.value },
  })
}

async function typedOut({ screen }: Call, id: string): Promise<Outcome<null>> {
  if (screen.agreed) return accept(null)
  const answer = await screen.ask(
    `Type ${clean(id, 128)} to continue: `,
    'nobody is there to type the id: add --yes to withdraw it',
  )
  if (!answer.ok) return answer
  return answer.value === id
    ? accept(null)
    : refuse('COMMAND_WRONG', `nothing was withdrawn, because ${clean(id, 128)} was not typed`)
}
