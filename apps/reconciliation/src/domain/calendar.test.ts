// SPDX-License-Identifier: Apache-2.0
import { endOf, periodAt, placeOf } from './calendar'

describe('periods', () => {
  it.each([
    ['2016', 'A', '2017'],
    ['2016-S2', 'S', '2017-S1'],
    ['2016-Q4', 'Q', '2017-Q1'],
    ['2016-12', 'M', '2017-01'],
  ] as const)('after %s of frequency %s comes %s', (period, frequency, next) => {
    expect(periodAt((placeOf(period, frequency) ?? NaN) + 1, frequency)).toBe(next)
  })

  it.each([
    ['2016-Q2', 'A'],
    ['2016', 'M'],
    ['2016-07', 'Q'],
    ['2016-S1', 'Q'],
  ] as const)('%s is none of frequency %s', (period, frequency) => {
    expect(placeOf(period, frequency)).toBeUndefined()
  })

  it.each([
    ['2016', '2017-01-01T00:00:00.000Z'],
    ['2016-Q2', '2016-07-01T00:00:00.000Z'],
    ['2016-02', '2016-03-01T00:00:00.000Z'],
  ])('%s ends before %s', (period, end) => {
    expect(endOf(period).toISOString()).toBe(end)
  })
})
