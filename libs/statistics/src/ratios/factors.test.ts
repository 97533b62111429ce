// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { factorInterval, logLinear } from './log-linear'
import { logRatioOf, type CoverageFactors } from './coverage-factors'
import type { MirrorPair } from './mirror-pair'
import { ratioIteration } from './ratio-iteration'
import { totalPreserving } from './total-preserving'

type Named = Readonly<Record<string, number>>

const pairsOf = (rows: readonly (readonly [string, number, number])[]): readonly MirrorPair[] =>
  rows.map(([corridor, outflow, inflow]) => {
    const [origin = '', destination = ''] = corridor
    return { origin, destination, outflow, inflow }
  })

const toy = pairsOf([
  ['AB', 90, 100],
  ['AC', 180, 220],
  ['BA', 50, 60],
  ['BC', 45, 60],
  ['CA', 40, 110],
  ['CB', 30, 66],
])

const estimators = {
  'ratio iteration': (pairs: readonly MirrorPair[], reference: string): CoverageFactors =>
    ratioIteration(pairs, reference),
  'total-preserving least squares': totalPreserving,
  'log-linear': (pairs: readonly MirrorPair[], reference: string): CoverageFactors =>
    logLinear(pairs, { reference, robust: 'none' }),
  'log-linear after Huber': (pairs: readonly MirrorPair[], reference: string): CoverageFactors =>
    logLinear(pairs, { reference, robust: 'huber' }),
}
const each = Object.entries(estimators)

/** That factors are those expected, to as many digits. */
function expectFactors(got: ReadonlyMap<string, number>, expected: Named, digits: number): void {
  expect([...got.keys()].sort()).toEqual(Object.keys(expected).sort())
  for (const [state, factor] of got) expect(factor).toBeCloseTo(expected[state]!, digits)
}

describe('three states that report on each other', () => {
  it('have the factors of the oracle by ratio iteration', () => {
    const { immigration, emigration } = ratioIteration(toy, 'A')
    expectFactors(immigration, { A: 1, B: 1.1597043064100354, C: 1.007838856916104 }, 10)
    expectFactors(
      emigration,
      { A: 1.2507221450464683, B: 1.2681087517364866, C: 2.6648640603294615 },
      10,
    )
  })

  it('have those of the oracle by total-preserving least squares', () => {
    const { unscaled, objective } = totalPreserving(toy, 'A')
    const a = { A: 0.8063227766492963, B: 0.9500652575992575, C: 0.8240798545365225 }
    expectFactors(unscaled.immigration, a, 10)
    const b = { A: 1.024582269862699, B: 1.0285082922480753, C: 2.158949075877439 }
    expectFactors(unscaled.emigration, b, 10)
    expect(objective).toBeCloseTo(0.3259152403278471, 10)
  })

  it('have those of the oracle by the log-linear form, and chance explains all', () => {
    const { immigration, emigration, unexplained } = logLinear(toy, {
      reference: 'A',
      robust: 'none',
    })
    expectFactors(immigration, { A: 1, B: 1.12912601634088, C: 0.9877685333811068 }, 10)
    const b = { A: 1.2223853241145555, B: 1.2554322499864563, C: 2.6369285602204258 }
    expectFactors(emigration, b, 10)
    expect(unexplained).toBe(0)
  })
})

describe('figures that follow the factors exactly', () => {
  const states = ['A', 'B', 'C', 'D', 'E']
  const factor = fc.double({ min: 0.1, max: 10, noNaN: true })
  const five = fc.array(factor, { minLength: 5, maxLength: 5 })
  const truths = fc.array(fc.integer({ min: 20, max: 90_000 }), { minLength: 25, maxLength: 25 })
  const world = fc.record({ a: five, b: five, truths })
  const figuresOf = ({ a, b, truths: true_ }: { a: number[]; b: number[]; truths: number[] }) =>
    states.flatMap((origin, i) =>
      states.flatMap((destination, j) =>
        i === j
          ? []
          : [
              {
                origin,
                destination,
                outflow: true_[5 * i + j]! / b[i]!,
                inflow: true_[5 * i + j]! / a[j]!,
              },
            ],
      ),
    )

  it.each(each)('give the factors back by %s', (_, estimate) => {
    fc.assert(
      fc.property(world, ({ a, b, truths: true_ }) => {
        const { immigration, emigration } = estimate(figuresOf({ a, b, truths: true_ }), 'A')
        states.forEach((state, place) => {
          expect(Math.abs(immigration.get(state)! / (a[place]! / a[0]!) - 1)).toBeLessThan(1e-6)
          expect(Math.abs(emigration.get(state)! / (b[place]! / a[0]!) - 1)).toBeLessThan(1e-6)
        })
      }),
      { numRuns: 25 },
    )
  })

  // The oracle exact_recovery_5x5: a 1, 1.25, 2, 0.8, 4 and b 1.1, 0.5, 2.5, 1, 3.
  it.each(each)('of the oracle are found by %s', (_, estimate) => {
    const a = [1, 1.25, 2, 0.8, 4]
    const b = [1.1, 0.5, 2.5, 1, 3]
    const flows = [
      [0, 4735, 3200, 3484, 4506],
      [2975, 0, 3923, 4201, 1280],
      [466, 1640, 0, 1568, 4393],
      [4580, 225, 2598, 0, 4141],
      [830, 4025, 771, 2446, 0],
    ]
    const found = estimate(figuresOf({ a, b, truths: flows.flat() }), 'A')
    const named = (factors: number[]) => Object.fromEntries(states.map((s, i) => [s, factors[i]!]))
    expectFactors(found.immigration, named(a), 6)
    expectFactors(found.emigration, named(b), 6)
  })
})

