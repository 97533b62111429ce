// SPDX-License-Identifier: Apache-2.0
import { accept, refuse } from '@corridor/kernel'
import { lintTerms, partiesOf } from '@corridor/policy'
import type { AgreementFact, CommandTo, Decided } from './acts'
import { daysAfter } from './due'
import { notParty } from './refused'
import type { AgreementState, KnownState } from './state'

/** Each proposal has its deadline, and there are so many of them at most: no negotiation is endless. */
export const mostRevisions = 50

/** A party proposes terms under an id that is new. */
export function decidePropose(command: CommandTo<'propose'>, state: AgreementState): Decided {
  const { terms, digest, by } = command
  if (!partiesOf(terms).includes(by)) return notParty(by, terms)
  if (state.status !== 'none') {
    // A repeated proposal of the same terms is a lost answer, not a second agreement.
    const open = state.status === 'proposed' || state.status === 'signing'
    if (open && state.digest === digest) return accept([])
    return refuse(
      'AGREEMENT_EXISTS',
      `agreement ${terms.id} exists already; answer it by a counter-proposal`,
    )
  }
  return lintedProposal(command, 1)
}

/** A party answers terms with others, before all have signed. The same states stay at the table. */
export function decideCounter(command: CommandTo<'counter'>, state: KnownState): Decided {
  const { terms, digest, answers } = command
  if (state.status !== 'proposed' && state.status !== 'signing')
    return refuse('AGREEMENT_NOT_NOW', `${terms.id} is ${state.status}: its terms stand`)
  if (state.digest === digest) return accept([])
  if (answers !== state.digest)
    return refuse('AGREEMENT_DIFFERENT_TERMS', `other terms of ${terms.id} are on the table by now`)
  const [own, theirs] = [terms, state.terms].map((one) => partiesOf(one).join(' '))
  if (own !== theirs || terms.id !== state.terms.id)
    return refuse('AGREEMENT_DIFFERENT_TERMS', 'a counter-proposal is between the same parties')
  if (state.earlier.includes(digest))
    return refuse(
      'AGREEMENT_NOT_NOW',
      `these terms of ${terms.id} were answered already; to come back to them give them another title`,
    )
  if (state.revision >= mostRevisions)
    return refuse(
      'AGREEMENT_NOT_NOW',
      `${terms.id} had ${String(mostRevisions)} proposals; begin anew`,
    )
  return lintedProposal(command, state.revision + 1)
}

/** A party does not want the terms on the table, nor other ones. */
export function decideDecline(
  { by, at, reason }: CommandTo<'decline'>,
  { status, terms }: KnownState,
): Decided {
  if (status === 'proposed' || status === 'signing')
    return accept([{ fact: 'declined', by, at, reason }])
  return refuse('AGREEMENT_NOT_NOW', `${terms.id} is ${status}: it was signed by all`)
}

function lintedProposal(
  { by, at, terms, digest }: CommandTo<'propose' | 'counter'>,
  revision: number,
): Decided {
  const linted = lintTerms(terms)
  if (!linted.ok) return linted
  const until = daysAfter(at, terms.signatureDays)
  const proposed: AgreementFact = { fact: 'proposed', by, at, terms, digest, revision, until }
  return accept([proposed])
}
