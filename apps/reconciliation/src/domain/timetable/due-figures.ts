// SPDX-License-Identifier: Apache-2.0
import {
  clausesOf,
  eachParty,
  monthsOf,
  partiesIn,
  type ClauseOf,
  type KnownAgreement,
} from '@corridor/policy'
import { endOf, periodAt, placeOf } from '../calendar'

/** A report that a party owes under a timetable clause. */
export interface DueFigures {
  readonly clause: string
  readonly contract: ClauseOf<'timetable'>['contract']
  readonly party: string
  readonly period: string
  /** The first instant at which it is late: the day after the last day on which it is due, UTC. */
  readonly dueAt: Date
}

const dayMs = 86_400_000

/**
 * What is due under an agreement until an instant, and the next report of each party besides. A report is owed for a period that one
 * of the party's share clauses for the contract speaks of, on a day within the term: dueDays after the last day of the period. What
 * was due before the term began is not owed, and nobody owes for periods that nobody is given.
 */
export function dueFigures(agreement: KnownAgreement, until: Date): readonly DueFigures[] {
  return clausesOf(agreement.terms, 'timetable').flatMap((clause) =>
    partiesIn(agreement, { id: clause.id, named: clause.from }).flatMap((party) =>
      ofParty(agreement, clause, party).filter(
        ({ dueAt }, place, all) =>
          dueAt <= until || place === all.findIndex((one) => one.dueAt > until),
      ),
    ),
  )
}

function ofParty(
  agreement: KnownAgreement,
  clause: ClauseOf<'timetable'>,
  party: string,
): readonly DueFigures[] {
  const { contract, frequency, dueDays } = clause
  const { from, until } = agreement.terms.term
  const [begins, ends] = [Date.parse(from), Date.parse(until) + dayMs]
  const first =
    placeOf(periodOn(new Date(begins - (dueDays + 1) * dayMs), frequency), frequency) ?? 0
  const last = placeOf(periodOn(new Date(ends), frequency), frequency) ?? -1
  const shares = clausesOf(agreement.terms, 'share').filter(
    (one) => one.contract === contract && gives(one, party),
  )
  return Array.from({ length: Math.max(0, last + 1 - first) }, (_, i) => {
    const period = periodAt(first + i, frequency)
    return {
      ...{ clause: clause.id, contract, party, period },
      dueAt: new Date(endOf(period).getTime() + dueDays * dayMs),
    }
  }).filter(
    ({ period, dueAt }) =>
      dueAt.getTime() > begins &&
      dueAt.getTime() <= ends &&
      shares.some((share) => speaksOfPeriod(share, period)),
  )
}

function gives({ from }: ClauseOf<'share'>, party: string): boolean {
  return from.includes(party) || from.includes(eachParty)
}

function speaksOfPeriod({ periods }: ClauseOf<'share'>, period: string): boolean {
  if (periods === undefined) return true
  const { first, last } = monthsOf(period)
  return first >= monthsOf(periods.from).first && last <= monthsOf(periods.until).last
}

function periodOn(day: Date, frequency: ClauseOf<'timetable'>['frequency']): string {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + 1]
  switch (frequency) {
    case 'A':
      return String(year)
    case 'S':
      return `${String(year)}-S${String(Math.ceil(month / 6))}`
    case 'Q':
      return `${String(year)}-Q${String(Math.ceil(month / 3))}`
    case 'M':
      return `${String(year)}-${String(month).padStart(2, '0')}`
  }
}
