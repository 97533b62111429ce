// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { someAgreement } from '@corridor/testing'
import { compare } from './compare'
import { compared, terms, toBelgium, toDenmark, unprotected } from './given'

describe('two drafts', () => {
  it('that are the same differ in nothing, whatever the order of their members', () => {
    const shuffled = {
      ...Object.fromEntries(Object.entries(toDenmark).reverse()),
    } as typeof toDenmark
    const draft = terms({ enforced: [shuffled, toBelgium, unprotected, compared] })
    expect(compare(terms(), draft)).toEqual([])
  })

  it('are told apart clause by clause, in words', () => {
    const enforced = [
      { ...toDenmark, levels: [{ dimension: 'sex', level: 'all' as const }] },
      { ...toBelgium, id: '12' },
      unprotected,
    ]
    const change = { enforced, term: { from: '2026-01-01', until: '2030-12-31' } }
    const found = compare(terms(), terms(change)).map(({ part, of, change: how, members }) =>
      [part, of, how, ...members].join(' '),
    )
    expect(found).toEqual([
      'head term changed',
      'enforced 1 changed levels',
      'enforced 12 renumbered',
      'enforced E1 changed topic',
      'enforced E2 changed topic',
      'enforced E3 changed topic',
      'enforced E4 changed topic',
      'enforced E5 changed topic',
      'enforced E6 changed topic',
      'enforced E7 changed topic',
      'enforced E8 added',
      'enforced 4 removed',
    ])
    expect(compare(terms(), terms(change))[1]).toMatchObject({
      before: 'BE gives DK its figures on BE → DK and DK → BE, 2013 to 2016, totals only.',
      after: 'BE gives DK its figures on BE → DK and DK → BE, 2013 to 2016, broken down by sex.',
    })
  })

  it('differ the same way whichever comes first, with before and after changed about', () => {
    fc.assert(
      fc.property(someAgreement, someAgreement, ({ terms: one }, { terms: other }) => {
        const there = compare(one, other)
        const back = compare(other, one)
        expect(back).toHaveLength(there.length)
        expect(back.filter(({ change }) => change === 'added')).toHaveLength(
          there.filter(({ change }) => change === 'removed').length,
        )
        expect(compare(one, one)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
