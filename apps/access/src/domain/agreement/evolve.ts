// SPDX-License-Identifier: Apache-2.0
import { partiesOf } from '@corridor/policy'
import type { AgreementFact, FactOf } from './acts'
import {
  isEnded,
  type AgreementState,
  type Awaiting,
  type Ended,
  type KnownState,
  type Signature,
} from './state'

/** Where an agreement stands after a fact. Terms that were signed by all never change, and what has ended stays ended. */
export function evolve(state: AgreementState, happened: AgreementFact): AgreementState {
  if (happened.fact === 'proposed') return onTheTable(state, happened)
  if (state.status === 'none' || isEnded(state)) return state
  switch (happened.fact) {
    case 'signed':
    case 'reserved':
    case 'completed':
      return signedBy(state, happened)
    case 'noticed':
      return { ...state, notices: [...state.notices, happened.by ?? ''] }
    case 'applied-provisionally':
      return isAwaiting(state) ? { ...state, status: 'provisional' } : state
    case 'entered-into-force':
      return enteredIntoForce(state, happened.at)
    case 'suspended':
      return { ...state, suspendedBy: [...state.suspendedBy, happened.by ?? ''] }
    case 'resumed':
      return { ...state, suspendedBy: without(state.suspendedBy, happened.by) }
    case 'left':
    case 'accession-asked':
    case 'consented':
    case 'acceded':
    case 'accession-refused':
      return withParties(state, happened)
    case 'declined':
    case 'terminated':
    case 'superseded':
    case 'lapsed':
    case 'expired':
      return ended(state, happened)
  }
}

function onTheTable(state: AgreementState, happened: FactOf<'proposed'>): AgreementState {
  if (state.status !== 'none' && state.status !== 'proposed' && state.status !== 'signing')
    return state
  const { terms, digest, revision, until, by } = happened
  return {
    ...{ status: 'proposed', terms, digest, revision, until, proposedBy: by ?? '' },
    earlier: state.status === 'none' ? [] : [...state.earlier, state.digest],
    parties: partiesOf(terms),
    // Who signed other terms has not signed these.
    ...{ signatures: [], reservations: [], accessions: [], suspendedBy: [], notices: [] },
  }
}

function signedBy(
  state: KnownState,
  happened: FactOf<'signed' | 'reserved' | 'completed'>,
): AgreementState {
  if (state.status !== 'proposed' && state.status !== 'signing') return state
  if (happened.fact === 'completed') {
    return { ...state, status: 'signed', until: happened.until }
  }
  const party = happened.by ?? ''
  if (happened.fact === 'reserved') {
    const others = state.reservations.filter((one) => one.party !== party)
    const own = happened.clauses.map((clause) => ({ party, clause }))
    return { ...state, reservations: [...others, ...own] }
  }
  const { kid, person, name, with: how } = happened
  const more = person === undefined ? {} : { person, name: name ?? null, with: how ?? 'office-key' }
  const signature: Signature = { participant: party, kid, ...more }
  return { ...state, status: 'signing', signatures: [...state.signatures, signature] }
}

function isAwaiting(state: KnownState): state is Awaiting {
  return state.status === 'signed' || state.status === 'provisional'
}

function enteredIntoForce(state: KnownState, since: string): AgreementState {
  if (!isAwaiting(state)) return state
  return { ...known(state), status: 'in-force', since }
}

function withParties(
  state: KnownState,
  happened: FactOf<'left' | 'accession-asked' | 'consented' | 'acceded' | 'accession-refused'>,
): AgreementState {
  const { accessions, parties, reservations } = state
  switch (happened.fact) {
    case 'left':
      return {
        ...state,
        parties: without(parties, happened.by),
        reservations: reservations.filter(({ party }) => party !== happened.by),
        suspendedBy: without(state.suspendedBy, happened.by),
        notices: without(state.notices, happened.by),
      }
    case 'accession-asked':
      return { ...state, accessions: [...accessions, happened.accession] }
    case 'consented':
      return {
        ...state,
        accessions: accessions.map((one) =>
          one.participant === happened.to
            ? { ...one, consents: [...one.consents, happened.by ?? ''] }
            : one,
        ),
      }
    case 'acceded':
      return acceded(state, happened.participant)
    case 'accession-refused':
      return { ...state, accessions: withoutAccession(state, happened.participant) }
  }
}

function acceded(state: KnownState, party: string): AgreementState {
  const asked = state.accessions.find(({ participant }) => participant === party)
  if (asked === undefined) return state
  const reserved = asked.reservations.map((clause) => ({ party, clause }))
  return {
    ...state,
    parties: [...state.parties, party],
    reservations: [...state.reservations, ...reserved],
    accessions: withoutAccession(state, party),
  }
}

function withoutAccession({ accessions }: KnownState, party: string): KnownState['accessions'] {
  return accessions.filter(({ participant }) => participant !== party)
}

function without(parties: readonly string[], party: string | null): readonly string[] {
  return parties.filter((one) => one !== party)
}

function ended(
  state: KnownState,
  { fact: status, at }: FactOf<'declined' | 'terminated' | 'superseded' | 'lapsed' | 'expired'>,
): Ended {
  return { ...known(state), accessions: [], status, at }
}

// What is known of it wherever it stands, without what one standing alone has.
function known(state: KnownState) {
  const { terms, digest, earlier, revision, proposedBy, signatures, parties } = state
  const { reservations, accessions, suspendedBy, notices } = state
  const agreed = { terms, digest, earlier, revision, proposedBy, signatures, parties }
  return { ...agreed, reservations, accessions, suspendedBy, notices }
}
