// SPDX-License-Identifier: Apache-2.0
import { figuresPresent, linesOf, oracleOf, publishedPairs, skipped } from '../given-figures'
import type { MirrorPair } from '../ratios/mirror-pair'
import { accuracyWeight, bustosYildirim } from './bustos-yildirim'
import { hidiroglouBerthelot } from './hidiroglou-berthelot'
import { quantile, robustSpread } from './quantile'
import { reporterIndices, symmetryWeight } from './reliability'
import { undercountRatio } from './undercount-ratio'

type Named = Readonly<Record<string, number>>

const toy: readonly MirrorPair[] = (
  [
    ['AB', 90, 100],
    ['AC', 180, 220],
    ['BA', 50, 60],
    ['BC', 45, 60],
    ['CA', 40, 110],
    ['CB', 30, 66],
  ] as const
).map(([[origin = '', destination = ''], outflow, inflow]) => ({
  origin,
  destination,
  outflow,
  inflow,
}))

function expectAll(got: ReadonlyMap<string, number>, expected: Named): void {
  expect([...got.keys()].sort()).toEqual(Object.keys(expected).sort())
  for (const [state, value] of got) expect(value).toBeCloseTo(expected[state]!, 6)
}

function of(pairs: readonly MirrorPair[], role: 'origin' | 'destination') {
  const indices = reporterIndices(pairs, role, 0.2)
  const pick = (index: 'reliability' | 'symmetry') =>
    new Map([...indices].map(([state, own]) => [state, own[index]]))
  return { reliability: pick('reliability'), symmetry: pick('symmetry') }
}

describe('the indices of three reporters', () => {
  it('are those of the oracle', () => {
    const [origin, destination] = [of(toy, 'origin'), of(toy, 'destination')]
    expectAll(origin.reliability, { A: 1, B: 0.526316, C: 0 })
    expectAll(destination.reliability, { A: 0.352941, B: 0.60241, C: 0.785714 })
    expectAll(origin.symmetry, { A: 0.915254, B: 0.883721, C: 0.569106 })
    expectAll(destination.symmetry, { A: 0.692308, B: 0.839161, C: 0.891089 })
    const accuracy = bustosYildirim(toy)
    expectAll(accuracy.asOrigin, { A: 14.032929, B: 9.917873, C: 1.950704 })
    expectAll(accuracy.asDestination, { A: 6.075278, B: 7.488062, C: 3.903406 })
  })

  it('are turned round where the sides are swapped, but for reliability, which looks at the destination', () => {
    const swapped = toy.map(({ origin, destination, outflow, inflow }) => ({
      origin: destination,
      destination: origin,
      outflow: inflow,
      inflow: outflow,
    }))
    expect(of(swapped, 'origin').symmetry).toEqual(of(toy, 'destination').symmetry)
    expect(bustosYildirim(swapped).asOrigin).toEqual(bustosYildirim(toy).asDestination)
  })

  it('make weights between 0 and 1', () => {
    expect(symmetryWeight(0.9, 0.6)).toBeCloseTo(0.6, 12)
    expect(symmetryWeight(0, 0)).toBe(0.5)
    expect(accuracyWeight(3, 1)).toBeCloseTo(Math.exp(3) / (Math.exp(3) + Math.exp(1)), 12)
    expect(accuracyWeight(Infinity, 5)).toBe(1)
    expect(accuracyWeight(2000, 1999)).toBeCloseTo(0.731, 3)
  })
})

describe('quantiles', () => {
  it('lie on the line between neighbours', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile([4, 1, 2, 8], share))).toEqual([
      1, 1.75, 3, 5, 8,
    ])
    expect(quantile([], 0.5)).toBeNaN()
  })

  it('give a spread that one wild value does not move', () => {
    expect(robustSpread([1, 2, 3, 4, 5])).toBeCloseTo(1.4826, 12)
    expect(robustSpread([1, 2, 3, 4, 5000])).toBeCloseTo(1.4826, 12)
  })
})

