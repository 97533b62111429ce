// SPDX-License-Identifier: Apache-2.0
import { twoSided } from '../metrics/binomial'
import { rangeOf, tailsOf } from './count-tails'

describe('the tails of a count', () => {
  it('of a Poisson count are sums of its masses', () => {
    // Σ e^-3·3^x/x! over 0 to 3, by hand.
    const atMost = Math.exp(-3) * (1 + 3 + 4.5 + 4.5)
    expect(tailsOf(3, { mean: 3, variance: 3 }).atMost).toBeCloseTo(atMost, 12)
    expect(tailsOf(3, { mean: 3, variance: 3 }).atLeast).toBeCloseTo(1 - Math.exp(-3) * 8.5, 12)
  })

  it('of a negative binomial one with r = 2 and p = 1/2 are those of waiting for the second head', () => {
    // m(x) = (x + 1)/2^(x + 2): mean 2, variance 4.
    expect(tailsOf(1, { mean: 2, variance: 4 }).atMost).toBeCloseTo(1 / 4 + 2 / 8, 12)
  })

  it('below the mean in variance are binomial', () => {
    const law = { mean: 6, variance: 3 }
    const { atLeast, atMost } = tailsOf(3, law)
    expect(2 * Math.min(atLeast, atMost)).toBeCloseTo(
      twoSided(3, 12, { kind: 'binomial', chance: 0.5 }),
      12,
    )
  })

  it('join at the mean from which on the normal of the log is taken', () => {
    const [below, above] = [20_000, 20_001].map((mean) =>
      tailsOf(21_500, { mean, variance: mean + 0.0009 * mean ** 2 }),
    )
    expect(Math.abs((above?.atLeast ?? 0) / (below?.atLeast ?? 1) - 1)).toBeLessThan(0.1)
  })

  it('of nobody expected allow nobody', () => {
    expect(tailsOf(0, { mean: 0, variance: 0 })).toEqual({ atLeast: 1, atMost: 1 })
    expect(tailsOf(1, { mean: 0, variance: 0 })).toEqual({ atLeast: 0, atMost: 1 })
  })
})

describe('the range of a count', () => {
  it.each([
    { mean: 0.4, variance: 0.4 },
    { mean: 9, variance: 3 },
    { mean: 250, variance: 900 },
  ])('leaves at most half the level outside on either side: %p', (law) => {
    const { lower, upper } = rangeOf(law, 0.05)
    expect(tailsOf(lower, law).atMost).toBeGreaterThan(0.025)
    expect(tailsOf(upper, law).atLeast).toBeGreaterThan(0.025)
    expect(tailsOf(lower - 1, law).atMost).toBeLessThanOrEqual(0.025)
    expect(tailsOf(upper + 1, law).atLeast).toBeLessThanOrEqual(0.025)
  })
})
