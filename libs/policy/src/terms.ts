// SPDX-License-Identifier: Apache-2.0
import type { Agreement, AgreementClause } from '@corridor/contracts'

/** A clause of one kind that the hub keeps the parties to. */
export type ClauseOf<Kind extends AgreementClause['kind']> = Extract<
  AgreementClause,
  { kind: Kind }
>

/** The enforced clauses of one kind. */
export function clausesOf<Kind extends AgreementClause['kind']>(
  terms: Agreement,
  kind: Kind,
): readonly ClauseOf<Kind>[] {
  return terms.enforced.filter((clause): clause is ClauseOf<Kind> => clause.kind === kind)
}

/** The parties that the terms name, in their order. Who is a party now is in the standing. */
export function partiesOf(terms: Agreement): readonly string[] {
  return terms.parties.map(({ participant }) => participant)
}
