// SPDX-License-Identifier: Apache-2.0
import type { AgreementPeriods } from '@corridor/contracts'

const monthsIn: ReadonlyMap<string, number> = new Map([
  ['S', 6],
  ['Q', 3],
])

/**
 * The first and the last month of a year, half-year, quarter or month; as texts they compare as they follow each other.
 * @example monthsOf('2016-Q2') // { first: '2016-04', last: '2016-06' }
 */
export function monthsOf(period: string): { readonly first: string; readonly last: string } {
  const year = period.slice(0, 4)
  const part = period.slice(5)
  if (part === '') return { first: `${year}-01`, last: `${year}-12` }
  const months = monthsIn.get(part[0] ?? '')
  if (months === undefined) return { first: period, last: period }
  const last = months * Number(part.slice(1))
  return { first: `${year}-${twoDigits(last - months + 1)}`, last: `${year}-${twoDigits(last)}` }
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0')
}

/** True where all of a figure's months lie in a clause's periods: a quarter lies in its year, a year never in one of its quarters. */
export function isWithinPeriods(periods: AgreementPeriods | undefined, period: unknown): boolean {
  if (typeof period !== 'string') return false
  if (periods === undefined) return true
  const { first, last } = monthsOf(period)
  return first >= monthsOf(periods.from).first && last <= monthsOf(periods.until).last
}
