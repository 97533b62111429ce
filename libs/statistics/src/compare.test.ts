// SPDX-License-Identifier: Apache-2.0
import { asymmetryPercent, compareFigures, type Statement } from './compare'
import type { Definition } from './definition'

const twelveMonths: Definition = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
}
const says = (value: number | null, change: Partial<Definition> = {}): Statement => ({
  value,
  definition: { ...twelveMonths, ...change },
})

describe('the asymmetry coefficient', () => {
  it('is the difference over the average of the two figures, in percent', () => {
    expect(asymmetryPercent(90, 110)).toBe(20)
    expect(asymmetryPercent(110, 90)).toBe(20)
    expect(asymmetryPercent(0, 5)).toBe(200)
  })

  it('is nought for two true zeros', () => {
    expect(asymmetryPercent(0, 0)).toBe(0)
  })
})

describe('two figures of one flow', () => {
  it('are within tolerance up to and including it, and outside above', () => {
    expect(compareFigures(says(95), says(105), 10).outcome).toBe('within')
    expect(compareFigures(says(95), says(106), 10).outcome).toBe('outside')
  })

  it('keep the sign of the difference: origin minus destination', () => {
    expect(compareFigures(says(3), says(553), 10).difference).toBe(-550)
  })

  it('are not comparable where the definitions differ, and say which', () => {
    const compared = compareFigures(says(3, { minimumStay: 'permanent' }), says(553), 10)
    expect(compared).toMatchObject({ outcome: 'not-comparable', difference: -550 })
    expect(compared.reason).toContain('minimum stay: origin permanent, destination P12M')
  })

  it('may come from different sources, but not one from the other', () => {
    expect(compareFigures(says(9, { source: 'survey' }), says(9), 10).outcome).toBe('within')
    expect(compareFigures(says(9, { source: 'mirror' }), says(9), 10).outcome).toBe(
      'not-comparable',
    )
  })

  it('are one-sided where a side says nothing or has no value, which is never a zero', () => {
    expect(compareFigures(null, says(9), 10)).toMatchObject({
      outcome: 'one-sided',
      difference: null,
    })
    expect(compareFigures(says(9), says(null), 10).reason).toBe('the destination gives no figure')
  })
})
