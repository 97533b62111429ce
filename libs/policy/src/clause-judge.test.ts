// SPDX-License-Identifier: Apache-2.0
import type { DimensionLevel, FlowRow } from '@corridor/contracts'
import { always, figure, permits, toDenmark } from './given'
import { clauseJudge, grantsRow as grantsRowTo } from './clause-judge'
import type { RowDenial } from './grain'
import type { ClauseOf } from './terms'

const dimensions = ['sex', 'age', 'occupation', 'sector', 'stay', 'education'] as const
const granted = (change: Partial<FlowRow>): boolean => grantsRow(toDenmark, figure(change))
const sharingOf = (clause: ClauseOf<'share'>) => ({
  sender: clause.from[0] ?? '',
  parties: ['BE', 'DK'],
  at: new Date('2026-06-01T12:00:00Z'),
})
const grantsRow = (clause: ClauseOf<'share'>, row: FlowRow): boolean =>
  grantsRowTo(clause, { ...row }, sharingOf(clause))

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

describe('a clause that names a level', () => {
  const grants = (dimension: string, level: DimensionLevel['level'], code: string): boolean =>
    grantsRow({ ...toDenmark, levels: [{ dimension, level }] }, figure({ [dimension]: code }))

  it.each([
    ['occupation', 'level-1', '_T OC2 _U', 'OC21 OC211 NONE'],
    ['occupation', 'level-2', '_T OC2 OC21 2 21', 'OC211 211'],
    ['sector', 'level-1', '_T A U', 'A01 A011'],
    ['education', 'level-1', '_T ED0T2 ED5T8', 'ED5 ED6'],
    ['age', 'five-year-ages', '_T Y15T19 Y_LT15 Y_GE65 Y15T64', 'Y15 Y16T19 Y15T18 Y_GE67 _U'],
    ['age', 'ten-year-ages', '_T Y20T29 Y_LT20 Y_GE60', 'Y15T19 Y15T24 Y_GE65'],
  ] as const)('grants %s to %s', (...[dimension, level, granted, tooFine]) => {
    for (const code of granted.split(' '))
      expect([code, grants(dimension, level, code)]).toEqual([code, true])
    for (const code of tooFine.split(' '))
      expect([code, grants(dimension, level, code)]).toEqual([code, false])
  })

  it.each([
    ['sex', 'five-year-ages'],
    ['age', 'level-1'],
    ['stay', 'level-1'],
  ] as const)('grants no more than the total of %s where it has no %s', (dimension, level) => {
    expect(grants(dimension, level, '_T')).toBe(true)
    for (const code of ['F', 'Y15T19', 'LONG']) expect(grants(dimension, level, code)).toBe(false)
  })
})

describe('a clause that names codes of a dimension', () => {
  const denial = (clause: Partial<ClauseOf<'share'>>, row: Partial<FlowRow>): RowDenial | null => {
    const full = { ...toDenmark, ...clause }
    return clauseJudge(full, sharingOf(full)).denial({ ...figure(row) })
  }
  const only = [{ dimension: 'occupation', codes: ['OC2'] }]

  it('grants just these where it names no level', () => {
    expect(denial({ only }, { occupation: 'OC2' })).toBeNull()
    expect(denial({ only }, { occupation: 'OC21' })).toBe('TOO_FINE')
    expect(denial({ only }, { occupation: 'OC1' })).toBe('ANOTHER_SLICE')
    expect(denial({ only }, { occupation: '_T' })).toBe('ANOTHER_SLICE')
  })

  it('grants what lies below them to the level that it names', () => {
    const levels = [{ dimension: 'occupation', level: 'level-2' as const }]
    expect(denial({ only, levels }, { occupation: 'OC21' })).toBeNull()
    expect(denial({ only, levels }, { occupation: 'OC211' })).toBe('TOO_FINE')
    expect(denial({ only, levels }, { occupation: 'OC11' })).toBe('ANOTHER_SLICE')
  })

  it('can name one direction', () => {
    const outflows = [{ dimension: 'direction', codes: ['outflow'] }]
    expect(denial({ only: outflows }, {})).toBeNull()
    expect(denial({ only: outflows }, { direction: 'inflow' })).toBe('ANOTHER_SLICE')
  })

  it('grants figures of the confidentiality that it names', () => {
    expect(denial({ confStatus: ['F', 'N'] }, { confStatus: 'N' })).toBeNull()
    expect(denial({ confStatus: ['N'] }, { confStatus: 'F' })).toBe('CONFIDENTIAL')
  })

  it('lets _PARTIES in a corridor stand for each party now', () => {
    const corridors = [{ origin: '_PARTIES', destination: '_PARTIES' }]
    expect(denial({ corridors }, {})).toBeNull()
    expect(denial({ corridors }, { destination: 'SE' })).toBe('ANOTHER_CORRIDOR')
  })

  it('grants nothing of a contract with corridors where it names none', () => {
    const { corridors, ...clause } = toDenmark
    expect(corridors).toHaveLength(2)
    expect(grantsRow(clause, figure())).toBe(false)
  })
})

describe('a contract without corridors', () => {
  const row = {
    reporter: 'BE',
    partner: 'DK',
    event: 'FIRST',
    permitType: '_T',
    reason: '_T',
    duration: '_T',
    period: '2025',
    sex: '_T',
    age: '_T',
    occupation: '_T',
    sector: '_T',
    confStatus: 'F',
  }
  const grants = (change: object, clause = permits): boolean =>
    grantsRowTo(clause, { ...row, ...change }, sharingOf(clause))

  it('is granted by the codes that a clause names', () => {
    expect(grants({})).toBe(true)
    expect(grants({ partner: 'SE' })).toBe(false)
    expect(grants({ event: 'REFUSED' })).toBe(false)
  })

  it('grants nothing of a dimension without a total that the clause does not name', () => {
    const only = [{ dimension: 'partner', codes: ['DK'] }]
    expect(grants({}, { ...permits, only })).toBe(false)
    const levels = [{ dimension: 'event', level: 'all' as const }]
    expect(grants({}, { ...permits, only, levels })).toBe(true)
  })

  it('grants nothing where a clause names corridors', () => {
    expect(grants({}, { ...permits, corridors: [{ origin: 'BE', destination: 'DK' }] })).toBe(false)
  })
})

describe('an embargo', () => {
  const judged = (row: object): boolean =>
    grantsRowTo(toDenmark, { ...figure(), ...row }, sharingOf(toDenmark))

  it('keeps a figure in until it is over', () => {
    expect(judged({ confStatus: 'E', embargo: '2026-06-01T12:00:00Z' })).toBe(true)
    expect(judged({ confStatus: 'E', embargo: '2026-06-01T12:00:00.001Z' })).toBe(false)
    expect(judged({ confStatus: 'F', embargo: '2026-07-01T00:00:00Z' })).toBe(false)
    expect(judged({ confStatus: 'F', embargo: null })).toBe(true)
  })

  it('without an end has no end, and one that cannot be read is not over', () => {
    expect(judged({ confStatus: 'E', embargo: null })).toBe(false)
    expect(judged({ confStatus: 'E', embargo: 'soon' })).toBe(false)
  })
})
