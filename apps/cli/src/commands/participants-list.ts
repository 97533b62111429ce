// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import type { Answer, Call } from '../command'
import { table } from '../output/table'
import { participantsListed, type ListedParticipant } from '../participants-listed'
import { profileOfCall } from '../profile-of-call'

/** Lists who is registered at the hub. */
export async function listParticipants(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const listed = await participantsListed(profile.value)
  if (!listed.ok) return listed
  const columns = [
    { name: 'Participant', of: ({ participant }: ListedParticipant) => participant },
    { name: 'Kind', of: ({ kind }: ListedParticipant) => kind },
    { name: 'Name', of: ({ name }: ListedParticipant) => name },
    { name: 'Offices', of: ({ offices }: ListedParticipant) => offices.join(' ') },
  ] as const
  return accept({
    text: table<ListedParticipant>(columns, listed.value),
    json: { participants: listed.value },
  })
}
