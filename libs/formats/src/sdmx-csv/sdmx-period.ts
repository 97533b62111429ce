// SPDX-License-Identifier: Apache-2.0

/**
 * A period of SDMX as contracts write it: `2016-A1` is 2016, `2016-M07` is 2016-07. With a frequency, a day that begins or ends
 * a period (`timeFormat=normalized`) is that period. What is none of these comes back as it is, for the contract to judge.
 */
export function periodOf(text: string, frequency: string): string {
  const [, year = '', letter = '', number = ''] = /^(\d{4})-?([ASQM])(\d{1,2})$/.exec(text) ?? []
  switch (letter) {
    case 'A':
      return number === '1' ? year : text
    case 'M':
      return `${year}-${number.padStart(2, '0')}`
    case 'S':
    case 'Q':
      return `${year}-${letter}${number}`
    default:
      return periodOfDay(text, frequency)
  }
}

function periodOfDay(text: string, frequency: string): string {
  const [, year = '', month = ''] = /^(\d{4})-(\d\d)-\d\d(?:T00:00:00)?$/.exec(text) ?? []
  if (year === '') return text
  switch (frequency) {
    case 'A':
      return year
    case 'S':
      return `${year}-S${Math.ceil(Number(month) / 6)}`
    case 'Q':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`
    case 'M':
      return `${year}-${month}`
    default:
      return text
  }
}
