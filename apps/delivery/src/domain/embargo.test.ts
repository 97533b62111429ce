// SPDX-License-Identifier: Apache-2.0
import { toColumns, type Dataset } from '@corridor/contracts'
import { hasGrown, nextEmbargoEnd } from './embargo'
import { definition, figure, permitOf } from './given'

const first = '2027-01-31T09:00:00Z'
const second = '2027-06-30T09:00:00Z'
const rows = ['2014', '2015', '2016', '2017'].map((period) => figure({ period }))
const dataset: Dataset = {
  ...toColumns(definition, rows),
  confStatus: ['F', 'E', 'E', 'C'],
  embargo: [null, second, first, first],
}
const permit = permitOf(
  {
    ...{ id: '1', kind: 'share', contract: 'migration-flow', from: ['BE'], to: ['DK'] },
    confStatus: ['F'],
    corridors: [{ origin: 'BE', destination: 'DK' }],
  },
  { id: '2', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
)
const instant = (word: string): Date => new Date(word)

describe('the next end of an embargo', () => {
  it('is the first one after an instant, and none after the last', () => {
    expect(nextEmbargoEnd(dataset, instant('2026-01-01'))).toEqual(instant(first))
    expect(nextEmbargoEnd(dataset, instant(first))).toEqual(instant(second))
    expect(nextEmbargoEnd(dataset, instant(second))).toBeNull()
  })

  it('is none where the dataset has none', () => {
    expect(nextEmbargoEnd({ ...dataset, embargo: null }, instant('2026-01-01'))).toBeNull()
  })
})

describe('what a permit lets out of a dataset', () => {
  const grown = (since: string, at: string): boolean =>
    hasGrown(dataset, permit, { since: instant(since), at: instant(at) })

  it('has grown at the end of an embargo, and not before', () => {
    expect(grown('2026-12-01', '2027-01-31T08:59:59.999Z')).toBe(false)
    expect(grown('2026-12-01', first)).toBe(true)
    expect(grown(first, second)).toBe(true)
  })

  it('has not where what the embargo kept is confidential, or was out before', () => {
    const other = { ...dataset, embargo: [null, null, null, first] }
    const span = { since: instant('2026-12-01'), at: instant(first) }
    expect(hasGrown(other, permit, span)).toBe(false)
    expect(grown(second, '2028-01-01')).toBe(false)
  })
})
