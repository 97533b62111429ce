// SPDX-License-Identifier: Apache-2.0
// The mistakes that offices make (statistics, A7), put into figures that a generator makes up. All figures are synthetic.
import fc from 'fast-check'
import { pickRows, structure, type MigrationFlow } from '@corridor/contracts'
import type { Found } from './found'
import { flow } from './given'
import { cellKeys, check, earlierOf, type Earlier } from './index'

const structureOfFlows = structure('migration-flow')
const partners = 'DK SE DE FR NL LU IT ES PT PL AT CZ SK HU RO BG GR FI EE LV'.split(' ')
const sexes = ['M', 'F', '_T']

/** What an office knows: men and women of each partner, in a year and the one before, and the opposite flow. */
interface Office {
  readonly before: MigrationFlow
  readonly now: MigrationFlow
  readonly opposite: MigrationFlow
}

function message(
  changes: Partial<MigrationFlow>,
  men: readonly number[],
  women: readonly number[],
): MigrationFlow {
  return {
    ...flow,
    rows: partners.length * 3,
    destination: partners.flatMap((partner) => sexes.map(() => partner)),
    sex: partners.flatMap(() => sexes),
    value: partners.flatMap((_, i) => [
      men[i] ?? 0,
      women[i] ?? 0,
      (men[i] ?? 0) + (women[i] ?? 0),
    ]),
    ...changes,
  }
}

const some = fc.array(fc.integer({ min: 1, max: 5000 }), {
  minLength: partners.length,
  maxLength: partners.length,
})
const drift = fc.array(fc.double({ min: 0.8, max: 1.25, noNaN: true }), {
  minLength: partners.length,
  maxLength: partners.length,
})

/** A year grows out of the one before; the opposite flow is at least one and a half times as large. */
const office: fc.Arbitrary<Office> = fc
  .record({ men: some, women: some, grows: drift })
  .map(({ men, women, grows }) => {
    const next = (counts: readonly number[]) =>
      counts.map((one, i) => Math.round(one * (grows[i] ?? 1)) + 1)
    const back = (counts: readonly number[]) => counts.map((one) => one * 2 + 500)
    const opposite = message({ direction: 'inflow', period: '2016' }, back(men), back(women))
    return {
      before: message({ period: '2015' }, men, women),
      now: message({ period: '2016' }, next(men), next(women)),
      opposite: { ...opposite, origin: opposite.destination, destination: 'BE' },
    }
  })

function words(keys: Uint32Array): string {
  return [...keys].join('-')
}

/** What the hub knows of a sender: the figures of these messages by their cells. */
function knownFrom(messages: readonly MigrationFlow[], dataset: MigrationFlow): Earlier {
  const figures = new Map<string, number>()
  for (const one of messages) {
    const keys = cellKeys(one, structureOfFlows)
    const values = [one.value].flat()
    for (let row = 0; row < one.rows; row++)
      figures.set(words(keys.subarray(row * 4, row * 4 + 4)), values[row] ?? NaN)
  }
  return earlierOf(
    (variant) => cellKeys(dataset, structureOfFlows, variant),
    (key) => figures.get(words(key)),
  )
}

function found(dataset: MigrationFlow, known: readonly MigrationFlow[]): readonly Found[] {
  const at = new Date('2017-03-01T00:00:00Z')
  const earlier = knownFrom(known, dataset)
  return check({ contract: 'migration-flow', dataset, sender: 'BE', at, earlier }).found
}

const codes = (...given: Parameters<typeof found>): readonly string[] =>
  found(...given).map(({ code }) => code)
const values = ({ value }: MigrationFlow): readonly (number | null)[] => [value].flat()

describe('figures without a mistake', () => {
  it('are not complained of', () => {
    fc.assert(
      fc.property(office, ({ before, now, opposite }) => {
        expect(codes(now, [before, opposite])).toEqual([])
        expect(codes(now, [])).toEqual([])
      }),
    )
  })
})

