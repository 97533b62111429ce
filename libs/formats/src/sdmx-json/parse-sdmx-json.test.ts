// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { isSdmxJson, parseSdmxJson } from './parse-sdmx-json'
import type { SdmxJsonDataset } from './sdmx-json-message'

const samples = resolve(__dirname, '../../../../../shared/data/open/sdmx_samples')
const withSamples = existsSync(samples)
  ? { describe, title: '' }
  : {
      describe: describe.skip,
      title: ' (skipped: the folder of samples is not beside the project)',
    }

const sample = (name: string): string => readFileSync(join(samples, name), 'utf8')

/** The rows of a data set, as objects. */
function rowsOf({ columns, rowNumbers }: SdmxJsonDataset): readonly Record<string, string>[] {
  return rowNumbers.map((_, row) =>
    Object.fromEntries(columns.map(({ id, cells }) => [id, cells[row] ?? ''])),
  )
}

const nzd = {
  FREQ: 'D',
  CURRENCY: 'NZD',
  CURRENCY_DENOM: 'EUR',
  EXR_TYPE: 'SP00',
  EXR_SUFFIX: 'A',
  TIME_PERIOD: '2013-01-18',
  OBS_VALUE: '1.5931',
  TITLE: 'New Zealand dollar (NZD)',
  OBS_STATUS: 'A',
  TIME_FORMAT: 'P1D',
}

withSamples.describe(`a genuine sample${withSamples.title}`, () => {
  it.each(['exr-flat.json', 'exr-time-series.json'])(
    'gives the same rows in every layout: %s',
    (name) => {
      const { version, observations, datasets, problems } = parseSdmxJson(sample(name))
      expect({ version, observations, problems }).toEqual({
        version: '2.1',
        observations: 4,
        problems: [],
      })
      const [dataset, ...others] = datasets
      expect(others).toEqual([])
      expect(dataset?.action).toBe('Merge')
      expect(dataset?.structures[0]).toBe('ECB:EXR(1.0)')
      const rows = dataset === undefined ? [] : rowsOf(dataset)
      expect(rows[0]).toEqual(nzd)
      expect(
        rows.map(({ CURRENCY, TIME_PERIOD, OBS_VALUE }) => [CURRENCY, TIME_PERIOD, OBS_VALUE]),
      ).toEqual([
        ['NZD', '2013-01-18', '1.5931'],
        ['NZD', '2013-01-21', '1.5925'],
        ['RUB', '2013-01-18', '40.3426'],
        ['RUB', '2013-01-21', '40.3'],
      ])
    },
  )

  it('gives what it deletes, by cross-section, and tells that what it replaces points to nothing', () => {
    const text = sample('exr-action-delete.json')
    const { datasets, observations, problems } = parseSdmxJson(text)
    expect(observations).toBe(3)
    // The sample's own mistake: it gives status before title, and describes title before status.
    expect(problems.map(({ row, detail }) => `${row}: ${detail}`)).toEqual([
      '1: data set 1, series 0, observation 1: OBS_STATUS has no value "1"',
      '2: data set 1, series 1, observation 1: OBS_STATUS has no value "1"',
    ])
    expect(datasets.map(({ action, rowNumbers }) => [action, rowNumbers])).toEqual([
      ['Replace', []],
      ['Delete', [3]],
    ])
    expect(datasets[1] && rowsOf(datasets[1])).toMatchObject([
      { CURRENCY: 'NZD', TIME_PERIOD: '2013-01-18', OBS_VALUE: '' },
    ])
    const [replaced] = parseSdmxJson(text.replaceAll(/0,\s*1\s*\]/g, '1,0]')).datasets
    expect(replaced && rowsOf(replaced)).toMatchObject([
      { CURRENCY: 'RUB', TIME_PERIOD: '2013-01-18', OBS_VALUE: '40.3426' },
      { CURRENCY: 'RUB', TIME_PERIOD: '2013-01-21', OBS_VALUE: '40.3' },
    ])
  })

  it('gives attributes of every level, and data sets that leave out some of them', () => {
    const { datasets, observations, problems } = parseSdmxJson(
      sample('constructed-sample-full.json'),
    )
    expect({ observations, problems }).toEqual({ observations: 20, problems: [] })
    const [series, flat, keys, data] = datasets.map(rowsOf)
    expect(series).toHaveLength(4)
    expect(series?.[2]).toMatchObject({
      CURRENCY: 'RUB',
      UNIT_MEAS: 'NC',
      ID: 'ID2',
      EMBARGO_TIME: '2013-03-18T11:00:00',
      // What it says is number 0, which is null: the default holds.
      OBS_STATUS: 'A',
      DESCRIPTION: 'Description value 1; Description value 2',
    })
    expect(flat?.map(({ UNIT_MEAS }) => UNIT_MEAS)).toEqual(['NC', 'NC', 'NC', 'NC'])
    expect(keys?.map(({ OBS_VALUE }) => OBS_VALUE)).toEqual(['', '', '', ''])
    expect(data?.map(({ OBS_VALUE }) => OBS_VALUE)).toEqual(['1.5931', '1.5925', '40.3426', '40.3'])
  })
})

