// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { roles as allRoles } from '@corridor/message'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { day } from '../output/words'
import { profileOfCall } from '../profile-of-call'

const known: ReadonlySet<string> = new Set(allRoles)

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
  const roles = call.options('role').flatMap((given) => given.split(','))
  const unknown = roles.find((role) => !known.has(role))
  if (unknown !== undefined)
    return refuse(
      'COMMAND_WRONG',
      `--role is one of ${[...known].join(', ')}, not ${clean(unknown)}`,
    )
  const invited = {
    ...{ participant, kind, name, members },
    ...(roles.length === 0 ? {} : { roles }),
    office: call.option('office'),
    holder: call.option('holder'),
    organisation: call.option('organisation'),
    productionAtOnce: call.option('production-at-once'),
  }
  const body = Buffer.from(JSON.stringify(invited))
  const told = await signedRequest<Told>(profile.value, {
    method: 'POST',
    target: '/api/participants',
    body,
  })
  if (!told.ok) return told
  const { code, expiresAt } = told.value
  return accept({
    text: [
      `OK  ${clean(participant, 40)} is registered. Hand this one-time code over by a safe way; it enrols with it until ${day(expiresAt)} (corridor enrol):`,
      clean(code),
    ].join('\n'),
    json: { participant, code, expiresAt },
  })
}
