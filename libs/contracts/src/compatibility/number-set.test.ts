// SPDX-License-Identifier: Apache-2.0
import fc, { type Arbitrary } from 'fast-check'
import { everyNumber, hasNumber, numbersOutside, someNumbers, type NumberSet } from './number-set'

const ends = [-1e300, -(2 ** 60), -(2 ** 53), -2.5, -1, -0.25, 0, 1e-320, 0.25, 0.5, 1, 2, 2.5]
const more = [2 ** 52 + 0.5, 2 ** 53 - 1, 2 ** 53, 2 ** 60, everyNumber.max, everyNumber.min]
const values = [...ends, ...more, 3, 0.75, 5e-324, -5e-324, 1.0000000000000002, -0.5]

const sets: Arbitrary<NumberSet> = fc.oneof(
  fc
    .tuple(fc.boolean(), fc.constantFrom(...ends, ...more), fc.constantFrom(...ends, ...more))
    .map(([whole, min, max]): NumberSet => ({ kind: 'ruled', whole, min, max })),
  fc
    .uniqueArray(fc.constantFrom(...values), { maxLength: 4 })
    .map((named): NumberSet => ({ kind: 'named', values: named })),
)

describe('two sets of numbers', () => {
  it('are told apart by a number of the one that the other has not, and only then', () => {
    fc.assert(
      fc.property(sets, sets, (of, other) => {
        const [outside] = numbersOutside(of, other)
        const known = values.find((value) => hasNumber(of, value) && !hasNumber(other, value))
        if (outside === undefined) expect(known).toBeUndefined()
        else expect([hasNumber(of, outside), hasNumber(other, outside)]).toEqual([true, false])
      }),
      { numRuns: 3000 },
    )
  })

  it('know that between two large doubles there is nothing that is not whole', () => {
    const large: NumberSet = { kind: 'ruled', whole: false, min: 2 ** 53, max: 2 ** 60 }
    expect(numbersOutside(large, { ...everyNumber, whole: true })).toEqual([])
    expect(numbersOutside({ ...large, min: 2 ** 52 - 1 }, { ...everyNumber, whole: true })).toEqual(
      [2 ** 52 - 0.5],
    )
  })
})

describe('the numbers of a set', () => {
  it('are all different and all of the set, and all there are when they are fewer than asked for', () => {
    fc.assert(
      fc.property(sets, fc.integer({ min: 1, max: 8 }), (of, most) => {
        const found = someNumbers(of, most)
        expect(new Set(found).size).toBe(found.length)
        expect(found.filter((value) => !hasNumber(of, value))).toEqual([])
        if (found.length < most) {
          const left = values.filter((value) => hasNumber(of, value) && !found.includes(value))
          expect(left).toEqual([])
        }
      }),
      { numRuns: 2000 },
    )
  })
})
