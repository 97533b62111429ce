// SPDX-License-Identifier: Apache-2.0
import { renderToString } from 'preact-render-to-string'
import { AsymmetryBar, HistoryChart, TallyBar, scaleLimit } from './index'
import { axis, pathOf, spread } from './scale'

describe('the asymmetry bar', () => {
  const bar = { judged: true, tolerancePercent: 10, limit: 40 } as const

  it('goes to the right with a circle where the origin says more, to the left with a square otherwise', () => {
    const right = renderToString(<AsymmetryBar {...bar} asymmetryPercent={20} higher="origin" />)
    expect(right).toContain('<circle cx="95"')
    const left = renderToString(
      <AsymmetryBar {...bar} asymmetryPercent={20} higher="destination" />,
    )
    expect(left).toContain('<rect x="37"')
    expect(left).not.toContain('<circle')
  })

  it('ends in a point where it goes on beyond the scale, and keeps within its picture', () => {
    const html = renderToString(
      <AsymmetryBar {...bar} asymmetryPercent={198} higher="destination" />,
    )
    expect(html).toContain('<path d="M8 3l-7 7l7 7z"')
  })

  it('has the smallest round scale that holds what was judged and twice the tolerance', () => {
    expect(scaleLimit([], 10)).toBe(20)
    expect(scaleLimit([58.8, 2], 10)).toBe(60)
    expect(scaleLimit([170], 10)).toBe(200)
  })
})

describe('the line chart', () => {
  it('starts at nought, has round ticks, and survives nothing but noughts', () => {
    expect(axis([429, 308])).toEqual({ top: 600, ticks: [0, 200, 400, 600] })
    expect(axis([0, null])).toEqual({ top: 1, ticks: [0, 1] })
  })

  it('leaves a gap where a side says nothing', () => {
    expect(pathOf([{ x: 0, y: 1 }, null, { x: 2, y: 3 }, { x: 4, y: 5 }])).toBe('M0 1M2 3L4 5')
  })

  it('moves names apart that would cover each other', () => {
    expect(spread(100, 104)).toEqual({ first: 94, second: 110 })
    expect(spread(null, 4)).toEqual({ first: null, second: 4 })
  })

  it('draws one lone year without dividing by nought', () => {
    const html = renderToString(
      <HistoryChart
        label="one year"
        periods={['2016']}
        origin={{ name: 'Belgium', values: [409] }}
        destination={{ name: 'Denmark', values: [null] }}
        selected={0}
        write={String}
      />,
    )
    expect(html).not.toContain('NaN')
    expect(html).toContain('Belgium')
    expect(html).not.toContain('Denmark')
  })
})

describe('the bar of a whole', () => {
  it('leaves out parts of nought', () => {
    const html = renderToString(
      <TallyBar
        parts={[
          { look: 'outside', count: 3 },
          { look: 'within', count: 0 },
        ]}
      />,
    )
    expect(html).toContain('<rect class="tally-outside" x="0" y="0" width="1000"')
    expect(html).not.toContain('tally-within')
  })
})
