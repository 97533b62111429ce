// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { ageBand, ageCode, ageLabel, ageOfLabel, agePartition, isWiderAge } from './age-band'

const bands = fc
  .record({
    from: fc.integer({ min: 0, max: 110 }),
    size: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constant(Infinity)),
  })
  .map(({ from, size }) => ({ from, until: from + size }))

describe('an age', () => {
  it('is read from its code and written in one spelling', () => {
    const spellings = ['Y0T14', 'Y_LT15', 'Y00T14', 'Y15T15', 'Y_LT1', 'Y05T09', 'Y_GE0', 'Y_GE65']
    const written = spellings.map((code) => ageCode(ageBand(code) ?? { from: 0, until: 0 }))
    expect(written).toEqual(['Y_LT15', 'Y_LT15', 'Y_LT15', 'Y15', 'Y0', 'Y5T9', '_T', 'Y_GE65'])
  })

  it('of no years is none', () => {
    const none = ['Y_LT0', 'Y19T15', 'Y_GE15T19', 'Y', 'Y1000', 'y15', 'Y15-19', '_U', '']
    expect(none.map(ageBand)).toEqual(none.map(() => undefined))
  })

  it('comes back from its code and from its label', () => {
    fc.assert(
      fc.property(bands, (band) => {
        const code = ageCode(band)
        expect(ageBand(code)).toEqual(band)
        if (code !== '_T') expect(ageOfLabel(ageLabel(code))).toBe(code)
      }),
    )
  })

  it('is found by the labels that files have', () => {
    const labels = [
      'from 15 to 64 years',
      'less than 5 years',
      '85 years or over',
      'from 65 years and over',
      '1 year',
    ]
    const codes = ['Y15T64', 'Y_LT5', 'Y_GE85', 'Y_GE65', 'Y1']
    expect(labels.map(ageOfLabel)).toEqual(codes)
    expect(ageOfLabel('64 to 15 years')).toBeUndefined()
  })
})

describe('wider ages', () => {
  it('are an order: nothing is wider than itself, nor than what is wider than it', () => {
    fc.assert(
      fc.property(bands, bands, bands, (a, b, c) => {
        expect(isWiderAge(a, a)).toBe(false)
        expect(isWiderAge(a, b) && isWiderAge(b, a)).toBe(false)
        if (isWiderAge(a, b) && isWiderAge(b, c)) expect(isWiderAge(a, c)).toBe(true)
      }),
    )
  })
})

describe('a partition of ages', () => {
  it('takes the finest bands and leaves out those that overlap them', () => {
    const atHand = ['_U', 'Y_LT15', 'Y15T24', 'Y15T19', 'Y20T24', 'Y18T30', 'Y25T64', 'Y_GE65']
    expect(agePartition('_T', atHand)).toEqual(['Y_LT15', 'Y15T19', 'Y20T24', 'Y25T64', 'Y_GE65'])
    expect(agePartition('Y15T64', atHand)).toEqual(['Y15T19', 'Y20T24', 'Y25T64'])
  })

  it('is none where ages are missing, and none of what is no age', () => {
    expect(agePartition('Y15T64', ['Y15T19', 'Y25T64'])).toBeUndefined()
    expect(agePartition('Y15T64', ['Y15T64'])).toBeUndefined()
    expect(agePartition('_U', ['Y15T64'])).toBeUndefined()
  })

  it('follows on without gap and without overlap, whatever else is at hand', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 12 }),
        fc.array(bands, { maxLength: 12 }),
        (cuts, others) => {
          const edges = [0, ...cuts.sort((a, b) => a - b), Infinity]
          const own = edges.slice(1).map((until, i) => ageCode({ from: edges[i] ?? 0, until }))
          const found = agePartition('_T', [...others.map(ageCode), ...own]) ?? []
          expect(found.length).toBeGreaterThanOrEqual(own.length)
          const ages = found.map((code) => ageBand(code) ?? { from: -1, until: -1 })
          expect(ages.map(({ from }) => from)).toEqual([
            0,
            ...ages.slice(0, -1).map(({ until }) => until),
          ])
          expect(ages.at(-1)?.until).toBe(Infinity)
        },
      ),
    )
  })
})
