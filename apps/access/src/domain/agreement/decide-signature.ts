// SPDX-License-Identifier: Apache-2.0
import { accept, refuse } from '@corridor/kernel'
import type { AgreementFact, CommandTo, Decided } from './acts'
import { daysAfter, hasSigned, midnight } from './due'
import { evolve } from './evolve'
import { mayBeOnePerson, type Signer } from './signer'
import { signatoriesOf, type KnownState, type Open, type Signature } from './state'

/** A person signs the terms on the table for a party. With the last signature the agreement waits for its entry into force. */
export function decideSign(command: CommandTo<'sign'>, state: KnownState): Decided {
  const { by, at, digest, signer } = command
  const { id } = state.terms
  if (digest !== state.digest)
    return refuse('AGREEMENT_DIFFERENT_TERMS', `the signature is not over the terms of ${id}`)
  if (!isOpen(state) || hasSigned(state, by))
    return refuse('AGREEMENT_ALREADY_SIGNED', `${by} has signed agreement ${id} already`)
  if (state.signatures.some((one) => one.participant === by && mayBeOnePerson(known(one), signer)))
    return refuse('AGREEMENT_ALREADY_SIGNED', `a second person has to sign ${id} for ${by}`)
  const signed: AgreementFact = { fact: 'signed', by, at, ...signer }
  const after = evolve(state, signed)
  const all =
    after.status === 'signing' && signatoriesOf(after).every((party) => hasSigned(after, party))
  return accept(
    all ? [signed, { fact: 'completed', by: null, at, until: entryOf(state, at) }] : [signed],
  )
}

// An office key of before there were passkeys: one key was one person.
function known({ kid, person = kid, name = null, with: how = 'office-key' }: Signature): Signer {
  return { kid, person, name, with: how }
}

/** When the waiting after the last signature ends: with the entry into force, or, for want of notices, without it. */
function entryOf({ terms: { entryIntoForce, term } }: Open, at: string): string {
  switch (entryIntoForce.rule) {
    case 'on-signature':
      return latest([at, midnight(term.from)])
    case 'on-date':
      return latest([at, midnight(term.from), midnight(entryIntoForce.date)])
    case 'on-notices':
      return daysAfter(at, entryIntoForce.days)
  }
}

function latest(instants: readonly string[]): string {
  return instants.reduce((last, one) => (one > last ? one : last))
}

/** A party of three or more takes itself out of clauses, before it signs. Between two, other terms are a counter-proposal. */
export function decideReserve(
  { by, at, clauses }: CommandTo<'reserve'>,
  state: KnownState,
): Decided {
  const { terms, parties, signatures } = state
  if (!isOpen(state) || signatures.some(({ participant }) => participant === by))
    return refuse('AGREEMENT_NOT_NOW', `${by} has signed ${terms.id}: it makes no reservation now`)
  if (parties.length < 3)
    return refuse('AGREEMENT_NOT_NOW', `${terms.id} is between two: answer by a counter-proposal`)
  const strange = clauses.find((clause) => !terms.enforced.some(({ id }) => id === clause))
  return strange === undefined
    ? accept([{ fact: 'reserved', by, at, clauses }])
    : refuse('AGREEMENT_CLAUSE_UNKNOWN', `${terms.id} has no enforced clause ${strange}`)
}

function isOpen(state: KnownState): state is Open {
  return state.status === 'proposed' || state.status === 'signing'
}
