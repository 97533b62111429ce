// SPDX-License-Identifier: Apache-2.0
// The adversary is the other side: it holds its own figures, what it was given, and every report. Whatever the hub makes of figures that
// no clause shows it must be the same to the byte, whichever the hidden figures are.
import { attack, openSolver, protect, type ProtectionRule, type Solver } from '@corridor/statistics'
import fc from 'fast-check'
import { withCauses } from './causes-of'
import type { CellStatement } from './cell'
import {
  agreement,
  destinationSays,
  grantedBy,
  oneForOne,
  originSays,
  protectedBy,
  toEveryDetail,
  toldOf,
} from './given'
import { learnSeries, type PastPair } from './learning/learn-series'
import type { Pair } from './pair'
import { pairUp } from './pair-up'
import { reportBytes } from './report'
import { comparisonTerms } from './terms'

const terms = comparisonTerms(agreement)[0]!

/** In which ways a figure that the hub holds is kept from the other side. */
const hidden: Readonly<Record<string, Partial<CellStatement>>> = {
  confidential: { confStatus: 'C' },
  'under an embargo': { embargo: '2027-01-01T00:00:00Z' },
  'finer than the clause': { breakdown: 'F._T._T._T._T._T' },
  'of a period that no clause names': { period: '2017' },
}

const someStatement = fc.record({
  value: fc.nat(5_000),
  other: fc.nat(5_000),
  period: fc.constantFrom('2013', '2014', '2015', '2016'),
  outwards: fc.boolean(),
  // Belgium's flow to Denmark, or the other way.
  back: fc.boolean(),
  way: fc.option(fc.constantFrom(...Object.keys(hidden))),
})
type Drawn = typeof someStatement extends fc.Arbitrary<infer Value> ? Value : never

function statement({ value, period, outwards, back, way }: Drawn, position: number): CellStatement {
  const [origin, destination] = back ? ['DK', 'BE'] : ['BE', 'DK']
  const reporter = outwards ? origin : destination
  const change = { origin, destination, reporter, period, position, ...hidden[way ?? ''] }
  return outwards ? originSays(value, change) : destinationSays(value, change)
}

/** All that the hub makes of statements: the report with its causes, and what it learns. */
function madeOf(statements: readonly CellStatement[], known = agreement): string {
  const isGranted = grantedBy(known)
  const pairs = withCauses(pairUp(known, statements, { isGranted, expect: oneForOne }), [])
  const totals = { cells: pairs.length, outside: 0, matters: 0, gaps: 1 }
  const round = { agreement: 'BE-DK-2026', contract: 'migration-flow', period: '2016' }
  const made = { hubId: 'hub', at: new Date(0), version: 1, salt: 'A', terms, totals }
  const bytes = reportBytes(
    known,
    { round, pairs },
    { ...made, falseAlarms: undefined, commitments: undefined, stages: [] },
  )
  return Buffer.from(bytes).toString() + JSON.stringify(learnSeries(pairs.flatMap(pastOf)))
}

function pastOf(pair: Pair): readonly PastPair[] {
  const { origin, destination, period, originSays: out, destinationSays: into } = pair
  if (!pair.teaches || out === null || into === null) return []
  const harmonised = { harmonisedOutflow: out, harmonisedInflow: into }
  return [{ origin, destination, period, outflow: out, inflow: into, ...harmonised }]
}

describe('the mirror attack', () => {
  it('finds nothing: reports, causes and what is learnt are the same whatever the hidden figures are', () => {
    fc.assert(
      fc.property(fc.array(someStatement, { maxLength: 30 }), (drawn) => {
        const one = drawn.map(statement)
        const other = drawn.map((each, at) =>
          statement(each.way === null ? each : { ...each, value: each.other }, at),
        )
        expect(madeOf(other)).toBe(madeOf(one))
      }),
    )
  })

  it('finds nothing in sums of breakdowns that differ either: what is kept back is no part of any', () => {
    const age = fc.constantFrom('_T', '_U', 'Y_LT15', 'Y_GE15', 'Y15T24', 'Y_GE25', 'Y15T19')
    const some = fc.record({ age, statement: someStatement, other: fc.nat(5_000) })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 25 }), (drawn) => {
        const said = (ofHidden: (one: (typeof drawn)[number]) => number) =>
          drawn.map((one, at): CellStatement => {
            const isHidden = one.statement.way !== null
            const made = statement({ ...one.statement, period: '2016', way: null }, at)
            const value = isHidden ? ofHidden(one) : made.value
            const confStatus = isHidden ? 'C' : 'F'
            return { ...made, value, confStatus, breakdown: `_T.${one.age}._T._T._T._T` }
          })
        const [one, other] = [said(({ statement: { value } }) => value), said((each) => each.other)]
        expect(madeOf(other, toEveryDetail)).toBe(madeOf(one, toEveryDetail))
      }),
    )
  })

  it('would be found by this test: a figure that is shown changes what is made', () => {
    const shown = (value: number) => madeOf([originSays(value), destinationSays(553)])
    expect(shown(409)).not.toBe(shown(410))
  })

  it('finds no more than the interval that was handed over: neither difference nor test nor balance tells of it', () => {
    const suppressed = { valueStatus: 'suppressed', lower: 1, upper: 3 } as const
    const [pair] = pairUp(agreement, [originSays(null, suppressed), destinationSays(553)], {
      ...{ isGranted: grantedBy(agreement), expect: oneForOne },
    })
    expect(pair).toMatchObject({
      ...{ originSays: null, originInterval: { lower: 1, upper: 3 }, originHarmonised: null },
      ...{ difference: null, asymmetryPercent: null, test: null, balanced: null, teaches: false },
    })
  })
})

