// SPDX-License-Identifier: Apache-2.0
import { earlier, flowsOf, foundIn, rowsWith } from '../given'
import type { Earlier } from './earlier'

const n = 12
/** Synthetic: twelve figures of twelve sizes. */
const figures = [1204, 31, 7, 560, 15_301, 98, 2210, 0, 4, 871, 66, 129]

function told(value: readonly number[], before: Partial<Record<keyof Earlier, readonly number[]>>) {
  const dataset = flowsOf(value)
  return foundIn(dataset, { earlier: earlier(value.length, before) })
}

const codes = (...[value, before]: Parameters<typeof told>): readonly string[] =>
  told(value, before).map(({ code }) => code)

describe('a value that was stated before', () => {
  it('may be revised to less than three times as much, and to more than a third', () => {
    const jumped = (value: number, same: number) =>
      rowsWith(told([value], { same: [same] }), 'VALUE_JUMPED')
    expect(jumped(299, 100)).toBeUndefined()
    expect(jumped(300, 100)).toEqual([0])
    expect(jumped(100, 299)).toBeUndefined()
    expect(jumped(100, 300)).toEqual([0])
    expect(jumped(0, 100)).toEqual([0])
  })

  it('of less than a hundred may be anything', () => {
    expect(codes([99], { same: [1] })).toEqual([])
    expect(codes([0], { same: [99] })).toEqual([])
  })

  it('of a year earlier may be as far as five times as much', () => {
    const jumped = (value: number, yearBefore: number) =>
      rowsWith(told([value], { yearBefore: [yearBefore] }), 'VALUE_JUMPED')
    expect(jumped(999, 200)).toBeUndefined()
    expect(jumped(1000, 200)).toEqual([0])
    expect(jumped(499, 1)).toBeUndefined()
  })

  it('of the same cell counts before that of a year earlier', () => {
    expect(codes([2000], { same: [1900], yearBefore: [100] })).toEqual([])
  })

  it('is told with both figures, row by row', () => {
    expect(told([412, 5, 900], { same: [4120, 5, 100] })).toMatchObject([
      {
        code: 'VALUE_JUMPED',
        level: 'warning',
        rows: [0, 2],
        each: [
          'the value is 412; 4,120 was stated before',
          'the value is 900; 100 was stated before',
        ],
      },
    ])
  })

  it('may jump at a break in the series, which says so by itself', () => {
    const dataset = { ...flowsOf([412, 900]), obsStatus: ['B P', 'P'] }
    const found = foundIn(dataset, { earlier: earlier(2, { same: [4120, 100] }) })
    expect(rowsWith(found, 'VALUE_JUMPED')).toEqual([1])
  })

  it('says nothing of a figure that is hidden now', () => {
    const dataset = {
      ...flowsOf([1]),
      value: null,
      valueStatus: 'suppressed',
      confStatus: 'C',
    } as const
    expect(foundIn(dataset, { earlier: earlier(1, { same: [4120] }) })).toEqual([])
  })
})

describe('values a thousand times too large', () => {
  const large = figures.map((one) => one * 1000)

  it('are told once for the whole dataset, and not as jumps too', () => {
    const slip = told(large, { yearBefore: figures.map((one) => Math.round(one * 1.3)) })
    expect(slip).toMatchObject([
      {
        code: 'UNIT_SLIPPED',
        level: 'warning',
        rows: [],
        detail: '11 of 11 values are about a thousand times what was stated before',
      },
    ])
  })

  it('are told by row where most rows are as before', () => {
    const value = figures.map((one, row) => (row === 3 || row === 5 ? one * 1000 : one))
    const found = told(value, { same: figures })
    expect(rowsWith(found, 'UNIT_SLIPPED')).toEqual([3, 5])
    expect(rowsWith(found, 'VALUE_JUMPED')).toBeUndefined()
  })

  it('are told once from four fifths of the rows on', () => {
    const slips = (many: number) =>
      rowsWith(
        told(
          Array.from({ length: 10 }, (_, row) => (row < many ? 50_000 : 50)),
          { same: Array.from({ length: 10 }, () => 50) },
        ),
        'UNIT_SLIPPED',
      )
    expect(slips(8)).toEqual([])
    expect(slips(7)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
})

describe('values a thousandth of what they were', () => {
  it('are told once for the whole dataset, by the rows that are large enough to tell', () => {
    const same = [...figures, 740, 3300]
    const small = same.map((one) => Math.round(one / 1000))
    expect(told(small, { same })).toMatchObject([
      {
        code: 'UNIT_SLIPPED',
        rows: [],
        detail: '7 of 7 values are about a thousandth of what was stated before',
      },
    ])
  })

  it('are not seen in figures that are all small', () => {
    const same = figures.map((one) => one % 100)
    expect(
      codes(
        same.map(() => 0),
        { same },
      ),
    ).toEqual([])
  })
})

describe('values of the opposite flow', () => {
  const opposite = figures.map((one) => one * 2 + 3)

  it('are told once where most are nearer to it than to what was stated of the flow itself', () => {
    const found = told(opposite, { reversed: opposite, yearBefore: figures })
    expect(rowsWith(found, 'FLOWS_SWAPPED')).toEqual([])
    expect(codes(figures, { reversed: opposite, same: figures })).toEqual([])
  })

  it('are told where nothing else is known, if they are the very same', () => {
    expect(codes(opposite, { reversed: opposite })).toEqual(['FLOWS_SWAPPED'])
    expect(
      codes(
        opposite.map((one) => one + 1),
        { reversed: opposite },
      ),
    ).toEqual([])
  })

  it('are not told by fewer than ten rows', () => {
    const nine = opposite.slice(0, 9)
    expect(codes(nine, { reversed: nine })).toEqual([])
  })

  it('say nothing where both flows are alike', () => {
    const alike = figures.map((one) => one + 1)
    expect(codes(alike, { reversed: alike, same: figures })).toEqual([])
  })
})

describe('the figures of last year', () => {
  it('sent again are told once', () => {
    const found = told(figures, { yearBefore: figures })
    expect(found).toMatchObject([
      {
        code: 'YEAR_REPEATED',
        rows: [],
        detail: '11 of 11 values are those that were stated for the year before',
      },
    ])
  })

  it('are told from nine in ten values on, zeros left out', () => {
    const value = figures.map((one) => one + 100)
    const again = (many: number) =>
      codes(value, { yearBefore: value.map((one, row) => (row < many ? one : one + 1)) })
    expect(again(11)).toEqual(['YEAR_REPEATED'])
    expect(again(10)).toEqual([])
  })

  it('are not told by fewer than ten values', () => {
    expect(
      codes([...figures.slice(0, 7), 1, 2], { yearBefore: [...figures.slice(0, 7), 1, 2] }),
    ).toEqual([])
  })

  it('are no news where the very same figures stand for this year already', () => {
    expect(codes(figures, { yearBefore: figures, same: figures })).toEqual([])
  })
})

describe('a sender of whom nothing is known', () => {
  it('is asked nothing about the past', () => {
    expect(foundIn(flowsOf(figures))).toEqual([])
    expect(foundIn(flowsOf(figures), { earlier: earlier(n, {}) })).toEqual([])
  })
})
