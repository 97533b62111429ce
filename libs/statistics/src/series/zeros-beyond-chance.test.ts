// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { chances, normalDraw, poissonDraw } from '../given-world'
import { zerosBeyondChance, type ExpectedCell } from './zeros-beyond-chance'

const cell = (sent: number, expected: number, variance = 0.3): ExpectedCell => ({
  ...{ sent, expected, variance },
})

describe('zeros', () => {
  it('are as likely as a gamma mixture of Poisson counts gives them', () => {
    // (1 + 0.5·4)^(−2) = 1/9; without a spread e^(−4).
    expect(zerosBeyondChance([cell(0, 4, 0.5)]).p).toBeCloseTo(1 / 9, 12)
    expect(zerosBeyondChance([cell(0, 4, 0)]).p).toBeCloseTo(Math.exp(-4), 12)
  })

  it('of several cells are a sum of chances: two of three, by hand', () => {
    const [a, b, c] = [0.5, 0.2, 0.1].map((chance) => cell(0, -Math.log(chance), 0))
    const sent = (one: ExpectedCell | undefined): ExpectedCell => ({ ...one!, sent: 3 })
    expect(zerosBeyondChance([a!, b!, sent(c)])).toMatchObject({ zeros: 2, cells: 3 })
    // ab(1−c) + ac(1−b) + bc(1−a) + abc
    expect(zerosBeyondChance([a!, b!, sent(c)]).p).toBeCloseTo(0.09 + 0.04 + 0.01 + 0.01, 12)
  })

  it('that there are none of say nothing, and more of them are never likelier', () => {
    const any = fc.record({
      ...{ sent: fc.nat(3), expected: fc.double({ min: 0.1, max: 60, noNaN: true }) },
      variance: fc.double({ min: 0, max: 2, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 30 }), (cells) => {
        const { p, zeros } = zerosBeyondChance(cells)
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1 + 1e-9)
        if (zeros === 0) expect(p).toBe(1)
        const first = cells.findIndex(({ sent }) => sent > 0)
        const more = cells.map((one, at) => (at === first ? { ...one, sent: 0 } : one))
        expect(zerosBeyondChance(more).p).toBeLessThanOrEqual(p + 1e-12)
      }),
    )
  })

  it('of a made-up reporter are beyond chance where up to ten are sent as zeros, and as rarely as promised where not', () => {
    const chance = chances(6)
    const reporters = Array.from({ length: 400 }, () =>
      Array.from({ length: 40 }, () => {
        const expected = Math.exp(5 * chance())
        const mean = expected * Math.exp(0.3 * normalDraw(chance))
        return cell(poissonDraw(mean, chance), expected, 0.09)
      }),
    )
    const found = (change: (sent: number) => number): number =>
      reporters.filter(
        (cells) =>
          zerosBeyondChance(cells.map((one) => ({ ...one, sent: change(one.sent) }))).p <= 0.01,
      ).length
    expect(found((sent) => sent) / 400).toBeLessThan(0.02)
    expect(found((sent) => (sent <= 10 ? 0 : sent)) / 400).toBeGreaterThan(0.95)
  })
})
