// SPDX-License-Identifier: Apache-2.0
import { toColumns, type FlowRow } from '@corridor/contracts'
import { originSays } from '../given'
import { compareOffices } from './compare-offices'
import { cellColumns, figuresIn, type OfficeStatement } from './office-statement'

const definition = { minimumStay: 'P12M', source: 'register' }
const classifications = { occupation: 'ISCO-08' }

/** What an office says of Belgium's outflow to Denmark; the statistics office's figure is the state's. */
function says(office: string, value: number | null, change: Partial<OfficeStatement> = {}) {
  const { valueStatus, lower, upper, standardError } = originSays(value)
  const statement: OfficeStatement = {
    ...{ period: '2016', cell: 'outflow.BE.DK._T._T._T._T._T._T', office },
    ...{ value, valueStatus, lower, upper, standardError, definition, classifications },
    ...{ isReleased: office === 'STATBEL', position: office === 'STATBEL' ? 3 : 5 },
    ...change,
  }
  return statement
}

const compared = (...statements: readonly OfficeStatement[]) =>
  compareOffices('migration-flow', statements)

describe('two offices of one state about one figure', () => {
  it('agree where they say the same', () => {
    expect(compared(says('LABOUR', 409), says('STATBEL', 409))).toMatchObject([
      { office: 'LABOUR', other: 'STATBEL', otherIsReleased: true, outcome: 'agrees', gaps: [] },
    ])
  })

  it('differ by what the other says less what the state says', () => {
    expect(compared(says('LABOUR', 430), says('STATBEL', 409))).toMatchObject([
      { officeSays: 430, otherSays: 409, difference: 21, outcome: 'differs' },
    ])
  })

  it('agree within their intervals', () => {
    const sampled = says('LABOUR', 430, { standardError: 15 })
    expect(compared(sampled, says('STATBEL', 409))).toMatchObject([{ outcome: 'agrees' }])
  })

  it('count differently where a definition differs, and it is said in what', () => {
    const permits = says('LABOUR', 430, { definition: { ...definition, minimumStay: 'P3M' } })
    expect(compared(permits, says('STATBEL', 409))).toMatchObject([
      { outcome: 'counted-differently', difference: 21, gaps: ['minimumStay: P3M, not P12M'] },
    ])
  })

  it('are not comparable by codes of another classification, unless all are meant', () => {
    const old = { classifications: { occupation: 'ISCO-88' } }
    expect(compared(says('LABOUR', 430, old), says('STATBEL', 409))[0]?.outcome).toBe('differs')
    const cell = 'outflow.BE.DK._T._T.2._T._T._T'
    const pair = compared(says('LABOUR', 430, { ...old, cell }), says('STATBEL', 409, { cell }))
    expect(pair).toMatchObject([
      { outcome: 'not-comparable', gaps: ['classification of occupation: ISCO-88, not ISCO-08'] },
    ])
  })

  it('never have no value for a zero', () => {
    expect(compared(says('LABOUR', null), says('STATBEL', 409))).toMatchObject([
      { officeSays: null, difference: null, outcome: 'one-sided' },
    ])
  })

  it('are compared before the state has said anything, and each with each', () => {
    const pairs = compared(says('LABOUR', 430), says('BORDER', 431), says('HEALTH', 430))
    expect(pairs.map(({ office, other, outcome }) => [office, other, outcome])).toEqual([
      ['HEALTH', 'BORDER', 'differs'],
      ['LABOUR', 'BORDER', 'differs'],
      ['LABOUR', 'HEALTH', 'agrees'],
    ])
    expect(pairs.some(({ otherIsReleased }) => otherIsReleased)).toBe(false)
  })

  it('are held against what was released last, where another office has released before', () => {
    const before = says('LABOUR', 430, { isReleased: true, position: 2 })
    expect(compared(before, says('STATBEL', 409))).toMatchObject([
      { office: 'LABOUR', other: 'STATBEL', otherIsReleased: true },
    ])
  })

  it('are not there where one office has spoken', () => {
    expect(compared(says('STATBEL', 409))).toEqual([])
  })
})

describe('the figures of a dataset', () => {
  it('are known by all its codes but reporter and period', () => {
    const row: FlowRow = {
      ...{ reporter: 'BE', direction: 'outflow', origin: 'BE', destination: 'DK' },
      period: '2016',
      ...{ sex: 'F', age: '_T', occupation: '_T', sector: '_T', stay: '_T', education: '_T' },
      ...{ value: 409, valueStatus: 'value', lower: null, upper: null },
      ...{ obsStatus: 'A', confStatus: 'F' },
    }
    const dataset = toColumns(originSays(0).definition, [row])
    expect(figuresIn('migration-flow', dataset)).toEqual([
      {
        ...{ period: '2016', cell: 'outflow.BE.DK.F._T._T._T._T._T' },
        ...{ value: 409, valueStatus: 'value', lower: null, upper: null, standardError: null },
      },
    ])
    expect(cellColumns('labour-market')).toContain('indicator')
  })
})
