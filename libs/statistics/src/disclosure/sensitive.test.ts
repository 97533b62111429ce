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

  it('hide a figure that the largest have more than k percent of', () => {
    expect(judged(100, { dominance }, { contributions: [70, 16, 14] })).toEqual({
      reason: 'dominance',
      width: 3, // 86 · 100 / 85 − 100 = 1.2, less than the threshold asks for
    })
    expect(judged(100, { dominance }, { contributions: [70, 15, 15] })).toBeUndefined()
  })

  it('ask for the interval that undoes the dominance', () => {
    expect(judged(1000, { dominance }, { contributions: [900, 50, 50] })?.width).toBe(118)
  })

  it('hide a figure from which the second largest can estimate the largest', () => {
    const closely = judged(120, { estimatePercent: 20 }, { contributions: [100, 15, 5] })
    expect(closely).toEqual({ reason: 'estimate', width: 15 })
    expect(judged(135, { estimatePercent: 20 }, { contributions: [100, 15] })).toBeUndefined()
  })

  it('let nothing pass where the contributions are not given, too few or impossible', () => {
    const given = [undefined, [], [60], [40, 60], [80, 30], [-1, -2]]
    expect(
      given.map(
        (contributions) =>
          judged(100, { dominance }, { ...(contributions && { contributions }) })?.reason,
      ),
    ).toEqual(new Array(6).fill('contributions-unknown'))
  })

  it('take fewer contributors than asked for where they make up the whole figure', () => {
    expect(judged(100, { dominance }, { contributions: [100] })?.reason).toBe('dominance')
  })
})
