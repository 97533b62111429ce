// SPDX-License-Identifier: Apache-2.0
import type { Definition } from '../definition'
import { durationFactor, durationRule, durationRules } from './duration-rule'
import { eligibility } from './eligibility'
import { harmonise } from './harmonise'

const rule = durationRule('duration-imem')
const definition: Definition = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
}
const pair = (origin: Partial<Definition>, destination: Partial<Definition> = {}) => ({
  origin: { ...definition, ...origin },
  destination: { ...definition, ...destination },
  corridor: { origin: 'DE', destination: 'PL' },
  rule,
})

describe('a figure under another minimum stay', () => {
  it('is kept beside what the rule makes of it', () => {
    expect(harmonise(1000, 'P3M', rule)).toEqual({
      reported: 1000,
      harmonised: 630,
      factor: 0.63,
      rule: { id: 'duration-imem', version: '1.0.0' },
    })
  })

  it('stays as it is under the common concept, without a rule', () => {
    expect(harmonise(7, 'P12M', undefined)).toMatchObject({ harmonised: 7, rule: null })
  })

  it('is carried on the straight line between the points of the rule', () => {
    expect(durationFactor(rule!, 1.25)).toBeCloseTo(0.53 + (0.1 * 1.25) / 3, 12)
    expect(durationFactor(rule!, 8)).toBeCloseTo(0.73 + (0.27 * 2) / 6, 12)
    expect(durationRules.map((one) => durationFactor(one, 12))).toEqual([1, 1, 1, 1])
  })

  it('has no common figure for permanent moves, nor beyond a year', () => {
    expect(harmonise(3, 'permanent', rule)).toBeUndefined()
    expect(harmonise(3, 'P24M', rule)).toBeUndefined()
  })
})

describe('two definitions', () => {
  it('can be compared where they count the same, whatever the source', () => {
    expect(eligibility(pair({}, { source: 'survey' })).status).toBe('comparable')
  })

  it('can be adjusted between stays of up to a year, where the rule holds', () => {
    expect(eligibility(pair({ minimumStay: 'P3M' })).status).toBe('adjustable')
    expect(eligibility({ ...pair({ minimumStay: 'P3M' }), rule: undefined }).status).toBe(
      'not-comparable',
    )
    const far = { ...pair({ minimumStay: 'P3M' }), corridor: { origin: 'NP', destination: 'QA' } }
    expect(eligibility(far).status).toBe('not-comparable')
    const workers = pair({ minimumStay: 'P3M', population: 'workers' }, { population: 'workers' })
    expect(eligibility(workers).status).toBe('not-comparable')
  })

  it('cannot be compared where they count other people, and say why', () => {
    expect(eligibility(pair({ minimumStay: 'permanent' }))).toEqual({
      status: 'not-comparable',
      gaps: [{ cause: 'DEF_DURATION', text: 'minimum stay: origin permanent, destination P12M' }],
      derived: false,
    })
    expect(eligibility(pair({}, { partnerConcept: 'citizenship' })).gaps[0]?.cause).toBe(
      'DEF_PARTNER',
    )
  })

  it('differ by age only where the cell is of an age', () => {
    const ages = pair({ ageDefinition: 'reached' })
    expect(eligibility(ages).status).toBe('comparable')
    expect(eligibility(ages, true).gaps[0]?.cause).toBe('DEF_AGE')
  })

  it('prove nothing where one side has its figure from the other', () => {
    expect(eligibility(pair({ source: 'mirror' }))).toMatchObject({
      status: 'not-comparable',
      derived: true,
    })
  })
})
