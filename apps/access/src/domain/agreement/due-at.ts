// SPDX-License-Identifier: Apache-2.0
import { daysAfter, midnight } from './due'
import { isEnded, type KnownState } from './state'

/** The first instant at which the clock alone may change an agreement; null where it has ended. Too early does no harm. */
export function dueAt(state: KnownState): string | null {
  if (isEnded(state)) return null
  const { term, provisionalApplication: provisional } = state.terms
  const over = daysAfter(midnight(term.until), 1)
  const begins = provisional.rule === 'from-date' ? midnight(provisional.date) : over
  const instants = [
    over,
    ...('until' in state ? [isNoticed(state) ? midnight(term.from) : state.until] : []),
    ...(state.status === 'signed'
      ? [begins > midnight(term.from) ? begins : midnight(term.from)]
      : []),
    ...state.accessions.map(({ until }) => until),
  ]
  return instants.reduce((first, one) => (one < first ? one : first))
}

// With the last notice nothing is waited for but the first day of the term.
function isNoticed({ terms, parties, notices }: KnownState): boolean {
  const { rule } = terms.entryIntoForce
  return rule === 'on-notices' && parties.every((party) => notices.includes(party))
}
