// SPDX-License-Identifier: Apache-2.0
import { compareSides } from './compare-sides'
import { nothingLearnt, type Expect } from './expected'
import { agreement, destinationSays, oneForOne, originSays, withClauses } from './given'
import type { CellStatement } from './cell'
import type { Pair } from './pair'
import { comparisonTerms } from './terms'

const terms = comparisonTerms(agreement)[0]!
const says = (value: number | null, change: Partial<CellStatement> = {}): CellStatement =>
  originSays(value, change)
const compared = (
  origin: CellStatement | undefined,
  destination: CellStatement | undefined,
  judging: { terms?: typeof terms; expect?: Expect } = {},
): Pair =>
  compareSides(
    says(0),
    { origin, destination },
    {
      terms: judging.terms ?? terms,
      expect: judging.expect ?? nothingLearnt,
    },
  )
const definition = says(0).definition
describe('two figures of one flow', () => {
  it('are within tolerance up to and including it, and outside above', () => {
    expect(compared(says(95), destinationSays(105)).outcome).toBe('within')
    expect(compared(says(95), destinationSays(106)).outcome).toBe('outside')
  })

  it('keep the sign of the difference: origin minus destination', () => {
    expect(compared(says(3), destinationSays(553)).difference).toBe(-550)
  })

  it('may come from different sources, but not one from the other', () => {
    const from = (source: 'survey' | 'mirror') => says(9, { definition: { ...definition, source } })
    expect(compared(from('survey'), destinationSays(9)).outcome).toBe('within')
    expect(compared(from('mirror'), destinationSays(9))).toMatchObject({
      outcome: 'not-comparable',
      reason: 'source: one figure is derived from its partner’s',
      teaches: false,
    })
  })
})

describe('before anything was learnt', () => {
  it('a pair has its difference, intervals and definitions, and what unlocks an expectation', () => {
    expect(compared(says(409), destinationSays(553))).toMatchObject({
      ...{ difference: -144, outcome: 'outside', eligibility: 'comparable', gaps: [] },
      originInterval: { lower: 409, upper: 409 },
      ...{ finding: 'no-expectation', expectation: null, test: null, weight: 0 },
      reason: null,
      untested: 'there is no expectation yet: nothing was learnt of such figures so far',
      unlockedBy: 'three earlier periods that both sides report, and the next round of learning',
    })
  })

  it('matters where it is outside by as many persons as the parties call material', () => {
    expect(compared(says(409), destinationSays(553)).matters).toBe(true)
    expect(compared(says(40), destinationSays(55)).matters).toBe(false)
    expect(compared(says(5000), destinationSays(5060)).matters).toBe(false)
    const strict = { ...terms, floorPersons: 10, floorShare: 0 }
    expect(compared(says(40), destinationSays(55), { terms: strict }).matters).toBe(true)
  })

  it('agrees where both say nought', () => {
    expect(compared(says(0), destinationSays(0))).toMatchObject({
      ...{ outcome: 'within', finding: 'as-expected', asymmetryPercent: 0 },
    })
  })
})

describe('where a ratio is expected', () => {
  it('a figure that has it is as expected, and says by which version', () => {
    expect(compared(says(409), destinationSays(460), { expect: oneForOne })).toMatchObject({
      finding: 'as-expected',
      expectation: { version: 7, basis: 'history', periods: 4, variance: 0.04 },
      test: { by: 'beta-binomial' },
      matters: false,
    })
  })

  it('a figure that is a thousandfold is suspect and matters', () => {
    const pair = compared(says(409_000), destinationSays(460), { expect: oneForOne })
    expect(pair).toMatchObject({ finding: 'suspect', matters: true, test: { suspicion: 1 } })
    expect(pair.test?.gap).toBeCloseTo(408_540, 6)
    expect(pair.weight).toBeCloseTo(Math.sqrt(408_540), 6)
  })

  it('a structural difference, however large, is none', () => {
    const half: Expect = (cell, factors) => {
      const expected = oneForOne(cell, factors)
      if (expected.expectation.status === 'none') return expected
      return { ...expected, expectation: { ...expected.expectation, logRatio: Math.log(0.1) } }
    }
    expect(compared(says(5_000), destinationSays(50_000), { expect: half })).toMatchObject({
      ...{ outcome: 'outside', finding: 'as-expected', matters: false },
    })
  })

  it('a suspect figure below the floor is shown and matters to nobody', () => {
    const pair = compared(says(60), destinationSays(12), { expect: oneForOne })
    expect(pair).toMatchObject({ finding: 'suspect', matters: false })
  })
})

