// SPDX-License-Identifier: Apache-2.0
import {
  rowsOf,
  toColumns,
  type Definition,
  type DimensionLevel,
  type FlowRow,
  type MigrationFlow,
} from '@corridor/contracts'
import fc from 'fast-check'
import { always, figure, toDenmark } from './given'
import type { Granted } from './decide-access'
import { project as projectBy } from './project'
import { grantsRow as grantsRowTo } from './row-denial'
import type { ClauseOf } from './terms'

const definition: Definition = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
}
const dimensions = ['sex', 'age', 'occupation', 'sector', 'stay', 'education'] as const
const sharingOf = (clause: ClauseOf<'share'>) => ({
  sender: clause.from[0] ?? '',
  parties: ['BE', 'DK'],
})
const grantsRow = (clause: ClauseOf<'share'>, row: FlowRow): boolean =>
  grantsRowTo(clause, { ...row }, sharingOf(clause))
const project = (flow: MigrationFlow, clause: ClauseOf<'share'>): MigrationFlow | null => {
  const granted: Granted = {
    decision: 'PERMIT',
    agreement: 'BE-DK-2026',
    clause,
    contract: 'migration-flow',
    recipient: clause.to[0] ?? '',
    ...sharingOf(clause),
  }
  return projectBy(flow, granted)
}
const granted = (change: Partial<FlowRow>): boolean => grantsRow(toDenmark, figure(change))

describe('a clause that shares totals', () => {
  it("grants its sender's figures about its corridors and periods", () => {
    expect(granted({})).toBe(true)
    expect(granted({ direction: 'inflow', origin: 'DK', destination: 'BE' })).toBe(true)
  })

  it('grants no figure that another reported, also about the same corridor', () => {
    expect(granted({ reporter: 'DK', direction: 'inflow' })).toBe(false)
  })

  it('grants no figure about another corridor', () => {
    expect(granted({ destination: 'SE' })).toBe(false)
    expect(granted({ origin: 'SE', destination: 'BE', direction: 'inflow' })).toBe(false)
  })

  it('grants no figure that its sender does not mark as free', () => {
    for (const confStatus of ['C', 'N', 'D', '']) expect(granted({ confStatus })).toBe(false)
  })

  it('grants the total of each breakdown and nothing finer, not even "not known"', () => {
    for (const dimension of dimensions) {
      expect(granted({ [dimension]: 'Y15' })).toBe(false)
      expect(granted({ [dimension]: '_U' })).toBe(false)
    }
  })
})

describe('a clause that shares all of one breakdown', () => {
  it('grants that one and still only the totals of the others', () => {
    for (const dimension of dimensions) {
      const clause = { ...toDenmark, levels: [{ dimension, level: 'all' as const }] }
      expect(grantsRow(clause, figure({ [dimension]: 'X1' }))).toBe(true)
      const other = dimension === 'sex' ? 'age' : 'sex'
      expect(grantsRow(clause, figure({ [dimension]: 'X1', [other]: 'X1' }))).toBe(false)
    }
  })
})

describe('the periods of a clause', () => {
  const within = (period: string, from?: string, until = ''): boolean => {
    const limits = from === undefined ? {} : { periods: { from, until } }
    return grantsRow({ ...always, ...limits }, figure({ period }))
  }

  it('are every period where it names none', () => {
    expect(within('1990')).toBe(true)
  })

  it('include the first and the last year with their quarters and months', () => {
    for (const period of ['2013', '2013-01', '2014-Q3', '2016', '2016-Q4', '2016-12']) {
      expect(within(period, '2013', '2016')).toBe(true)
    }
    for (const period of ['2012', '2012-Q4', '2012-12', '2017', '2017-Q1', '2017-01']) {
      expect(within(period, '2013', '2016')).toBe(false)
    }
  })

  it('end with a quarter where the clause says a quarter', () => {
    for (const period of ['2015', '2016-Q1', '2016-Q2', '2016-06']) {
      expect(within(period, '2015', '2016-Q2')).toBe(true)
    }
    for (const period of ['2016', '2016-Q3', '2016-07']) {
      expect(within(period, '2015', '2016-Q2')).toBe(false)
    }
  })

  it('begin with a month where the clause says a month, so its year and quarter are too early', () => {
    expect(within('2016-05', '2016-05', '2016')).toBe(true)
    for (const period of ['2016', '2016-Q2', '2016-04']) {
      expect(within(period, '2016-05', '2016')).toBe(false)
    }
  })
})

