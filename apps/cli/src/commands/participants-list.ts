// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { table } from '../output/table'
import { profileOfCall } from '../profile-of-call'

interface Shown {
  readonly participant: string
  readonly kind: string
  readonly name: string
}

/** Lists who is registered at the hub. */
export async function listParticipants(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const listed = await signedRequest<readonly Shown[]>(profile.value, {
    method: 'GET',
    target: '/api/participants',
  })
  if (!listed.ok) return listed
  const columns = [
    { name: 'Participant', of: ({ participant }: Shown) => participant },
    { name: 'Kind', of: ({ kind }: Shown) => kind },
    { name: 'Name', of: ({ name }: Shown) => name },
  ] as const
  return accept({
    text: table<Shown>(columns, listed.value),
    json: { participants: listed.value },
  })
}
