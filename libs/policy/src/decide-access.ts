// SPDX-License-Identifier: Apache-2.0
import { holds, speaksOf, type KnownAgreement } from './standing'
import { clausesOf, type ClauseOf } from './terms'

/** Who wants figures of what kind from whom. */
export interface AccessRequest {
  readonly contract: string
  readonly sender: string
  readonly recipient: string
}

/** A granted access, with the clause that grants it. */
export interface Granted extends AccessRequest {
  readonly decision: 'PERMIT'
  readonly agreement: string
  readonly clause: ClauseOf<'share'>
  /** Who is a party of the agreement now. */
  readonly parties: readonly string[]
}

/** A denied access, with why. Denial is the default: only a clause of an agreement in force grants. */
export interface Denied {
  readonly decision: 'DENY'
  readonly code: 'AGREEMENT_NOT_IN_FORCE' | 'NO_CLAUSE_GRANTS'
  readonly agreements: readonly string[]
}

/** Decides one request: every clause that grants it, or the denial. `at` is the instant of the decision. */
export function decideAccess(
  request: AccessRequest,
  agreements: readonly KnownAgreement[],
  at: Date,
): readonly Granted[] | Denied {
  const between = agreements.filter(
    ({ standing: { parties } }) =>
      parties.includes(request.sender) && parties.includes(request.recipient),
  )
  const holding = between.filter((agreement) => holds(agreement, at))
  const granted = holding.flatMap((agreement) =>
    sharesOf(agreement, request).map((clause): Granted => ({
      decision: 'PERMIT',
      agreement: agreement.terms.id,
      clause,
      parties: agreement.standing.parties,
      ...request,
    })),
  )
  if (granted.length > 0) return granted
  const code = holding.length === 0 ? 'AGREEMENT_NOT_IN_FORCE' : 'NO_CLAUSE_GRANTS'
  return { decision: 'DENY', code, agreements: between.map(({ terms }) => terms.id) }
}

/** The share clauses by which a sender gives a recipient figures of a contract, whether or not the agreement holds. */
export function sharesOf(
  agreement: KnownAgreement,
  { contract, sender, recipient }: AccessRequest,
): readonly ClauseOf<'share'>[] {
  if (sender === recipient) return []
  return clausesOf(agreement.terms, 'share').filter(
    ({ id, from, to, contract: shared }) =>
      shared === contract &&
      speaksOf(agreement, { id, named: from }, sender) &&
      speaksOf(agreement, { id, named: to }, recipient),
  )
}
