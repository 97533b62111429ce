// SPDX-License-Identifier: Apache-2.0
import { structure, type Dataset } from '@corridor/contracts'
import {
  passing,
  pastEmbargo,
  periodsOf,
  readFilter,
  readKey,
  type FigureFilter,
} from './figure-filter'
import { chooseFormat } from './figure-format'

const flows = structure('migration-flow')

// Synthetic figures.
const dataset = {
  definition: {},
  classifications: { occupation: 'ISCO-08', sector: 'ISIC-4', education: 'ISCED-2011' },
  frequency: 'A',
  rows: 4,
  reporter: 'BE',
  direction: 'outflow',
  origin: 'BE',
  destination: ['GR', 'DK', 'SE', 'GB'],
  period: ['2014', '2015', '2016-Q2', '2017'],
  sex: '_T',
  age: '_T',
  occupation: '_T',
  sector: '_T',
  stay: '_T',
  education: '_T',
  value: 1,
  valueStatus: 'value',
  obsStatus: 'A',
  confStatus: ['F', 'E', 'E', 'F'],
  embargo: [null, '2026-01-01T00:00:00Z', '2026-12-31T23:00:00Z', null],
} as unknown as Dataset

function filter(name: string, text: string): FigureFilter {
  const read = readFilter(flows, name, text)
  if (!read.ok) throw new Error(read.refusal.detail)
  return read.value
}

const pass = (...filters: readonly FigureFilter[]): readonly number[] =>
  passing(dataset, [0, 1, 2, 3], filters)

describe('a filter of figures', () => {
  it.each([
    ['DESTINATION', 'DK,SE', [1, 2]],
    ['destination', 'EL', [0]],
    ['DESTINATION', 'ne:EL+ne:UK', [1, 2]],
    ['TIME_PERIOD', 'ge:2015+le:2016', [1, 2]],
    ['TIME_PERIOD', 'gt:2015 lt:2017', [2]],
    ['TIME_PERIOD', 'gt:2016', [3]],
    ['TIME_PERIOD', 'sw:2016,ew:4', [0, 2]],
    ['TIME_PERIOD', 'co:Q', [2]],
    ['TIME_PERIOD', 'nc:Q', [0, 1, 3]],
    ['REPORTING_AREA', 'DK', []],
  ])('of %s by %s', (name, text, expected) => {
    expect(pass(filter(name, text))).toEqual(expected)
  })

  it('goes with others: every one has to hold', () => {
    expect(pass(filter('DESTINATION', 'DK,SE'), filter('TIME_PERIOD', '2015'))).toEqual([1])
  })

  it('names its periods one by one, or leaves it to the rows', () => {
    expect(periodsOf([filter('TIME_PERIOD', '2015,2016')])).toEqual(['2015', '2016'])
    expect(periodsOf([filter('TIME_PERIOD', 'ge:2015')])).toBeUndefined()
    expect(periodsOf([filter('DESTINATION', 'DK')])).toBeUndefined()
  })

  it.each([
    ['STARS', 'x'],
    ['DESTINATION', ''],
    ['DESTINATION', 'DK,,SE'],
    ['TIME_PERIOD', 'ge:'],
  ])('of %s by "%s" cannot be understood', (name, text) => {
    expect(readFilter(flows, name, text)).toMatchObject({
      ok: false,
      refusal: { code: 'QUERY_WRONG' },
    })
  })

  it('may stand in a key, by position, without the period', () => {
    const key = readKey(flows, 'BE.outflow.*.DK,SE.*.*.*.*.*.*')
    expect(key.ok ? pass(...key.value) : key).toEqual([1, 2])
    expect(readKey(flows, '*')).toEqual({ ok: true, value: [] })
    expect(readKey(flows, 'BE.DK')).toMatchObject({ ok: false, refusal: { code: 'QUERY_WRONG' } })
  })
})

describe('a figure under embargo', () => {
  const at = new Date('2026-06-01T00:00:00Z')
  const rows = [0, 1, 2, 3]

  it('is its sender’s only, until the instant is over', () => {
    expect(pastEmbargo(dataset, rows, { reader: 'BE', sender: 'BE', at })).toEqual(rows)
    expect(pastEmbargo(dataset, rows, { reader: 'DK', sender: 'BE', at })).toEqual([0, 1, 3])
    const instant = new Date('2026-12-31T23:00:00Z')
    const just = new Date(instant.getTime() - 1)
    expect(pastEmbargo(dataset, [2], { reader: 'DK', sender: 'BE', at: just })).toEqual([])
    expect(pastEmbargo(dataset, [2], { reader: 'DK', sender: 'BE', at: instant })).toEqual([2])
  })
})

describe('the format of figures', () => {
  it.each([
    ['*/*', { kind: 'json' }],
    ['text/csv', { kind: 'csv' }],
    ['application/vnd.sdmx.data+json', { kind: 'sdmx-json', version: '2.1.0' }],
    ['application/vnd.sdmx.data+json;version=2.0.0', { kind: 'sdmx-json', version: '2.0.0' }],
    ['application/vnd.sdmx.data+csv', { kind: 'sdmx-csv', version: '2.1', labels: 'id' }],
    [
      'application/vnd.sdmx.data+csv; version="1.0.0"; labels=both',
      { kind: 'sdmx-csv', version: '1.0', labels: 'both' },
    ],
    ['text/html, text/csv;q=0.5, application/json;q=0.9', { kind: 'json' }],
    ['application/vnd.sdmx.data+xml, text/csv;q=0.1', { kind: 'csv' }],
  ])('of Accept: %s', (header, expected) => {
    expect(chooseFormat(header)).toEqual({ ok: true, value: expected })
  })

  it.each([
    'text/html',
    'application/vnd.sdmx.data+json;version=1.0.0',
    'application/vnd.sdmx.data+csv;labels=none',
    'application/json;q=0',
  ])('is none for Accept: %s', (header) => {
    expect(chooseFormat(header)).toMatchObject({ ok: false, refusal: { code: 'NOT_ACCEPTABLE' } })
  })
})
