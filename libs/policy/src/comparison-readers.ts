// SPDX-License-Identifier: Apache-2.0
import type { KnownAgreement } from './standing'
import { clausesOf } from './terms'

/**
 * Who reads what an agreement has the hub make of a contract's figures, besides its parties: their committee, and whom a clause names. Each
 * report tells of stages too, so whom any of its clauses names reads those.
 */
export function comparisonReaders(
  { terms }: Pick<KnownAgreement, 'terms'>,
  contract: string,
): readonly string[] {
  const compared = clausesOf(terms, 'reconcile')
  const isStage = clausesOf(terms, 'pipeline').some(({ stages }) =>
    stages.some((stage) => stage.contract === contract),
  )
  const telling = isStage ? compared : compared.filter((one) => one.contract === contract)
  if (telling.length === 0 && !isStage) return []
  const committee = terms.committee === undefined ? [] : [terms.committee]
  return [...new Set([...committee, ...telling.flatMap(({ reportTo = [] }) => reportTo)])]
}
