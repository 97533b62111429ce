// SPDX-License-Identifier: Apache-2.0
import { structure } from '@corridor/contracts'
import { hasGrain, levelOf } from './levels'
import type { AgreementGrant, Behind, Span } from './policy'
import { protectionsOf } from './protections'
import { isKept } from './reciprocity'
import { reportsOf } from './reports'
import { partiesIn, spanOf, type KnownAgreement } from './standing'
import { clausesOf, type ClauseOf } from './terms'

/** What an agreement that grants says of figures of a contract from a sender to a recipient. */
export interface Candidate extends AgreementGrant, Span {
  readonly contract: string
  readonly sender: string
  readonly recipient: string
  /** Clauses that would grant too if the recipient gave what it owes. */
  readonly owed: readonly ClauseOf<'share'>[]
}

/** All that an agreement says of who gives what to whom; nothing where it does not grant at any time. */
export function candidatesOf(
  agreement: KnownAgreement,
  behind: readonly Behind[],
): readonly Candidate[] {
  const span = spanOf(agreement)
  if (span === undefined) return []
  const found = new Map<string, { clauses: ClauseOf<'share'>[]; flow: Flow }>()
  for (const clause of clausesOf(agreement.terms, 'share'))
    for (const flow of flowsOf(agreement, clause)) {
      const key = `${flow.contract} ${flow.sender} ${flow.recipient}`
      const known = found.get(key)
      if (known === undefined) found.set(key, { clauses: [clause], flow })
      else known.clauses.push(clause)
    }
  const own = behind.filter((one) => one.agreement === agreement.terms.id)
  return [...found.values()].map(({ clauses, flow }) => {
    const kept = (clause: ClauseOf<'share'>): boolean =>
      isKept(agreement, own, { clause: clause.id, recipient: flow.recipient })
    return {
      ...flow,
      ...span,
      agreement: agreement.terms.id,
      parties: agreement.standing.parties,
      clauses: clauses.filter(kept),
      owed: clauses.filter((clause) => !kept(clause)),
      protections: protectionsOf(agreement, flow),
      reports: reportsOf(agreement, flow.sender, flow.contract),
      redistribution: redistributionOf(agreement, flow.contract),
      detail: detailOf(clauses),
    }
  })
}

interface Flow {
  readonly contract: ClauseOf<'share'>['contract']
  readonly sender: string
  readonly recipient: string
}

function flowsOf(agreement: KnownAgreement, clause: ClauseOf<'share'>): readonly Flow[] {
  const { id, from, to, contract } = clause
  const recipients = partiesIn(agreement, { id, named: to })
  return partiesIn(agreement, { id, named: from }).flatMap((sender) =>
    recipients
      .filter((recipient) => recipient !== sender)
      .map((recipient) => ({ contract, sender, recipient })),
  )
}

function redistributionOf({ terms }: KnownAgreement, contract: string): readonly string[] {
  const clauses = clausesOf(terms, 'redistribution').filter((one) => one.contract === contract)
  const [first] = clauses
  return (first?.allowed ?? []).filter((code) =>
    clauses.every(({ allowed }) => allowed.includes(code)),
  )
}

/** The dimensions that one of these clauses tells beyond their total, as bits by their place. */
export function detailOf(clauses: readonly ClauseOf<'share'>[]): number {
  let bits = 0
  for (const clause of clauses)
    for (const [place, dimension] of structure(clause.contract).dimensions.entries()) {
      // Who, when and where from are told of every row.
      if (!hasGrain(dimension)) bits |= 1 << place
      const level = levelOf(clause, dimension.column)
      const only = clause.only?.some((slice) => slice.dimension === dimension.column) === true
      if (only || (level !== undefined && level !== 'total')) bits |= 1 << place
    }
  return bits
}
