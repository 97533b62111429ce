// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { corridorsOf, states, world } from '../given-world'
import { exactly } from '../grid/amount'
import { betaBinomialP } from '../metrics/pair-metrics'
import { expectationOf, type Expectation } from '../ratios/expectation'
import { expectationModel } from '../ratios/expectation-model'
import { alarmRate } from './calibration'
import { measured, measuredAmount, type Measured, type ReportedFigure } from './measured'
import { expectedInterval, suspicionOf, testPair } from './pair-test'

const expecting = (ratio: number, spread: number): Expectation => ({
  status: 'expected',
  logRatio: Math.log(ratio),
  variance: spread ** 2,
  basis: 'factors',
  periods: 0,
  shrinkage: 0,
})
const value = (figure: number): ReportedFigure => ({ status: 'value', value: figure })
const test_ = (
  origin: ReportedFigure,
  destination: ReportedFigure,
  expectation = expecting(1, 0.25),
) => testPair({ origin: measured(origin), destination: measured(destination), expectation })

describe('the interval of a figure', () => {
  it.each<[string, ReportedFigure, number, number]>([
    ['a count is the count', value(7), 7, 7],
    [
      'hidden as small, it is at least 1',
      hidden({ kind: 'primary', threshold: 3, zerosHidden: false }),
      1,
      3,
    ],
    [
      'where zeros are hidden it may be 0',
      hidden({ kind: 'primary', threshold: 3, zerosHidden: true }),
      0,
      3,
    ],
    [
      'hidden for others, it is what totals allow',
      hidden({ kind: 'secondary', feasible: { lower: 4, upper: 19 } }),
      4,
      19,
    ],
    [
      'below a total, it is at most the rest',
      hidden({ kind: 'below-total', total: 50, knownParts: 38 }),
      0,
      12,
    ],
    ['unknown, it is anything', hidden({ kind: 'unknown' }), 0, Infinity],
    [
      'rounded to the nearest 5',
      { ...value(15), rounding: { base: 5, method: 'nearest' } } as ReportedFigure,
      13,
      17,
    ],
    [
      'rounded to 3 by chance',
      { ...value(3), rounding: { base: 3, method: 'random' } } as ReportedFigure,
      1,
      5,
    ],
    ['with the cell key', { ...value(2), noise: 5 } as ReportedFigure, 0, 7],
  ])('%s', (...[, figure, lower, upper]) => {
    expect(measured(figure)?.interval).toEqual({ lower, upper })
  })

  it('of a sample reaches two standard errors, and its variance counts', () => {
    const found = measured({ status: 'value', value: 100, standardError: 10 })!
    expect(found.interval.lower).toBeCloseTo(100 - 19.59964, 4)
    expect(found.logVariance).toBeCloseTo(0.01, 12)
  })

  it('of an allocated block reaches as far as its variance, inside its certain bounds', () => {
    const block = measuredAmount({ value: 30, lower: 0, upper: 40, variance: 100 })
    expect(block.interval).toEqual({ lower: expect.closeTo(10.4, 1) as number, upper: 40 })
    expect(block.logVariance).toBeCloseTo(1 / 9, 12)
    expect(measuredAmount(exactly(7)).interval).toEqual({ lower: 7, upper: 7 })
  })
})

function hidden(as: Extract<ReportedFigure, { status: 'suppressed' }>['as']): ReportedFigure {
  return { status: 'suppressed', as }
}

describe('two counts', () => {
  it('are tested by the beta-binomial with the spread that is expected', () => {
    const found = test_(value(45), value(60))
    expect(found).toMatchObject({ status: 'tested', by: 'beta-binomial', gap: -15 })
    expect(found.status === 'tested' && found.p).toBeCloseTo(0.4033865834133028, 10)
  })

  it('are tested on the log ratio where no beta has that spread', () => {
    const found = test_(value(3), value(553), expecting(1, 2))
    expect(found).toMatchObject({ status: 'tested', by: 'log-ratio' })
    const z = Math.log(3.5 / 553.5) / Math.sqrt(4 + 1 / 3.5 + 1 / 553.5)
    expect(found.status === 'tested' && found.z).toBeCloseTo(z, 12)
    // Just below and just above, the two tests say much the same.
    expect(betaBinomialP({ outflow: 300, inflow: 553 }, 1, 1.99)).toBeDefined()
  })

  it('agree where both are zeros, whatever is expected', () => {
    const none: Expectation = { status: 'none', reason: 'too early', unlockedBy: 'time' }
    expect(test_(value(0), value(0), none)).toMatchObject({ by: 'both-zero', p: 1, suspicion: 0 })
  })

  it('are not judged without an expectation, and what unlocks it is said', () => {
    const none: Expectation = { status: 'none', reason: 'too early', unlockedBy: 'time' }
    expect(test_(value(9), value(900), none)).toEqual({
      status: 'not-tested',
      reason: 'too early',
      unlockedBy: 'time',
    })
    expect(test_(value(9), { status: 'missing' })).toMatchObject({
      status: 'not-tested',
      reason: 'the destination gives no figure',
    })
  })

  it('are the less suspect the larger p, and not more than wholly', () => {
    expect([1, 0.1, 1e-3, 1e-6, 1e-300, 0].map(suspicionOf)).toEqual([
      0,
      expect.closeTo(1 / 6, 12),
      0.5,
      1,
      1,
      1,
    ])
  })

  it('are as suspect whichever side is called the origin', () => {
    const figure = fc.integer({ min: 0, max: 2000 })
    const ratio = fc.double({ min: 0.2, max: 5, noNaN: true })
    fc.assert(
      fc.property(figure, figure, ratio, (one, other, rho) => {
        const there = test_(value(one), value(other), expecting(rho, 0.3))
        const back = test_(value(other), value(one), expecting(1 / rho, 0.3))
        if (there.status !== 'tested' || back.status !== 'tested') throw new Error('not tested')
        expect(back.suspicion).toBeCloseTo(there.suspicion, 8)
        expect(back.z).toBeCloseTo(-there.z, 8)
      }),
    )
  })
})

