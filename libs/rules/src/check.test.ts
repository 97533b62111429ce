// SPDX-License-Identifier: Apache-2.0
import { cell, rowsOf, toColumns, type MigrationFlow } from '@corridor/contracts'
import type { Outcome } from '@corridor/kernel'
import { check } from './index'

function checked(dataset: MigrationFlow): Outcome<MigrationFlow> {
  const outcome = check({ contract: 'migration-flow', dataset })
  return outcome.ok ? { ok: true, value: outcome.dataset } : outcome
}

const flow: MigrationFlow = {
  definition: {
    minimumStay: 'P12M',
    population: 'all',
    source: 'register',
    partnerConcept: 'residence',
    eventConcept: 'registration',
    ageDefinition: 'completed',
    periodConvention: 'calendar',
  },
  classifications: { occupation: 'ISCO-08', sector: 'ISIC-4', education: 'ISCED-2011' },
  frequency: 'A',
  rows: 2,
  reporter: 'BE',
  direction: 'outflow',
  origin: 'BE',
  destination: ['DK', 'SE'],
  period: '2016',
  sex: '_T',
  age: '_T',
  occupation: '_T',
  sector: '_T',
  stay: '_T',
  education: '_T',
  value: [409, 0],
  valueStatus: 'value',
  obsStatus: 'A',
  confStatus: 'F',
}

function refusalOf(changes: Partial<MigrationFlow>): unknown {
  const outcome = checked({ ...flow, ...changes })
  return outcome.ok ? 'accepted' : outcome.refusal
}

describe('the columns of a message', () => {
  it('are handed on as they are where no alias stands in them', () => {
    expect(checked(flow)).toEqual({ ok: true, value: flow })
  })

  it('come out with the codes that aliases stand for', () => {
    const outcome = checked({ ...flow, destination: ['EL', 'UK'] })
    expect(outcome).toEqual({ ok: true, value: { ...flow, destination: ['GR', 'GB'] } })
  })

  it('may name the reporter by an alias on one side and by the code on the other', () => {
    const outcome = checked({ ...flow, reporter: 'EL', origin: 'GR' })
    expect(outcome).toEqual({ ok: true, value: { ...flow, reporter: 'GR', origin: 'GR' } })
  })

  it('may hold totals, not known and not applicable in every breakdown', () => {
    for (const code of ['_T', '_U', '_Z']) {
      const breakdowns = { sex: code, age: code, occupation: code, sector: code, stay: code }
      expect(refusalOf(breakdowns)).toBe('accepted')
    }
  })

  it('are refused with the row and the column in words', () => {
    expect(refusalOf({ destination: ['DK', 'QQ'] })).toEqual({
      code: 'CODE_UNKNOWN',
      detail: 'row 2, column destination: code QQ is not in CL_AREA',
    })
    expect(refusalOf({ value: [409, null] })).toEqual({
      code: 'VALUE_STATUS_WRONG',
      detail: 'row 2, column value: the status is value, and there is none',
    })
    expect(refusalOf({ destination: ['DK', 'DK'] })).toEqual({
      code: 'ROW_TWICE',
      detail: 'rows 1 and 2 are both about BE outflow BE DK 2016 _T _T _T _T _T _T',
    })
    expect(refusalOf({ reporter: ['BE', 'DK'] })).toEqual({
      code: 'DIRECTION_WRONG',
      detail: 'row 2, column reporter: the reporter DK of an outflow is not its origin BE',
    })
    expect(refusalOf({ value: [409] })).toEqual({
      code: 'COLUMN_LENGTH_WRONG',
      detail: 'column value has 1 entries for 2 rows',
    })
  })

  it('are told apart however many different codes each one has', () => {
    const rows = 5000
    const every = Array.from({ length: rows }, (_, row) => row)
    const many = {
      rows,
      destination: every.map((row) => (row % 2 === 0 ? 'DK' : 'SE')),
      period: every.map((row) => String(1000 + row)),
      age: every.map((row) => `Y${row % 1000}`),
      occupation: every.map((row) => `OC${1 + (row % 9)}`),
      value: 1,
    }
    expect(refusalOf(many)).toBe('accepted')
    const last = (column: readonly string[]): readonly string[] => [
      ...column.slice(0, -1),
      column[7] ?? '',
    ]
    const twice = Object.fromEntries(
      Object.entries(many).map(([name, column]) => [
        name,
        Array.isArray(column) ? last(column) : column,
      ]),
    )
    expect(refusalOf(twice)).toEqual({
      code: 'ROW_TWICE',
      detail: 'rows 8 and 5000 are both about BE outflow BE SE 1007 _T Y7 OC8 _T _T _T',
    })
  })
})

describe('rows', () => {
  it('come back as the columns they came from', () => {
    expect(toColumns(flow.definition, [...rowsOf(flow)])).toEqual(flow)
  })

  it('keep the bounds of suppressed figures', () => {
    const hidden: MigrationFlow = {
      ...flow,
      value: [409, null],
      valueStatus: ['value', 'suppressed'],
      lower: [null, 1],
      upper: [null, 4],
    }
    expect(toColumns(hidden.definition, [...rowsOf(hidden)])).toEqual(hidden)
  })

  it('that are not there cannot be read', () => {
    expect(cell(flow.value, 1)).toBe(0)
    expect(() => cell(flow.value, 2)).toThrow(RangeError)
    expect(() => toColumns(flow.definition, [])).toThrow(RangeError)
  })
})