describe('definitions that differ', () => {
  const stay = (minimumStay: string) => ({ definition: { ...definition, minimumStay } })
  const adjusting = comparisonTerms(
    withClauses({
      ...{ id: '4', kind: 'reconcile', contract: 'migration-flow' },
      ...{ tolerance: { asymmetryPercent: 10 }, durationRule: 'duration-imem' },
    }),
  )[0]!

  it('are never judged where one counts permanent moves alone: that is no error of either', () => {
    expect(
      compared(says(3, stay('permanent')), destinationSays(553), { terms: adjusting }),
    ).toMatchObject({
      ...{ outcome: 'not-comparable', difference: -550, finding: null, matters: false },
      gaps: [
        {
          cause: 'DEF_DURATION',
          text: 'minimum stay: origin permanent, destination P12M',
        },
      ],
    })
  })

  it('are carried over by the rule that the parties agreed on, which the comparison names', () => {
    const pair = compared(says(1000, stay('P3M')), destinationSays(630), {
      terms: adjusting,
      expect: oneForOne,
    })
    expect(pair).toMatchObject({
      ...{ eligibility: 'adjustable', rule: 'duration-imem 1.0.0', outcome: 'within' },
      ...{ difference: 370, destinationHarmonised: 630, finding: 'as-expected' },
    })
    expect(pair.originHarmonised).toBeCloseTo(630, 9)
  })

  it('are not carried over where the parties agreed on none', () => {
    expect(compared(says(1000, stay('P3M')), destinationSays(630)).outcome).toBe('not-comparable')
  })

  it('of classifications count for cells below the total alone', () => {
    const byOlder = { classifications: { occupation: 'ISCO-88' } }
    const total = compared(says(9, byOlder), destinationSays(9))
    expect(total.eligibility).toBe('comparable')
    const breakdown = '_T._T.OC2._T._T._T'
    const pair = compareSides(
      { ...says(9), breakdown },
      {
        origin: says(9, { breakdown, ...byOlder }),
        destination: destinationSays(9, { breakdown }),
      },
      { terms, expect: nothingLearnt },
    )
    expect(pair).toMatchObject({ outcome: 'not-comparable', gaps: [{ cause: 'CLASSIFICATION' }] })
  })
})

describe('a figure that is not exact', () => {
  const hidden = (lower: number | null, upper: number | null) =>
    says(null, { valueStatus: 'suppressed', lower, upper })

  it('is compared by its interval where it is hidden, and tells of nothing else', () => {
    expect(compared(hidden(1, 3), destinationSays(2), { expect: oneForOne })).toMatchObject({
      ...{ originSays: null, originInterval: { lower: 1, upper: 3 }, difference: null },
      ...{ asymmetryPercent: null, outcome: 'within', finding: 'agrees-within-intervals' },
      ...{ test: null, teaches: false },
    })
  })

  it('is outside where no figure of its interval agrees, and still tells no difference', () => {
    expect(compared(hidden(1, 3), destinationSays(600), { expect: oneForOne })).toMatchObject({
      ...{ outcome: 'outside', finding: 'suspect', difference: null, asymmetryPercent: null },
      ...{ test: null, matters: true },
    })
  })

  it('is as good as none where nothing bounds it', () => {
    expect(compared(hidden(null, null), destinationSays(2))).toMatchObject({
      ...{ outcome: 'one-sided', originPosition: 3, reason: 'the origin gives no figure' },
    })
  })

  it('is judged by the nearest figures of its interval where it was rounded', () => {
    const rounded = says(95, { lower: 92, upper: 97 })
    expect(compared(rounded, destinationSays(106)).outcome).toBe('within')
    expect(compared(rounded, destinationSays(109)).outcome).toBe('outside')
  })

  it('makes no case where it is a sample that is too uncertain', () => {
    const sampled = says(900, { standardError: 300 })
    expect(compared(sampled, destinationSays(90), { expect: oneForOne })).toMatchObject({
      ...{ finding: null, matters: false },
      untested: 'a side is a sample that is too uncertain to make a case of',
    })
  })
})
