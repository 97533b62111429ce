// SPDX-License-Identifier: Apache-2.0
// The oracle of 2016: 15 reporters, 200 corridors that both sides reported (Eurostat, credit due).
import { figuresPresent, oracleOf, publishedPairs, skipped } from '../given-figures'
import { logLinear } from './log-linear'
import { ratioIteration } from './ratio-iteration'
import { totalPreserving } from './total-preserving'

type Named = Readonly<Record<string, number>>

/** That factors are those expected, to as many digits. */
function expectFactors(got: ReadonlyMap<string, number>, expected: Named, digits: number): void {
  expect([...got.keys()].sort()).toEqual(Object.keys(expected).sort())
  for (const [state, factor] of got) expect(factor).toBeCloseTo(expected[state]!, digits)
}

const real = figuresPresent ? describe : describe.skip

real(`the flows of 2016 that both sides reported${skipped}`, () => {
  const pairs = figuresPresent ? publishedPairs().filter(({ period }) => period === '2016') : []
  const oracle = (figuresPresent ? oracleOf('correction_factors_2016.json') : {}) as Readonly<
    Record<string, Readonly<Record<string, Named>>>
  >
  const part = (name: string, member: string) => oracle[name]![member]!

  it('have the factors of the oracle by ratio iteration', () => {
    expect(pairs).toHaveLength(200)
    const { immigration, emigration } = ratioIteration(pairs, 'SE')
    expectFactors(immigration, part('C_vdErf_vdGaag_iterative', 'a_destination'), 6)
    expectFactors(emigration, part('C_vdErf_vdGaag_iterative', 'b_origin'), 6)
  })

  it('have those of the oracle by total-preserving least squares', () => {
    const found = totalPreserving(pairs, 'SE')
    const name = 'A2_weighted_LS_total_preserving'
    expectFactors(found.immigration, part(name, 'a_rescaled_SE1'), 6)
    expectFactors(found.emigration, part(name, 'b_rescaled_SE1'), 6)
    expectFactors(found.unscaled.immigration, part(name, 'a_destination'), 6)
    expectFactors(found.unscaled.emigration, part(name, 'b_origin'), 6)
    expect(found.objective).toBeCloseTo(12939.2973, 4)
  })

  it('have those of the oracle by the log-linear form, and its worst residuals', () => {
    const found = logLinear(pairs, { reference: 'SE', robust: 'none', outlierZ: 1.85 })
    const name = 'D_loglinear_random_effect'
    expectFactors(found.immigration, part(name, 'a_destination'), 6)
    expectFactors(found.emigration, part(name, 'b_origin'), 6)
    expect(found.unexplained).toBeCloseTo(0.228834, 6)
    expect(found).toMatchObject({ degreesOfFreedom: 170, unused: [{ origin: 'SK', outflow: 0 }] })
    const worst = oracle[name]!.largest_standardised_residuals as unknown as readonly {
      origin: string
      destination: string
      resid: number
      z: number
    }[]
    worst.forEach((expected, place) => {
      const got = found.residuals[place]!
      expect(got.origin + got.destination).toBe(expected.origin + expected.destination)
      expect(got.residual).toBeCloseTo(expected.resid, 4)
      expect(got.z).toBeCloseTo(expected.z, 4)
    })
  })

  it('are all in one component', () => {
    const { identification } = ratioIteration(pairs, 'SE')
    expect(identification).toMatchObject({ notIdentified: [], fittedExactly: [] })
    expect(identification.components).toMatchObject([{ reference: 'SE', redundancy: 171 }])
  })
})
