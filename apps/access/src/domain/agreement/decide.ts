// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Decider } from '@corridor/kernel'
import type { AgreementRefusal } from '../refusals'
import type { AgreementCommand, AgreementFact, CommandTo, Decided } from './acts'
import { decideAccede, decideAnswer, decideWithdraw } from './decide-parties'
import { decideCounter, decideDecline, decidePropose } from './decide-proposal'
import { decideReserve, decideSign } from './decide-signature'
import { dueFacts } from './due'
import { evolve } from './evolve'
import { endedRefusal, outsider, unknown } from './refused'
import { isEnded, type AgreementState, type KnownState } from './state'

/** The life of one agreement. */
export const agreementDecider: Decider<
  AgreementCommand,
  AgreementState,
  AgreementFact,
  AgreementRefusal
> = { initial: { status: 'none' }, decide, evolve }

/** Decides an act. What the clock had made of the agreement by then has happened first, also where the act is refused (`pass`). */
function decide(command: AgreementCommand, before: AgreementState): Decided {
  const due = dueFacts(before, command.at)
  const state = due.reduce(evolve, before)
  const decided = decideNow(command, state)
  if (!decided.ok) return decided
  const after = decided.value.reduce(evolve, state)
  return accept([...due, ...decided.value, ...dueFacts(after, command.at)])
}

function decideNow(command: AgreementCommand, state: AgreementState): Decided {
  if (command.do === 'propose') return decidePropose(command, state)
  if (state.status === 'none') return command.do === 'pass' ? accept([]) : unknown
  if (command.do === 'pass') return accept([])
  if (command.do === 'supersede') return decideSupersede(command, state)
  if (command.do === 'accede') return decideAccede(command, state)
  if (!mayAct(command.by, state)) return outsider(command.by, state.terms)
  if (isEnded(state)) return endedRefusal(state)
  return decideOfParty(command, state)
}

// Who has acceded, and who signed; a party that has left is one no more.
function mayAct(by: string, state: KnownState): boolean {
  return state.parties.includes(by)
}

function decideOfParty(
  command: Exclude<AgreementCommand, CommandTo<'propose' | 'pass' | 'supersede' | 'accede'>>,
  state: Exclude<KnownState, { readonly at: string }>,
): Decided {
  switch (command.do) {
    case 'counter':
      return decideCounter(command, state)
    case 'decline':
      return decideDecline(command, state)
    case 'sign':
      return decideSign(command, state)
    case 'reserve':
      return decideReserve(command, state)
    case 'notify':
      return decideNotify(command, state)
    case 'suspend':
      return decideSuspend(command, state)
    case 'resume':
      return decideResume(command, state)
    case 'terminate':
      return decideTerminate(command, state)
    case 'withdraw':
      return decideWithdraw(command, state)
    case 'consent':
    case 'refuse':
      return decideAnswer(command, state)
  }
}

function decideNotify({ by, at }: CommandTo<'notify'>, state: KnownState): Decided {
  const { entryIntoForce, id } = state.terms
  if (entryIntoForce.rule !== 'on-notices') return notNow(`${id} enters into force without notices`)
  if (state.status !== 'signed' && state.status !== 'provisional')
    return notNow(`${id} is ${state.status}; a notice is given when all have signed`)
  // A repeated notice is a lost answer.
  return accept(state.notices.includes(by) ? [] : [{ fact: 'noticed', by, at }])
}

function decideSuspend({ by, at, reason }: CommandTo<'suspend'>, state: KnownState): Decided {
  if (!isApplied(state))
    return notNow(`${state.terms.id} is ${state.status}: there is nothing to suspend`)
  return accept(state.suspendedBy.includes(by) ? [] : [{ fact: 'suspended', by, at, reason }])
}

// Only who has suspended can resume: the other side's stop is the other side's.
function decideResume({ by, at }: CommandTo<'resume'>, state: KnownState): Decided {
  if (!isApplied(state)) return notNow(`${state.terms.id} is ${state.status}`)
  if (!state.suspendedBy.includes(by)) return notNow(`${by} has not suspended ${state.terms.id}`)
  return accept([{ fact: 'resumed', by, at }])
}

function decideTerminate({ by, at, reason }: CommandTo<'terminate'>, state: KnownState): Decided {
  if (state.status === 'proposed' || state.status === 'signing')
    return notNow(`${state.terms.id} is not signed by all yet: decline it`)
  if (state.parties.length > 2)
    return notNow(`${state.terms.id} has ${String(state.parties.length)} parties: withdraw from it`)
  return accept([{ fact: 'terminated', by, at, reason }])
}

// Asked for by the agreement that takes its place, in the transaction of its entry into force.
function decideSupersede({ by, at }: CommandTo<'supersede'>, state: KnownState): Decided {
  return accept(isEnded(state) ? [] : [{ fact: 'superseded', by, at }])
}

function isApplied(state: KnownState): boolean {
  return state.status === 'in-force' || state.status === 'provisional'
}

function notNow(detail: string): Decided {
  return refuse('AGREEMENT_NOT_NOW', detail)
}

/** True where everybody who is a party of an agreement is one of what takes its place: nobody is left without either. */
export function mayTakePlaceOf(old: KnownState, next: KnownState): boolean {
  return old.parties.every((party) => next.parties.includes(party))
}
