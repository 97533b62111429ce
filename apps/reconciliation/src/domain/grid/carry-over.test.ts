// SPDX-License-Identifier: Apache-2.0
// All figures are synthetic.
import { correspondences, type DoubleCoding } from '@corridor/contracts'
import type { KnownAgreement } from '@corridor/policy'
import fc from 'fast-check'
import type { CellStatement } from '../cell'
import { destinationSays, originSays, pairsOf, toEveryDetail, withClauses } from '../given'
import type { Pair } from '../pair'

const pairs = (...statements: readonly CellStatement[]) => pairsOf(toEveryDetail, statements)

type Change = Partial<CellStatement>
const told =
  (says: typeof originSays) =>
  (breakdown: string, value: number | null, change: Change = {}): CellStatement =>
    says(value, { breakdown, ...change })
const be = told(originSays)
const dk = told(destinationSays)

describe('two vintages of occupations', () => {
  const by = (code: string) => `_T._T.${code}._T._T._T`
  const isco88 = { classifications: { occupation: 'ISCO-88' } }
  const older = (code: string, value: number) => be(by(code), value, isco88)
  const majors = Array.from('0123456789')

  it('are brought together by shares, with the doubt of the split in the interval', () => {
    const found = pairs(...majors.map((code) => older(code, 1_000)), dk(by('OC2'), 1_100))
    const pair = found.get(by('OC2'))!
    expect(pair).toMatchObject({ finding: 'no-expectation', eligibility: 'comparable' })
    expect(pair.originParts).toMatch(/^occupation of ISCO-88 1 \+ 2 \+ /)
    expect(pair.originSays).toBeGreaterThan(900)
    expect(pair.originInterval!.lower).toBeLessThan(pair.originSays!)
    expect(pair.originInterval!.upper).toBeGreaterThan(pair.originSays!)
    expect(pair.teaches).toBe(false)
  })

  it('are carried over exactly where nothing is split', () => {
    const found = pairs(older('0', 70), dk(by('OC0'), 71))
    expect(found.get(by('OC0'))).toMatchObject({
      ...{ originSays: 70, originInterval: { lower: 70, upper: 70 }, outcome: 'within' },
      originParts: 'occupation of ISCO-88 0',
    })
  })

  it('are not where some of what may come to a code is not at hand', () => {
    const found = pairs(older('2', 1_000), dk(by('OC2'), 1_100))
    expect(found.get(by('OC2'))).toMatchObject({ outcome: 'one-sided', originSays: null })
  })
})

describe('shares that the parties have agreed on', () => {
  const isco88 = { classifications: { occupation: 'ISCO-88' } }
  const by = (code: string) => `_T._T.${code}._T._T._T`
  const majors = Array.from('0123456789').map((code) => be(by(code), 1_000, isco88))
  const agreed = (...doubleCoding: readonly DoubleCoding[]): KnownAgreement =>
    withClauses(
      ...toEveryDetail.terms.enforced.map((clause) =>
        clause.kind === 'reconcile' ? { ...clause, doubleCoding } : clause,
      ),
    )
  const byBoth = (persons: number): DoubleCoding => ({
    ...{ from: 'ISCO-88', to: 'ISCO-08', code: '1' },
    into: [
      { code: 'OC1', persons: 9 * persons },
      { code: 'OC2', persons },
    ],
  })

  it('take the place of equal ones, and are as good as the persons that they come from', () => {
    const compared = (persons: number) =>
      pairsOf(agreed(byBoth(persons)), [...majors, dk(by('OC1'), 1_100)]).get(by('OC1'))!
    const equal = pairs(...majors, dk(by('OC1'), 1_100)).get(by('OC1'))!
    const widthOf = ({ originInterval: within }: Pair) => within!.upper - within!.lower
    expect(compared(100).originParts).toMatch(/^occupation of ISCO-88 by agreed shares 1 \+ /)
    expect(compared(100).originSays).not.toBe(equal.originSays)
    expect(widthOf(compared(1_000))).toBeLessThan(widthOf(compared(10)))
    expect(widthOf(compared(10))).toBeLessThan(widthOf(equal))
  })

  it('give a figure where there were bounds alone', () => {
    const c33: DoubleCoding = {
      ...{ from: 'ISIC-4', to: 'ISIC-5', code: 'C33' },
      into: [
        { code: 'A', persons: 20 },
        { code: 'C', persons: 80 },
      ],
    }
    const sector = (code: string) => `_T._T._T.${code}._T._T`
    const found = pairsOf(agreed(c33), [
      ...['A01', 'A02', 'A03', 'C33'].map((code) => be(sector(code), 100)),
      dk(sector('A'), 321, { classifications: { sector: 'ISIC-5' } }),
    ])
    expect(found.get(sector('A'))).toMatchObject({
      ...{ originSays: 320, difference: -1, outcome: 'within' },
      originParts: 'sector of ISIC-4 by agreed shares A01 + A02 + A03 + C33',
    })
  })

  it('count for figures of just their code', () => {
    const finer = ['11', '12', '13'].map((code) => be(by(code), 400, isco88))
    const others = majors.filter(({ breakdown }) => breakdown !== by('1'))
    const found = pairsOf(agreed(byBoth(100)), [...finer, ...others, dk(by('OC1'), 1_100)])
    expect(found.get(by('OC1'))).toEqual(
      pairs(...finer, ...others, dk(by('OC1'), 1_100)).get(by('OC1')),
    )
  })
})