// A synthetic message with one coded and one free attribute, two sexes and two years.
const coded = (id: string, keyPosition: number, ids: readonly string[]): object => ({
  id,
  name: id,
  keyPosition,
  values: ids.map((code) => ({ id: code, name: code })),
})
const structure = {
  name: 'synthetic',
  links: [],
  dimensions: {
    series: [coded('SEX', 0, ['F', 'M'])],
    observation: [{ ...coded('TIME_PERIOD', 1, []), values: [{ value: '2015' }, { value: 2016 }] }],
  },
  measures: { observation: [{ id: 'OBS_VALUE', name: 'v' }] },
  attributes: {
    observation: [
      {
        id: 'OBS_STATUS',
        name: 's',
        values: [null, { id: 'A', name: 'a' }, { id: 'B', name: 'b' }],
      },
      { id: 'NOTE', name: 'n' },
    ],
  },
}
const message = (dataSet: object, more: object = {}): string =>
  JSON.stringify({
    $schema: 'https://json.sdmx.org/2.0.0/sdmx-json-data-schema.json',
    meta: { id: 'x', prepared: '2026-01-01', sender: { id: 'XX' } },
    data: { structures: [structure], dataSets: [dataSet] },
    ...more,
  })
const seriesOf = (observations: object): object => ({ series: { '1': { observations } } })

describe('values of an observation', () => {
  const row = (values: unknown): Record<string, string> | string => {
    const { datasets, problems } = parseSdmxJson(message(seriesOf({ '1': values })))
    return problems[0]?.detail ?? (datasets[0] && rowsOf(datasets[0])[0]) ?? 'nothing'
  }

  it.each([
    ['indexes', [5, 2, 'a note'], { OBS_VALUE: '5', OBS_STATUS: 'B', NOTE: 'a note' }],
    ['ids', ['5.50', 'B'], { OBS_VALUE: '5.50', OBS_STATUS: 'B', NOTE: '' }],
    ['several indexes', [5, [1, 2]], { OBS_STATUS: 'A B' }],
    ['nothing', [null, null, null], { OBS_VALUE: '', OBS_STATUS: '', NOTE: '' }],
    ['a null value', [0, 0], { OBS_VALUE: '0', OBS_STATUS: '' }],
    ['missing on purpose', ['NaN'], { OBS_VALUE: 'NaN' }],
    [
      'a very large and a very small number',
      [1e21, null, 1e-7],
      { OBS_VALUE: '1000000000000000000000', NOTE: '0.0000001' },
    ],
    ['words in languages', [1, 1, { fr: 'oui', en: 'yes' }], { NOTE: 'yes' }],
    ['an annotation behind them', [1, 1, 'n', 0], { NOTE: 'n' }],
  ])('are read where they are %s', (_, values, wanted) => {
    expect(row(values)).toMatchObject({ SEX: 'M', TIME_PERIOD: '2016', ...wanted })
  })

  it.each([
    [[5, 9], 'data set 1, series 1, observation 1: OBS_STATUS has no value "9"'],
    [[5, 'C'], 'data set 1, series 1, observation 1: OBS_STATUS has no value "C"'],
    [[5, 1.5], 'data set 1, series 1, observation 1: OBS_STATUS has no value "1.5"'],
    [[5, {}], 'data set 1, series 1, observation 1: OBS_STATUS has no value an object'],
    ['5', 'data set 1, series 1, observation 1: it is not a list of values'],
  ])('are told where they point to nothing: %j', (values, told) => {
    expect(row(values)).toBe(told)
  })

  it.each(['2', '0:0', '-1', 'x', '__proto__'])('are told where their key is none: %s', (key) => {
    const text = message(seriesOf({ k: [1], '0': [1] })).replace('"k"', JSON.stringify(key))
    const { observations, datasets, problems } = parseSdmxJson(text)
    expect(observations).toBe(2)
    expect(datasets[0]?.rowNumbers).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'FILE_VALUE_WRONG' }])
  })
})

