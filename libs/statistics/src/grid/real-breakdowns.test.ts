// SPDX-License-Identifier: Apache-2.0
// Genuine breakdowns: Eurostat's flows by age (credit due), ILO's correspondence of ISCO-88 and ISCO-08.
import { figuresPresent, linesOf, skipped } from '../given-figures'
import { groupBy } from '../group-by'
import { allocate, type Link } from './allocate'
import { exactly } from './amount'
import { ages } from './atoms'
import { blockAmount } from './block-amount'
import { commonGrid, finestCodes } from './common-grid'
import { components } from './components'

const real = figuresPresent ? describe : describe.skip

const codeOf = (age: string) => {
  if (age === 'UNK') return '_U'
  if (age === 'TOTAL') return '_T'
  return age.replace(/^Y(\d+)-(\d+)$/, 'Y$1T$2')
}

real(`flows by age as they were published${skipped}`, () => {
  const cells = figuresPresent
    ? [
        ...groupBy(linesOf('flows_destination_by_age_2014_2015.csv'), (line) =>
          [line.origin, line.destination, line.year].join(' '),
        ),
      ].map(([key, lines]) => ({
        key,
        figures: new Map(
          lines.map((line) => [codeOf(line.age ?? ''), exactly(Number(line.value))] as const),
        ),
      }))
    : []

  // Totals of the same extract: an earlier one differs in Lithuania's figures, which were revised.
  const totals = new Map(
    (figuresPresent ? linesOf('flows_destination_1998_2016_vintage2026.csv') : [])
      .filter(({ reported_by: by }) => by === 'destination')
      .map((line) => [`${line.origin} ${line.destination} ${line.year}`, Number(line.value)]),
  )

  it('add up over the finest of their overlapping bands, with those of no known age', () => {
    const sums = cells.flatMap(({ key, figures }) => {
      const codes = [...figures.keys()]
      const total = totals.get(key)
      const sum = blockAmount(figures, [
        { codes: finestCodes(ages(codes), codes), whole: true, rest: ['_U'], restIsOpen: false },
      ])
      if (total === undefined || sum.status !== 'complete') return []
      return [{ key, off: (sum.amount.value ?? NaN) - total }]
    })
    const off = sums.filter((one) => one.off !== 0)
    expect([cells.length, sums.length]).toEqual([882, 868])
    expect(off.map(({ key }) => key)).toEqual(['OTHER ES 2014'])
  })

  it('share the bands of which both have the ends', () => {
    const [one, other] = [['Y_LT15', 'Y15T64', 'Y_GE65'], [...(cells[0]?.figures.keys() ?? [])]]
    const grid = commonGrid(ages([...one, ...other]), { origin: one, destination: other })
    expect(
      grid.blocks.map(({ origin, destination }) => [origin.join(), destination.length]),
    ).toEqual([
      ['Y_LT15', 3],
      ['Y15T64', 10],
      ['Y_GE65', 8],
    ])
  })
})

real(`the correspondence of two vintages of occupations${skipped}`, () => {
  const links: readonly Link[] = figuresPresent
    ? linesOf('codelists/isco88_to_isco08_ILO.csv').flatMap((line) => {
        const cells = Object.values(line)
        const codes = cells.filter((cell) => /^\d{4}$/.test(cell))
        const [from, to] = codes
        return from === undefined || to === undefined ? [] : [{ from, to }]
      })
    : []
  const blocksAt = (digits: number) =>
    components(
      links.map(({ from, to }) => [`88 ${from.slice(0, digits)}`, `08 ${to.slice(0, digits)}`]),
    )

  it('has no fine exact grid: 202 blocks at four digits, 4 at two, 2 at one', () => {
    expect([4, 2, 1].map((digits) => blocksAt(digits).length)).toEqual([202, 4, 2])
    expect([links.length, new Set(links.map(({ from }) => from)).size]).toEqual([671, 389])
    expect(Math.max(...blocksAt(4).map((block) => block.length))).toBe(118)
  })

  it('carries every person over, with doubt where codes are split', () => {
    const codes = [...new Set(links.map(({ from }) => from))]
    const figures = new Map(codes.map((code) => [code, exactly(100)]))
    for (const digits of [1, 2, 4]) {
      const found = allocate(figures, links, (code) => code.slice(0, digits))
      const sum = [...found.values()].reduce((all, { value }) => all + (value ?? NaN), 0)
      expect(sum).toBeCloseTo(100 * codes.length, 6)
    }
    const major = allocate(figures, links, (code) => code.slice(0, 1))
    // Professionals: 6,762 persons of these 38,900, give or take 82; the armed forces are carried over whole.
    expect(major.get('2')?.value).toBeCloseTo(6762, 0)
    expect(Math.sqrt(major.get('2')?.variance ?? 0)).toBeCloseTo(82, 0)
    expect(major.get('0')).toEqual(exactly(100))
  })
})
