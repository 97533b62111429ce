// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { decideAct, decideRoles, type ParticipantKind, type Role } from '@corridor/message'
import type { Official } from './key-life'

/** Somebody who shall sign in, and where the registrar puts them. */
export interface NewPerson {
  readonly participant: string
  readonly kind: ParticipantKind
  readonly roles: readonly Role[]
}

/** Decides whether an official may register or end a person: a signatory the participant's own, the operator anybody. */
export function decidePerson(
  by: Official,
  { participant, kind, roles }: NewPerson,
): Outcome<null, 'NOT_ALLOWED' | 'ROLES_WRONG'> {
  const isOperator = decideAct(by, 'register').ok
  const isOwn = by.participant === participant && decideAct(by, 'keep-keys').ok
  if (!isOperator && !isOwn)
    return refuse('NOT_ALLOWED', `only a signatory of ${participant} or the operator does this`)
  return decideRoles({ kind, roles })
}

/** Wrong passphrases after which a person waits, so that nobody tries them all. */
export const mostTries = 5
/** How long they wait then. */
export const waitSeconds = 900

/** Decides whether a passphrase may be tried now. */
export function decideTry(
  { tries, lastTry }: { readonly tries: number; readonly lastTry: Date | null },
  at: Date,
): Outcome<null, 'RATE_EXCEEDED'> {
  const waits = lastTry !== null && at.getTime() < lastTry.getTime() + waitSeconds * 1_000
  return tries >= mostTries && waits
    ? refuse('RATE_EXCEEDED', 'too many wrong passphrases: wait a quarter of an hour')
    : accept(null)
}
