// SPDX-License-Identifier: Apache-2.0
import { count, day, moment, percent, period, signed } from './numbers'

describe('numbers and dates', () => {
  it('group thousands and use a true minus', () => {
    expect(count(48212)).toBe('48,212')
    expect(signed(-1894)).toBe('\u22121,894')
    expect(signed(1894)).toBe('+1,894')
    expect(signed(0)).toBe('0')
  })

  it('write percentages with one decimal', () => {
    expect(percent(9.25)).toBe('9.3')
    expect(percent(0)).toBe('0.0')
  })

  it('are told in UTC, and what is no date is shown as it came', () => {
    expect(moment('2026-11-14T09:12:44Z')).toBe('14 Nov 2026, 09:12 UTC')
    expect(day('2026-11-14')).toBe('14 Nov 2026')
    expect(moment('soon')).toBe('soon')
  })

  it('name years, quarters and months', () => {
    const quarter = (year: string, number: string) => `${year}, quarter ${number}`
    expect(period('2016', quarter)).toBe('2016')
    expect(period('2016-Q4', quarter)).toBe('2016, quarter 4')
    expect(period('2016-12', quarter)).toBe('December 2016')
  })
})
