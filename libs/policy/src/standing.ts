// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'

/** Where an agreement stands in its life. Only what is provisionally applied or in force grants anything. */
export type AgreementStatus =
  | 'proposed'
  | 'signing'
  | 'signed'
  | 'provisional'
  | 'in-force'
  | 'suspended'
  | 'superseded'
  | 'terminated'
  | 'expired'
  | 'lapsed'
  | 'declined'

/** What has become of signed terms: accession adds a party, withdrawal takes one away, a reservation takes one out of a clause. */
export interface Standing {
  readonly status: AgreementStatus
  /** Who is a party now. */
  readonly parties: readonly string[]
  readonly reservations: readonly Reservation[]
  /** Until when it is provisionally applied: a day (included) or an instant. Null in every other status. */
  readonly provisionalUntil: string | null
}

/** A party that a clause does not bind and does not serve. */
export interface Reservation {
  readonly party: string
  readonly clause: string
}

/** An agreement as an enforcing service knows it: the signed terms, and where they stand. */
export interface KnownAgreement {
  readonly terms: Agreement
  readonly standing: Standing
}

/** The name that stands for each party, those that accede later included. */
export const eachParty = '_PARTIES'

const dayMilliseconds = 86_400_000

/**
 * When an agreement grants, in milliseconds, from the first to just before the last: in force or provisionally applied, within its
 * term (its last day included, UTC). Undefined where it does not grant at all.
 */
export function spanOf({
  terms,
  standing,
}: KnownAgreement): { readonly from: number; readonly until: number } | undefined {
  const from = Date.parse(terms.term.from)
  const end = Date.parse(terms.term.until) + dayMilliseconds
  const until =
    standing.status === 'provisional' ? Math.min(end, endOf(standing.provisionalUntil)) : end
  const grants = standing.status === 'in-force' || standing.status === 'provisional'
  return grants && from < until ? { from, until } : undefined
}

/** True when an agreement grants at an instant. */
export function holds(agreement: KnownAgreement, at: Date): boolean {
  const span = spanOf(agreement)
  return span !== undefined && at.getTime() >= span.from && at.getTime() < span.until
}

// A waiting state has an end: one that names none is over. NaN compares with nothing, so what cannot be read is over too.
function endOf(until: string | null): number {
  if (until === null) return Number.NEGATIVE_INFINITY
  return Date.parse(until) + (until.length === 10 ? dayMilliseconds : 0)
}

/** True when a clause that names these parties speaks of a participant: a party now, named or one of all, and without a reservation. */
export function speaksOf(
  { standing }: KnownAgreement,
  clause: { readonly id: string; readonly named: readonly string[] },
  participant: string,
): boolean {
  return (
    standing.parties.includes(participant) &&
    (clause.named.includes(participant) || clause.named.includes(eachParty)) &&
    !standing.reservations.some((one) => one.party === participant && one.clause === clause.id)
  )
}

/** The parties that a clause speaks of. */
export function partiesIn(
  agreement: KnownAgreement,
  clause: { readonly id: string; readonly named: readonly string[] },
): readonly string[] {
  return agreement.standing.parties.filter((party) => speaksOf(agreement, clause, party))
}
