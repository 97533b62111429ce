// SPDX-License-Identifier: Apache-2.0
import { corridorsOf, states, world } from '../given-world'
import { expectationOf } from './expectation'
import { expectationModel } from './expectation-model'
import { expectationRecord, learntFrom, type ExpectationRecord } from './expectation-record'
import { factorInterval, logLinear } from './log-linear'

const years = ['2011', '2012', '2013', '2014']

describe('what was learnt', () => {
  it.each(['ratio-iteration', 'total-preserving', 'log-linear'] as const)(
    'is kept in a record to the last digit, by %s',
    (estimator) => {
      const earlier = world(years, { between: 0.4, within: 0.2 }).filter(
        ({ origin, destination }) => origin + destination !== 'AB',
      )
      const model = expectationModel(earlier, { reference: 'A', estimator })
      const text = JSON.stringify(expectationRecord(model))
      const learnt = learntFrom(JSON.parse(text) as ExpectationRecord)
      for (const corridor of [...corridorsOf(states), { origin: 'A', destination: 'Z' }])
        expect(expectationOf(learnt, corridor)).toEqual(expectationOf(model, corridor))
    },
  )
})

describe('factors of a world that is known', () => {
  it('lie in their intervals as often as is promised', () => {
    const found = Array.from({ length: 120 }, (_, seed) => {
      const pairs = world(['2011'], { between: 0.3, within: 0 }, seed + 1000)
      const { immigration, emigration, standardErrors } = logLinear(pairs, {
        reference: 'A',
        robust: 'none',
      })
      return states.flatMap((state, place) => {
        const inside = (factor: number, error: number, truth: number) => {
          const { lower, upper } = factorInterval(factor, error, 0.95)
          return lower <= truth && truth <= upper
        }
        const b = inside(
          emigration.get(state)!,
          standardErrors.emigration.get(state)!,
          1 + place / 4,
        )
        if (place === 0) return [b]
        const error = standardErrors.immigration.get(state)!
        return [b, inside(immigration.get(state)!, error, 1 + place / 3)]
      })
    }).flat()
    const share = found.filter(Boolean).length / found.length
    expect(found).toHaveLength(1320)
    expect(share).toBeGreaterThan(0.92)
    expect(share).toBeLessThan(0.97)
  })
})
