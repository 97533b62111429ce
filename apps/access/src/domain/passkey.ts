// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { decideAct, type RoleHolder } from '@corridor/message'
import { decideSeconding, type Official } from './key-life'

/** A passkey must be registered this soon after its person signed in: an open session on an unwatched desk is not enough. */
export const freshSeconds = 300
/** Passkeys of one person that are not removed. */
export const mostPasskeys = 10

/** Somebody of the register who wants a passkey. */
export interface PasskeyApplicant extends RoleHolder {
  readonly participant: string
  /** Passkeys of the person that are not removed. */
  readonly passkeys: number
}

/** Decides whether a person may register a passkey now. */
export function decidePasskey(
  person: PasskeyApplicant,
  { signedInAt, at }: { readonly signedInAt: Date | null; readonly at: Date },
): Outcome<null> {
  const signs = decideAct(person, 'sign')
  if (!signs.ok && !decideAct(person, 'review').ok) return signs
  const away = signedInAt === null ? Infinity : at.getTime() - signedInAt.getTime()
  if (!(away >= -freshSeconds * 1_000 && away <= freshSeconds * 1_000))
    return refuse('SIGN_IN_AGAIN', 'a passkey is registered within five minutes of a sign-in')
  return person.passkeys < mostPasskeys
    ? accept(null)
    : refuse('PASSKEY_WRONG', `a person has at most ${String(mostPasskeys)} passkeys`)
}

/** A passkey as it stands. */
export interface StandingPasskey {
  readonly participant: string
  readonly person: string
  readonly confirmedAt: Date | null
  readonly removedAt: Date | null
}

/**
 * Decides whether a passkey becomes good. Two named officials stand behind it, as behind keys after a loss: the one who registered
 * the person, and the one who confirms. Else one official could make up a colleague, and sign twice.
 */
export function decideConfirmation(
  passkey: StandingPasskey | null,
  by: Official,
  registrar: (Official & { readonly revokedFrom: string | null }) | undefined,
): Outcome<StandingPasskey> {
  const isOperator = decideAct(by, 'register').ok
  // Of others' passkeys a stranger does not even learn that they are there.
  if (passkey === null || (!isOperator && passkey.participant !== by.participant))
    return refuse('NOT_FOUND', 'there is no such passkey of your participant')
  if (passkey.removedAt !== null) return refuse('KEY_REVOKED', 'the passkey was removed')
  if (passkey.confirmedAt !== null) return accept(passkey)
  if (registrar?.revokedFrom !== null)
    return refuse('OFFICIALS_WRONG', 'the key that registered the person was withdrawn')
  const decided = decideSeconding(registrar, by, passkey.participant)
  return decided.ok ? accept(passkey) : decided
}

/**
 * Decides from which instant on a passkey is said to be lost: after it came to be, not in the future, and not later than was said
 * before. What it signed since is doubtful.
 */
export function decideLoss(
  passkey: { readonly registeredAt: Date; readonly lostFrom: Date | null },
  { from, at }: { readonly from: Date; readonly at: Date },
): Outcome<Date> {
  const latest = Math.min(at.getTime(), passkey.lostFrom?.getTime() ?? Infinity)
  if (from >= passkey.registeredAt && from.getTime() <= latest) return accept(from)
  const [first, last] = [passkey.registeredAt, new Date(latest)].map((one) => one.toISOString())
  return refuse('REVOCATION_INSTANT_WRONG', `it can be lost from ${first ?? ''} to ${last ?? ''}`)
}

/** Who removes a passkey: its person on a page, or an official with a key. */
export type Remover = { readonly person: string } | { readonly official: Official }

/** Decides whether a passkey is removed: by its person, a signatory colleague, or the operator. */
export function decideRemoval(
  passkey: StandingPasskey | null,
  by: Remover,
): Outcome<StandingPasskey> {
  const found = passkey !== null && isTheirs(passkey, by)
  return found ? accept(passkey) : refuse('NOT_FOUND', 'there is no such passkey of yours')
}

function isTheirs(passkey: StandingPasskey, by: Remover): boolean {
  if ('person' in by) return passkey.person === by.person
  if (decideAct(by.official, 'register').ok) return true
  return by.official.participant === passkey.participant && decideAct(by.official, 'keep-keys').ok
}
