// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { day } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Told {
  readonly participant: string
  readonly code: string
  readonly expiresAt: string
}

/** Registers a participant, as the operator, and shows its one-time code once. */
export async function inviteParticipant(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const participant = call.operand(0) ?? ''
  const kind = call.option('kind') ?? 'state'
  const name = call.option('name')
  if (name === undefined) return refuse('COMMAND_WRONG', 'name the participant with --name')
  const members = (call.option('members') ?? '').split(',').filter((member) => member !== '')
  const role = call.option('role') ?? 'publisher'
  if (role !== 'publisher' && role !== 'approver')
    return refuse('COMMAND_WRONG', '--role is publisher (without it) or approver')
  const body = Buffer.from(JSON.stringify({ participant, kind, name, members, role }))
  const told = await signedRequest<Told>(profile.value, {
    method: 'POST',
    target: '/api/participants',
    body,
  })
  if (!told.ok) return told
  const { code, expiresAt } = told.value
  return accept({
    text: [
      `OK  ${clean(participant, 40)} is registered. Its one-time code, to hand over by a safe way, until ${day(expiresAt)}:`,
      clean(code),
    ].join('\n'),
    json: { participant, code, expiresAt },
  })
}
