// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, frequencyOf, type Definition } from '@corridor/contracts'
import { Causes, ofDataset, type Found } from '../found'
import { withRole } from '../structural/dimensions'
import type { Reading } from '../reading'
import type { RuleOf } from './rule-of'

const words = { A: 'a year', S: 'a half-year', Q: 'a quarter', M: 'a month' } as const

/** Periods that are written in another frequency than that of the dataset. */
export function periodsOfAnotherFrequency(
  reading: Reading,
  { problem }: RuleOf<'period-of-frequency'>,
): readonly Found[] {
  const { frequency } = reading.dataset
  return wrongPeriods(reading, problem, (period) => {
    const written = frequencyOf(period)
    if (written === frequency) return undefined
    return `${period} is ${words[written]}, and the dataset is of frequency ${frequency} (${words[frequency]})`
  })
}

/** A period convention that does not go with the start of the fiscal year. */
export function unclearFiscalYear(
  { dataset: { definition } }: Reading,
  { problem }: RuleOf<'fiscal-year'>,
): readonly Found[] {
  const { periodConvention, fiscalYearStart } = definition
  if ((periodConvention === 'fiscal') === (fiscalYearStart !== undefined)) return []
  const detail =
    fiscalYearStart === undefined
      ? 'periods are fiscal, and the definition does not say on which day the fiscal year starts'
      : `periods are calendar periods, and the definition says that the fiscal year starts on ${fiscalYearStart}`
  return [ofDataset(problem, detail, 'definition.fiscalYearStart')]
}

/** Observed figures of periods that have not begun. */
export function periodsNotBegun(reading: Reading, rule: RuleOf<'period-begun'>): readonly Found[] {
  return wrongAt(reading, rule, (period, at) => {
    const { begins } = spanOf(period, reading.dataset.definition)
    return begins <= at.getTime() ? undefined : `${period} has not begun on ${dayOf(at)}`
  })
}

/** Observed figures of periods that are not over. */
export function periodsNotOver(reading: Reading, rule: RuleOf<'period-over'>): readonly Found[] {
  return wrongAt(reading, rule, (period, at) => {
    const { begins, ends } = spanOf(period, reading.dataset.definition)
    const runs = begins <= at.getTime() && at.getTime() < ends
    return runs ? `${period} is not over on ${dayOf(at)}` : undefined
  })
}

/** Periods before the first plausible year. */
export function periodsLongAgo(
  reading: Reading,
  { problem, earliest }: RuleOf<'period-long-ago'>,
): readonly Found[] {
  return wrongPeriods(reading, problem, (period) =>
    period.slice(0, 4) < earliest ? `${period} is before ${earliest}` : undefined,
  )
}

type Excepted = RuleOf<'period-begun'> | RuleOf<'period-over'>

function wrongAt(
  reading: Reading,
  rule: Excepted,
  tell: (period: string, at: Date) => string | undefined,
): readonly Found[] {
  const { at, dataset } = reading
  if (at === undefined) return []
  const { column = '', codes = [] } = rule.except ?? {}
  const excepted = columnOf(dataset, column)
  const counts = (row: number): boolean =>
    excepted === undefined || !codes.includes(String(cell(excepted, row)))
  return wrongPeriods(reading, rule.problem, (period) => tell(period, at), counts)
}

// Each different period is judged once, so that rows cost something only where one is wrong.
function wrongPeriods(
  { dataset, dimensions, structure }: Reading,
  code: Found['code'],
  ...[tell, counts = () => true]: [
    tell: (period: string) => string | undefined,
    counts?: (row: number) => boolean,
  ]
): readonly Found[] {
  const time = withRole(dimensions, 'time')
  const column = structure.dimensions.find(({ role }) => role === 'time')?.column
  if (time === undefined || column === undefined) return []
  const wrong = new Map(
    time.codes.flatMap((period) => {
      const detail = tell(period)
      return detail === undefined ? [] : [[period, detail] as const]
    }),
  )
  if (wrong.size === 0) return []
  const causes = new Causes()
  for (let row = 0; row < dataset.rows; row++) {
    const value = time.codeAt(row)
    const detail = wrong.get(value)
    if (detail !== undefined && counts(row)) causes.add(row, { code, column, value }, () => detail)
  }
  return causes.all()
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

const monthsOf = { A: 12, S: 6, Q: 3, M: 1 } as const

/** The first moment of a period and the first one after it. Of fiscal years, named by their first or their last year, the earlier. */
export function spanOf(
  period: string,
  definition: Pick<Definition, 'periodConvention' | 'fiscalYearStart'>,
): { readonly begins: number; readonly ends: number } {
  const frequency = frequencyOf(period)
  const months = monthsOf[frequency]
  const number = frequency === 'A' ? 1 : Number(period.slice(frequency === 'M' ? 5 : 6))
  const { periodConvention, fiscalYearStart = '--01-01' } = definition
  const fiscal = periodConvention === 'fiscal' && fiscalYearStart !== '--01-01'
  const year = Number(period.slice(0, 4)) - (fiscal ? 1 : 0)
  const month = (fiscal ? Number(fiscalYearStart.slice(2, 4)) - 1 : 0) + (number - 1) * months
  const day = fiscal ? Number(fiscalYearStart.slice(5, 7)) : 1
  return { begins: moment(year, month, day), ends: moment(year, month + months, day) }
}

// Date.UTC takes 0 to 99 for years of the last century.
function moment(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date.getTime()
}
