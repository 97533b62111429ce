// SPDX-License-Identifier: Apache-2.0
import { check } from '../index'
import { flow, foundIn, labour, rowsWith } from '../given'
import { spanOf } from './periods'

const calendar = flow.definition
const fiscal = { ...calendar, periodConvention: 'fiscal', fiscalYearStart: '--07-01' } as const

describe('the period of a row', () => {
  it('is of the frequency that the dataset names, or told once for all rows that have it', () => {
    const period = ['2016', '2016-Q1', '2016-Q1', '2016']
    const found = foundIn({ rows: 4, destination: ['DK', 'DK', 'SE', 'SE'], period, value: 1 })
    expect(found).toEqual([
      {
        code: 'PERIOD_NOT_OF_FREQUENCY',
        level: 'error',
        column: 'period',
        value: '2016-Q1',
        detail: '2016-Q1 is a quarter, and the dataset is of frequency A (a year)',
        rows: [1, 2],
      },
    ])
    expect(foundIn({ period: '2016-Q1', frequency: 'Q' })).toEqual([])
    expect(
      rowsWith(foundIn({ period: '2016-S1', frequency: 'M' }), 'PERIOD_NOT_OF_FREQUENCY'),
    ).toEqual([0, 1])
  })

  it('has begun when it was observed, to the day', () => {
    const not = (at: string) => rowsWith(foundIn({}, { at: new Date(at) }), 'PERIOD_NOT_BEGUN')
    expect(not('2015-12-31T23:59:59Z')).toEqual([0, 1])
    expect(not('2016-01-01T00:00:00Z')).toBeUndefined()
  })

  it('is over when it was observed, or needs a note', () => {
    const not = (at: string) => rowsWith(foundIn({}, { at: new Date(at) }), 'PERIOD_NOT_OVER')
    expect(not('2016-12-31T23:59:59Z')).toEqual([0, 1])
    expect(not('2017-01-01T00:00:00Z')).toBeUndefined()
    expect(not('2015-01-01T00:00:00Z')).toBeUndefined()
  })

  it('is not judged by a clock that nobody has handed over', () => {
    expect(foundIn({ period: '2999' })).toEqual([])
  })

  it('may lie ahead where it is projected', () => {
    const at = new Date('2026-10-01T00:00:00Z')
    const ahead = { ...labour, period: '2030' }
    const codes = (basis: string): unknown =>
      check({ contract: 'labour-market', dataset: { ...ahead, basis }, at }).found.map(
        ({ code }) => code,
      )
    expect(codes('observed')).toContain('PERIOD_NOT_BEGUN')
    expect(codes('projected')).not.toContain('PERIOD_NOT_BEGUN')
  })

  it('is not before the first plausible year without a note', () => {
    expect(rowsWith(foundIn({ period: ['1949', '1950'] }), 'PERIOD_LONG_AGO')).toEqual([0])
  })
})

describe('a fiscal year', () => {
  it('says when it starts, and a calendar year does not', () => {
    const code = 'FISCAL_YEAR_UNCLEAR'
    expect(rowsWith(foundIn({ definition: fiscal }), code)).toBeUndefined()
    expect(
      rowsWith(foundIn({ definition: { ...calendar, periodConvention: 'fiscal' } }), code),
    ).toEqual([])
    expect(
      rowsWith(foundIn({ definition: { ...calendar, fiscalYearStart: '--07-01' } }), code),
    ).toEqual([])
  })

  it('may be named by its first or its last year, so the earlier one counts', () => {
    const at = new Date('2015-07-01T00:00:00Z')
    expect(foundIn({ definition: fiscal }, { at: new Date('2016-07-01T00:00:00Z') })).toEqual([])
    expect(rowsWith(foundIn({ definition: fiscal }, { at }), 'PERIOD_NOT_OVER')).toEqual([0, 1])
    const before = new Date('2015-06-30T00:00:00Z')
    expect(rowsWith(foundIn({ definition: fiscal }, { at: before }), 'PERIOD_NOT_BEGUN')).toEqual([
      0, 1,
    ])
  })
})

describe('the span of a period', () => {
  it.each([
    ['2016', '2016-01-01', '2017-01-01'],
    ['2016-S2', '2016-07-01', '2017-01-01'],
    ['2016-Q4', '2016-10-01', '2017-01-01'],
    ['2016-02', '2016-02-01', '2016-03-01'],
    ['0099', '0099-01-01', '0100-01-01'],
  ])('of %s is from %s to %s', (period, begins, ends) => {
    const span = spanOf(period, calendar)
    expect(new Date(span.begins).toISOString().slice(0, 10)).toBe(begins)
    expect(new Date(span.ends).toISOString().slice(0, 10)).toBe(ends)
  })

  it('of a fiscal quarter is counted from the start of the fiscal year', () => {
    expect(new Date(spanOf('2016-Q1', fiscal).begins).toISOString().slice(0, 10)).toBe('2015-07-01')
    expect(new Date(spanOf('2016-Q1', fiscal).ends).toISOString().slice(0, 10)).toBe('2015-10-01')
  })
})
