// SPDX-License-Identifier: Apache-2.0
// All figures are synthetic.
import { ageCode } from '@corridor/contracts'
import fc from 'fast-check'
import type { CellStatement } from '../cell'
import { destinationSays, originSays, pairsOf, toEveryDetail } from '../given'

const pairs = (...statements: readonly CellStatement[]) => pairsOf(toEveryDetail, statements)

type Change = Partial<CellStatement>
const told =
  (says: typeof originSays) =>
  (breakdown: string, value: number | null, change: Change = {}): CellStatement =>
    says(value, { breakdown, ...change })
const be = told(originSays)
const dk = told(destinationSays)
const age = (code: string) => `_T.${code}._T._T._T._T`
const total = '_T._T._T._T._T._T'

describe('two statements by ages of different width', () => {
  const byFive = [be(age('Y15T19'), 40), be(age('Y20T24'), 60, { position: 9 })]

  it('are compared at the wider one, of which the other side is the sum', () => {
    const found = pairs(...byFive, dk(age('Y15T24'), 103))
    expect(found.get(age('Y15T24'))).toMatchObject({
      ...{ originSays: 100, destinationSays: 103, outcome: 'within', difference: -3 },
      ...{ originParts: 'age Y15T19 + Y20T24', destinationParts: null, teaches: true },
      ...{ originPosition: 9, originInterval: { lower: 100, upper: 100 } },
    })
    expect(found.get(age('Y15T19'))).toMatchObject({ outcome: 'one-sided' })
  })

  it('are compared where both are sums, at a band that neither gives', () => {
    const found = pairs(
      ...[be(age('Y15T19'), 40), be(age('Y20T29'), 60)],
      ...[dk(age('Y15T24'), 50), dk(age('Y25T29'), 51)],
    )
    expect(found.get(age('Y15T29'))).toMatchObject({
      ...{ originSays: 100, destinationSays: 101, outcome: 'within' },
      ...{ originParts: 'age Y15T19 + Y20T29', destinationParts: 'age Y15T24 + Y25T29' },
    })
  })

  it('are one-sided where a part is missing: a sum would be smaller', () => {
    expect(pairs(byFive[0]!, dk(age('Y15T24'), 103)).get(age('Y15T24'))).toMatchObject({
      ...{ originSays: null, outcome: 'one-sided' },
    })
    const unsaid = be(age('Y20T24'), null, { valueStatus: 'missing' })
    expect(pairs(byFive[0]!, unsaid, dk(age('Y15T24'), 103)).get(age('Y15T24'))).toMatchObject({
      outcome: 'one-sided',
    })
  })

  it('are compared by the bounds that a hidden part leaves', () => {
    const hidden = be(age('Y20T24'), null, { valueStatus: 'suppressed', lower: 1, upper: 3 })
    expect(pairs(byFive[0]!, hidden, dk(age('Y15T24'), 42)).get(age('Y15T24'))).toMatchObject({
      ...{ originSays: null, originInterval: { lower: 41, upper: 43 }, difference: null },
      ...{ outcome: 'within', test: null, teaches: false },
    })
  })

  it('are never added up over parts that are counted in different ways', () => {
    const definition = { ...originSays(0).definition, minimumStay: 'P3M' }
    const found = pairs(byFive[0]!, be(age('Y20T24'), 60, { definition }), dk(age('Y15T24'), 103))
    expect(found.get(age('Y15T24'))).toMatchObject({ outcome: 'one-sided' })
  })

  it('are no sum where the side gives, or keeps back, the figure itself', () => {
    const own = pairs(...byFive, be(age('Y15T24'), 300), dk(age('Y15T24'), 103))
    expect(own.get(age('Y15T24'))).toMatchObject({ originSays: 300, originParts: null })
    const kept = be(age('Y15T24'), 300, { confStatus: 'C' })
    expect(pairs(...byFive, kept, dk(age('Y15T24'), 103)).get(age('Y15T24'))).toMatchObject({
      ...{ originSays: null, outcome: 'one-sided' },
    })
  })
})

