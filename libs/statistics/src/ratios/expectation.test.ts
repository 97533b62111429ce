// SPDX-License-Identifier: Apache-2.0
import { figuresPresent, publishedPairs, skipped } from '../given-figures'
import { corridorsOf, states, world } from '../given-world'
import { expectationOf } from './expectation'
import { expectationModel, type EarlierPair } from './expectation-model'
import { kindBySize, spreadsOf } from './spread'

const fiveYears = ['2011', '2012', '2013', '2014', '2015']
const options = { reference: 'A', estimator: 'log-linear' } as const

describe('with one corridor and one period', () => {
  it('nothing is expected, and what would unlock it is said', () => {
    const pair = { origin: 'A', destination: 'B', period: '2015', outflow: 9, inflow: 12 }
    const found = expectationOf(expectationModel([pair], options), pair)
    expect(found).toEqual({
      status: 'none',
      reason: 'there is no expectation yet: 1 earlier periods, of 3 that it takes',
      unlockedBy: '2 more periods that both sides report',
    })
    expect(expectationOf(expectationModel([], options), pair).status).toBe('none')
  })
})

describe('with two states alone', () => {
  const earlier: readonly EarlierPair[] = fiveYears.map((period, place) => ({
    origin: 'A',
    destination: 'B',
    period,
    outflow: 1000 + 10 * place,
    inflow: 500 - 5 * place,
  }))

  it('a corridor is expected to do as it has done', () => {
    const found = expectationOf(expectationModel(earlier, options), earlier[0]!)
    expect(found).toMatchObject({ status: 'expected', basis: 'history', shrinkage: 1, periods: 5 })
    expect(found.status === 'expected' && found.logRatio).toBeCloseTo(Math.log(1020 / 490), 3)
  })

  it('a corridor without as long a history waits for one, or for a third state', () => {
    const longer = [...earlier, { ...earlier[0]!, origin: 'B', destination: 'A' }]
    expect(
      expectationOf(expectationModel(longer, options), { origin: 'B', destination: 'A' }),
    ).toMatchObject({
      status: 'none',
      unlockedBy: '2 more periods of this corridor, or a third state that both report on',
    })
  })
})

describe('with several states and years', () => {
  const spread = { between: 0.4, within: 0.2 }
  const model = expectationModel(world(fiveYears, spread), options)

  it('the spreads are found again', () => {
    expect(Math.sqrt(model.spreads.overall)).toBeCloseTo(0.2, 1)
    expect(Math.sqrt(model.spreads.between)).toBeCloseTo(0.4, 1)
  })

  it('a corridor is expected by factors and by its own history, the more the longer it is', () => {
    const found = expectationOf(model, { origin: 'C', destination: 'E' })
    const history = model.spreads.corridors.get('C E')!
    const ofOne = history.withinVariance + history.chance
    const { between } = model.spreads
    const tied = model.doubt.varianceOf({ origin: 'C', destination: 'E' })!
    const k = 5 / (5 + ofOne / (between + tied))
    expect(found).toMatchObject({ basis: 'factors-and-history', periods: 5, shrinkage: k })
    const s2 = history.withinVariance + (1 - k) * (between + tied)
    expect(found.status === 'expected' && found.variance).toBeCloseTo(s2, 12)
    // The same another way: what is left of the doubt of the level after as many periods.
    expect((1 - k) * (between + tied)).toBeCloseTo(1 / (1 / (between + tied) + 5 / ofOne), 12)
  })

  it('or with the doubts of the level summed up, where that is asked for', () => {
    const summed = expectationModel(world(fiveYears, spread), { ...options, variance: 'sum' })
    const found = expectationOf(summed, { origin: 'C', destination: 'E' })
    const history = summed.spreads.corridors.get('C E')!
    const ofOne = history.withinVariance + history.chance
    const k = 5 / (5 + ofOne / summed.spreads.between)
    const tied = summed.doubt.varianceOf({ origin: 'C', destination: 'E' })!
    const s2 = history.withinVariance + ofOne / 5 + tied + (1 - k) * summed.spreads.between
    expect(found).toMatchObject({ shrinkage: k, variance: expect.closeTo(s2, 12) as number })
  })

  it('a corridor that was never seen is expected by factors alone, with all the doubt between corridors', () => {
    const seen = world(fiveYears, spread).filter((pair) => pair.origin + pair.destination !== 'CE')
    const found = expectationOf(expectationModel(seen, options), { origin: 'C', destination: 'E' })
    expect(found).toMatchObject({ status: 'expected', basis: 'factors', shrinkage: 0, periods: 0 })
    expect(found.status === 'expected' && found.variance).toBeGreaterThan(0.16)
  })

  it('what is reported under another minimum stay is expected to differ by its factor', () => {
    const asked = { origin: 'C', destination: 'E' }
    const [plain, adjusted] = [
      expectationOf(model, asked),
      expectationOf(model, { ...asked, factors: { origin: 0.63, destination: 1 } }),
    ]
    const log = (found: typeof plain) => (found.status === 'expected' ? found.logRatio : NaN)
    expect(log(adjusted) - log(plain)).toBeCloseTo(-Math.log(0.63), 12)
  })

  it('the three estimators expect much the same', () => {
    const by = (['ratio-iteration', 'total-preserving'] as const).map((estimator) =>
      expectationModel(world(fiveYears, spread), { ...options, estimator }),
    )
    for (const asked of corridorsOf(states)) {
      const [one, ...others] = [model, ...by].map((each) => expectationOf(each, asked))
      for (const other of others)
        expect(
          Math.abs(
            (one?.status === 'expected' ? one.logRatio : NaN) -
              (other.status === 'expected' ? other.logRatio : NaN),
          ),
        ).toBeLessThan(0.25)
    }
  })
})

