// SPDX-License-Identifier: Apache-2.0
// Genuine flows (Eurostat, credit due), judged as the hub judges them, at the level of pure functions.
import { evaluateRealFlows, wilson, type Evaluation } from './evaluate'
import { realFiguresPresent, realFiguresSkipped } from './real-figures'

const real = realFiguresPresent ? describe : describe.skip

it('an interval of a share has the bounds that Wilson gives', () => {
  // As Brown, Cai and DasGupta (2001) work it out for no success in ten.
  const [lower, upper] = wilson(0, 10)
  expect(lower).toBeCloseTo(0, 12)
  expect(upper).toBeCloseTo(0.2775, 4)
})

real(`genuine flows of sixteen states${realFiguresSkipped}`, () => {
  let found: Evaluation

  beforeAll(() => {
    found = evaluateRealFlows()
  })

  it('are 1,192 flow-years that both sides reported', () => {
    expect([found.figures, found.pairs]).toEqual([2840, 1192])
  })

  it('raise as many alarms as were promised, where nothing was touched', () => {
    expect(found.alarms.map(({ nominal }) => nominal)).toEqual([0.01, 0.02, 0.05, 0.1])
    for (const { nominal, figures, between } of found.alarms) {
      expect(figures).toBe(451)
      expect(between[0]).toBeLessThanOrEqual(nominal)
      expect(between[1]).toBeGreaterThanOrEqual(nominal)
    }
  })

  it('are flagged by a threshold of 20 % in three of four, though nothing was touched', () => {
    const { alarms, figures } = found.peerAlarms
    expect(alarms / figures).toBeGreaterThan(0.7)
  })

  it('show Estonia and Croatia as reporters that broke, and nobody before 2015', () => {
    const broken = found.years.map(({ period, breaks }) => [
      period,
      [...new Set(breaks.map(({ reporter }) => reporter))].sort().join(' '),
    ])
    expect(broken).toEqual([
      ['2013', ''],
      ['2014', ''],
      ['2015', 'EE'],
      ['2016', 'EE HR'],
    ])
  })

  it('say of few parties no more often than of five that somebody broke, and name who did', () => {
    const [three, four, five] = found.fewParties
    const most = five!.atRest / five!.rounds
    for (const few of [three!, four!]) {
      expect(few.atRest / few.rounds).toBeLessThanOrEqual(most)
      expect(few.namedFirst / few.found).toBeGreaterThan(0.95)
    }
    expect(three!.found / three!.put).toBeGreaterThan(0.2)
    expect(four!.found / four!.put).toBeGreaterThan(0.5)
  })

  it('never show Slovakia as an error: it counts permanent moves', () => {
    expect(found.permanent).toMatchObject({ pairs: 166, judged: 0 })
    const slovak = found.years
      .flatMap(({ breaks }) => breaks)
      .filter(({ reporter }) => reporter === 'SK')
    expect(slovak).toEqual([])
  })

  it('come no closer in most cells when Lithuania revises, though its sum does', () => {
    const { before, after, mirror, closer, compared } = found.revision
    expect(Math.abs(after - mirror)).toBeLessThan(Math.abs(before - mirror))
    expect(2 * closer).toBeLessThan(compared)
  })

  // The least share that is found of each error, at the unit at which it can be found.
  it.each([
    ['a thousandfold', 'cell', 0.98],
    ['1 to 100 sent as a zero', 'cell', 0.5],
    ['half sent for the total (men for all)', 'reporter-year', 0.8],
    ["last year's file sent again", 'file', 1],
    ['origin and destination swapped', 'file', 0.9],
    ['1 to 30 sent as a zero, all of them', 'reporter-year', 0.8],
    ['1 to 10 sent as a zero, all of them', 'reporter', 0.9],
  ])('show %s in the %s', (error, unit, least) => {
    const one = found.recalls.find((recall) => recall.error === error && recall.unit === unit)
    expect(one).toMatchObject({ claimed: true, atRest: 0 })
    expect((one?.found ?? 0) / (one?.put ?? 0)).toBeGreaterThanOrEqual(least)
  })

  it('hardly show what nothing is claimed of, and raise hardly an alarm by looking for it', () => {
    const silent = found.recalls.filter(({ claimed }) => !claimed)
    expect(silent.map(({ error, unit, found: shown }) => `${error}, ${unit}: ${shown}`)).toEqual([
      '1 to 3 sent as a zero, cell: 0',
      '1 to 10 sent as a zero, cell: 0',
      '1 to 10 sent as a zero, all of them, reporter-year: 2',
      '1 to 3 sent as a zero, all of them, reporter: 1',
      'every year one too late, from the first on, reporter: 0',
    ])
    expect(silent.map(({ atRest }) => atRest)).toEqual([0, 0, 0, 0, 1])
  })
})