describe('a message', () => {
  it('may have more problems than a call has arguments', () => {
    const observations = Object.fromEntries(
      Array.from({ length: 150_000 }, (_, index) => [String(index + 2), [1]]),
    )
    expect(parseSdmxJson(message(seriesOf(observations))).problems).toHaveLength(150_000)
  })

  it('that deletes a series or all of it is a row whose dimensions are open', () => {
    const deleted = (dataSet: object): unknown => {
      const [found] = parseSdmxJson(message({ action: 'Delete', ...dataSet })).datasets
      return found && rowsOf(found)
    }
    expect(deleted({ series: { '0': {} } })).toMatchObject([{ SEX: 'F', TIME_PERIOD: '' }])
    expect(deleted({})).toMatchObject([{ SEX: '', TIME_PERIOD: '' }])
  })

  it('in which a figure would hide another is refused', () => {
    const text = message(seriesOf({ '0': [1], k: [2] })).replace('"k"', '"0"')
    expect(parseSdmxJson(text).problems).toMatchObject([
      { code: 'FILE_UNREADABLE', detail: expect.stringContaining('"0" stands twice') as string },
    ])
  })

  it('of an older version, with an error or without data says so', () => {
    const told = (text: string): string | undefined => parseSdmxJson(text).problems[0]?.detail
    expect(told(message({}).replace('/2.0.0/', '/1.0/'))).toBe(
      'the file is SDMX-JSON 1.0; we read 2.0 and 2.1',
    )
    expect(told(message({}, { data: undefined, errors: [{ code: 404, title: 'No data' }] }))).toBe(
      'the message brings no data but an error of its sender: 404 No data',
    )
    expect(told('{}')).toBe('the message has no structures and data sets')
    expect(told('[')).toBe('the file is no JSON object')
  })

  it('is recognised by its schema or its parts', () => {
    const value: unknown = JSON.parse(message({}))
    expect([value, { meta: {}, errors: [] }, { rows: 1 }, null, []].map(isSdmxJson)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('a message whose parts were exchanged', () => {
  const whole: unknown = JSON.parse(message(seriesOf({ '0': [1, 1], '1': ['NaN', [1, 2], 'x'] })))

  it('ends in a message with every observation read or told', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.jsonValue(), (at, value) => {
        const { observations, datasets, problems } = parseSdmxJson(
          JSON.stringify(exchanged(whole, at, value)),
        )
        const rows = datasets.reduce((sum, { rowNumbers }) => sum + rowNumbers.length, 0)
        const told = problems.filter(({ row }) => row !== undefined).length
        expect(rows + told).toBe(observations)
      }),
      { numRuns: 500 },
    )
  })

  it('ends in a message too where bytes were changed', () => {
    const text = JSON.stringify(whole)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 2 }), (at, more) => {
        expect(parseSdmxJson(text.slice(0, at) + more + text.slice(at + 1))).toHaveProperty(
          'datasets',
        )
      }),
    )
  })
})

/** The value with its part number `at`, counted through the tree, exchanged. */
function exchanged(value: unknown, at: number, by: unknown): unknown {
  let count = 0
  const walk = (one: unknown): unknown => {
    if (count++ === at) return by
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([key, member]) => [key, walk(member)]))
  }
  return walk(value)
}