describe('a breakdown beside a total', () => {
  it('of all ages is added up, with those of no known age', () => {
    const ages = [be(age('Y_LT15'), 40), be(age('Y_GE15'), 60), be(age('_U'), 5)]
    expect(pairs(...ages, dk(total, 105)).get(total)).toMatchObject({
      ...{ originSays: 105, originParts: 'age Y_GE15 + Y_LT15 + _U', outcome: 'within' },
    })
  })

  it('by sex and age is added up over both, where a row for the rest says that nobody is left out', () => {
    const cells = (rest: boolean) =>
      ['M', 'F', ...(rest ? ['_U'] : [])].flatMap((sex) =>
        ['Y_LT15', 'Y_GE15'].map((code) => be(`${sex}.${code}._T._T._T._T`, 25)),
      )
    expect(pairs(...cells(true), dk(total, 150)).get(total)).toMatchObject({
      ...{ originSays: 150, originParts: 'sex F + M + _U; age Y_GE15 + Y_LT15' },
    })
    expect(pairs(...cells(false), dk(total, 100)).get(total)).toMatchObject({
      outcome: 'one-sided',
    })
  })

  it('by division is added up to the section that the other side gives', () => {
    const sector = (code: string) => `_T._T._T.${code}._T._T`
    const divisions = ['B05', 'B06', 'B07', 'B08', 'B09'].map((code) => be(sector(code), 20))
    expect(pairs(...divisions, dk(sector('B'), 101)).get(sector('B'))).toMatchObject({
      ...{ originSays: 100, originParts: 'sector B05 + B06 + B07 + B08 + B09', outcome: 'within' },
    })
    const older = { classifications: { sector: 'ISIC-5' } }
    const other = divisions.map((one) => ({ ...one, ...older }))
    expect(pairs(...other, dk(sector('B'), 101)).get(sector('B'))).toMatchObject({
      outcome: 'one-sided',
    })
  })
})

describe('persons of no known code', () => {
  it('may belong to every figure of the breakdown, which gets the interval that they leave', () => {
    const found = pairs(
      ...[be(age('Y15T24'), 100), be(age('_U'), 8)],
      ...[dk(age('Y15T24'), 118), dk(age('Y25T64'), 9)],
    )
    expect(found.get(age('Y15T24'))).toMatchObject({
      ...{ originSays: 100, originInterval: { lower: 100, upper: 108 }, outcome: 'within' },
      ...{ originParts: 'age Y15T24 or _U', teaches: false, difference: -18 },
    })
  })

  it('tell nothing where their side keeps them back', () => {
    const found = pairs(
      ...[be(age('Y15T24'), 100), be(age('_U'), 8, { confStatus: 'C' })],
      dk(age('Y15T24'), 118),
    )
    expect(found.get(age('Y15T24'))).toMatchObject({ originParts: null, outcome: 'outside' })
  })
})

describe('whatever the breakdowns', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 })
  const bandsOf = (ends: readonly number[]): readonly (readonly [number, number])[] =>
    [0, ...[...ends].sort((a, b) => a - b)].map((from, at, all) => [from, all[at + 1] ?? 41])
  const codeOf = ([from, until]: readonly [number, number]) => ageCode({ from, until })

  it('of the same persons every comparison agrees, and their sum is made of each person once', () => {
    fc.assert(
      fc.property(
        cuts,
        cuts,
        fc.array(fc.nat(50), { minLength: 41, maxLength: 41 }),
        (one, other, persons) => {
          const count = ([from, until]: readonly [number, number]) =>
            persons.slice(from, until).reduce((sum, own) => sum + own, 0)
          const found = pairs(
            ...bandsOf(one).map((band) => be(age(codeOf(band)), count(band))),
            ...bandsOf(other).map((band) => dk(age(codeOf(band)), count(band))),
          )
          const compared = [...found.values()].filter(({ outcome }) => outcome !== 'one-sided')
          for (const { difference } of compared) expect(difference).toBe(0)
          const common = one.filter((end) => other.includes(end)).length + 1
          expect(compared.length).toBeGreaterThanOrEqual(common)
        },
      ),
    )
  })
})
