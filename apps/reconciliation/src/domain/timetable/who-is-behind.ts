// SPDX-License-Identifier: Apache-2.0
import { clausesOf, partiesIn, type Behind, type KnownAgreement } from '@corridor/policy'
import type { DueReport } from './due-states'

/**
 * Who does not give what a clause of reciprocity counts on: a party with a missing report is behind under each of its share clauses of
 * the contract that such a clause ties to others. It is no longer once nothing of it is missing; a report that came late has come.
 */
export function whoIsBehind(
  agreement: KnownAgreement,
  reports: readonly Pick<DueReport, 'contract' | 'party' | 'state'>[],
): readonly Behind[] {
  const { terms } = agreement
  const tied = new Set(clausesOf(terms, 'reciprocity').flatMap(({ clauses }) => clauses))
  const missing = reports.filter(({ state }) => state === 'missing')
  return clausesOf(terms, 'share')
    .filter(({ id }) => tied.has(id))
    .flatMap(({ id, from, contract }) =>
      partiesIn(agreement, { id, named: from })
        .filter((party) => missing.some((one) => one.party === party && one.contract === contract))
        .map((party) => ({ agreement: terms.id, clause: id, party })),
    )
}
