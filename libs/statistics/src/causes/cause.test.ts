// SPDX-License-Identifier: Apache-2.0
import { codeList } from '@corridor/contracts'
import fc from 'fast-check'
import { withRemainder, type Cause } from './cause'

describe('the list of causes', () => {
  it('is that of the contracts', () => {
    const all: Readonly<Record<Cause, true>> = {
      DEF_DURATION: true,
      DEF_PARTNER: true,
      DEF_POPULATION: true,
      DEF_AGE: true,
      TIMING: true,
      COVERAGE_UNDERCOUNT: true,
      COVERAGE_OVERCOUNT: true,
      CLASSIFICATION: true,
      PARTNER_MISALLOCATION: true,
      SAMPLING: true,
      SDC: true,
      PROVISIONAL: true,
      BREAK: true,
      ADMIN_CORRECTION: true,
      PROCESSING_ERROR: true,
      DUPLICATE: true,
      RETURNS: true,
      ESTIMATION: true,
      NOT_COLLECTED: true,
      UNEXPLAINED: true,
    }
    expect(Object.keys(all)).toEqual(codeList('CL_CAUSE').codes)
  })
})

describe('the amounts of a case', () => {
  it('sum to the difference, what is left being not yet explained', () => {
    const decided = [
      { cause: 'TIMING', persons: -30 },
      { cause: 'DEF_DURATION', persons: 50 },
    ] as const
    expect(withRemainder(decided, -40)).toEqual([
      ...decided,
      { cause: 'UNEXPLAINED', persons: -60 },
    ])
    expect(withRemainder(decided, 20)).toEqual(decided)
    const amount = fc.record({
      cause: fc.constantFrom<Cause>('TIMING', 'SDC', 'UNEXPLAINED'),
      persons: fc.integer({ min: -999, max: 999 }),
    })
    fc.assert(
      fc.property(fc.array(amount), fc.integer({ min: -999, max: 999 }), (amounts, whole) => {
        const sum = withRemainder(amounts, whole).reduce((all, { persons }) => all + persons, 0)
        expect(sum).toBe(whole)
      }),
    )
  })
})
