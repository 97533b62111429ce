// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { clausesOf, type ClauseOf } from './terms'

/** An agreement as an enforcing service knows it: the signed terms, and whether they hold. */
export interface KnownAgreement {
  readonly terms: Agreement
  readonly state: 'proposed' | 'in-force' | 'revoked'
}

/** Who wants figures of what kind from whom. */
export interface AccessRequest {
  readonly contract: string
  readonly sender: string
  readonly recipient: string
}

/** A granted access, with the clause that grants it. */
export interface Granted {
  readonly decision: 'PERMIT'
  readonly agreement: string
  readonly clause: ClauseOf<'share'>
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
    ({ terms }) =>
      terms.parties.includes(request.sender) && terms.parties.includes(request.recipient),
  )
  const holding = between.filter((agreement) => holds(agreement, at))
  const granted = holding.flatMap(({ terms }) =>
    clausesOf(terms, 'share')
      .filter(
        (clause) =>
          clause.contract === request.contract &&
          clause.from === request.sender &&
          clause.to === request.recipient,
      )
      .map((clause): Granted => ({ decision: 'PERMIT', agreement: terms.id, clause })),
  )
  if (granted.length > 0) return granted
  const code = holding.length === 0 ? 'AGREEMENT_NOT_IN_FORCE' : 'NO_CLAUSE_GRANTS'
  return { decision: 'DENY', code, agreements: between.map(({ terms }) => terms.id) }
}

/** True when an agreement is in force and within its term at an instant (its last day included, UTC). */
export function holds({ terms, state }: KnownAgreement, at: Date): boolean {
  const day = at.toISOString().slice(0, 10)
  return state === 'in-force' && day >= terms.term.from && day <= terms.term.until
}
