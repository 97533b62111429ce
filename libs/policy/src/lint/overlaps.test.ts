// SPDX-License-Identifier: Apache-2.0
import { terms, toDenmark, unprotected } from '../given'
import { lint } from './lint'

const second = (change: Partial<typeof toDenmark>): readonly string[] => {
  const enforced = [toDenmark, unprotected, { ...toDenmark, id: '7', ...change }]
  return lint(terms({ enforced })).map(
    ({ code, clauses, detail }) => `${[code, ...clauses].join(' ')}: ${detail}`,
  )
}

describe('two share clauses', () => {
  const shadowed = ['CLAUSE_SHADOWED 7 1: all that it lets out the other lets out']
  const overlap = [
    'CLAUSE_OVERLAPS 1 7: both let out some of the same figures; the first of them is named for those',
  ]

  it.each<readonly [string, Partial<typeof toDenmark>, readonly string[]]>([
    ['of the same figures are one too many', {}, shadowed],
    ['of fewer years lie in the other', { periods: { from: '2014', until: '2015' } }, shadowed],
    ['of fewer offices lie in the other', { audience: ['STAT'] }, shadowed],
    ['of some of the years overlap', { periods: { from: '2015', until: '2020' } }, overlap],
    [
      'of more detail overlap in the totals',
      { levels: [{ dimension: 'sex', level: 'all' }] },
      overlap,
    ],
    ['of other years do not meet', { periods: { from: '2017', until: '2020' } }, []],
    [
      'of codes that the other does not tell do not meet',
      { only: [{ dimension: 'sex', codes: ['F'] }] },
      [],
    ],
    ['from the other side do not meet', { from: ['DK'], to: ['BE'] }, []],
  ])('%s', (_, change, said) => {
    expect(second(change)).toEqual(said)
  })
})
