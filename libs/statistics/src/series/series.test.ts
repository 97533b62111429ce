// SPDX-License-Identifier: Apache-2.0
import { figuresPresent, publishedPairs, skipped } from '../given-figures'
import { chances, corridorsOf, normalDraw, states } from '../given-world'
import { expectationOf } from '../ratios/expectation'
import { expectationModel } from '../ratios/expectation-model'
import { mistakenReadings, type FileCell } from './file-readings'
import { reporterBreaks, type CellResidual } from './reporter-breaks'
import { seriesChecks, type SeriesPoint } from './series-checks'

const expected = { logRatio: 0, withinVariance: 0.01 }
const series = (...pairs: readonly (readonly [number, number])[]): readonly SeriesPoint[] =>
  pairs.map(([outflow, inflow], place) => ({ period: String(2010 + place), outflow, inflow }))

describe('a series of both sides', () => {
  it('that keeps its ratio shows nothing, however both move', () => {
    const both = series([500, 510], [900, 880], [300, 310], [700, 690])
    expect(seriesChecks(both, expected)).toEqual([])
  })

  it('shows a jump of one period, and whose it is', () => {
    const jumped = series([500, 510], [505, 500], [510, 1500], [495, 500], [500, 505])
    expect(seriesChecks(jumped, expected)).toMatchObject([
      { kind: 'jump', period: '2012', side: 'destination', returned: true },
    ])
  })

  it('says of the last period that it has not returned yet', () => {
    const jumped = series([500, 510], [505, 500], [510, 500], [60, 505])
    const [found] = seriesChecks(jumped, expected)
    expect(found).toMatchObject({ kind: 'jump', period: '2013', side: 'origin', returned: false })
    expect(found?.kind === 'jump' && found.factor).toBeCloseTo(60 / 505, 1)
  })

  it('shows a break where it keeps another level', () => {
    const broken = series([500, 510], [505, 500], [500, 505], [500, 260], [505, 255], [500, 250])
    const found = seriesChecks(broken, expected)
    expect(found).toMatchObject([{ kind: 'break', period: '2013', side: 'destination' }])
    expect(found[0]?.kind === 'break' && found[0].factor).toBeCloseTo(0.5, 1)
  })

  it('shows persons that one side counts a period later', () => {
    const shifted = series([500, 510], [505, 500], [700, 500], [300, 500], [505, 500])
    expect(seriesChecks(shifted, expected)).toEqual([
      { kind: 'timing-shift', period: '2012', next: '2013', persons: 200 },
    ])
  })

  it('shows nothing on two periods', () => {
    expect(seriesChecks(series([5, 500], [500, 5]), expected)).toEqual([])
  })
})

describe('a round of cells', () => {
  const chance = chances(99)
  const quiet: readonly CellResidual[] = corridorsOf(states).map(({ origin, destination }) => {
    const residual = 0.3 * normalDraw(chance)
    return { key: origin + destination, origin, destination, residual, deviation: 0.3 }
  })
  const moved = (by: number, of: (cell: CellResidual) => boolean): readonly CellResidual[] =>
    quiet.map((cell) => {
      if (!of(cell)) return cell
      const residual = cell.residual + by
      return { ...cell, residual, deviation: 0.3 }
    })

  it('without a break shows none', () => {
    expect(reporterBreaks(quiet, {})).toEqual([])
  })

  it('shows one reporter that sends half as a destination, and not its partners', () => {
    const half = reporterBreaks(
      moved(Math.log(2), ({ destination }) => destination === 'D'),
      {},
    )
    expect(half).toMatchObject([{ reporter: 'D', role: 'destination' }])
    expect(half[0]!.factor).toBeGreaterThan(0.35)
    expect(half[0]!.factor).toBeLessThan(0.65)
    expect(half[0]!.cells).toHaveLength(5)
  })

  it('shows one that counts thrice as an origin', () => {
    const thrice = reporterBreaks(
      moved(Math.log(3), ({ origin }) => origin === 'B'),
      {},
    )
    expect(thrice).toMatchObject([{ reporter: 'B', role: 'origin' }])
    expect(thrice[0]!.factor).toBeGreaterThan(2)
  })

  it('shows none where everything moved, nor where one cell did', () => {
    expect(
      reporterBreaks(
        moved(0.7, () => true),
        {},
      ),
    ).toEqual([])
    expect(
      reporterBreaks(
        moved(5, ({ key }) => key === 'AB'),
        {},
      ),
    ).toEqual([])
  })
})

