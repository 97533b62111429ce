// SPDX-License-Identifier: Apache-2.0
import { contractSchema } from '@corridor/contracts'
import { terms } from './given'
import { headInWords } from './head-words'

const whole = terms({ committee: 'BEDK', supersedes: 'BE-DK-2020' })
const told = (change: Parameters<typeof terms>[0] = {}): string =>
  headInWords(terms(change))
    .map(({ member, says }) => `${member}: ${says}`)
    .join('; ')

describe('the head of terms', () => {
  it('is told in words to its last member', () => {
    const schema = contractSchema('agreement', '1.0.0') as { readonly properties: object }
    const members = Object.keys(schema.properties).filter(
      (name) => name !== 'enforced' && name !== 'recorded',
    )
    expect(headInWords(whole).map(({ member }) => member)).toEqual(expect.arrayContaining(members))
    expect(headInWords(whole)).toHaveLength(members.length)
  })

  it('keeps every number and day, so that heads that differ are told differently', () => {
    const parties = [
      { participant: 'BE', signatures: 2 },
      { participant: 'DK', signatures: 1 },
    ] as const
    expect(told({ parties: [...parties] })).toContain('parties: BE (2 people sign), DK;')
    expect(told({ signatureDays: 1 })).toContain('all sign within 1 day')
    expect(told({ entryIntoForce: { rule: 'on-notices', days: 90 } })).toContain('within 90 days')
    expect(told({ entryIntoForce: { rule: 'on-date', date: '2026-07-01' } })).toContain(
      'on 2026-07-01, once all have signed',
    )
    expect(told({ provisionalApplication: { rule: 'from-date', date: '2026-02-01' } })).toContain(
      'from 2026-02-01',
    )
    expect(told({ accession: { rule: 'with-consent', days: 30 } })).toContain('within 30 days')
  })
})