describe('a mistake is found:', () => {
  it('thousands in place of units, and units in place of thousands', () => {
    fc.assert(
      fc.property(office, ({ before, now }) => {
        const large = { ...now, value: values(now).map((one) => (one ?? 0) * 1000) }
        const small = { ...now, value: values(now).map((one) => Math.round((one ?? 0) / 1000)) }
        expect(codes(large, [before])).toEqual(['UNIT_SLIPPED'])
        expect(codes(small, [before])).toContain('UNIT_SLIPPED')
      }),
    )
  })

  it('one row in another unit', () => {
    fc.assert(
      fc.property(office, fc.nat({ max: partners.length - 1 }), ({ before, now }, partner) => {
        const row = partner * 3 + 2
        const value = values(now).map((one, i) => (i === row ? (one ?? 0) * 1000 : one))
        const slipped = found({ ...now, value }, [now, before])
        expect(slipped.find(({ code }) => code === 'UNIT_SLIPPED')?.rows).toEqual([row])
      }),
    )
  })

  it('origin and destination swapped, whether the direction is turned with them or not', () => {
    fc.assert(
      fc.property(office, ({ before, now, opposite }) => {
        const half = { ...now, origin: now.destination, destination: 'BE' }
        expect(codes(half, [])).toContain('DIRECTION_WRONG')
        const whole = { ...now, value: values(opposite) } as MigrationFlow
        expect(codes(whole, [before, opposite])).toContain('FLOWS_SWAPPED')
      }),
    )
  })

  it("last year's file sent again, and a year shifted", () => {
    fc.assert(
      fc.property(office, ({ before }) => {
        expect(codes({ ...before, period: '2016' }, [before])).toEqual(['YEAR_REPEATED'])
      }),
    )
  })

  it('a suppressed cell sent as 0, by its status and by its total', () => {
    fc.assert(
      fc.property(office, fc.nat({ max: partners.length - 1 }), ({ now }, partner) => {
        const row = partner * 3
        const value = values(now).map((one, i) => (i === row ? 0 : one))
        const confStatus = value.map((_, i) => (i === row ? 'A' : 'F'))
        expect(codes({ ...now, value, confStatus }, [])).toEqual(['CONFIDENTIAL_ZERO'])
        const age = [now.sex].flat().map((sex) => ({ M: 'Y_LT15', F: 'Y_GE15' })[sex] ?? '_T')
        expect(codes({ ...now, sex: '_T', age, value }, [])).toEqual(['TOTAL_NOT_SUM'])
      }),
    )
  })

  it('men sent as the total', () => {
    fc.assert(
      fc.property(office, ({ now }) => {
        const value = values(now).map((_, i) => values(now)[i % 3 === 2 ? i - 2 : i] ?? 0)
        const wrong = found({ ...now, value }, []).find(({ code }) => code === 'TOTAL_NOT_SUM')
        expect(wrong?.rows).toEqual(partners.map((_, i) => i * 3 + 2))
      }),
    )
  })
})

// Known limits, so that nobody counts on more. The total alone carries no trace of the men it was made of.
describe('a mistake is not found:', () => {
  it('men suppressed and sent as a free 0, for there may be people of unknown sex', () => {
    fc.assert(
      fc.property(office, ({ now }) => {
        const value = values(now).map((one, i) => (i === 0 ? 0 : one))
        expect(codes({ ...now, value }, [])).toEqual([])
      }),
    )
  })

  it('men sent as the total where the total is all that is sent', () => {
    fc.assert(
      fc.property(office, ({ now }) => {
        const menOnly = pickRows(
          now,
          structureOfFlows,
          partners.map((_, i) => i * 3),
        )
        expect(codes({ ...menOnly, sex: '_T' }, [])).toEqual([])
      }),
    )
  })

  it('a year shifted, a stock sent as a flow or citizens as residents, in a first message ever', () => {
    fc.assert(
      fc.property(office, ({ now }) => {
        expect(codes({ ...now, period: '2014' }, [])).toEqual([])
        expect(codes({ ...now, value: values(now).map((one) => (one ?? 0) * 9) }, [])).toEqual([])
      }),
    )
  })
})

describe('what is found', () => {
  const anyMistake = fc.record({
    rows: fc.array(
      fc.record({ row: fc.nat({ max: 59 }), factor: fc.constantFrom(0, 0.1, 3, 1000) }),
      { maxLength: 8 },
    ),
    statuses: fc.array(fc.constantFrom('F', 'A', 'E', 'C'), { minLength: 60, maxLength: 60 }),
    order: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
  })

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(office, anyMistake, ({ before, now }, { rows, statuses, order }) => {
        const factors = new Map(rows.map(({ row, factor }) => [row, factor]))
        const value = values(now).map((one, i) => Math.round((one ?? 0) * (factors.get(i) ?? 1)))
        const dataset: MigrationFlow = { ...now, value, confStatus: statuses }
        const shuffled = order
          .map((key, row) => ({ key, row }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row)
        const moved = pickRows(dataset, structureOfFlows, shuffled)
        const told = (all: readonly Found[], rowOf: (row: number) => number) =>
          all
            .map(({ code, column, value: one, rows: own, each }) => ({
              code,
              column,
              one,
              rows: own.map((row, i) => `${rowOf(row)} ${each?.[i] ?? ''}`).sort(),
            }))
            .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
        expect(told(found(moved, [before]), (row) => shuffled[row] ?? -1)).toEqual(
          told(found(dataset, [before]), (row) => row),
        )
      }),
    )
  })
})