describe('a file', () => {
  const chance = chances(4)
  const cells: readonly FileCell[] = Array.from({ length: 12 }, (_, place) => {
    const expectedNow = 40 + 900 * chance()
    const sent = Math.round(expectedNow * Math.exp(0.2 * normalDraw(chance)))
    const sentBefore = Math.round(expectedNow * Math.exp(0.5 * normalDraw(chance)))
    const opposite = 20 + 3000 * chance()
    return { key: `${place}`, sent, expected: expectedNow, sentBefore, opposite }
  })
  const sending = (sent: (cell: FileCell) => number) =>
    mistakenReadings(cells.map((cell) => ({ ...cell, sent: Math.round(sent(cell)) })))

  it('that is what it says is read as that', () => {
    expect(mistakenReadings(cells)).toEqual([])
  })

  it.each([
    ['thousandfold', (cell: FileCell) => cell.sent * 1000],
    ['opposite-direction', (cell: FileCell) => cell.opposite! * 1.1],
    ['sent-again', (cell: FileCell) => cell.sentBefore!],
  ] as const)('that is mistaken is read as %s', (kind, sent) => {
    expect(sending(sent)[0]?.kind).toBe(kind)
  })

  it('in thousands where persons are meant is read as a thousandth', () => {
    const large = cells.map((cell) => ({
      ...cell,
      expected: cell.expected * 1000,
      sentBefore: cell.sentBefore! * 1000,
    }))
    expect(mistakenReadings(large)[0]?.kind).toBe('thousandth')
  })

  it('of a reporter whose partner slipped, or broke, is read as what it is', () => {
    for (const factor of [1000, 1 / 1000, 3, 1 / 3]) {
      const beside = cells.map((cell) => ({ ...cell, expected: cell.expected * factor }))
      expect(mistakenReadings(beside)).toEqual([])
    }
  })

  it('of three cells is not read', () => {
    expect(
      mistakenReadings(cells.slice(0, 3).map((cell) => ({ ...cell, sent: cell.sent * 1000 }))),
    ).toEqual([])
  })
})

const real = figuresPresent ? describe : describe.skip

real(`published flows${skipped}`, () => {
  const all = figuresPresent ? publishedPairs() : []
  const residualsOf = (year: string, change = (figure: number, _by: string) => figure) => {
    const model = expectationModel(
      all.filter(({ period }) => period < year),
      { reference: 'SE', estimator: 'log-linear' },
    )
    return all
      .filter(({ period }) => period === year)
      .flatMap((pair) => {
        const expectation = expectationOf(model, pair)
        if (expectation.status !== 'expected') return []
        const { origin, destination } = pair
        const [outflow, inflow] = [pair.outflow + 0.5, change(pair.inflow, destination) + 0.5]
        const residual = Math.log(outflow / inflow) - expectation.logRatio
        const deviation = Math.sqrt(expectation.variance + 1 / outflow + 1 / inflow)
        return [{ key: origin + destination, origin, destination, residual, deviation }]
      })
  }

  it('have breaks of reporters in the years that changed their registers', () => {
    const told = ['2013', '2014', '2015', '2016'].map((year) =>
      reporterBreaks(residualsOf(year), {}).map(
        ({ reporter, role, factor, movedShare }) =>
          `${year} ${reporter} ${role} ${factor.toFixed(2)} ${movedShare.toFixed(2)}`,
      ),
    )
    // Estonia took up a new method in 2015; the year after it is still held against the years before.
    expect(told).toEqual([
      [],
      [],
      ['2015 EE destination 4.42 1.00', '2015 EE origin 3.76 0.77'],
      ['2016 EE destination 2.89 0.92'],
    ])
  })

  it('show eleven of fifteen destinations where they send half', () => {
    const found = [...new Set(all.map(({ destination }) => destination))].filter((state) =>
      reporterBreaks(
        residualsOf('2016', (figure, by) => (by === state ? Math.round(figure / 2) : figure)),
        {},
      ).some(
        ({ reporter, role, factor }) =>
          reporter === state && role === 'destination' && factor < 0.8,
      ),
    )
    // Not Bulgaria, Estonia, Croatia and Slovakia: theirs move as much by themselves.
    expect(found.sort()).toEqual(['AT', 'BE', 'DK', 'ES', 'FI', 'FR', 'IT', 'LT', 'NL', 'SE', 'SI'])
  })
})
