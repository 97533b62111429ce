// SPDX-License-Identifier: Apache-2.0
import type { Behind } from './policy'
import { speaksOf, type KnownAgreement } from './standing'
import { clausesOf } from './terms'

/**
 * True when no reciprocity keeps a recipient from what a clause gives it: under each of the other clauses that are tied to it the
 * recipient gives. It does not where the clause does not name it, where it has a reservation, or where it is behind.
 */
export function isKept(
  agreement: KnownAgreement,
  behind: readonly Behind[],
  { clause, recipient }: { readonly clause: string; readonly recipient: string },
): boolean {
  const shares = clausesOf(agreement.terms, 'share')
  return clausesOf(agreement.terms, 'reciprocity')
    .filter(({ clauses }) => clauses.includes(clause))
    .flatMap(({ clauses }) => clauses.filter((other) => other !== clause))
    .every((other) => {
      const given = shares.find(({ id }) => id === other)
      return (
        given !== undefined &&
        speaksOf(agreement, { id: other, named: given.from }, recipient) &&
        !behind.some((one) => one.clause === other && one.party === recipient)
      )
    })
}
