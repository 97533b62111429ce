// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { decideAct, type RoleHolder } from '@corridor/message'
import type { KeyLifeRefusal } from './refusals'

/** Who acts on keys: an official with a key, a place and, where the registrar was told it, a name. */
export interface Official extends RoleHolder {
  readonly kid: string
  readonly participant: string
  readonly holder: string | null
}

/** A key as it stands before something happens to it. */
export interface StandingKey {
  readonly kid: string
  readonly participant: string
  readonly validFrom: Date
  readonly validUntil: Date
  readonly revokedFrom: Date | null
}

const dayMs = 86_400_000

/** Until when an old key is good beside the new one that replaces it: never longer than it was. */
export function keptUntil(old: Pick<StandingKey, 'validUntil'>, keepDays: number, at: Date): Date {
  return new Date(Math.min(old.validUntil.getTime(), at.getTime() + keepDays * dayMs))
}

/**
 * Decides whether a key is withdrawn from an instant on. A signatory withdraws keys of colleagues, the operator anybody's; nobody
 * their own, because whoever stole it would do so too. An instant that was named before only moves back.
 */
export function decideWithdrawal(
  by: Official,
  key: StandingKey | null,
  { from, at }: { readonly from: Date; readonly at: Date },
): Outcome<StandingKey, KeyLifeRefusal> {
  const isOperator = decideAct(by, 'register').ok
  // Of others' keys a stranger does not even learn that they are there.
  if (key === null || (!isOperator && key.participant !== by.participant))
    return refuse('NOT_FOUND', 'there is no such key of your participant')
  if (key.kid === by.kid)
    return refuse('NOT_ALLOWED', 'a key is withdrawn by somebody else, a colleague or the operator')
  const allowed = isOperator ? accept(null) : decideAct(by, 'keep-keys')
  if (!allowed.ok) return allowed
  const latest = Math.min(at.getTime(), key.revokedFrom?.getTime() ?? Infinity)
  if (!(from.getTime() <= latest && from >= key.validFrom))
    return refuse(
      'REVOCATION_INSTANT_WRONG',
      `it can be withdrawn from ${key.validFrom.toISOString()} to ${new Date(latest).toISOString()}`,
    )
  return accept(key)
}

/** Decides whether an official may ask for a new enrolment of somebody of a participant: a named signatory, or the operator. */
export function decideAsking(by: Official, participant: string): Outcome<null, KeyLifeRefusal> {
  return mayVouch(by, participant)
    ? accept(null)
    : refuse(
        'OFFICIALS_WRONG',
        `only a named signatory of ${participant} or the operator asks for this`,
      )
}

/** Decides whether two officials together let somebody enrol again: two named signatories, or one of them and the operator. */
export function decideSeconding(
  first: Official,
  second: Official,
  participant: string,
): Outcome<null, KeyLifeRefusal> {
  const own = [first, second].filter((one) => one.participant === participant)
  const isOnePerson =
    first.kid === second.kid ||
    (first.participant === second.participant && first.holder === second.holder)
  if (isOnePerson) return refuse('OFFICIALS_WRONG', 'the second is another person than the first')
  if (!mayVouch(first, participant) || !mayVouch(second, participant) || own.length === 0)
    return refuse(
      'OFFICIALS_WRONG',
      `two named signatories of ${participant} do this, or one and the operator`,
    )
  return accept(null)
}

function mayVouch(by: Official, participant: string): boolean {
  if (decideAct(by, 'register').ok) return true
  return by.participant === participant && by.holder !== null && decideAct(by, 'keep-keys').ok
}