const places = ['BE', 'DK', 'SE'] as const
const someRow: fc.Arbitrary<FlowRow> = fc
  .record({
    reporter: fc.constantFrom(...places),
    direction: fc.constantFrom('inflow', 'outflow'),
    origin: fc.constantFrom(...places),
    destination: fc.constantFrom(...places),
    period: fc.constantFrom('2012', '2013', '2016', '2016-Q2', '2016-07', '2017'),
    sex: fc.constantFrom('_T', 'F', '_U'),
    age: fc.constantFrom('_T', 'Y15'),
    occupation: fc.constantFrom('_T', 'OC1'),
    sector: fc.constantFrom('_T', 'A'),
    stay: fc.constantFrom('_T', 'LONG'),
    education: fc.constantFrom('_T', 'ED6'),
    value: fc.nat(),
    confStatus: fc.constantFrom('F', 'F', 'C', 'N'),
  })
  .map(figure)
const detail = fc.constantFrom<DimensionLevel['level']>('total', 'all')
const someClause = fc
  .record({
    from: fc.constantFrom(...places).map((one) => [one]),
    to: fc.constantFrom(...places).map((one) => [one]),
    periods: fc.constantFrom(
      { from: '2013', until: '2016' },
      { from: '2016-Q2', until: '2016-Q2' },
      undefined,
    ),
    corridors: fc.array(
      fc.record({ origin: fc.constantFrom(...places), destination: fc.constantFrom(...places) }),
      { minLength: 1, maxLength: 3 },
    ),
    levels: fc.array(fc.record({ dimension: fc.constantFrom(...dimensions), level: detail }), {
      minLength: 1,
    }),
  })
  .map(({ periods, ...change }) => ({
    ...always,
    ...change,
    ...(periods === undefined ? {} : { periods }),
  }))

describe('a projection', () => {
  it('is nothing where the clause grants nothing', () => {
    const flow = toColumns(definition, [figure({ destination: 'SE' })])
    expect(project(flow, toDenmark)).toBeNull()
  })

  it('is the message itself where the clause grants all of it', () => {
    const flow = toColumns(definition, [figure(), figure({ period: '2015', value: 397 })])
    expect(project(flow, toDenmark)).toEqual(flow)
  })

  it('lets no cell leave that its clause does not grant, and holds none back that it grants', () => {
    fc.assert(
      fc.property(fc.array(someRow, { minLength: 1 }), someClause, (rows, clause) => {
        const projected = project(toColumns(definition, rows), clause)
        const left = projected === null ? [] : [...rowsOf(projected)]
        expect(left).toEqual(rows.filter((row) => grantsRow(clause, row)))
        for (const row of left) {
          expect(row).toMatchObject({ reporter: clause.from[0], confStatus: 'F' })
          const all = clause.levels.filter(({ level }) => level === 'all')
          const told = all.map(({ dimension }) => dimension)
          expect(clause.corridors).toContainEqual({
            origin: row.origin,
            destination: row.destination,
          })
          for (const name of dimensions) if (!told.includes(name)) expect(row[name]).toBe('_T')
        }
      }),
    )
  })
})

describe('rows', () => {
  it('come back from their columns as they were, bounds of suppressed figures included', () => {
    const suppressed = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })).map(([lower, more]) => ({
      value: null,
      valueStatus: 'suppressed' as const,
      lower,
      upper: lower + more,
    }))
    const measured = fc
      .tuple(someRow, fc.option(suppressed))
      .map(([row, hidden]): FlowRow => ({ ...row, ...hidden }))
    fc.assert(
      fc.property(fc.array(measured, { minLength: 1 }), (rows) => {
        expect([...rowsOf(toColumns(definition, rows))]).toEqual(rows)
      }),
    )
  })
})
