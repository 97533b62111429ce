// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { digestOf, thumbprint } from '@corridor/message'
import { signedRequest } from './hub-client'
import type { Profile } from './profile'
import type { Received } from './received'

/** Where a participant's rehearsal stands. */
export interface Rehearsal {
  readonly participant: string
  readonly kind: string
  /** Steps that were done, with their instants. */
  readonly rehearsed: Readonly<Record<string, string>>
  readonly productionSince: string | null
  readonly productionReason: string | null
  readonly suspendedSince: string | null
}

/** The steps in the order in which they are best done. */
export const rehearsalSteps: Readonly<Record<string, string>> = {
  accepted: 'a message sealed, sent with --test and accepted',
  refused: 'one refused: something in it was wrong on purpose',
  revised: 'a figure stated again with another value',
  retracted: 'a figure taken back: no value, value_status retracted',
  received: 'a statement of the hub received: corridor rehearsal confirm',
  verified: 'its signature verified with the pinned key',
}

/** Asks where the rehearsal of a participant stands; of one's own where none is named. */
export function askRehearsal(
  profile: Profile,
  participant = profile.participant,
): Promise<Outcome<Rehearsal>> {
  return signedRequest(profile, {
    method: 'GET',
    target: `/api/participants/${encodeURIComponent(participant)}`,
  })
}

/** Tells the hub that its statement about a message in test mode was verified; `received` is what `openStatement` gave. */
export async function confirmRehearsal(
  profile: Profile,
  id: string,
  received: Received,
): Promise<Outcome<unknown>> {
  const said = {
    digest: digestOf(received.sealed.bytes),
    kid: await thumbprint(profile.hub.key),
  }
  return signedRequest(profile, {
    method: 'POST',
    target: `/api/submissions/${encodeURIComponent(id)}/verifications`,
    body: Buffer.from(JSON.stringify(said)),
  })
}
