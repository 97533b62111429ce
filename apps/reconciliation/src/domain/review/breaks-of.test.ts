// SPDX-License-Identifier: Apache-2.0
import { agreement, destinationSays, grantedBy, originSays } from '../given'
import type { Expect } from '../expected'
import type { Pair } from '../pair'
import { pairUp } from '../pair-up'
import { comparisonTerms } from '../terms'
import { breaksOf } from './breaks-of'

const partners = ['DK', 'EE', 'FI', 'LT', 'NO', 'SE']
const parties = ['BE', ...partners]

/** All that seven parties count of each other: a thousand either way, as they always did, save for what a test changes. */
function round(outflow: (origin: string, destination: string) => number): readonly Pair[] {
  const share = { ...agreement.terms.enforced[0]!, from: ['_PARTIES'], to: ['_PARTIES'] }
  const corridors = [{ origin: '_PARTIES', destination: '_PARTIES' }]
  const known = {
    terms: {
      ...agreement.terms,
      parties: parties.map((participant) => ({ participant, signatures: 1 })),
      enforced: [{ ...share, corridors } as never, ...agreement.terms.enforced.slice(2)],
    },
    standing: { ...agreement.standing, parties },
  }
  const expect: Expect = () => ({
    ...{ version: 7, alarm: 0.05, coverage: null },
    expectation: {
      ...{ status: 'expected', logRatio: 0, variance: 0.04, basis: 'history', periods: 4 },
      shrinkage: 1,
    },
  })
  const said = parties.flatMap((origin) =>
    parties
      .filter((destination) => destination !== origin)
      .flatMap((destination) => [
        originSays(outflow(origin, destination), { origin, destination, reporter: origin }),
        destinationSays(1_000, { origin, destination, reporter: destination }),
      ]),
  )
  return pairUp(known, said, { isGranted: grantedBy(known), expect })
}

const [terms] = comparisonTerms(agreement)
const found = (pairs: readonly Pair[], change = {}, among = parties.length) =>
  breaksOf(pairs, { ...terms!, ...change }, among).map(({ reporter, role, cells }) => [
    `${reporter} ${role}`,
    cells.length,
  ])

describe('a reporter whose figures moved together', () => {
  const pairs = round((origin) => (origin === 'BE' ? 700 : 1_000))

  it('is a break with all of its cells, though none of them is suspect', () => {
    expect(pairs.filter(({ finding }) => finding === 'suspect')).toEqual([])
    expect(found(pairs)).toEqual([['BE origin', 6]])
  })

  it('is none below the floor of the clause, taken together', () => {
    expect(found(pairs, { floorPersons: 5_000 })).toEqual([])
  })

  it('is one break where several breakdowns show it', () => {
    const men = pairs.map((pair) => ({ ...pair, breakdown: 'M._T._T._T._T._T' }))
    expect(found([...pairs, ...men])).toEqual([['BE origin', 12]])
  })

  it.each([3, 4])('shows among %p parties in all that it sends, and not between two', (among) => {
    const few = parties.slice(0, among)
    const between = (some: readonly string[]) =>
      round((origin) => (origin === 'BE' ? 450 : 1_000)).filter(
        ({ origin, destination }) => some.includes(origin) && some.includes(destination),
      )
    expect(found(between(few), {}, among)).toEqual([['BE origin', among - 1]])
    expect(found(between(few.slice(0, 2)), {}, 2)).toEqual([])
    const missing = between(few).filter(
      ({ origin, destination }) => `${origin} ${destination}` !== 'BE DK',
    )
    expect(found(missing, {}, among)).toEqual([])
  })

  it('is not looked for in what was not tested, such as a hidden figure', () => {
    expect(found(pairs.map((pair) => ({ ...pair, test: null })))).toEqual([])
  })
})

describe('one corridor that moved', () => {
  it('is no break of anybody', () => {
    const pairs = round((origin, destination) => (origin + destination === 'BEDK' ? 200 : 1_000))
    expect(found(pairs)).toEqual([])
  })
})
