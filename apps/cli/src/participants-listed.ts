// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import type { RegisteredOffices } from '@corridor/policy'
import { signedRequest, type Profile } from '@corridor/sdk'

/** A participant as everybody enrolled may see it. */
export interface ListedParticipant extends RegisteredOffices {
  readonly kind: string
  readonly name: string
}

/** Who is registered at the hub, with the codes of their offices. */
export function participantsListed(
  profile: Profile,
): Promise<Outcome<readonly ListedParticipant[]>> {
  return signedRequest<readonly ListedParticipant[]>(profile, {
    method: 'GET',
    target: '/api/participants',
  })
}
