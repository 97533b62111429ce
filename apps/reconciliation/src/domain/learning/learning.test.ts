// SPDX-License-Identifier: Apache-2.0
import { learntFrom } from '@corridor/statistics'
import { alarmOf, type Alarm } from './alarm'
import { expectBy, seriesOf } from './expect-by'
import { learnSeries, type PastPair } from './learn-series'

/** Numbers between 0 and 1 that are the same in every run. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const states = ['BE', 'DK', 'FI', 'NL', 'SE']
const years = ['2010', '2011', '2012', '2013', '2014', '2015']

/** Flows of five states in which the origin counts a fifth less, give or take a twentieth. */
function past(periods = years): readonly PastPair[] {
  const chance = chances(5)
  return periods.flatMap((period) =>
    states.flatMap((origin) =>
      states.flatMap((destination): readonly PastPair[] => {
        if (origin === destination) return []
        const inflow = 1000 + Math.round(4000 * chance())
        const outflow = Math.round(inflow * (0.75 + 0.1 * chance()))
        const harmonised = { harmonisedOutflow: outflow, harmonisedInflow: inflow }
        return [{ origin, destination, period, outflow, inflow, ...harmonised }]
      }),
    ),
  )
}

const cell = {
  ...{ contract: 'migration-flow', origin: 'BE', destination: 'DK', period: '2016' },
  breakdown: '_T._T._T._T._T._T',
}
const plain = { origin: 1, destination: 1 }
const ask = (pairs: readonly PastPair[], period: string) => {
  const models = learnSeries(pairs).models.map(({ until, record }) => ({
    until,
    learnt: learntFrom(record),
  }))
  const series = new Map([[seriesOf(cell), models]])
  const versions = new Map([['migration-flow', { version: 3, alarm: 0.04, series }]])
  return expectBy(versions)({ ...cell, period }, plain)
}

describe('what periods teach', () => {
  it('is nothing while there are fewer than three', () => {
    expect(learnSeries(past(years.slice(0, 2)))).toEqual({ models: [], judged: [] })
  })

  it('is kept for each period by those before it, and for what comes after all', () => {
    expect(learnSeries(past()).models.map(({ until }) => until)).toEqual([
      ...['2013', '2014', '2015'],
      '',
    ])
  })

  it('finds the ratio that both sides have', () => {
    const expected = ask(past(), '2016')
    expect(expected).toMatchObject({ version: 3, alarm: 0.04, expectation: { periods: 6 } })
    if (expected.expectation.status === 'none') throw new Error('something is expected')
    expect(Math.exp(expected.expectation.logRatio)).toBeCloseTo(0.8, 1)
    const { origin: b, destination: a } = expected.coverage ?? plain
    expect(a / b).toBeCloseTo(0.8, 1)
  })

  it('never looks ahead: what came later changes nothing of what was expected before', () => {
    const changed = past().map((pair) =>
      pair.period < '2014' ? pair : { ...pair, outflow: 9 * pair.outflow, harmonisedOutflow: 9e3 },
    )
    for (const period of ['2013', '2014']) expect(ask(changed, period)).toEqual(ask(past(), period))
    expect(ask(changed, '2016')).not.toEqual(ask(past(), '2016'))
  })

  it('is nothing for a period with too few before it', () => {
    expect(ask(past(), '2011')).toMatchObject({ version: null, expectation: { status: 'none' } })
    expect(ask(past(years.slice(0, 3)), '2013')).toMatchObject({ version: 3 })
    expect(ask(past(years.slice(0, 2)), '2016')).toMatchObject({ version: null })
  })

  it('leaves out a reporter from when it broke on: its cells are neither judged nor witnesses', () => {
    const broke = past().map((pair) =>
      pair.period === '2014' && pair.destination === 'NL'
        ? { ...pair, inflow: pair.inflow * 3, harmonisedInflow: pair.inflow * 3 }
        : pair,
    )
    const { judged } = learnSeries(broke)
    const inYear = (period: string) => judged.filter((one) => one.period === period).length
    expect([inYear('2013'), inYear('2014')]).toEqual([20, 16])
  })
})

describe('an alarm', () => {
  const uniform = (): Alarm => {
    const chance = chances(9)
    return alarmOf(
      ['2013', '2014', '2015'].flatMap((period) =>
        Array.from({ length: 400 }, () => ({ period, p: chance() })),
      ),
      0.05,
    )
  }

  it('keeps what it promises on figures that are untouched', () => {
    const { achieved, alarm, history, nominal, uncorrected } = uniform()
    expect([nominal, history]).toEqual([0.05, 1200])
    expect(achieved).toBeGreaterThan(0.03)
    expect(achieved).toBeLessThan(0.07)
    expect(uncorrected).toBeGreaterThan(0.03)
    expect(alarm).toBeLessThan(0.08)
  })

  it('is the model’s own where the history is too short to promise anything, and says so', () => {
    expect(alarmOf([{ period: '2013', p: 0.4 }], 0.05)).toEqual({
      ...{ nominal: 0.05, alarm: 0.05, uncorrected: 0, achieved: null, history: 1 },
    })
  })
})
