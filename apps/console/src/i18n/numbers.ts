// SPDX-License-Identifier: Apache-2.0
// Numbers and dates as the console writes them: Latin digits, "−" as minus, times in UTC.
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})
const monthFormat = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A count of people or figures: 48212 is "48,212". */
export function count(value: number): string {
  return whole.format(value)
}

/** A difference with its sign: "+1,894", "−151", "0". */
export function signed(value: number): string {
  if (value === 0) return '0'
  return `${value > 0 ? '+' : '\u2212'}${whole.format(Math.abs(value))}`
}

/** A percentage without its sign, one decimal: "9.3". */
export function percent(value: number): string {
  return oneDecimal.format(value)
}

/** A percentage as agreed: "10", or "7.5" where it is not whole. */
export function agreedPercent(value: number): string {
  return Number.isInteger(value) ? whole.format(value) : oneDecimal.format(value)
}

/** A day: "14 Nov 2026". What is no date is shown as it came. */
export function day(moment: string): string {
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? moment : dayFormat.format(date)
}

/** A moment: "14 Nov 2026, 09:12 UTC". */
export function moment(rfc3339: string): string {
  const date = new Date(rfc3339)
  if (Number.isNaN(date.getTime())) return rfc3339
  return `${dayFormat.format(date)}, ${timeFormat.format(date)} UTC`
}

/** A period of statistics: "2016", "2016, quarter 4", "December 2016"; the words of a quarter come from the catalogue. */
export function period(code: string, quarter: (year: string, number: string) => string): string {
  const parts = /^(\d{4})-Q([1-4])$/.exec(code)
  if (parts !== null) return quarter(parts[1] ?? '', parts[2] ?? '')
  if (/^\d{4}-\d{2}$/.test(code)) return monthFormat.format(new Date(`${code}-01T00:00:00Z`))
  return code
}
