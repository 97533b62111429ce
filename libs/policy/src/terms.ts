// SPDX-License-Identifier: Apache-2.0
import type { Agreement, AgreementClause } from '@corridor/contracts'

/** A clause of one kind. */
export type ClauseOf<Kind extends AgreementClause['kind']> = Extract<
  AgreementClause,
  { kind: Kind }
>

/** The clauses of one kind. */
export function clausesOf<Kind extends AgreementClause['kind']>(
  terms: Agreement,
  kind: Kind,
): readonly ClauseOf<Kind>[] {
  return terms.clauses.filter((clause): clause is ClauseOf<Kind> => clause.kind === kind)
}