describe('the undercount of a reporter', () => {
  it('is the published example: Poland, emigration of 2003', () => {
    const own = { persons: 1143.56, ofAll: 20_000 }
    const group = { persons: 3771.29, ofAll: 60_000 }
    const found = undercountRatio(own, group, 0.95)!
    expect(found.ratio).toBeCloseTo(0.303, 3)
    expect(found.lower).toBeCloseTo(0.284, 2)
    expect(found.upper).toBeCloseTo(0.323, 2)
  })

  it('is not known where nobody was counted', () => {
    const none = { persons: 0, ofAll: 10 }
    expect(undercountRatio(none, none, 0.95)).toBeUndefined()
  })
})

const real = figuresPresent ? describe : describe.skip

real(`the flows of 2016 that both sides reported${skipped}`, () => {
  const pairs = figuresPresent ? publishedPairs().filter(({ period }) => period === '2016') : []
  const oracle = (figuresPresent ? oracleOf('correction_factors_2016.json') : {}) as Readonly<
    Record<string, Readonly<Record<string, Named>>>
  >

  it('have the indices of the oracle', () => {
    const [origin, destination] = [of(pairs, 'origin'), of(pairs, 'destination')]
    const expected = oracle.E_reliability!
    expectAll(origin.reliability, expected.gehlhar20_origin!)
    expectAll(destination.reliability, expected.gehlhar20_destination!)
    expectAll(origin.symmetry, expected.symmetry_origin!)
    expectAll(destination.symmetry, expected.symmetry_destination!)
    const accuracy = bustosYildirim(pairs)
    expectAll(accuracy.asOrigin, oracle.F_bustos_yildirim!.A_origin!)
    expectAll(accuracy.asDestination, oracle.F_bustos_yildirim!.A_destination!)
  })

  it('have the effects and the flags of the oracle', () => {
    const found = hidiroglouBerthelot(pairs, { u: 0.5, a: 0.05, c: 4 })
    const expected = oracleOf('hidiroglou_berthelot_2016.json') as Named
    expect(found.medianRatio).toBeCloseTo(expected.median_ratio!, 12)
    expect(found.quartiles[0]).toBeCloseTo(expected.q25!, 9)
    expect(found.quartiles[2]).toBeCloseTo(expected.q75!, 9)
    expect(found.lower).toBeCloseTo(expected.lower!, 9)
    expect(found.upper).toBeCloseTo(expected.upper!, 9)
    const byCorridor = new Map(found.pairs.map((pair) => [pair.origin + pair.destination, pair]))
    const lines = linesOf('oracles/hidiroglou_berthelot_2016.csv')
    expect([lines.length, found.pairs.length, found.unused.length]).toEqual([199, 199, 1])
    for (const line of lines) {
      const pair = byCorridor.get(`${line.origin}${line.destination}`)!
      expect(pair.effect).toBeCloseTo(Number(line.effect), 5)
      expect(pair.centred).toBeCloseTo(Number(line.s), 5)
      expect(pair.outside).toBe(line.flag === '1')
    }
  })

  it.each(['NORDIC', 'NORDIC_PLUS_BE_CH_NL'])(
    'have the undercount that was published against %s',
    (group) => {
      const lines = linesOf(`oracles/danko_bilateral_ratios_IMEM_${group}.csv`)
      const ratios = lines.flatMap((line) =>
        ['I', 'E'].flatMap((flow) =>
          ['C', 'UC'].map((kind) => {
            const read = (column: string) => Number(line[column] || NaN)
            const part = (side: string) => ({
              persons: read(`${flow}${kind}${side}`),
              ofAll: read(`POP${flow}${side}`),
            })
            const name = `${flow}${kind}`
            const published = [name, `${name}_q.lo`, `${name}_q.hi`].map(read)
            return { own: part('n'), reference: part('d'), published }
          }),
        ),
      )
      const told = ratios.filter(
        ({ own, reference, published }) =>
          Math.min(own.persons, reference.persons) >= 100 &&
          published.every(Number.isFinite) &&
          [own, reference].every(({ ofAll }) => ofAll > 0),
      )
      let worst = 0
      for (const {
        own,
        reference,
        published: [ratio = NaN, lower = NaN, upper = NaN],
      } of told) {
        const found = undercountRatio(own, reference, 0.95)!
        expect(found.ratio).toBeCloseTo(ratio, 8)
        worst = Math.max(
          worst,
          Math.abs(found.lower / lower - 1),
          Math.abs(found.upper / upper - 1),
        )
      }
      expect(told.length).toBeGreaterThan(1200)
      expect(worst).toBeLessThan(0.02)
    },
  )
})
