// SPDX-License-Identifier: Apache-2.0
import type { MigrationFlow } from '@corridor/contracts'
import { foundIn, labour, rowsWith } from '../given'
import { check } from '../index'

/** Rows by one column, all else alike. */
function by(
  column: 'sex' | 'age' | 'occupation' | 'sector' | 'destination',
  figures: Readonly<Record<string, number | null>>,
): Partial<MigrationFlow> {
  const value = Object.values(figures)
  return {
    destination: 'DK',
    rows: value.length,
    value,
    valueStatus: value.map((one) => (one === null ? 'missing' : 'value')),
    [column]: Object.keys(figures),
  }
}

const total = (changes: Partial<MigrationFlow>) => rowsWith(foundIn(changes), 'TOTAL_NOT_SUM')
const bands = { Y_LT15: 10, Y15T64: 70, Y_GE65: 20 }

describe('a total', () => {
  it('is the sum of its ages, and told with both figures where it is not', () => {
    expect(foundIn(by('age', { ...bands, _T: 100 }))).toEqual([])
    expect(foundIn(by('age', { ...bands, _T: 48_212 }))).toEqual([
      {
        code: 'TOTAL_NOT_SUM',
        level: 'error',
        column: 'age',
        detail: 'the total row says 48,212, the rows add up to 100',
        rows: [3],
        each: ['the total row says 48,212, the rows add up to 100'],
      },
    ])
    expect(total(by('age', { ...bands, _T: 99 }))).toEqual([3])
    expect(total(by('age', { ...bands, _T: 101 }))).toEqual([3])
  })

  it('is not asked for where one of its parts is not there or not known', () => {
    expect(total(by('age', { Y_LT15: 10, Y_GE65: 20, _T: 999 }))).toBeUndefined()
    expect(total(by('age', { ...bands, Y15T64: null, _T: 999 }))).toBeUndefined()
    expect(total(by('age', { ...bands, _T: null }))).toBeUndefined()
  })

  it('has those of unknown age in it', () => {
    expect(total(by('age', { ...bands, _U: 5, _T: 105 }))).toBeUndefined()
    expect(total(by('age', { ...bands, _U: 5, _T: 100 }))).toEqual([4])
    expect(total(by('age', { ...bands, _U: null, _T: 105 }))).toBeUndefined()
    expect(total(by('age', { ...bands, _U: null, _T: 99 }))).toEqual([4])
  })

  it('is compared with the interval in which suppressed parts lie', () => {
    const hidden = (of: number): Partial<MigrationFlow> => ({
      ...by('age', { ...bands, _T: of }),
      value: [10, null, 20, of],
      valueStatus: ['value', 'suppressed', 'value', 'value'],
      lower: [null, 1, null, null],
      upper: [null, 4, null, null],
      confStatus: ['F', 'A', 'F', 'F'],
    })
    expect(total(hidden(30))).toEqual([3])
    expect(total(hidden(31))).toBeUndefined()
    expect(total(hidden(34))).toBeUndefined()
    expect(foundIn(hidden(35))[0]?.detail).toBe(
      'the total row says 35, the rows add up to between 31 and 34',
    )
    const open = { ...hidden(29), lower: null, upper: null }
    expect(foundIn(open)[0]?.detail).toBe('the total row says 29, the rows add up to at least 30')
    expect(total({ ...hidden(999), lower: null, upper: null })).toBeUndefined()
  })

  it('of men and women may be more than both, never less, and exact where others have a row', () => {
    expect(total(by('sex', { M: 60, F: 40, _T: 103 }))).toBeUndefined()
    expect(total(by('sex', { M: 60, F: 40, _T: 99 }))).toEqual([2])
    expect(total(by('sex', { M: 60, F: 40, _U: 2, _T: 103 }))).toEqual([3])
    expect(total(by('sex', { M: 60, F: 40, _U: 2, _O: 1, _T: 103 }))).toBeUndefined()
  })

  it('is looked for in every group of rows that agree in all else', () => {
    const ages = ['Y_LT15', 'Y_GE15', '_T']
    const changes = {
      rows: 9,
      destination: ['DK', 'DK', 'DK', 'SE', 'SE', 'SE', 'DE', 'DE', 'DE'],
      age: [...ages, ...ages.toReversed(), ...ages],
      value: [1, 2, 3, 9, 2, 1, 4, 4, 9],
    }
    expect(total(changes)).toEqual([3, 8])
  })
})

