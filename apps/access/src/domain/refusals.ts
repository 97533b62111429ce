// SPDX-License-Identifier: Apache-2.0
import type { LintRefusal } from '@corridor/policy'

/** Why something was refused about an agreement. Codes are stable for ever. */
export type AgreementRefusal =
  | LintRefusal
  | 'AGREEMENT_UNKNOWN'
  | 'AGREEMENT_EXISTS'
  | 'AGREEMENT_NOT_PARTY'
  | 'AGREEMENT_ALREADY_SIGNED'
  | 'AGREEMENT_DIFFERENT_TERMS'
  | 'AGREEMENT_ENDED'
  | 'AGREEMENT_NOT_NOW'
  | 'AGREEMENT_CLAUSE_UNKNOWN'

/** Why an enrolment was refused. */
export type EnrolmentRefusal = 'INVITATION_WRONG' | 'INVITATION_USED' | 'INVITATION_EXPIRED'

/** Why nobody was invited. */
export type InvitationRefusal = 'PARTICIPANT_EXISTS' | 'PARTICIPANT_UNKNOWN' | 'ROLES_WRONG'

/** Why a registration was not taken down or decided. */
export type RegistrationRefusal =
  | 'PARTICIPANT_EXISTS'
  | 'KEY_OF_ANOTHER_PARTICIPANT'
  | 'NOT_FOUND'
  | 'REGISTRATION_WAITING'
  | 'REGISTRATION_REFUSED'
  | 'REGISTRATION_FULL'

/** Why nothing happened to a key. */
export type KeyLifeRefusal =
  'NOT_FOUND' | 'NOT_ALLOWED' | 'REVOCATION_INSTANT_WRONG' | 'OFFICIALS_WRONG'
