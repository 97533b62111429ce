// SPDX-License-Identifier: Apache-2.0
import { parties, terms, toBelgium, toDenmark, unprotected } from '../given'
import { lint } from './lint'

const registered = [
  { participant: 'BE', offices: ['STAT'] },
  { participant: 'DK', offices: ['STAT', 'MIGR'] },
]

/** What is found of a clause that goes to some and is read by some offices. */
function found(to: readonly string[], audience: readonly string[], known = registered) {
  const enforced = [{ ...toDenmark, to: [...to], audience: [...audience] }, toBelgium, unprotected]
  return lint(terms({ parties: parties('BE', 'DK', 'SE'), enforced }), known).flatMap(
    ({ code, clauses, detail, severity }) =>
      code === 'AUDIENCE_UNKNOWN' ? [`${severity} ${clauses.join()}: ${detail}`] : [],
  )
}

describe('offices that a clause names', () => {
  it('are found where their participant has registered them', () => {
    expect(found(['DK'], ['STAT', 'MIGR'])).toEqual([])
  })

  it('are told where nobody has registered one: a warning, because it may enrol yet', () => {
    expect(found(['DK'], ['STAT', 'STATS'])).toEqual([
      'warning 1: no office STATS of DK is registered',
    ])
    expect(found(['SE'], ['STAT'])).toEqual(['warning 1: no office STAT of SE is registered'])
  })

  it('are told for a recipient that has none of them where another has', () => {
    expect(found(['DK', 'SE'], ['STAT'])).toEqual([
      'warning 1: SE has none of the offices STAT, and would receive nothing',
    ])
  })

  it('are looked up for each party but the sender where a clause goes to each', () => {
    expect(found(['_PARTIES'], ['MIGR'])).toEqual([
      'warning 1: SE has none of the offices MIGR, and would receive nothing',
    ])
  })

  it('are not looked up where there is no register, or no clause names any', () => {
    const { enforced } = terms()
    expect(lint(terms({ enforced }), registered)).toEqual([])
    const named = [{ ...toDenmark, audience: ['STATS'] }, toBelgium, unprotected]
    expect(lint(terms({ enforced: named })).map(({ code }) => code)).not.toContain(
      'AUDIENCE_UNKNOWN',
    )
  })
})
