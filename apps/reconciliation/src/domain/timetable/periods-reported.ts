// SPDX-License-Identifier: Apache-2.0
import { structure } from '@corridor/contracts'
import { clausesOf, eachParty, partiesIn, type KnownAgreement } from '@corridor/policy'
import { placeOf } from '../calendar'
import type { DatasetRow } from '../dataset-rows'
import type { Reported } from './due-states'

/** A message as a timetable looks at it. */
export interface SentReport {
  readonly contract: string
  readonly sender: string
  readonly at: Date
  readonly rows: readonly DatasetRow[]
}

/**
 * The periods that a message reports under an agreement's timetable clauses: of the clause's frequency, with a row on a corridor that
 * the sender shares. What the row says does not matter: a figure that is hidden or said to be missing is a report, and so is a zero.
 */
export function periodsReported(
  agreement: KnownAgreement,
  { contract, sender, at, rows }: SentReport,
): readonly Reported[] {
  const periods = sharedPeriods(agreement, { contract, sender, rows })
  return clausesOf(agreement.terms, 'timetable')
    .filter(
      ({ id, from, contract: of }) =>
        of === contract && partiesIn(agreement, { id, named: from }).includes(sender),
    )
    .flatMap(({ id, frequency }) =>
      periods
        .filter((period) => placeOf(period, frequency) !== undefined)
        .map((period) => ({ clause: id, party: sender, period, at })),
    )
}

/** The periods of a message's rows on corridors that its sender shares under an agreement, each once. */
export function sharedPeriods(
  agreement: KnownAgreement,
  { contract, sender, rows }: Omit<SentReport, 'at'>,
): readonly string[] {
  const dimensions = structure(contract)?.dimensions ?? []
  const columnOf = (role: string): string =>
    dimensions.find((one) => one.role === role)?.column ?? ''
  const [time, origin, destination] = [
    columnOf('time'),
    columnOf('origin'),
    columnOf('destination'),
  ]
  const corridors = corridorsOf(agreement, contract, sender)
  const periods = rows.flatMap((row) => {
    const period = row[time]
    const shared =
      origin === '' || corridors.has(`${String(row[origin])} ${String(row[destination])}`)
    return shared && typeof period === 'string' ? [period] : []
  })
  return [...new Set(periods)]
}

function corridorsOf(
  { terms, standing }: KnownAgreement,
  contract: string,
  sender: string,
): ReadonlySet<string> {
  const each = (code: string): readonly string[] => (code === eachParty ? standing.parties : [code])
  const shares = clausesOf(terms, 'share').filter(
    ({ from, contract: of }) =>
      of === contract && (from.includes(sender) || from.includes(eachParty)),
  )
  return new Set(
    shares.flatMap(({ corridors = [] }) =>
      corridors.flatMap((one) =>
        each(one.origin).flatMap((from) => each(one.destination).map((to) => `${from} ${to}`)),
      ),
    ),
  )
}
