// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { RegistrationRefusal } from './refusals'

/** Registrations that wait at once, so that nobody fills the register with them. */
export const mostWaiting = 100

/** What the register holds of a registration by its key. */
export interface Registration {
  readonly decision: 'approved' | 'refused' | null
  readonly reason: string | null
}

/** How the register stands when somebody asks for a place. */
export interface Ground {
  /** True where the participant has enrolled keys already: then its own people are invited. */
  readonly enrolled: boolean
  readonly keyTaken: boolean
  readonly waiting: number
}

/** Decides whether a registration is taken down. */
export function decideApplication(
  participant: string,
  { enrolled, keyTaken, waiting }: Ground,
): Outcome<null, RegistrationRefusal> {
  if (enrolled) return refuse('PARTICIPANT_EXISTS', `${participant} is enrolled already`)
  if (keyTaken)
    return refuse('KEY_OF_ANOTHER_PARTICIPANT', 'a key of this registration is registered already')
  if (waiting >= mostWaiting)
    return refuse('REGISTRATION_FULL', `${String(waiting)} registrations wait already`)
  return accept(null)
}

/** Decides whether the registrar may decide: once, and about what is there. */
export function decideOnce<Row extends Registration>(
  found: Row | null,
): Outcome<Row, RegistrationRefusal> {
  if (found === null) return refuse('NOT_FOUND', 'there is no registration with this key')
  if (found.decision !== null)
    return refuse('REGISTRATION_REFUSED', `the registration was ${found.decision} already`)
  return accept(found)
}

/** What an applicant is told of where it stands; accepted only once it was approved. */
export function standingOf(found: Registration | null): Outcome<'approved', RegistrationRefusal> {
  if (found === null) return refuse('NOT_FOUND', 'there is no registration with this key')
  if (found.decision === null)
    return refuse('REGISTRATION_WAITING', 'the registrar has not decided yet')
  if (found.decision === 'approved') return accept('approved')
  return refuse('REGISTRATION_REFUSED', found.reason ?? 'the registrar gave no reason')
}
