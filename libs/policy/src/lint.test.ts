// SPDX-License-Identifier: Apache-2.0
import type { Agreement, AgreementClause } from '@corridor/contracts'
import { compared, terms, toBelgium, toDenmark, unprotected } from './given'
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
  from,
})

describe('terms that hang together', () => {
  it('are handed on as they are', () => {
    expect(lintTerms(terms())).toEqual({ ok: true, value: terms() })
  })

  it('may share one way, where nothing is compared', () => {
    expect(findingIn({ clauses: [toDenmark, unprotected] })).toBe('nothing')
  })

  it('may share nothing but consent to an aggregate', () => {
    expect(findingIn({ parties: ['BE', 'REGION'], clauses: [consent('BE'), unprotected] })).toBe(
      'nothing',
    )
  })

  it('may hold for one day, which is the first and the last', () => {
    expect(findingIn({ term: { from: '2026-05-01', until: '2026-05-01' } })).toBe('nothing')
  })

  it('may share a single quarter', () => {
    const quarter = { ...toDenmark, periods: { from: '2016-Q2', until: '2016-Q2' } }
    expect(findingIn({ clauses: [quarter, unprotected] })).toBe('nothing')
  })
})

describe('terms that do not hang together', () => {
  it.each<[string, Partial<Agreement>]>([
    ['the two parties must differ and stand in alphabetical order', { parties: ['DK', 'BE'] }],
    ['the two parties must differ and stand in alphabetical order', { parties: ['BE', 'BE'] }],
    ['the committee cannot be a party', { committee: 'DK' }],
    [
      'the term ends on 2025-12-31, before it begins',
      { term: { from: '2026-01-01', until: '2025-12-31' } },
    ],
    [
      'clause 1 stands twice',
      { clauses: [toDenmark, { ...toBelgium, id: '1' }, unprotected, compared] },
    ],
    ['no clause shares anything', { clauses: [unprotected] }],
    ['exactly one clause must say how figures are protected', { clauses: [toDenmark] }],
    [
      'exactly one clause must say how figures are protected',
      { clauses: [toDenmark, unprotected, { ...unprotected, id: '6' }] },
    ],
    [
      'more than one clause sets the tolerance of the comparison',
      { clauses: [toDenmark, toBelgium, unprotected, compared, { ...compared, id: '6' }] },
    ],
    [
      'a comparison shows each side the figures of the other, so both sides must share',
      { clauses: [toDenmark, unprotected, compared] },
    ],
    ['clause 5: SE is not a party', { clauses: [consent('SE'), unprotected] }],
  ])('are refused: %s', (detail, change) => {
    expect(findingIn(change)).toBe(found(detail))
  })

  it.each<[string, Partial<typeof toDenmark>]>([
    ['figures go from one party to the other, not from SE to DK', { from: 'SE' }],
    ['figures go from one party to the other, not from BE to SE', { to: 'SE' }],
    ['figures go from one party to the other, not from BE to BE', { to: 'BE' }],
    ['a corridor needs two ends', { corridors: [{ origin: 'BE', destination: 'BE' }] }],
    [
      'the periods end in 2016-Q1, before they begin in 2016-Q2',
      { periods: { from: '2016-Q2', until: '2016-Q1' } },
    ],
  ])('are refused for a clause that shares nothing: %s', (detail, change) => {
    expect(findingIn({ clauses: [{ ...toDenmark, ...change }, unprotected] })).toBe(
      found(`clause 1: ${detail}`),
    )
  })
})
