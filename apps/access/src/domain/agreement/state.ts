// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { partiesOf, type Standing } from '@corridor/policy'
import type { SignerKept } from './signer'

/** One person's signature for a party. */
export interface Signature extends SignerKept {
  readonly participant: string
}

/** Who asks to become a party, under which reservations, and which parties have consented so far. */
export interface Accession {
  readonly participant: string
  readonly reservations: readonly string[]
  /** Silence until then is a refusal. */
  readonly until: string
  readonly consents: readonly string[]
}

/** What is known of an agreement wherever it stands. Instants are ISO strings of the hub's clock. */
interface Known {
  /** The terms on the table, or those that were signed. */
  readonly terms: Agreement
  readonly digest: string
  /** Of terms that were on the table before: they do not come back, or a signature that is void would fit again. */
  readonly earlier: readonly string[]
  /** 1 for the first proposal; each counter-proposal adds one. */
  readonly revision: number
  readonly proposedBy: string
  readonly signatures: readonly Signature[]
  /** Who is a party now: those of the terms, those that have acceded, without those that have left. */
  readonly parties: readonly string[]
  readonly reservations: Standing['reservations']
  readonly accessions: readonly Accession[]
  /** Parties that have suspended it and not resumed. */
  readonly suspendedBy: readonly string[]
  /** Parties that have given notice that their own procedures are complete. */
  readonly notices: readonly string[]
}

/** Terms are on the table; nobody (proposed) or not everybody (signing) has signed them. Without the rest by `until`, it lapses. */
export interface Open extends Known {
  readonly status: 'proposed' | 'signing'
  readonly until: string
}

/** Everybody has signed. Until its entry into force it waits, or is applied provisionally; at `until` it lapses or enters. */
export interface Awaiting extends Known {
  readonly status: 'signed' | 'provisional'
  readonly until: string
}

/** In force. */
export interface InForce extends Known {
  readonly status: 'in-force'
  readonly since: string
}

/** How an agreement can end. It never begins again. */
export type Ending = 'declined' | 'lapsed' | 'terminated' | 'superseded' | 'expired'

/** Ended for ever. */
export interface Ended extends Known {
  readonly status: Ending
  readonly at: string
}

/** Where an agreement stands. */
export type AgreementState = { readonly status: 'none' } | Open | Awaiting | InForce | Ended

/** An agreement that exists. */
export type KnownState = Exclude<AgreementState, { readonly status: 'none' }>

/** True when an agreement has ended, in whatever way. */
export function isEnded(state: KnownState): state is Ended {
  return 'at' in state
}

/** True where all have signed. Nobody enforces what is on the table, nor what has ended there. */
export function wasSigned(state: KnownState): boolean {
  if (state.status === 'proposed' || state.status === 'signing') return false
  return !isEnded(state) || state.signatures.length >= state.terms.parties.length
}

/** The parties that the terms of a state name, before anybody acceded or left. */
export function signatoriesOf({ terms }: Pick<KnownState, 'terms'>): readonly string[] {
  return partiesOf(terms)
}

/** What the services that enforce an agreement keep of where it stands. */
export function standingOf(state: KnownState): Standing {
  const { parties, reservations, suspendedBy } = state
  const applied = state.status === 'in-force' || state.status === 'provisional'
  const provisionalUntil = state.status === 'provisional' ? state.until : null
  const status = applied && suspendedBy.length > 0 ? 'suspended' : state.status
  return { status, parties, reservations, provisionalUntil }
}
