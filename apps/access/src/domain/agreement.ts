// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { accept, refuse, type Decider, type Outcome } from '@corridor/kernel'
import { lintTerms, partiesOf, type Standing } from '@corridor/policy'
import type { AgreementRefusal } from './refusals'

/** Where an agreement stands. Its terms never change after the proposal: whoever signs, signs these. */
export type AgreementState =
  | { readonly status: 'none' }
  | {
      readonly status: 'proposed'
      readonly terms: Agreement
      readonly digest: string
      readonly signedBy: readonly string[]
    }
  | {
      readonly status: 'in-force'
      readonly terms: Agreement
      readonly digest: string
      readonly since: string
    }
  | {
      readonly status: 'revoked'
      readonly terms: Agreement
      readonly digest: string
      readonly at: string
    }

/** What a party can ask for. Instants are ISO strings of the hub's clock. */
export type AgreementCommand =
  | {
      readonly do: 'propose'
      readonly by: string
      readonly terms: Agreement
      readonly digest: string
    }
  | { readonly do: 'sign'; readonly by: string; readonly digest: string; readonly at: string }
  | { readonly do: 'revoke'; readonly by: string; readonly at: string; readonly reason: string }

/** What then has happened. */
export type AgreementFact =
  | {
      readonly fact: 'proposed'
      readonly terms: Agreement
      readonly digest: string
      readonly by: string
    }
  | { readonly fact: 'signed'; readonly by: string }
  | { readonly fact: 'in-force'; readonly since: string }
  | { readonly fact: 'revoked'; readonly by: string; readonly at: string; readonly reason: string }

/** What the services that enforce an agreement keep of where it stands. */
export function standingOf({
  status,
  terms,
}: Exclude<AgreementState, { readonly status: 'none' }>): Standing {
  const parties = partiesOf(terms)
  const mark = status === 'revoked' ? 'terminated' : status
  return { status: mark, parties, reservations: [], provisionalUntil: null }
}

/** The life of one agreement: proposed by one side, signed by all over the same bytes, in force only then, revoked by either. */
export const agreementDecider: Decider<
  AgreementCommand,
  AgreementState,
  AgreementFact,
  AgreementRefusal
> = {
  initial: { status: 'none' },
  decide,
  evolve,
}

function decide(
  command: AgreementCommand,
  state: AgreementState,
): Outcome<readonly AgreementFact[], AgreementRefusal> {
  switch (command.do) {
    case 'propose':
      return decidePropose(command, state)
    case 'sign':
      return decideSign(command, state)
    case 'revoke':
      return decideRevoke(command, state)
  }
}

type CommandTo<Verb extends AgreementCommand['do']> = Extract<AgreementCommand, { do: Verb }>

function decidePropose(
  command: CommandTo<'propose'>,
  state: AgreementState,
): Outcome<readonly AgreementFact[], AgreementRefusal> {
  const { terms, digest, by } = command
  if (!partiesOf(terms).includes(by)) return notParty(by, terms)
  if (state.status !== 'none') {
    // A repeated proposal of the same terms is a lost answer, not a second agreement.
    if (state.status === 'proposed' && state.digest === digest) return accept([])
    return refuse(
      'AGREEMENT_EXISTS',
      `agreement ${terms.id} exists already with other terms or signatures`,
    )
  }
  const linted = lintTerms(terms)
  return linted.ok ? accept([{ fact: 'proposed', terms, digest, by }]) : linted
}

function decideSign(
  command: CommandTo<'sign'>,
  state: AgreementState,
): Outcome<readonly AgreementFact[], AgreementRefusal> {
  if (state.status === 'none') return unknown
  const { terms, digest } = state
  if (!partiesOf(terms).includes(command.by)) return outsider(command.by, terms)
  if (state.status === 'revoked')
    return refuse('AGREEMENT_ENDED', `agreement ${terms.id} was revoked on ${state.at}`)
  if (command.digest !== digest)
    return refuse('AGREEMENT_DIFFERENT_TERMS', `the signature is not over the terms of ${terms.id}`)
  if (state.status === 'in-force' || state.signedBy.includes(command.by)) {
    return refuse(
      'AGREEMENT_ALREADY_SIGNED',
      `${command.by} has signed agreement ${terms.id} already`,
    )
  }
  const signed: AgreementFact = { fact: 'signed', by: command.by }
  const all = partiesOf(terms).every(
    (party) => party === command.by || state.signedBy.includes(party),
  )
  return accept(all ? [signed, { fact: 'in-force', since: command.at }] : [signed])
}

function decideRevoke(
  command: CommandTo<'revoke'>,
  state: AgreementState,
): Outcome<readonly AgreementFact[], AgreementRefusal> {
  if (state.status === 'none') return unknown
  if (!partiesOf(state.terms).includes(command.by)) return outsider(command.by, state.terms)
  if (state.status === 'revoked')
    return refuse('AGREEMENT_ENDED', `agreement ${state.terms.id} was revoked on ${state.at}`)
  return accept([{ fact: 'revoked', by: command.by, at: command.at, reason: command.reason }])
}

const unknown = refuse(
  'AGREEMENT_UNKNOWN',
  'there is no such agreement, or it is not shared with you',
)

// To a stranger an agreement does not exist: whether two states share figures is theirs to tell. Their committee knows of it.
function outsider(by: string, terms: Agreement): Outcome<never, AgreementRefusal> {
  return by === terms.committee ? notParty(by, terms) : unknown
}

function notParty(by: string, terms: Agreement): Outcome<never, AgreementRefusal> {
  return refuse('AGREEMENT_NOT_PARTY', `${by} is not a party to ${terms.id}`)
}

function evolve(state: AgreementState, fact: AgreementFact): AgreementState {
  switch (fact.fact) {
    case 'proposed':
      return { status: 'proposed', terms: fact.terms, digest: fact.digest, signedBy: [] }
    case 'signed':
      return state.status === 'proposed'
        ? { ...state, signedBy: [...state.signedBy, fact.by] }
        : state
    case 'in-force':
      return state.status === 'proposed'
        ? { status: 'in-force', terms: state.terms, digest: state.digest, since: fact.since }
        : state
    case 'revoked':
      return state.status === 'none'
        ? state
        : { status: 'revoked', terms: state.terms, digest: state.digest, at: fact.at }
  }
}
