// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { measured } from '../assess/measured'
import { testPair } from '../assess/pair-test'
import { chances, normalDraw } from '../given-world'
import type { Expectation } from '../ratios/expectation'
import { mistakenReadings, type FileCell } from '../series/file-readings'
import { reporterBreaks } from '../series/reporter-breaks'
import { seriesChecks } from '../series/series-checks'
import type { DifferenceEvidence, SideEvidence } from './evidence'
import { proposeCauses, proposeForReporter } from './propose-causes'

const side = (reported: number | null, change: Partial<SideEvidence> = {}): SideEvidence => ({
  reported,
  statuses: ['A'],
  revised: false,
  protected: false,
  samplingVariance: 0,
  unknownPartner: 0,
  readings: [],
  ...change,
})

const expecting = (ratio: number): Expectation => ({
  status: 'expected',
  logRatio: Math.log(ratio),
  variance: 0.04,
  basis: 'factors-and-history',
  periods: 5,
  shrinkage: 0.8,
})

const count = (value: number | null) =>
  measured(value === null ? { status: 'missing' } : { status: 'value', value })

/** A difference of which nothing is known but the figures, save for what a test changes. */
function difference(
  outflow: number | null,
  inflow: number | null,
  change: Partial<DifferenceEvidence> = {},
): DifferenceEvidence {
  const expectation = change.expectation ?? expecting(1)
  return {
    origin: side(outflow),
    destination: side(inflow),
    gaps: [],
    derived: false,
    stayRatio: 1,
    expectation,
    test: testPair({ origin: count(outflow), destination: count(inflow), expectation }),
    breakdowns: [],
    series: [],
    period: '2016',
    breaks: [],
    ...change,
  }
}

const first = (evidence: DifferenceEvidence) => proposeCauses(evidence)[0]

describe('a difference', () => {
  it('between figures that do as expected suggests nothing', () => {
    expect(proposeCauses(difference(500, 500))).toEqual([])
  })

  it('that nothing in the pattern speaks of is not yet explained', () => {
    expect(first(difference(500, 90))).toMatchObject({ cause: 'UNEXPLAINED', strength: 0 })
  })

  it('of definitions is put down to them, with what the stays alone explain', () => {
    const text = 'minimum stay: origin P3M, destination P12M'
    const gaps = [{ cause: 'DEF_DURATION', text }] as const
    expect(first(difference(800, 500, { gaps, stayRatio: 1 / 0.63 }))).toEqual({
      cause: 'DEF_DURATION',
      side: 'both',
      evidence: text,
      strength: 0.9,
      persons: 294,
      adjustment: 'systematic',
    })
  })

  it('that comes back every period is an undercount of one side', () => {
    const found = first(difference(200, 500, { expectation: expecting(0.4) }))
    expect(found).toMatchObject({ cause: 'COVERAGE_UNDERCOUNT', side: 'origin', persons: -300 })
    const other = first(difference(1000, 400, { expectation: expecting(2.5) }))
    expect(other).toMatchObject({ side: 'destination', persons: 600 })
  })

  it('is an undercount where reference reporters count more', () => {
    const undercount = { ratio: 0.3, logStandardError: 0.03, lower: 0.28, upper: 0.32 }
    const found = proposeCauses(difference(100, 400, { origin: side(100, { undercount }) }))
    expect(found[0]).toMatchObject({ cause: 'COVERAGE_UNDERCOUNT', side: 'origin' })
    expect(found[0]!.evidence).toContain('0.30 of what reference reporters count')
  })

  it('that cancels with that of the next period is timing', () => {
    const points = [
      [500, 500],
      [505, 510],
      [495, 500],
      [700, 500],
      [300, 500],
    ].map(([outflow = 0, inflow = 0], place) => ({ period: `${2013 + place}`, outflow, inflow }))
    const series = seriesChecks(points, { logRatio: 0, withinVariance: 0.01 })
    expect(first(difference(700, 500, { series }))).toMatchObject({ cause: 'TIMING', persons: 200 })
  })

  it('of cells under a total that agrees is classification', () => {
    const part = (outflow: number, inflow: number) => difference(outflow, inflow).test
    const parts = [part(400, 60), part(60, 400), part(40, 40)]
    const total = part(500, 500)
    for (const cell of [difference(500, 500), difference(400, 60)]) {
      const evidence = 'the totals agree, but 2 of 3 parts of them do not'
      const found = first({ ...cell, breakdowns: [{ total, parts }] })
      expect(found).toMatchObject({ cause: 'CLASSIFICATION', evidence })
    }
    const oneWay = { total, parts: [part(400, 60), part(400, 60)] }
    for (const breakdown of [oneWay, { total: part(500, 60), parts }])
      expect(first(difference(400, 60, { breakdowns: [breakdown] }))?.cause).toBe('UNEXPLAINED')
  })

  it('may lie with persons whose partner is not known', () => {
    const evidence = difference(100, 400, { origin: side(100, { unknownPartner: 900 }) })
    expect(first(evidence)).toMatchObject({ cause: 'PARTNER_MISALLOCATION', side: 'origin' })
  })

  it('is what the senders say of their figures', () => {
    const evidence = difference(100, 400, {
      origin: side(100, { statuses: ['B', 'P'], revised: true }),
      destination: side(400, { statuses: ['E'], samplingVariance: 0.04 }),
    })
    expect(proposeCauses(evidence).map(({ cause, side: of }) => `${cause} ${of}`)).toEqual([
      'ESTIMATION destination',
      'BREAK origin',
      'PROVISIONAL origin',
      'SAMPLING destination',
    ])
  })

  it('to a figure that was not collected is that', () => {
    const evidence = difference(100, null, { destination: side(null, { statuses: ['L'] }) })
    expect(first(evidence)).toMatchObject({ cause: 'NOT_COLLECTED' })
  })

  it('of about as many as came back is returns; of twice a cell, one counted twice', () => {
    expect(first(difference(300, 500, { returns: 190 }))).toMatchObject({ cause: 'RETURNS' })
    const twice = difference(9000, 4500, {
      expectation: { ...expecting(1), variance: 0.01 } as Expectation,
    })
    expect(first(twice)).toMatchObject({ cause: 'DUPLICATE', side: 'origin', persons: 4500 })
  })

  it('from a protected figure tells no amounts, nor which side is protected', () => {
    const gaps = [{ cause: 'DEF_DURATION', text: 'minimum stay' }] as const
    const change = { gaps, stayRatio: 2, expectation: expecting(3) }
    const one = proposeCauses(
      difference(9, 400, { ...change, origin: side(9, { protected: true }) }),
    )
    const other = proposeCauses(
      difference(9, 400, { ...change, destination: side(400, { protected: true }) }),
    )
    expect(one).toEqual(other)
    expect(one.every(({ persons }) => persons === null)).toBe(true)
    expect(one).toContainEqual(expect.objectContaining({ cause: 'SDC' }))
  })

  it('has the same proposals in whatever order its parts were gathered', () => {
    const statuses = ['P', 'E', 'B', 'K', 'A']
    fc.assert(
      fc.property(fc.shuffledSubarray(statuses, { minLength: 5 }), (shuffled) => {
        const given_ = (order: readonly string[]) =>
          proposeCauses(difference(100, 400, { origin: side(100, { statuses: order }) }))
        expect(given_(shuffled)).toEqual(given_(statuses))
      }),
    )
  })
})

