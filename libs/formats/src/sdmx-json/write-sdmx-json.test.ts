// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { validate } from '@corridor/contracts'
import addFormats from 'ajv-formats'
import { Ajv2019 } from 'ajv/dist/2019'
import type { WrittenPart } from '../writing/written-part'
import { readSdmxJson } from './read-sdmx-json'
import { writeSdmxJson, type SdmxJsonForm } from './write-sdmx-json'

const contract = { name: 'migration-flow', version: '1.0.0' }
// Synthetic figures: each value status, a set of statuses, bounds, an embargo, thousands.
const part: WrittenPart = {
  contract,
  data: {
    definition: {
      eventConcept: 'registration',
      source: 'register',
      population: 'all',
      minimumStay: 'P12M',
      partnerConcept: 'residence',
      ageDefinition: 'completed',
      periodConvention: 'fiscal',
      fiscalYearStart: '--07-01',
      comment: 'synthetic; “quoted”, in two\nlines',
    },
    classifications: { occupation: 'ISCO-08', sector: 'ISIC-4' },
    frequency: 'A',
    unit: { measure: 'PS', multiplier: 3, decimals: 2 },
    notes: [{ problem: 'W510', text: 'checked, a new register' }],
    rows: 6,
    reporter: 'BE',
    direction: 'outflow',
    origin: 'BE',
    destination: ['DK', 'DK', 'SE', 'SE', 'FI', 'FI'],
    period: ['2015', '2016', '2015', '2016', '2015', '2016'],
    sex: 'F',
    age: '_T',
    occupation: ['OC2', 'OC2', 'OC0110', '_T', '_T', '_T'],
    sector: '_T',
    stay: '_T',
    value: [122_550, 0, null, null, null, null],
    valueStatus: ['value', 'value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
    lower: [null, null, 0, null, null, null],
    upper: [null, null, 4_000, null, null, null],
    standardError: [1.25, null, null, null, null, null],
    sampleSize: [310, null, null, null, null, null],
    obsStatus: ['B D', 'A', 'Q', 'O', 'M', 'A'],
    confStatus: ['E', 'F', 'C', 'F', 'F', 'F'],
    confRedist: '_Z',
    embargo: ['2027-01-31T09:00:00Z', null, null, null, null, null],
  },
}
const form = (layout: SdmxJsonForm['layout']): SdmxJsonForm => ({
  layout,
  id: 'synthetic-1',
  prepared: '2026-11-24T09:00:00Z',
  sender: 'BE',
  test: true,
})
const layouts = ['flat', 'series'] as const

interface Message {
  readonly data: {
    readonly structures: readonly Record<string, Record<string, readonly { id: string }[]>>[]
    readonly dataSets: readonly Record<string, unknown>[]
  }
}
const written = (layout: SdmxJsonForm['layout']): Message =>
  JSON.parse(writeSdmxJson([part], form(layout))) as Message

describe.each(layouts)('a dataset written %s', (layout) => {
  it('is the same after it was read again, with every status, set, bound, embargo and definition', () => {
    const reading = readSdmxJson(writeSdmxJson([part], form(layout)))
    expect(reading).toMatchObject({ format: 'sdmx-json-2', rowsRead: 6, notes: [], problems: [] })
    expect(reading.parts.map((one) => one.contract)).toEqual([contract])
    expect(reading.parts[0]?.data).toEqual(part.data)
  })

  it('has what holds for all of it at the data set, and what was taken back in one that deletes', () => {
    const { structures, dataSets } = written(layout).data
    expect(structures[0]?.['attributes']?.['dataSet']?.map(({ id }) => id)).toContain(
      'MINIMUM_STAY',
    )
    expect(structures[0]?.['dimensions']?.['dataSet']?.map(({ id }) => id)).toContain('ORIGIN')
    expect(dataSets.map(({ action }) => action)).toEqual(['Merge', 'Delete'])
    expect(Object.keys(dataSets[0] ?? {})).toContain(layout === 'flat' ? 'observations' : 'series')
  })

  it('takes back whole figures, and says their status only where it is not the usual one', () => {
    const usual = { contract, data: { ...part.data, confRedist: undefined } }
    const deleted = (one: WrittenPart): string => {
      const message = JSON.parse(writeSdmxJson([one], form(layout))) as Message
      return JSON.stringify(message.data.dataSets[1])
    }
    expect(deleted(usual)).toContain(':[]')
    expect(deleted(part)).not.toContain(':[]')
  })

  it('keeps figures that have one key', () => {
    const twice = {
      contract,
      data: { ...part.data, period: '2015', destination: 'DK', occupation: '_T' },
    }
    const reading = readSdmxJson(writeSdmxJson([twice], form(layout)))
    expect(reading.parts[0]?.data['value']).toEqual([122_550, 0, null, null, null, null])
  })
})

it('several datasets are one message, each with its structure', () => {
  const other = {
    ...part,
    data: { ...part.data, frequency: 'A', definition: { source: 'survey', minimumStay: 'P3M' } },
  }
  const reading = readSdmxJson(writeSdmxJson([part, other], form('flat')))
  expect(reading.problems).toEqual([])
  expect(
    reading.parts.map(({ data }) => (data['definition'] as { source: string }).source),
  ).toEqual(['register', 'survey'])
})

describe('a message that asks for what cannot be kept', () => {
  const message = (change: (dataSet: Record<string, unknown>) => object): string => {
    const { data, ...rest } = written('series')
    return JSON.stringify({
      ...rest,
      data: { ...data, dataSets: data.dataSets.slice(0, 1).map(change) },
    })
  }
  const told = (text: string): readonly string[] =>
    readSdmxJson(text).problems.map(({ code, row, detail }) => `${code} ${row}: ${detail}`)

  it('is refused where it takes back a whole series or all of it', () => {
    expect(
      told(message((dataSet) => ({ ...dataSet, action: 'Delete', series: { '0:0': {} } }))),
    ).toEqual([
      'FILE_ACTION_WRONG 1: the row takes back every figure of any period; name each cell in a row of its own',
    ])
    expect(told(message(() => ({ structure: 0, action: 'Delete' })))[0]).toMatch(
      /^FILE_ACTION_WRONG 1/,
    )
  })

  it('is refused where it adds to a figure and does not give it', () => {
    const series = { '0:0': { observations: { '0': [null, null, null, null, null, null, [0]] } } }
    expect(told(message((dataSet) => ({ ...dataSet, series })))[0]).toMatch(
      /^FILE_ACTION_WRONG 1: the row adds to a figure/,
    )
  })

  it('is refused by row where a figure is no number', () => {
    const series = { '0:0': { observations: { '0': ['many'] } } }
    expect(told(message((dataSet) => ({ ...dataSet, series })))).toEqual([
      'FILE_VALUE_WRONG 1: column OBS_VALUE: "many" is not a whole number; write 1204 without point or comma',
    ])
  })

  it('is refused where nobody knows its structure', () => {
    const text = writeSdmxJson([part], form('flat')).replaceAll('CORRIDOR:CORRIDOR_', 'XX:')
    expect(told(text)[0]).toMatch(
      /^FILE_STRUCTURE_UNKNOWN 1: the structure "XX:MIGRATION_FLOW\(1\.0\.0\)"/,
    )
  })
})

const schemaFile = resolve(
  __dirname,
  '../../../../../shared/data/open/sdmx_samples/sdmx-json-data-schema.json',
)
const withSchema = existsSync(schemaFile)
  ? { describe, title: '' }
  : {
      describe: describe.skip,
      title: ' (skipped: the folder of samples is not beside the project)',
    }

withSchema.describe(`the schema of SDMX-JSON 2.1${withSchema.title}`, () => {
  it.each(layouts)('accepts what is written %s', (layout) => {
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    addFormats(ajv)
    const check = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
    check(written(layout))
    expect(check.errors ?? []).toEqual([])
  })

  it('refuses a message without a sender', () => {
    const ajv = new Ajv2019({ strict: false })
    addFormats(ajv)
    const check = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
    expect(check({ ...written('flat'), meta: {} })).toBe(false)
  })
})

it('the synthetic dataset of this test follows its contract', () => {
  expect(validate(contract.name, contract.version, part.data)).toMatchObject({ ok: true })
})
