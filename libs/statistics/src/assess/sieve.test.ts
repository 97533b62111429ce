// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { betaAtLeast, logGamma } from '../metrics/beta-tail'
import { measured } from './measured'
import { testPair } from './pair-test'
import { alarmBand, exactUpTo, largeMargin, type Band } from './sieve'

const expected = (logRatio: number, variance: number) => ({
  status: 'expected' as const,
  logRatio,
  variance,
  basis: 'history' as const,
  periods: 5,
  shrinkage: 1,
})

function pOf(outflow: number, inflow: number, expectation: ReturnType<typeof expected>): number {
  const figure = (value: number) => measured({ status: 'value', value })
  const test = testPair({ origin: figure(outflow), destination: figure(inflow), expectation })
  return test.status === 'tested' ? test.p : NaN
}

/** As the full round asks it, in SQL. */
function passes(
  [outflow, inflow]: readonly [number, number],
  { lower, upper, half }: Band,
): boolean {
  const all = outflow + inflow
  if (all === 0) return false
  const margin = all > exactUpTo ? largeMargin : 0
  const share = outflow + half
  return share < (lower + margin) * (all + 2 * half) || share > (upper - margin) * (all + 2 * half)
}

describe('the tail of a beta', () => {
  // Closed forms: of Beta(1, b) above x lies (1 − x)^b; of Beta(a, 1), 1 − x^a; of Beta(2, 2), 1 − 3x² + 2x³.
  it.each([
    [0.3, 1, 4, 0.7 ** 4],
    [0.9, 1, 0.2, 0.1 ** 0.2],
    [0.8, 3.5, 1, 1 - 0.8 ** 3.5],
    [0.6, 2, 2, 1 - 3 * 0.36 + 2 * 0.216],
    [0.5, 400, 400, 0.5],
  ])('above %d of Beta(%d, %d) is %d', (...line) => {
    const [x, alpha, beta, tail] = line
    const bound = betaAtLeast(x, { alpha, beta })
    expect(bound).toBeLessThanOrEqual(tail)
    expect(bound / tail).toBeGreaterThan(0.999)
  })

  it('rests on the logarithm of the gamma function', () => {
    expect(logGamma(1)).toBeCloseTo(0, 13)
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13)
    expect(logGamma(171)).toBeCloseTo(706.5730622457874, 9)
  })
})

describe('the first sieve', () => {
  const logRatio = fc.double({ min: -4, max: 4, noNaN: true })
  const variance = fc.oneof(
    fc.double({ min: 0.0025, max: 1.5, noNaN: true }),
    fc.double({ min: 1.5, max: 30, noNaN: true }),
  )
  const alarm = fc.oneof(fc.constant(0), fc.double({ min: 1e-12, max: 0.2, noNaN: true }))

  it('never keeps back a pair that the exact test raises', () => {
    const persons = fc.oneof(fc.nat(40), fc.nat(3000), fc.nat(500_000))
    let raised = 0
    fc.assert(
      fc.property(fc.tuple(persons, persons), fc.tuple(logRatio, variance, alarm), (pair, by) => {
        const [[out, into], [rho, s2, at]] = [pair, by]
        const expectation = expected(rho, s2)
        if (pOf(out, into, expectation) > at) return
        raised++
        expect(passes([out, into], alarmBand(expectation, at))).toBe(true)
      }),
      { numRuns: 600 },
    )
    expect(raised).toBeGreaterThan(50)
  })

  it('keeps none back at its edge, where one person more or less decides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.tuple(logRatio, variance), (all, by) => {
        const expectation = expected(...by)
        const band = alarmBand(expectation, 0.05)
        for (const edge of [band.lower, band.upper])
          for (const step of [-2, -1, 0, 1, 2]) {
            const out = Math.min(all, Math.max(0, Math.round(edge * all) + step))
            if (pOf(out, all - out, expectation) <= 0.05)
              expect(passes([out, all - out], band)).toBe(true)
          }
      }),
      { numRuns: 200 },
    )
  })

  it('keeps back most of what is as expected', () => {
    const band = alarmBand(expected(0, 0.09), 0.05)
    expect(passes([500, 500], band)).toBe(false)
    expect(passes([620, 380], band)).toBe(false)
    expect(passes([700, 300], band)).toBe(true)
  })

  it('leaves every pair to the test where nothing is spread', () => {
    expect(passes([5, 5], alarmBand(expected(0, 0), 0.05))).toBe(true)
  })
})
