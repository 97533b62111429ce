// SPDX-License-Identifier: Apache-2.0
import { validate, validateEnvelope } from '@corridor/contracts'
import fc from 'fast-check'
import { agreement, destinationSays, grantedBy, oneForOne, originSays } from './given'
import { nothingLearnt } from './expected'
import type { Pair } from './pair'
import { pairUp } from './pair-up'
import { comparisonTerms } from './terms'
import { recipientsOf, reportBytes } from './report'

const asking = { isGranted: grantedBy(agreement), expect: nothingLearnt }
const round = { agreement: 'BE-DK-2026', contract: 'migration-flow', period: '2016' }
const made = {
  hubId: 'hub',
  at: new Date('2026-11-23T09:12:00Z'),
  version: 2,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  terms: comparisonTerms(agreement)[0]!,
  totals: { cells: 2, outside: 1, matters: 1, gaps: 0 },
  falseAlarms: undefined,
  commitments: undefined,
  stages: [],
}

/** The report, judged by the contracts of the envelope and of reports. */
function reportOn(pairs: readonly Pair[]) {
  const bytes = Buffer.from(reportBytes(agreement, { round, pairs }, made))
  const event = validateEnvelope(JSON.parse(bytes.toString()))
  if (!event.ok) throw new Error(event.refusal.detail)
  const report = validate('reconciliation-report', '1.0.0', event.value.data)
  if (!report.ok) throw new Error(report.refusal.detail)
  return { event: event.value, report: report.value }
}

const opposite = { origin: 'DK', destination: 'BE', direction: 'inflow' } as const

describe('a report', () => {
  const pairs = pairUp(
    agreement,
    [originSays(409), destinationSays(553), originSays(397, opposite)],
    asking,
  )

  it('has a row for each pair, with what both sides say, how far they lie apart and why nothing is expected', () => {
    expect(reportOn(pairs).report).toMatchObject({
      ...{ agreement: 'BE-DK-2026', contract: 'migration-flow', period: '2016', version: 2 },
      ...{ parties: ['BE', 'DK'], madeAt: '2026-11-23T09:12:00.000Z' },
      ...{ tolerance: { asymmetryPercent: 10 }, materiality: { persons: 50, percent: 1 } },
      ...{ cells: 2, rows: 2, sex: ['_T', '_T'], education: ['_T', '_T'] },
      originSays: [409, null],
      originHarmonised: [409, null],
      destinationSays: [553, 397],
      destinationUpper: [553, 397],
      difference: [-144, null],
      outcome: ['outside', 'one-sided'],
      reason: [null, 'the origin gives no figure'],
      finding: ['no-expectation', null],
      untested: ['there is no expectation yet: nothing was learnt of such figures so far', null],
      matters: [true, false],
      ...{ p: [null, null], score: [null, null], balanced: [null, null] },
    })
  })

  it('shows four values, what was expected and by which version, once something is', () => {
    const said = [originSays(409_000), destinationSays(460)]
    const { report } = reportOn(pairUp(agreement, said, { ...asking, expect: oneForOne }))
    expect(report).toMatchObject({
      ...{ originSays: [409_000], originHarmonised: [409_000], destinationHarmonised: [460] },
      ...{ finding: ['suspect'], expectation: [7], expectedRatio: [1], matters: [true] },
    })
    const [balanced, lower, upper] = [report.balanced, report.balancedLower, report.balancedUpper]
      .flat()
      .map(Number)
    expect(lower).toBeLessThan(balanced!)
    expect(upper).toBeGreaterThan(balanced!)
    expect(balanced).toBeGreaterThan(460)
    expect(balanced).toBeLessThan(409_000)
  })

  it('is a statement of the hub with an id for each version', () => {
    expect(reportOn(pairs).event).toMatchObject({
      id: 'report:BE-DK-2026:migration-flow:2016:2',
      source: 'urn:corridor:hub:hub',
      type: 'corridor.report.v1',
    })
  })

  it('is the same to the byte for both sides, however often it is made', () => {
    const again = reportBytes(agreement, { round, pairs }, made)
    expect(reportBytes(agreement, { round, pairs }, made)).toEqual(again)
  })

  it('follows its contract whatever the two sides say', () => {
    const someValue = fc.option(fc.nat({ max: 8_000_000_000 }))
    const someStay = fc.constantFrom('P12M', 'P3M', 'permanent')
    fc.assert(
      fc.property(someValue, someValue, someStay, (out, into, minimumStay) => {
        const definition = { ...originSays(0).definition, minimumStay }
        const said = [originSays(out), destinationSays(into, { definition })]
        expect(reportOn(pairUp(agreement, said, asking)).report.rows).toBe(1)
      }),
    )
  })
})

describe('the recipients of a report', () => {
  it('are exactly the parties and their committee', () => {
    expect(recipientsOf(agreement)).toEqual(['BE', 'DK', 'BEDK'])
  })

  it('are exactly the parties where there is no committee', () => {
    const { committee, ...terms } = agreement.terms
    expect(committee).toBe('BEDK')
    expect(recipientsOf({ ...agreement, terms })).toEqual(['BE', 'DK'])
  })
})
