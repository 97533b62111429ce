// SPDX-License-Identifier: Apache-2.0
import { accept, refuse } from '@corridor/kernel'
import type { Accession } from './state'
import type { CommandTo, Decided } from './acts'
import { daysAfter } from './due'
import { unknown } from './refused'
import type { KnownState } from './state'

/** Somebody asks to become a party of an agreement that is in force and open, under the terms as they are. */
export function decideAccede(command: CommandTo<'accede'>, state: KnownState): Decided {
  const { by, at, digest, clauses } = command
  const { accession, id, enforced } = state.terms
  // A closed agreement is nobody's business.
  if (accession.rule === 'closed' && !state.parties.includes(by)) return unknown
  if (accession.rule === 'closed' || state.status !== 'in-force')
    return refuse('AGREEMENT_NOT_NOW', `${id} takes no new parties now`)
  if (state.parties.includes(by)) return accept([])
  if (digest !== state.digest)
    return refuse('AGREEMENT_DIFFERENT_TERMS', `the signature is not over the terms of ${id}`)
  if (state.accessions.some(({ participant }) => participant === by)) return accept([])
  const strange = clauses.find((clause) => !enforced.some((one) => one.id === clause))
  if (strange !== undefined)
    return refuse('AGREEMENT_CLAUSE_UNKNOWN', `${id} has no enforced clause ${strange}`)
  const asked: Accession = {
    participant: by,
    reservations: clauses,
    until: daysAfter(at, accession.days),
    consents: [],
  }
  return accept([{ fact: 'accession-asked', by, at, accession: asked }])
}

/** A party consents to an accession or refuses it. One refusal is enough; with the last consent there is a new party (`dueFacts`). */
export function decideAnswer(
  command: CommandTo<'consent' | 'refuse'>,
  { accessions, terms }: KnownState,
): Decided {
  const { by, at, to } = command
  const asked = accessions.find(({ participant }) => participant === to)
  if (asked === undefined)
    return refuse('AGREEMENT_NOT_NOW', `${to} does not ask to join ${terms.id}`)
  if (command.do === 'refuse')
    return accept([{ fact: 'accession-refused', by, at, participant: to, reason: command.reason }])
  if (asked.consents.includes(by)) return accept([])
  return accept([{ fact: 'consented', by, at, to }])
}

/** A party of three or more leaves; the others go on without it. */
export function decideWithdraw(
  { by, at, reason }: CommandTo<'withdraw'>,
  { status, parties, terms }: KnownState,
): Decided {
  if (status === 'proposed' || status === 'signing')
    return refuse('AGREEMENT_NOT_NOW', `${terms.id} is not signed by all yet: decline it`)
  if (parties.length <= 2)
    return refuse('AGREEMENT_NOT_NOW', `${terms.id} has two parties: terminate it`)
  return accept([{ fact: 'left', by, at, reason }])
}
