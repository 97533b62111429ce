// SPDX-License-Identifier: Apache-2.0
import { monthsOf } from '@corridor/policy'

/** Years, half-years, quarters or months, as a clause says how often. */
export type Frequency = 'A' | 'S' | 'Q' | 'M'

/** How many periods a year has. */
export const periodsAYear: Readonly<Record<Frequency, 1 | 2 | 4 | 12>> = { A: 1, S: 2, Q: 4, M: 12 }

/**
 * The place of a period among all of its frequency, so that the next one is one further; undefined for a period of another.
 * @example placeOf('2016-Q2', 'Q') // 8065
 */
export function placeOf(period: string, frequency: Frequency): number | undefined {
  const [year = '', month = ''] = monthsOf(period).first.split('-')
  const each = periodsAYear[frequency]
  const place = Number(year) * each + Math.floor((Number(month) - 1) / (12 / each))
  return periodAt(place, frequency) === period ? place : undefined
}

/** The period at a place: `periodAt(8065, 'Q') // '2016-Q2'`. */
export function periodAt(place: number, frequency: Frequency): string {
  const each = periodsAYear[frequency]
  const [year, part] = [String(Math.floor(place / each)).padStart(4, '0'), (place % each) + 1]
  switch (frequency) {
    case 'A':
      return year
    case 'S':
    case 'Q':
      return `${year}-${frequency}${String(part)}`
    case 'M':
      return `${year}-${String(part).padStart(2, '0')}`
  }
}

/** The first instant after a period, in UTC: `endOf('2016-Q2') // 2016-07-01T00:00:00Z`. */
export function endOf(period: string): Date {
  const [year = '', month = ''] = monthsOf(period).last.split('-')
  return new Date(Date.UTC(Number(year), Number(month), 1))
}
