// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { decideRoles, firstRoles, type ParticipantKind, type Role } from '@corridor/message'
import type { EnrolmentRefusal, InvitationRefusal } from './refusals'

/** An invitation as the register holds it. */
export interface Invitation {
  readonly participant: string
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly roles: readonly Role[]
  /** The only office that the code serves; any where it is null. */
  readonly office: string | null
  /** The official whom the registrar was told. */
  readonly holder: string | null
}

/** Days that a one-time code can be used. */
export const invitationDays = 14

/** Days that the keys of an enrolment are valid. */
export const keyDays = 365

/** Who wants to enrol with a code. */
export interface EnrolmentClaim {
  readonly participant: string
  readonly office: string
  readonly at: Date
  /** True where an agreement gives figures to this office alone. */
  readonly readsAlone: boolean
}

/** Decides whether an invitation lets its bearer enrol as a participant at an instant. */
export function decideEnrolment(
  invitation: Invitation | undefined,
  claim: EnrolmentClaim,
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
  if (invitation.office !== null && invitation.office !== claim.office)
    return refuse('INVITATION_WRONG', `the enrolment code is for the office ${invitation.office}`)
  // Whoever holds a code that names no office would choose by itself whose figures it reads.
  if (invitation.office === null && claim.readsAlone)
    return refuse(
      'INVITATION_WRONG',
      `an agreement gives figures to the office ${claim.office} alone: only a code that names it serves`,
    )
  return accept(invitation)
}

/** A participant as the register holds it when somebody is invited. */
export interface Registered {
  readonly kind: ParticipantKind
  /** True once a key of it was registered. */
  readonly enrolled: boolean
}

/** Who is to be invited: a new participant's first official, or another of one that is there. */
export interface Invited {
  readonly participant: string
  readonly kind: ParticipantKind
  /** Without it, the roles of a first key. */
  readonly roles?: readonly Role[] | undefined
}

/** Decides which roles an invitation gives; a participant that has enrolled gets further officials only by their roles. */
export function decideInvitation(
  { participant, kind, roles }: Invited,
  found: Registered | null,
): Outcome<readonly Role[], InvitationRefusal> {
  if (found?.enrolled === true && (roles === undefined || found.kind !== kind))
    return refuse('PARTICIPANT_EXISTS', `${participant} is enrolled already`)
  if (found?.enrolled !== true && roles?.length === 1 && roles[0] === 'approver')
    return refuse(
      'PARTICIPANT_UNKNOWN',
      `there is no state ${participant} that could have an approver`,
    )
  const given = roles ?? firstRoles(kind)
  const decided = decideRoles({ kind, roles: given })
  return decided.ok ? accept(given) : decided
}
