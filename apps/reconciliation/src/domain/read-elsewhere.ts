// SPDX-License-Identifier: Apache-2.0
import { clausesOf, comparisonReaders, type KnownAgreement, type RowTest } from '@corridor/policy'

/**
 * A test of what may enter the comparisons of an agreement. What was told under protection was tried against its recipient and the other
 * parties alone. Whoever else reads comparisons (a committee, whom a clause names) and has a place in another agreement of the
 * parties could put both together: then nothing that was told enters.
 */
export function unlessReadElsewhere(
  agreement: KnownAgreement,
  all: readonly KnownAgreement[],
  isGranted: RowTest,
): RowTest {
  const { parties } = agreement.standing
  // What the same parties agree on besides, or had agreed on, tells nobody else's figures.
  const others = all.filter(({ standing }) =>
    standing.parties.some((one) => !parties.includes(one)),
  )
  const elsewhere = new Set(others.flatMap(placesIn))
  const known = new Map<string, boolean>()
  const isReadElsewhere = (contract: string): boolean => {
    const found =
      known.get(contract) ??
      comparisonReaders(agreement, contract).some(
        (reader) => !parties.includes(reader) && elsewhere.has(reader),
      )
    known.set(contract, found)
    return found
  }
  return (request, row) =>
    !(request.as === 'told' && isReadElsewhere(request.contract)) && isGranted(request, row)
}

function placesIn({ terms, standing }: KnownAgreement): readonly string[] {
  return [
    ...standing.parties,
    ...terms.parties.map(({ participant }) => participant),
    ...(terms.committee === undefined ? [] : [terms.committee]),
    ...clausesOf(terms, 'reconcile').flatMap(({ reportTo = [] }) => reportTo),
  ]
}
