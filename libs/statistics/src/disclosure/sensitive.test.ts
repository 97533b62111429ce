// SPDX-License-Identifier: Apache-2.0
import { figureOf, type Figure } from './figure'
import type { SuppressionRule } from './rule'
import { sensitive } from './sensitive'
import type { TableCell, TableDimension } from './table'

const dimensions: readonly TableDimension[] = [
  { name: 'sex', blocks: [{ whole: '_T', parts: ['F', 'M'] }] },
  {
    name: 'age',
    blocks: [{ whole: '_T', parts: ['Y_LT15', 'Y_GE15'] }],
    above: new Map([
      ['Y0T4', ['Y_LT15', '_T']],
      ['Y_LT15', ['_T']],
    ]),
  },
]
const rule: SuppressionRule = {
  method: 'suppression',
  threshold: 3,
  zeros: false,
  protectionPercent: 100,
}

function judged(
  figure: number | Figure,
  given: Partial<SuppressionRule> = {},
  cell: Partial<TableCell> = {},
): ReturnType<typeof sensitive> {
  const told = typeof figure === 'number' ? figureOf(figure) : figure
  return sensitive({ codes: ['F', '_T'], figure: told, ...cell }, dimensions, { ...rule, ...given })
}

describe('the frequency rule', () => {
  it('hides counts from 1 to the threshold', () => {
    expect([0, 1, 3, 4].map((count) => judged(count)?.reason)).toEqual([
      undefined,
      'small-count',
      'small-count',
      undefined,
    ])
  })

  it('hides zeros where the rule says so', () => {
    expect(judged(0, { zeros: true })).toEqual({ reason: 'small-count', width: 3 })
  })

  it('asks for an interval of the agreed part of the threshold, rounded up', () => {
    expect(judged(2, { protectionPercent: 150 })?.width).toBe(5)
    expect(judged(2, { protectionPercent: 1 })?.width).toBe(1)
  })

  it('lets the strictest threshold win for a group and what lies below it', () => {
    const groups = [
      { dimension: 'age', codes: ['Y_LT15'], threshold: 10 },
      { dimension: 'sex', codes: ['F'], threshold: 2 },
    ]
    const young = { codes: ['F', 'Y0T4'] }
    expect(judged(10, { groups }, young)).toEqual({ reason: 'small-count', width: 10 })
    expect(judged(11, { groups }, young)).toBeUndefined()
    expect(judged(4, { groups }, { codes: ['F', '_T'] })).toBeUndefined()
    expect(judged(3, { groups }, { codes: ['F', '_T'] })?.width).toBe(3)
  })

  it('hides nothing of a figure that is missing or does not apply', () => {
    expect(judged({ status: 'missing' })).toBeUndefined()
    expect(judged({ status: 'not-applicable' })).toBeUndefined()
  })
})

describe("the sender's own marks", () => {
  it('hide a figure of any size', () => {
    expect(
      ['C', 'A', 'O', 'T', 'G', 'M', 'D', 'S'].map(
        (confStatus) => judged(500, {}, { confStatus })?.reason,
      ),
    ).toEqual(new Array(8).fill('marked'))
  })

  it('that only bar publication hide none', () => {
    expect(['F', 'N', 'E'].map((confStatus) => judged(500, {}, { confStatus }))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('keep hidden what the sender hid', () => {
    expect(judged({ status: 'suppressed', lower: 1, upper: 4 })?.reason).toBe('hidden-by-sender')
  })
})

describe('the rules on contributors', () => {
  const dominance = { contributors: 2, percent: 85 }
  const by = (contributors: number, largest: number, second: number): Partial<TableCell> => ({
    contributions: { contributors, largest, second },
  })

  it('hide a figure that the largest have more than k percent of, and keep its upper end above it', () => {
    expect(judged(100, { dominance }, by(3, 70, 16))).toEqual({
      reason: 'dominance',
      width: 3,
      above: 2, // 86 · 100 / 85 − 100 = 1.2
    })
    expect(judged(100, { dominance }, by(3, 70, 15))).toBeUndefined()
    expect(judged(1000, { dominance }, by(3, 900, 50))?.above).toBe(118)
  })

  it('hide a figure from which the second largest can estimate the largest', () => {
    const closely = judged(120, { estimatePercent: 20 }, by(3, 100, 15))
    expect(closely).toEqual({ reason: 'estimate', width: 3, above: 15 })
    expect(judged(135, { estimatePercent: 20 }, by(4, 100, 15))).toBeUndefined()
  })

  it('hide a figure of one or two contributors: each knows what the other has', () => {
    const apart = { contributors: 1, percent: 85 }
    expect(judged(100, { dominance: apart }, by(2, 50, 50))).toMatchObject({
      reason: 'few-contributors',
    })
    expect(judged(100, { dominance: apart }, by(3, 50, 30))).toBeUndefined()
  })

  it('reckon with the most that more than two can have, where more are asked for than are stated', () => {
    const three = { contributors: 3, percent: 85 }
    expect(judged(100, { dominance: three }, by(9, 40, 20))).toBeUndefined()
    // It might be 40, 23 and 23.
    expect(judged(100, { dominance: three }, by(9, 40, 23))?.reason).toBe('dominance')
  })

  it('ask for as much as the stricter of two rules', () => {
    const both = { dominance, estimatePercent: 50 }
    expect(judged(1000, both, by(3, 900, 50))).toMatchObject({ reason: 'dominance', above: 400 })
  })

  it('let nothing pass where the contributions are not stated or impossible', () => {
    const given = [{}, by(0, 0, 0), by(3, 40, 60), by(3, 60, -1), by(3, 20, 10), by(2, 60, 20)]
    expect(given.map((cell) => judged(100, { dominance }, cell)?.reason)).toEqual(
      new Array(6).fill('contributions-unknown'),
    )
    expect(judged(100, { dominance }, {})?.above).toBe(18)
  })

  it('ask nothing of a zero', () => {
    expect(judged(0, { dominance })).toBeUndefined()
  })
})