describe('corridors that move differently', () => {
  const steady = world(fiveYears, { between: 0, within: 0.02 }, 3)
  const lively = world(fiveYears, { between: 0, within: 0.5 }, 5)
  const mixed = [
    ...steady.filter(({ origin }) => origin < 'C'),
    ...lively.filter(({ origin }) => origin >= 'C'),
  ]

  it('have spreads of their own, between that of their kind and their own', () => {
    const expected = () => 0
    const kindOf = ({ origin }: { origin: string }) => (origin < 'C' ? 'steady' : 'lively')
    const { corridors, kinds } = spreadsOf(mixed, expected, { kindOf })
    expect(Math.sqrt(kinds.get('steady')!)).toBeLessThan(0.1)
    expect(Math.sqrt(kinds.get('lively')!)).toBeCloseTo(0.5, 1)
    expect(corridors.get('A B')!.withinVariance).toBeLessThan(corridors.get('C D')!.withinVariance)
  })

  it('are of a kind by their size where nothing else is known', () => {
    const sized = (meanPersons: number) =>
      kindBySize({ origin: 'A', destination: 'B', meanPersons })
    expect([5, 30, 300].map(sized)).toEqual(['below 30', '30 to 300', '300 and more'])
  })
})

const real = figuresPresent ? describe : describe.skip

real(`the flows of 2010 to 2015${skipped}`, () => {
  it('tell what to expect of every corridor of 2016 that both sides reported', () => {
    const earlier = publishedPairs().filter(({ period }) => period < '2016')
    const model = expectationModel(earlier, { reference: 'SE', estimator: 'log-linear' })
    expect(model.periods).toHaveLength(6)
    const found = publishedPairs()
      .filter(({ period }) => period === '2016')
      .map((pair) => expectationOf(model, pair).status)
    expect(found.filter((status) => status === 'expected')).toHaveLength(200)
    expect(Math.sqrt(model.spreads.kinds.get('300 and more')!)).toBeCloseTo(0.28, 2)
    expect(Math.sqrt(model.spreads.kinds.get('below 30')!)).toBeCloseTo(0.72, 2)
    expect(Math.sqrt(model.spreads.between)).toBeCloseTo(0.46, 2)
  })
})
