// SPDX-License-Identifier: Apache-2.0
import type { ParticipantKind } from '@corridor/message'
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** What a sender has done once in test mode before its figures count. */
export const rehearsalSteps = [
  'accepted',
  'refused',
  'revised',
  'retracted',
  'received',
  'verified',
] as const

/** True where participants of this kind send figures, and so rehearse first. */
export function rehearses(kind: ParticipantKind): boolean {
  return kind === 'state' || kind === 'partner'
}

/** Decides whether the operator may grant production rights now. There is no way around an open step here. */
export function decideGrant(
  participant: string,
  done: ReadonlySet<string>,
): Outcome<null, 'REHEARSAL_INCOMPLETE'> {
  const open = rehearsalSteps.filter((step) => !done.has(step))
  return open.length === 0
    ? accept(null)
    : refuse('REHEARSAL_INCOMPLETE', `${participant} has yet to rehearse: ${open.join(', ')}`)
}
