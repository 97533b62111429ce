// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { fromUnits, shiftPoint, toUnits } from './scale-number'

describe('figures in thousands and millions', () => {
  it('become whole persons exactly', () => {
    expect(toUnits('122.55', 3)).toBe(122_550)
    expect(toUnits('1570.0', 3)).toBe(1_570_000)
    expect(toUnits('0.000001', 6)).toBe(1)
    expect(toUnits('1204.0', 0)).toBe(1204)
    expect(toUnits('-0', 0)).toBe(0)
  })

  it('are none where they are no whole persons or more than can be counted', () => {
    expect(toUnits('122.5', 0)).toBeUndefined()
    expect(toUnits('1.2345', 3)).toBeUndefined()
    expect(toUnits('1'.repeat(16), 0)).toBeUndefined()
    expect(toUnits('', 0)).toBeUndefined()
  })

  it('come out as they went in', () => {
    const some = fc.tuple(fc.nat(999_999_999), fc.constantFrom(0, 3, 6), fc.nat(6))
    fc.assert(
      fc.property(some, ([value, multiplier, decimals]) => {
        expect(toUnits(fromUnits(value, multiplier, decimals), multiplier)).toBe(value)
      }),
    )
    expect(fromUnits(1_570_000, 3, 1)).toBe('1570.0')
    expect(fromUnits(550, 3, 0)).toBe('0.55')
    expect(fromUnits(-5, 0)).toBe('-5')
  })

  it('can have their point moved either way', () => {
    expect(shiftPoint('0.0125', 3)).toBe('12.5')
    expect(shiftPoint('12.5', -3)).toBe('0.0125')
    expect(shiftPoint('12.5', 0)).toBe('12.5')
    expect(shiftPoint('-7', 3)).toBe('-7000')
  })
})
