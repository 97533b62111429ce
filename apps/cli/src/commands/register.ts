// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { profileFolder, register, type RegistrationAsk } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { hubAddress } from '../hub-address'
import { newProfileName } from '../new-profile-name'
import { officeOf } from '../office-of'
import { clean } from '../output/clean'
import { day } from '../output/words'

/** Asks the registrar for a place without a code; run again, it looks whether the place was given. */
export async function registerOffice(call: Call): Promise<Outcome<Answer>> {
  const profile = newProfileName(call)
  if (!profile.ok) return profile
  const http = hubAddress(call)
  if (!http.ok) return http
  const office = officeOf(call.option('office'))
  if (!office.ok) return office
  const kind = call.option('kind') ?? 'state'
  const name = call.option('name')
  if (name === undefined) return refuse('COMMAND_WRONG', 'name the participant with --name')
  const holder = call.option('holder')
  const organisation = call.option('organisation')
  const ask = {
    folder: profileFolder(call.home, profile.value),
    http: http.value,
    ...{ participant: call.operand(0) ?? '', kind, name, office: office.value },
    ...(holder === undefined ? {} : { holder }),
    ...(organisation === undefined ? {} : { organisation }),
  }
  // Kind and organisation are words of the caller: the hub's contract judges them.
  const told = await register(ask as RegistrationAsk)
  if (!told.ok) return told
  const { participant, validUntil, hub } = told.value
  return accept({
    text: `OK  ${clean(participant, 40)} is registered. Valid to ${day(validUntil)}. Next: corridor rehearsal`,
    json: { profile: profile.value, participant, kind, validUntil, hub: hub.id },
  })
}