describe('expected ratios', () => {
  const figure = fc.integer({ min: 1, max: 5000 })
  const figures = fc.array(fc.tuple(figure, figure), { minLength: 12, maxLength: 12 })
  const states = ['A', 'B', 'C', 'D']
  const corridors = states.flatMap((o) => states.flatMap((d) => (o === d ? [] : [[o, d] as const])))
  const pairs = (values: readonly (readonly [number, number])[]) =>
    corridors.map(([origin, destination], place) => {
      const [outflow, inflow] = values[place]!
      return { origin, destination, outflow, inflow }
    })

  it.each(each)('do not depend on the reference by %s', (_, estimate) => {
    fc.assert(
      fc.property(figures, (values) => {
        const [one, other] = [estimate(pairs(values), 'A'), estimate(pairs(values), 'C')]
        for (const pair of pairs(values))
          expect(logRatioOf(one, pair)).toBeCloseTo(logRatioOf(other, pair)!, 6)
      }),
      { numRuns: 15 },
    )
  })

  it.each(each)('are turned round where the sides are swapped by %s', (_, estimate) => {
    fc.assert(
      fc.property(figures, (values) => {
        const given_ = pairs(values)
        const swapped = given_.map(({ origin, destination, outflow, inflow }) => ({
          origin: destination,
          destination: origin,
          outflow: inflow,
          inflow: outflow,
        }))
        const [one, other] = [estimate(given_, 'A'), estimate(swapped, 'A')]
        given_.forEach((pair, place) =>
          expect(logRatioOf(other, swapped[place]!)).toBeCloseTo(-logRatioOf(one, pair)!, 6),
        )
      }),
      { numRuns: 15 },
    )
  })

  it.each(each.slice(0, 2))(
    'are the same for a thousandfold of all figures by %s',
    (_, estimate) => {
      fc.assert(
        fc.property(figures, (values) => {
          const scaled = pairs(values).map((pair) => ({
            ...pair,
            outflow: pair.outflow * 1000,
            inflow: pair.inflow * 1000,
          }))
          const [one, other] = [estimate(pairs(values), 'A'), estimate(scaled, 'A')]
          for (const pair of scaled)
            expect(logRatioOf(other, pair)).toBeCloseTo(logRatioOf(one, pair)!, 8)
        }),
        { numRuns: 15 },
      )
    },
  )

  it('move with one side: ten times the inflow of a state is a tenth of its a', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const scaled = pairs(values).map((pair) =>
          pair.destination === 'D' ? { ...pair, inflow: pair.inflow * 10 } : pair,
        )
        const [one, other] = [ratioIteration(pairs(values), 'A'), ratioIteration(scaled, 'A')]
        expect(other.immigration.get('D')! * 10).toBeCloseTo(one.immigration.get('D')!, 6)
      }),
      { numRuns: 15 },
    )
  })
})

describe('a state that counts nobody', () => {
  it.each(each)('has no factor, and the others keep theirs, by %s', (_, estimate) => {
    const none = toy.map((pair) => ({ ...pair, destination: 'N', inflow: 0 }))
    const { immigration, unused } = estimate([...toy, ...none], 'A')
    expect(immigration.has('N')).toBe(false)
    expect(immigration.get('B')).toBeCloseTo(estimate(toy, 'A').immigration.get('B')!, 6)
    expect(unused).toHaveLength(6)
  })
})

describe('a flow that does not fit the pattern', () => {
  const states = ['A', 'B', 'C', 'D', 'E', 'F']
  const steady = states.flatMap((origin) =>
    states.flatMap((destination, place) =>
      origin === destination
        ? []
        : [{ origin, destination, outflow: 1000 + 40 * place, inflow: 1000 + 30 * place }],
    ),
  )
  const odd = steady.map((pair) =>
    pair.origin === 'B' && pair.destination === 'D'
      ? { ...pair, inflow: pair.inflow * 1000 }
      : pair,
  )

  it('is listed, and loses its weight after Huber', () => {
    const found = logLinear(odd, { reference: 'A', robust: 'huber' })
    expect(found.outliers.map(({ origin, destination }) => origin + destination)).toEqual(['BD'])
    expect(found.outliers[0]!.weight).toBeLessThan(0.05)
    expect(found.immigration.get('D')).toBeCloseTo(
      logLinear(steady, { reference: 'A', robust: 'huber' }).immigration.get('D')!,
      1,
    )
    expect(logLinear(odd, { reference: 'A', robust: 'none' }).immigration.get('D')).toBeLessThan(
      0.5,
    )
  })
})

describe('the interval of a factor', () => {
  it('reaches as far on either side in logs', () => {
    const { lower, upper } = factorInterval(2, 0.1, 0.95)
    expect(lower * upper).toBeCloseTo(4, 12)
    expect(upper).toBeCloseTo(2 * Math.exp(0.1959963984540054), 12)
  })
})