describe('a parent', () => {
  it('is the sum of its children at whatever depth they are given', () => {
    const majors = Object.fromEntries('1 2 3 4 5 6 7 8 9'.split(' ').map((one) => [`OC${one}`, 10]))
    const minor = { OC01: 1, OC02: 2, OC03: 3 }
    expect(total(by('occupation', { ...majors, ...minor, _T: 96 }))).toBeUndefined()
    expect(total(by('occupation', { ...majors, ...minor, _T: 97 }))).toEqual([12])
    expect(total(by('occupation', { ...majors, ...minor, OC0: 7, _T: 97 }))).toEqual([12])
    expect(foundIn(by('occupation', { ...minor, OC0: 7 }))[0]?.detail).toBe(
      'the row of OC0 says 7, the rows add up to 6',
    )
  })

  it('of ages is made of those bands that leave no gap, whatever others overlap', () => {
    const ages = { Y15T19: 5, Y15T24: 11, Y20T24: 6, Y25T64: 50, Y20T64: 56, Y15T64: 61 }
    expect(total(by('age', ages))).toBeUndefined()
    expect(total(by('age', { ...ages, Y20T24: 7 }))).toEqual([1, 4, 5])
  })

  it('of areas does without the reporter, who is not its own partner', () => {
    const members =
      'BG CZ DK DE EE IE GR ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE'.split(' ')
    const figures = Object.fromEntries(members.map((one, i) => [one, i % 2 === 0 ? 2 : 3]))
    expect(total(by('destination', { ...figures, EU27_2020: 65 }))).toBeUndefined()
    expect(total(by('destination', { ...figures, EU27_2020: 67 }))).toEqual([26])
    const others = Object.fromEntries(members.slice(0, -1).map((one) => [one, 2]))
    expect(total(by('destination', { ...others, EU27_2020: 54 }))).toBeUndefined()
  })

  it('may differ by what rounding makes of its parts', () => {
    const ages = ['Y_LT15', 'Y_GE15', '_T']
    const survey = (whole: number) =>
      check({
        contract: 'labour-market',
        dataset: {
          ...labour,
          unit: { measure: 'PS', multiplier: 3, decimals: 1 },
          rows: 3,
          age: ages,
          value: [10_000, 20_000, whole],
        },
      }).found.length
    // Three figures in hundreds are off by fifty each.
    expect([30_000, 30_150, 30_151, 29_850, 29_849].map(survey)).toEqual([0, 0, 1, 0, 1])
  })

  it('may differ by what rounding to a base makes of it, where all of many figures are multiples of one', () => {
    const found = (many: number, whole: number) => {
      const partners = 'DK SE DE FR NL LU IT ES PT PL'.split(' ').slice(0, many)
      const value = partners.flatMap(() => [10, 20, 30])
      const changes = {
        rows: value.length,
        destination: partners.flatMap((one) => [one, one, one]),
        age: partners.flatMap(() => ['Y_LT15', 'Y_GE15', '_T']),
        value: [...value.slice(0, -1), whole],
      }
      return total(changes)
    }
    // Multiples of 5 are off by two and a half each, multiples of 10 by five.
    expect(found(10, 35)).toBeUndefined()
    expect(found(10, 40)).toBeUndefined()
    expect(found(10, 45)).toEqual([29])
    expect(found(10, 50)).toEqual([29])
    expect(found(10, 31)).toEqual([29])
    expect(found(6, 35)).toEqual([17])
  })

  it('among indicators is made of the parts that the rule names', () => {
    const indicators = { indicator: ['LF', 'EMP', 'UNE'], value: [3_038_000, 2_890_000, 148_000] }
    const found = (changes: object) =>
      check({
        contract: 'labour-market',
        dataset: { ...labour, rows: 3, ...indicators, ...changes },
      }).found
    expect(found({})).toEqual([])
    expect(rowsWith(found({ value: [3_338_000, 2_890_000, 148_000] }), 'TOTAL_NOT_SUM')).toEqual([
      0,
    ])
  })
})
