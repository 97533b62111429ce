// SPDX-License-Identifier: Apache-2.0
import type { DimensionLevel, FlowRow } from '@corridor/contracts'
import { figure, toDenmark } from './given'
import { grantsRow as grantsRowTo, rowJudge, type RowDenial } from './row-denial'
import type { ClauseOf } from './terms'

const sharingOf = (clause: ClauseOf<'share'>) => ({
  sender: clause.from[0] ?? '',
  parties: ['BE', 'DK'],
})
const grantsRow = (clause: ClauseOf<'share'>, row: FlowRow): boolean =>
  grantsRowTo(clause, { ...row }, sharingOf(clause))

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
    return rowJudge(full, sharingOf(full))({ ...figure(row) })
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
  const permits: ClauseOf<'share'> = {
    id: '1',
    kind: 'share',
    from: ['BE'],
    to: ['DK'],
    contract: 'work-permits',
    only: [
      { dimension: 'partner', codes: ['DK'] },
      { dimension: 'event', codes: ['FIRST'] },
    ],
    confStatus: ['F'],
  }
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
