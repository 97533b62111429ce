// SPDX-License-Identifier: Apache-2.0
import type { ClauseOf } from './terms'

/** Who wants figures of what kind from whom: a participant as a whole, or one of its offices. */
export interface AccessRequest {
  readonly contract: string
  readonly sender: string
  readonly recipient: string
  /** Without it only what every office of the recipient may read is granted. */
  readonly office?: string
}

/** A granted access. Of several agreements each has to grant a cell, so the strictest decides; all their protections apply. */
export interface Permit extends AccessRequest {
  readonly decision: 'PERMIT'
  readonly grants: readonly AgreementGrant[]
}

/** What one agreement grants: its clauses in their order, of which the first that grants a cell lets it out. */
export interface AgreementGrant {
  readonly agreement: string
  /** Who is a party of the agreement now. */
  readonly parties: readonly string[]
  readonly clauses: readonly ClauseOf<'share'>[]
  readonly protections: readonly ClauseOf<'protect'>[]
  /** What the sender may report about others, where it is a partner who is no state. */
  readonly reports: readonly ClauseOf<'report'>[]
  /** The codes of CL_CONF_REDIST that a recipient may act on: none where nothing is agreed. */
  readonly redistribution: readonly string[]
  /**
   * The dimensions that a clause tells beyond their total, as bits by their place in the contract's structure. A row that is
   * broken down by another one is not granted as it is.
   */
  readonly detail: number
}

/** A denied access, with why. Denial is the default: what no clause grants is denied, and so is what is not known. */
export interface Denied {
  readonly decision: 'DENY'
  readonly code: DenialCode
  /** The agreements that were looked at. */
  readonly agreements: readonly string[]
  /** The clauses that would grant it but for the code. */
  readonly clauses: readonly { readonly agreement: string; readonly clause: string }[]
}

/** Why an access is denied; each is explained in the catalogue of problems. */
export type DenialCode =
  | 'AGREEMENT_NOT_IN_FORCE'
  | 'NO_CLAUSE_GRANTS'
  | 'AUDIENCE_NOT_NAMED'
  | 'RECIPROCITY_NOT_KEPT'
  | 'PROTECTION_NOT_AGREED'

/** The answer to a request. */
export type Decision = Permit | Denied

/** A party that does not give what a clause says that it gives: by reciprocity it receives nothing in return. */
export interface Behind {
  readonly agreement: string
  readonly clause: string
  readonly party: string
}

/** Agreements compiled for decisions. Made by `compile` and asked with `decide`; never changed, made anew on a change. */
export interface Policy {
  readonly participants: ReadonlyMap<string, number>
  readonly contracts: ReadonlyMap<string, number>
  /** By sender and recipient: what is answered where no clause speaks of what is asked. */
  readonly pairs: ReadonlyMap<number, Pair>
  /** By contract, sender and recipient. */
  readonly flows: ReadonlyMap<number, readonly Phase[]>
}

/** Agreements between two participants, and when one of them holds. Milliseconds; the end does not belong to it. */
export interface Pair {
  readonly holds: readonly Span[]
  readonly notInForce: Denied
  readonly noClause: Denied
}

/** A time from its first to just before its last millisecond. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** While the same agreements speak of the same figures, the same is decided. */
export interface Phase extends Span {
  readonly whole: Decision
  /** For offices that an audience names; others are decided as the whole is. */
  readonly offices: ReadonlyMap<string, Decision>
}

/** The place of contract, sender and recipient in a policy. */
export function flowKey(
  { participants }: Pick<Policy, 'participants'>,
  flow: { readonly contract: number; readonly sender: number; readonly recipient: number },
): number {
  const size = participants.size
  return (flow.contract * size + flow.sender) * size + flow.recipient
}
