// SPDX-License-Identifier: Apache-2.0
// Excel takes codes for dates and for numbers. What it did cannot be undone, but it can be recognised.
import { shown } from '../text/shown'

/** The codes that a column may hold. */
export interface KnownCodes {
  /** What the column is: ages are written in a way that invites dates. */
  readonly codelist?: string
  /** The code that a text stands for: `0110` gives OC0110 where the list is ISCO-08. */
  readonly find: (text: string) => string | undefined
}

/** What was found in a cell. */
export interface SpoiledCode {
  readonly code: 'CODE_BECAME_DATE' | 'LEADING_ZERO_LOST'
  readonly detail: string
}

const months =
  'January February March April May June July August September October November December'.split(' ')

/** A date (ISO) in a column of figures: none of them holds dates as a spreadsheet stores them. */
export function dateProblem(date: string, codes: KnownCodes | undefined): SpoiledCode {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date) ?? []
  const words = `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`
  const detail = `the cell holds the date ${words}; Excel makes a date of a code. Format the column as text, then write ${wanted(codes, { year, month, day })}`
  return { code: 'CODE_BECAME_DATE', detail }
}

function wanted(
  codes: KnownCodes | undefined,
  { year, month, day }: { readonly year: string; readonly month: string; readonly day: string },
): string {
  if (codes?.codelist === 'CL_AGE') return `the age again: ${ageCodes(Number(month), Number(day))}`
  if (codes !== undefined) return 'the code again'
  return day === '01' ? `the period again, such as ${year}-${month}` : 'the value again'
}

// 5-9 became 9 May or 5 September: the lower number was the lower age.
function ageCodes(month: number, day: number): string {
  const [from, to] = month < day ? [month, day] : [day, month]
  return from === to ? `Y${from}` : `Y${from}T${to} for "${from}-${to}"`
}

/** A number in a column of codes that is no code but would be one with a zero before it: 110 for 0110 of ISCO-08. */
export function zeroProblem(text: string, codes: KnownCodes): SpoiledCode | undefined {
  if (!/^\d{1,5}$/.test(text) || codes.find(text) !== undefined) return undefined
  const [meant] = ['0', '00'].flatMap((zeros) => codes.find(zeros + text) ?? [])
  if (meant === undefined) return undefined
  const detail = `${shown(text)} is no code of the list, but ${meant} is: Excel took a leading zero away. Format the column as text, then write ${meant}`
  return { code: 'LEADING_ZERO_LOST', detail }
}

const shortMonths = months.map((month) => month.slice(0, 3).toLowerCase())

/** Text of a column of codes that a spreadsheet left where it had made a date of a code, as CSV shows it: `29-May`, `Sep-05`. */
export function dateTextProblem(text: string, codes: KnownCodes): SpoiledCode | undefined {
  const [, first, second] = /^(?:\d{1,2}-([A-Za-z]{3})|([A-Za-z]{3})-\d{1,4})$/.exec(text) ?? []
  if (!shortMonths.includes((first ?? second ?? '').toLowerCase())) return undefined
  if (codes.find(text) !== undefined) return undefined
  const detail = `"${text}" looks like a date; Excel makes a date of a code. Format the column as text, then write the code again`
  return { code: 'CODE_BECAME_DATE', detail }
}
