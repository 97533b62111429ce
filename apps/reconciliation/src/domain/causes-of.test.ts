// SPDX-License-Identifier: Apache-2.0
import { cellsAround, withCauses } from './causes-of'
import { compareSides } from './compare-sides'
import type { CellStatement } from './cell'
import { agreement, destinationSays, oneForOne, originSays } from './given'
import type { Pair } from './pair'
import { periodsBefore } from './periods-before'
import { comparisonTerms } from './terms'

const terms = comparisonTerms(agreement)[0]!
const pairOf = (out: number | null, into: number, change: Partial<CellStatement> = {}): Pair => {
  const origin = originSays(out, change)
  const { period, breakdown } = origin
  return compareSides(
    origin,
    { origin, destination: destinationSays(into, { period, breakdown }) },
    { terms, expect: oneForOne },
  )
}
const causesOf = (pair: Pair, ...kept: readonly Pair[]) =>
  withCauses([pair], kept)[0]!.causes.map(({ cause, side }) => `${cause} ${side}`)

const earlier = ['2013', '2014', '2015'].map((period) => pairOf(460, 455, { period }))

describe('the causes of a figure that somebody must answer for', () => {
  it('are proposed from its own series: a unit that slipped', () => {
    const found = withCauses([pairOf(470_000, 465)], earlier)[0]!.causes[0]
    expect(found).toMatchObject({ cause: 'PROCESSING_ERROR', side: 'origin' })
    expect(found?.evidence).toContain('leaves its own level in this period alone')
  })

  it('are proposed from what its sender says, and from a revision', () => {
    expect(causesOf(pairOf(4_700, 465, { obsStatus: 'P' }), ...earlier)).toContain(
      'PROVISIONAL origin',
    )
    const revised = causesOf(pairOf(4_700, 465, { position: 9 }), pairOf(460, 465))
    expect(revised).toContain('PROVISIONAL origin')
  })

  it('are proposed from its whole message: last year’s file sent again', () => {
    const breakdowns = ['M', 'F', '_O', '_N'].map((sex) => `${sex}._T._T._T._T._T`)
    const sent = [3100, 2750, 1990, 1450]
    const before = breakdowns.map((breakdown, at) =>
      pairOf(sent[at]!, sent[at]!, { breakdown, period: '2015' }),
    )
    const now = breakdowns.map((breakdown, at) => pairOf(sent[at]!, 4 * sent[at]!, { breakdown }))
    expect(now.every(({ matters }) => matters)).toBe(true)
    for (const { causes } of withCauses(now, before)) {
      expect(causes[0]).toMatchObject({ cause: 'PROCESSING_ERROR', side: 'origin' })
      expect(causes[0]?.evidence).toContain('the figures of the period before')
    }
  })

  it('are not yet explained where nothing in the pattern suggests one', () => {
    expect(causesOf(pairOf(5_300, 1_200))).toEqual(['UNEXPLAINED both'])
  })

  it('have no amounts where a side is hidden', () => {
    const hidden = pairOf(null, 9_000, { valueStatus: 'suppressed', lower: 1, upper: 3 })
    expect(hidden.matters).toBe(true)
    const { causes } = withCauses([hidden], earlier)[0]!
    expect(causes.length).toBeGreaterThan(0)
    expect(causes.every(({ persons }) => persons === null)).toBe(true)
  })

  it('are its classification, and not that it is hidden, where it was carried from another one', () => {
    const hidden = pairOf(null, 9_000, { valueStatus: 'suppressed', lower: 1, upper: 30 })
    const parts = 'sex F + M; sector of ISIC-4 A01 + A02'
    expect(causesOf({ ...hidden, originParts: parts })).toEqual(['CLASSIFICATION origin'])
    expect(causesOf({ ...hidden, originParts: 'sex F + M' })).toEqual(['SDC both'])
  })
})

describe('a figure that nobody must answer for', () => {
  it('has none', () => {
    expect(causesOf(pairOf(460, 470), ...earlier)).toEqual([])
  })
})

describe('what is looked at for causes', () => {
  it('is the same cell now and in the eight periods before, and the opposite corridor', () => {
    const cells = cellsAround([pairOf(460, 470)])
    expect(cells).toHaveLength(10)
    expect(cells.at(-1)).toMatchObject({ origin: 'DK', destination: 'BE', period: '2016' })
  })

  it.each([
    ['2016', ['2015', '2014']],
    ['2016-S1', ['2015-S2', '2015-S1']],
    ['2016-Q2', ['2016-Q1', '2015-Q4']],
    ['2016-01', ['2015-12', '2015-11']],
  ])('goes back from %s to %j', (period, wanted) => {
    expect(periodsBefore(period, 2)).toEqual(wanted)
  })
})
