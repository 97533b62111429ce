// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { chances, normalDraw, poissonDraw } from '../given-world'
import { balance } from './balance'

const side = (harmonised: number, factor: number, tau: number) => ({ harmonised, factor, tau })

describe('a balanced estimate', () => {
  // The oracle's four: E, I, b, a, τ of each; the share of the origin, the estimate, its interval without conflict, z.
  // prettier-ignore
  it.each([
    [3601, 15515, 1, 1, 0.3, 0.1, 0.10030135206185085, 13400.708424337063, 11120.592937330302, 16148.328356780003, -4.610927684653597],
    [451, 19, 0.93, 5.34, 0.2, 0.2, 0.6869288285793409, 268.96359002165997, 192.6352396929162, 375.53571647981204, 3.864824141558983],
    [90, 100, 1.25072, 1.1597, 0.1, 0.1, 0.48648648648648646, 114.300738589024, 93.70973154787141, 139.4162444625332, -0.14698493159983153],
    [20, 26, 1, 1, 0.25, 0.25, 0.47297297297297297, 22.965781146555603, 14.612666019586808, 36.0938314038332, -0.5678646883949571],
  ])('of %d and %d is the oracle’s', (...[e, i, b, a, tauO, tauD, share, estimate, lower, upper, z]) => {
    const found = balance(side(e, b, tauO), side(i, a, tauD))
    expect(found.originShare).toBeCloseTo(share, 12)
    expect(found.estimate / estimate).toBeCloseTo(1, 12)
    expect(found.z).toBeCloseTo(z, 10)
    // The oracle rounds the quantile to 1.96.
    expect(found.unscaled.lower / lower).toBeCloseTo(1, 4)
    expect(found.unscaled.upper / upper).toBeCloseTo(1, 4)
    const rounded = balance(side(e, b, tauO), side(i, a, tauD), { level: 0.950004209703559 })
    expect(rounded.unscaled.lower / lower).toBeCloseTo(1, 9)
    expect(rounded.unscaled.upper / upper).toBeCloseTo(1, 9)
  })

  it('has an interval that is widened where the two sides contradict each other, and the other beside it', () => {
    const found = balance(side(3601, 1, 0.3), side(15515, 1, 0.1))
    expect(found).toMatchObject({ conflict: true })
    expect(found.birge).toBeCloseTo(4.610927684653597, 9)
    expect(Math.round(found.interval.lower / 10)).toBe(567)
    expect(Math.round(found.interval.upper / 10)).toBe(3167)
    const agreeing = balance(side(90, 1.25072, 0.1), side(100, 1.1597, 0.1))
    expect(agreeing).toMatchObject({ conflict: false, birge: 1 })
    expect(agreeing.interval).toEqual(agreeing.unscaled)
  })

  it('takes a zero for one half', () => {
    expect(balance(side(0, 1, 0.2), side(0, 1, 0.2)).estimate).toBeCloseTo(0.5, 12)
  })

  it('lies between the two adjusted figures, and does not depend on their order', () => {
    const figure = fc.integer({ min: 1, max: 100_000 })
    const tau = fc.double({ min: 0.05, max: 1, noNaN: true })
    fc.assert(
      fc.property(figure, figure, tau, tau, (...[one, other, t, u]) => {
        const found = balance(side(one, 1, t), side(other, 1, u))
        const back = balance(side(other, 1, u), side(one, 1, t))
        expect(found.estimate).toBeGreaterThanOrEqual(Math.min(one, other) * (1 - 1e-9))
        expect(found.estimate).toBeLessThanOrEqual(Math.max(one, other) * (1 + 1e-9))
        expect(back.estimate / found.estimate).toBeCloseTo(1, 9)
        expect(back.z).toBeCloseTo(-found.z, 9)
      }),
    )
  })

  it('has the truth in its interval as often as is promised', () => {
    const chance = chances(42)
    const rounds = 4000
    let inside = 0
    for (let round = 0; round < rounds; round++) {
      const truth = 200 + 3000 * chance()
      const count = (tau: number) => poissonDraw(truth * Math.exp(tau * normalDraw(chance)), chance)
      const { unscaled } = balance(side(count(0.2), 1, 0.2), side(count(0.1), 1, 0.1))
      if (unscaled.lower <= truth && truth <= unscaled.upper) inside++
    }
    expect(inside / rounds).toBeGreaterThan(0.94)
    expect(inside / rounds).toBeLessThan(0.96)
  })
})
