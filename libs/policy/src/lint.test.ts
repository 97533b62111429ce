// SPDX-License-Identifier: Apache-2.0
import type { Agreement, AgreementClause } from '@corridor/contracts'
import { compared, parties, terms, toBelgium, toDenmark, unprotected } from './given'
import { lintTerms } from './lint'

function findingIn(change: Partial<Agreement>): string {
  const linted = lintTerms(terms(change))
  return linted.ok ? 'nothing' : `${linted.refusal.code}: ${linted.refusal.detail}`
}
const found = (detail: string): string => `AGREEMENT_TERM_NOT_ENFORCEABLE: ${detail}`
const consent = (from: string): AgreementClause => ({
  id: '5',
  kind: 'aggregate',
  contract: 'migration-flow',
  from: [from],
})

describe('terms that hang together', () => {
  it('are handed on as they are', () => {
    expect(lintTerms(terms())).toEqual({ ok: true, value: terms() })
  })

  it('may share one way, where nothing is compared', () => {
    expect(findingIn({ enforced: [toDenmark, unprotected] })).toBe('nothing')
  })

  it('may share nothing but consent to an aggregate', () => {
    expect(
      findingIn({ parties: parties('BE', 'REGION'), enforced: [consent('BE'), unprotected] }),
    ).toBe('nothing')
  })

  it('may hold for one day, which is the first and the last', () => {
    expect(findingIn({ term: { from: '2026-05-01', until: '2026-05-01' } })).toBe('nothing')
  })

  it('may share a single quarter', () => {
    const quarter = { ...toDenmark, periods: { from: '2016-Q2', until: '2016-Q2' } }
    expect(findingIn({ enforced: [quarter, unprotected] })).toBe('nothing')
  })
})

describe('terms that do not hang together', () => {
  it.each<[string, Partial<Agreement>]>([
    ['the parties must differ and stand in alphabetical order', { parties: parties('DK', 'BE') }],
    ['the parties must differ and stand in alphabetical order', { parties: parties('BE', 'BE') }],
    ['the committee cannot be a party', { committee: 'DK' }],
    [
      'the term ends on 2025-12-31, before it begins',
      { term: { from: '2026-01-01', until: '2025-12-31' } },
    ],
    [
      'clause 1 stands twice',
      { enforced: [toDenmark, { ...toBelgium, id: '1' }, unprotected, compared] },
    ],
    ['no clause shares anything', { enforced: [unprotected] }],
    ['exactly one clause must say how figures are protected', { enforced: [toDenmark] }],
    [
      'exactly one clause must say how figures are protected',
      { enforced: [toDenmark, unprotected, { ...unprotected, id: '6' }] },
    ],
    [
      'more than one clause sets the tolerance of the comparison',
      { enforced: [toDenmark, toBelgium, unprotected, compared, { ...compared, id: '6' }] },
    ],
    [
      'a comparison shows each side the figures of the other, so both sides must share',
      { enforced: [toDenmark, unprotected, compared] },
    ],
    ['clause 5: SE is not a party', { enforced: [toDenmark, consent('SE'), unprotected] }],
  ])('are refused: %s', (detail, change) => {
    expect(findingIn(change)).toBe(found(detail))
  })

  it.each<[string, Partial<typeof toDenmark>]>([
    ['figures go from one party to another, not from SE to DK', { from: ['SE'] }],
    ['figures go from one party to another, not from BE to SE', { to: ['SE'] }],
    ['figures go from one party to another, not from BE to BE', { to: ['BE'] }],
    ['a corridor needs two ends', { corridors: [{ origin: 'BE', destination: 'BE' }] }],
    [
      'the periods end in 2016-Q1, before they begin in 2016-Q2',
      { periods: { from: '2016-Q2', until: '2016-Q1' } },
    ],
  ])('are refused for a clause that shares nothing: %s', (detail, change) => {
    expect(findingIn({ enforced: [{ ...toDenmark, ...change }, unprotected] })).toBe(
      found(`clause 1: ${detail}`),
    )
  })
})
