// SPDX-License-Identifier: Apache-2.0
import { clausesOf, committedFirst, partiesIn, type KnownAgreement } from '@corridor/policy'
import { dueFigures } from './due-figures'

/** A party's first report of a period: from then on it is bound, by its receipt. */
export interface Commitment {
  readonly contract: string
  readonly party: string
  readonly period: string
  readonly at: Date
}

/** A period whose figures each side may see now, and why. */
export interface Opening {
  readonly contract: string
  readonly period: string
  readonly by: 'all-committed' | 'due-date'
}

/**
 * The periods that are open: all parties that give figures of the contract have committed, or the day on which a timetable clause says that
 * the period is due has passed and somebody has. Nobody can hold the others' comparison up for ever by saying nothing; who reports
 * after that is shown as late.
 */
export function openings(
  agreement: KnownAgreement,
  commitments: readonly Commitment[],
  now: Date,
): readonly Opening[] {
  const due = dueFigures(agreement, now).filter(({ dueAt }) => dueAt <= now)
  return committedFirst(agreement).flatMap((contract) => {
    const givers = giversOf(agreement, contract)
    const own = commitments.filter((one) => one.contract === contract)
    const periods = [...new Set(own.map(({ period }) => period))]
    return periods.flatMap((period): readonly Opening[] => {
      const bound = new Set(own.filter((one) => one.period === period).map(({ party }) => party))
      if (givers.every((party) => bound.has(party)))
        return [{ contract, period, by: 'all-committed' }]
      const isDue = due.some((one) => one.contract === contract && one.period === period)
      return isDue ? [{ contract, period, by: 'due-date' }] : []
    })
  })
}

function giversOf(agreement: KnownAgreement, contract: string): readonly string[] {
  const shares = clausesOf(agreement.terms, 'share').filter((one) => one.contract === contract)
  return [...new Set(shares.flatMap(({ id, from }) => partiesIn(agreement, { id, named: from })))]
}
