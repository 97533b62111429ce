// SPDX-License-Identifier: Apache-2.0
import { validate, validateEnvelope } from '@corridor/contracts'
import fc from 'fast-check'
import { agreement, destinationSays, grantedBy, originSays } from './given'
import { nothingLearnt } from './expected'
import type { Pair } from './pair'
import { pairUp } from './pair-up'
import { recipientsOf, reportBytes } from './report'

const asking = { isGranted: grantedBy(agreement), expect: nothingLearnt }
const made = {
  hubId: 'hub',
  at: new Date('2026-11-23T09:12:00Z'),
  version: 2,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  tolerance: { asymmetryPercent: 10 },
}

/** The report, judged by the contracts of the envelope and of reports. */
function reportOn(pairs: readonly Pair[]) {
  const bytes = Buffer.from(reportBytes(agreement, pairs, made))
  const event = validateEnvelope(JSON.parse(bytes.toString()))
  if (!event.ok) throw new Error(event.refusal.detail)
  const report = validate('reconciliation-report', '0.1.0', event.value.data)
  if (!report.ok) throw new Error(report.refusal.detail)
  return { event: event.value, report: report.value }
}

describe('a report', () => {
  const pairs = pairUp(
    agreement,
    [originSays(409), destinationSays(553), originSays(397, { period: '2015' })],
    asking,
  )

  it('has a row for each pair, with what both sides say and how far they lie apart', () => {
    expect(reportOn(pairs).report).toMatchObject({
      agreement: 'BE-DK-2026',
      version: 2,
      parties: ['BE', 'DK'],
      madeAt: '2026-11-23T09:12:00.000Z',
      tolerance: { asymmetryPercent: 10 },
      rows: 2,
      period: ['2016', '2015'],
      originSays: [409, 397],
      destinationSays: [553, null],
      difference: [-144, null],
      outcome: ['outside', 'one-sided'],
      reason: [null, 'the destination gives no figure'],
    })
  })

  it('is a statement of the hub with an id for each version', () => {
    expect(reportOn(pairs).event).toMatchObject({
      id: 'report:BE-DK-2026:2',
      source: 'urn:corridor:hub:hub',
      type: 'corridor.report.v1',
    })
  })

  it('is the same to the byte for both sides, however often it is made', () => {
    expect(reportBytes(agreement, pairs, made)).toEqual(reportBytes(agreement, pairs, made))
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
