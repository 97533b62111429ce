// SPDX-License-Identifier: Apache-2.0
// The adversary is the other side: it holds its own figures, what it was given, and every report. Whatever the hub makes of figures that
// no clause shows it must be the same to the byte, whichever the hidden figures are.
import fc from 'fast-check'
import { withCauses } from './causes-of'
import type { CellStatement } from './cell'
import {
  agreement,
  destinationSays,
  grantedBy,
  oneForOne,
  originSays,
  toEveryDetail,
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