describe('two revisions of activities', () => {
  const by = (code: string) => `_T._T._T.${code}._T._T`
  const rev5 = { classifications: { sector: 'ISIC-5' } }
  const older = (code: string, value: number, change: Change = {}) => be(by(code), value, change)
  const newer = (code: string, value: number) => dk(by(code), value, rev5)
  const sections = Array.from('ABCDEFGHIJKLMNOPQRSTU')

  it('are carried over exactly where a section has only got another letter', () => {
    const found = pairs(
      ...[older('K', 64), older('L', 9_000), older('T', 12), older('U', 3)],
      ...[newer('K', 900), newer('L', 66), newer('U', 12), newer('V', 3)],
    )
    expect(found.get(by('L'))).toMatchObject({
      ...{ originSays: 64, destinationSays: 66, outcome: 'within', eligibility: 'comparable' },
      ...{ originParts: 'sector of ISIC-4 K', destinationParts: null },
    })
    expect(found.get(by('U'))).toMatchObject({ originSays: 12, originParts: 'sector of ISIC-4 T' })
    expect(found.get(by('V'))).toMatchObject({ originSays: 3, outcome: 'within' })
    expect(found.get(by('K'))).toMatchObject({ outcome: 'not-comparable' })
  })

  it('leave bounds and no guess where a division is split over sections', () => {
    const divisions = [older('A01', 500), older('A02', 40), older('A03', 7), older('C33', 30)]
    expect(pairs(...divisions, newer('A', 560)).get(by('A'))).toMatchObject({
      ...{ originSays: null, originInterval: { lower: 547, upper: 577 }, outcome: 'within' },
      ...{ originParts: 'sector of ISIC-4 A01 + A02 + A03 + C33', teaches: false, test: null },
    })
    const more = pairs(...divisions, newer('A', 700)).get(by('A'))
    expect(more).toMatchObject({ outcome: 'outside', matters: true })
  })

  it('take part with sections alone, as wide as those bounds then are', () => {
    const found = pairs(
      ...sections.map((code) => older(code, 100)),
      ...sections.map((code) => newer(code, 100)),
    )
    expect(found.get(by('A'))).toMatchObject({ originInterval: { lower: 100, upper: 200 } })
    expect(found.get(by('N'))).toMatchObject({ originInterval: { lower: 0, upper: 100 } })
    expect(found.get(by('T'))).toMatchObject({ originInterval: { lower: 0, upper: 300 } })
  })

  it('tell nothing of a section through a figure that its sender keeps back', () => {
    const found = pairs(older('K', 64, { confStatus: 'C' }), newer('L', 66))
    expect(found.get(by('L'))).toMatchObject({ originSays: null, outcome: 'one-sided' })
  })

  it('of the same persons agree, whatever became of whom', () => {
    const { links = {} } = correspondences.find(({ id }) => id === 'ISIC-4-ISIC-5') ?? {}
    const persons = fc.array(
      fc.tuple(fc.constantFrom(...Object.keys(links)), fc.nat(20), fc.nat(50)),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(persons, (some) => {
        const counts = { older: new Map<string, number>(), newer: new Map<string, number>() }
        for (const code of Object.keys(links)) counts.older.set(code, 0)
        for (const [division, at, many] of some) {
          const to = links[division] ?? []
          const section = to[at % to.length] ?? ''
          counts.older.set(division, (counts.older.get(division) ?? 0) + many)
          counts.newer.set(section, (counts.newer.get(section) ?? 0) + many)
        }
        const found = pairs(
          ...[...counts.older].map(([code, many]) => older(code, many)),
          ...[...counts.newer].map(([code, many]) => newer(code, many)),
        )
        for (const section of counts.newer.keys())
          expect(found.get(by(section))).toMatchObject({ outcome: 'within' })
      }),
      { numRuns: 30 },
    )
  })
})