describe('an error that was put into a file', () => {
  const chance = chances(8)
  const partners = ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I']
  const truth: readonly FileCell[] = partners.map((key) => {
    const expected = 60 + 2000 * chance()
    const before = expected * Math.exp(0.3 * normalDraw(chance))
    return {
      key,
      sent: Math.round(expected * Math.exp(0.15 * normalDraw(chance))),
      expected,
      sentBefore: Math.round(before * Math.exp(0.15 * normalDraw(chance))),
      opposite: 40 + 5000 * chance(),
    }
  })
  const causesOf = (sentOf: (cell: FileCell) => number) => {
    const cells = truth.map((cell) => ({ ...cell, sent: Math.round(sentOf(cell)) }))
    const quiet = partners.flatMap((origin) =>
      partners.flatMap((destination) =>
        origin === destination
          ? []
          : [
              {
                key: `${origin}${destination}`,
                origin,
                destination,
                residual: 0.2 * normalDraw(chance),
                deviation: 0.25,
              },
            ],
      ),
    )
    const own = cells.map(({ key, sent, expected }) => ({
      key: `A${key}`,
      origin: 'A',
      destination: key,
      residual: Math.log((sent + 0.5) / (expected + 0.5)),
      deviation: 0.25,
    }))
    const readings = mistakenReadings(cells)
    const [found] = reporterBreaks([...quiet, ...own], {}).filter(
      ({ reporter }) => reporter === 'A',
    )
    return found === undefined
      ? readings.map(({ kind }) => kind)
      : proposeForReporter(found, readings).map(({ cause }) => cause)
  }

  it('is not seen where there is none', () => {
    expect(causesOf(({ sent }) => sent)).toEqual([])
  })

  it.each<[string, (cell: FileCell) => number, string]>([
    ['a unit of thousands', ({ sent }) => sent * 1000, 'PROCESSING_ERROR'],
    ['men sent as all', ({ sent }) => sent * 0.5, 'BREAK'],
    ['many removed from the register at once', ({ sent }) => sent * 3, 'BREAK'],
    ['a stock sent as the flow', ({ sent }) => sent * (8 + 8 * chance()), 'BREAK'],
  ])('is proposed for %s', (_, sentOf, cause) => {
    expect(causesOf(sentOf)[0]).toBe(cause)
  })

  it('is proposed beside the break for men and for removals', () => {
    expect(causesOf(({ sent }) => sent * 0.5)).toContain('PROCESSING_ERROR')
    expect(causesOf(({ sent }) => sent * 3)).toContain('ADMIN_CORRECTION')
  })

  it('is read from the file where its cells move both ways', () => {
    expect(causesOf(({ sentBefore }) => sentBefore!)[0]).toMatch(/sent-again|PROCESSING_ERROR/)
    expect(causesOf(({ opposite }) => opposite! * 1.05)[0]).toMatch(/opposite|PROCESSING_ERROR/)
  })
})
