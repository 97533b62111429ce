// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Role } from './role'
import type { EnrolmentRefusal } from './refusals'

/** An invitation as the register holds it. */
export interface Invitation {
  readonly participant: string
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly role: Role
}

/** Days that a one-time code can be used. */
export const invitationDays = 14

/** Days that the keys of an enrolment are valid. */
export const keyDays = 365

/** Decides whether an invitation lets its bearer enrol as a participant at an instant. */
export function decideEnrolment(
  invitation: Invitation | undefined,
  claim: { readonly participant: string; readonly at: Date },
): Outcome<Invitation, EnrolmentRefusal> {
  // Another's code and an unknown one get one answer: a guesser learns nothing.
  if (invitation?.participant !== claim.participant)
    return refuse('INVITATION_WRONG', 'the enrolment code is not known')
  if (invitation.usedAt !== null)
    return refuse('INVITATION_USED', 'the enrolment code was used already')
  if (claim.at >= invitation.expiresAt) {
    return refuse(
      'INVITATION_EXPIRED',
      `the enrolment code could be used until ${invitation.expiresAt.toISOString()}`,
    )
  }
  return accept(invitation)
}