describe('a figure that is hidden', () => {
  const few = hidden({ kind: 'primary', threshold: 3, zerosHidden: false })

  it('agrees with all that its interval allows', () => {
    expect(test_(few, value(2)).status).toBe('agrees-within-intervals')
    expect(test_(hidden({ kind: 'unknown' }), value(9000)).status).toBe('agrees-within-intervals')
  })

  it('is tested at its end that is nearest to agreement where it cannot agree', () => {
    expect(test_(few, value(90))).toMatchObject({
      status: 'tested',
      figures: { outflow: 3, inflow: 90 },
    })
    expect(test_(value(90), few)).toMatchObject({ figures: { outflow: 90, inflow: 3 } })
  })

  it('never makes a pair more suspect than any figure in its interval would', () => {
    const bounds = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }))
    fc.assert(
      fc.property(bounds, fc.integer({ min: 0, max: 200 }), ([lower, width], other) => {
        const wide = hidden({ kind: 'secondary', feasible: { lower, upper: lower + width } })
        const found = test_(wide, value(other))
        const suspicion = found.status === 'tested' ? found.suspicion : 0
        for (let figure = lower; figure <= lower + width; figure++) {
          const exact = test_(value(figure), value(other))
          expect(exact.status === 'tested' && exact.suspicion >= suspicion - 1e-9).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a sample', () => {
  it('that is too uncertain by the agreement makes no case', () => {
    const origin = measured({ status: 'value', value: 100, standardError: 40 })
    const pair = { origin, destination: measured(value(1000)), expectation: expecting(1, 0.25) }
    expect(testPair({ ...pair, mostVariation: 0.3 })).toMatchObject({ status: 'not-tested' })
    expect(testPair(pair)).toMatchObject({ status: 'tested' })
  })
})

describe('untouched figures of a world whose spreads are known', () => {
  const years = ['2010', '2011', '2012', '2013', '2014', '2015']
  const count = (figure: number): Measured => measured(value(figure))!
  const foundBy = (variance: 'posterior' | 'sum') =>
    Array.from({ length: 40 }, (_, seed) => {
      const all = world(years, { between: 0.4, within: 0.25 }, seed + 1)
      const options = { reference: 'A', estimator: 'log-linear', variance } as const
      const model = expectationModel(
        all.filter(({ period }) => period < '2015'),
        options,
      )
      return corridorsOf(states).map((corridor) => {
        const now = all.find(
          ({ origin, destination, period }) =>
            origin === corridor.origin && destination === corridor.destination && period === '2015',
        )!
        const expectation = expectationOf(model, corridor)
        const test = testPair({
          origin: count(now.outflow),
          destination: count(now.inflow),
          expectation,
        })
        if (expectation.status !== 'expected' || test.status !== 'tested')
          throw new Error('nothing was expected')
        const { lower, upper } = expectedInterval(expectation, 0.95)
        const ratio = now.outflow / now.inflow
        return { p: test.p, inside: lower <= ratio && ratio <= upper }
      })
    }).flat()
  const found = foundBy('posterior')

  it('raise as many alarms as are promised', () => {
    expect(found).toHaveLength(1200)
    const p = found.map((one) => one.p)
    expect(alarmRate(p, 0.05)).toBeGreaterThan(0.035)
    expect(alarmRate(p, 0.05)).toBeLessThan(0.065)
    expect(alarmRate(p, 0.2)).toBeGreaterThan(0.17)
    expect(alarmRate(p, 0.2)).toBeLessThan(0.23)
  })

  it('have the ratio inside its interval as often as is promised', () => {
    const share = found.filter(({ inside }) => inside).length / found.length
    expect(share).toBeGreaterThan(0.93)
    expect(share).toBeLessThan(0.97)
  })

  it('raise a tenth of them where the doubts of the level are summed up', () => {
    const p = foundBy('sum').map((one) => one.p)
    expect(alarmRate(p, 0.05)).toBeLessThan(0.01)
  })
})