describe('the mirror attack on what the hub hides itself', () => {
  const rule = {
    ...{ method: 'suppression', threshold: 3, zeros: false, protectionPercent: 100 },
  } as const satisfies ProtectionRule
  const known = protectedBy(rule)
  const dimensions = [
    { name: 'sex', blocks: [{ whole: '_T', parts: ['F', 'M'] }] },
    { name: 'age', blocks: [{ whole: '_T', parts: ['Y_LT15', 'Y15T24', 'Y_GE25'] }] },
  ]
  const ages = dimensions[1]!.blocks[0]!.parts
  const breakdownOf = ([sex = '', age = '']: readonly string[]) => `${sex}.${age}._T._T._T._T`
  let solver: Solver
  beforeAll(async () => {
    solver = await openSolver()
  })

  /** A table of women and men by age with its sums, by codes. */
  const tableOf = (
    leaves: readonly number[],
  ): readonly (readonly [readonly string[], number])[] => {
    const sexes = ['F', 'M', '_T']
    return sexes.flatMap((sex, at) =>
      [...ages, '_T'].map((age, place) => {
        const rows = at === 2 ? [0, 1] : [at]
        const columns = age === '_T' ? ages.map((_, i) => i) : [place]
        const parts = rows.flatMap((row) => columns.map((i) => leaves[row * ages.length + i] ?? 0))
        return [[sex, age], parts.reduce((sum, one) => sum + one, 0)] as const
      }),
    )
  }
  const counts = fc.array(fc.oneof(fc.nat(4), fc.nat(40)), { minLength: 6, maxLength: 6 })
  const drawn = fc.record({ own: counts, other: counts, partner: counts })

  const stating = (leaves: readonly number[]): readonly CellStatement[] =>
    tableOf(leaves).map(([codes, value]) => originSays(value, { breakdown: breakdownOf(codes) }))

  /** What Denmark is told of Belgium's table, and what it says itself. */
  function toldAbout(own: readonly number[], partner: readonly number[]) {
    const cells = tableOf(own).map(([codes, value]) => ({
      codes,
      figure: { status: 'value', value } as const,
    }))
    const done = protect({ dimensions, cells }, rule, { solver })
    if (done.outcome === 'refused') throw new Error(done.why)
    const told = cells.flatMap(({ codes, figure }, at): readonly CellStatement[] => {
      const as = done.cells[at]
      const stated = originSays(figure.value, { breakdown: breakdownOf(codes) })
      if (as?.as === 'told') return [toldOf(stated)]
      if (as?.as !== 'suppressed') return []
      return [toldOf(stated, { value: null, lower: as.lower, upper: as.upper })]
    })
    const mirror = tableOf(partner).map(([codes, value]) =>
      toldOf(destinationSays(value, { breakdown: breakdownOf(codes) })),
    )
    const released = {
      dimensions,
      cells: done.cells.flatMap((as, at) => {
        const codes = cells[at]?.codes ?? []
        if (as.as === 'told') return [{ codes, figure: as.figure }]
        return as.as === 'suppressed'
          ? [{ codes, figure: { status: 'suppressed', lower: 0, upper: null } as const }]
          : []
      }),
    }
    return { said: [...told, ...mirror], released }
  }

  it('finds the same to the byte, whatever the figures are of which the same was told', () => {
    fc.assert(
      fc.property(drawn, ({ own, other, partner }) => {
        const { said } = toldAbout(own, partner)
        expect(madeOf([...stating(other), ...said], known)).toBe(
          madeOf([...stating(own), ...said], known),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('leaves every hidden figure as wide to a linear programme that knows all comparisons as without them', () => {
    let hidden = 0
    fc.assert(
      fc.property(drawn, ({ own, partner }) => {
        const { said, released } = toldAbout(own, partner)
        const asking = { isGranted: grantedBy(known), expect: oneForOne }
        const compared = pairUp(known, [...stating(own), ...said], asking)
        const sums = compared.flatMap((pair) => learntOf(pair))
        const [alone, beside] = [[], sums].map((some) =>
          attack(released, { cells: [], sums: some }, solver),
        )
        expect(beside).toEqual(alone)
        hidden += alone === undefined || typeof alone === 'string' ? 0 : alone.length
        for (const { cell, lower, upper } of typeof beside === 'string' ? [] : (beside ?? []))
          if (cell !== undefined) expect((upper ?? Infinity) - lower).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 40 },
    )
    expect(hidden).toBeGreaterThan(40)
  })

  /** Everything that a comparison tells of the origin's figure in numbers, as bounds of it. */
  function learntOf(pair: Pair) {
    const codes = pair.breakdown.split('.').slice(0, 2)
    const { originInterval, difference, destinationSays: into, originHarmonised, test } = pair
    const told = [
      ...(originInterval === null ? [] : [originInterval]),
      ...[
        pair.originSays,
        originHarmonised,
        into === null ? null : (difference ?? NaN) + into,
        (test?.gap ?? NaN) + (into ?? NaN),
      ]
        .filter((one): one is number => one !== null && !Number.isNaN(one))
        .map((one) => ({ lower: one, upper: one })),
    ]
    return told.map(({ lower, upper }) => ({
      ...{ plus: [codes], lower, by: 'recipient' as const },
      upper: upper === Infinity ? null : upper,
    }))
  }
})
