// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  codeList,
  isList,
  listOfDimension,
  mappings,
  structure,
  validate,
} from '@corridor/contracts'
import type { FileReading } from '../reading/file-reading'
import { readFile } from '../reading/read-file'

// Genuine files stay outside the project; where they are absent nothing of this is tested, and the run says so.
const folder = path.resolve(__dirname, '../../../../../shared/data/open')
const genuine = existsSync(folder) ? describe : describe.skip
const title = (words: string): string =>
  existsSync(folder) ? words : `${words} (skipped: the open data are not on this machine)`

const read = (file: string, mapping?: string): Promise<FileReading> => {
  const found = mappings.find(({ id }) => id === mapping)
  return readFile(readFileSync(path.join(folder, file)), {
    fileName: file,
    mappings,
    ...(found === undefined ? {} : { mapping: found }),
  })
}

/** How often each text stands in a column of all parts. */
function counts(reading: FileReading, column: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { data } of reading.parts) {
    const entry = data[column]
    const rows = Number(data['rows'])
    for (let row = 0; row < rows; row++) {
      const text = String(Array.isArray(entry) ? entry[row] : entry)
      found[text] = (found[text] ?? 0) + 1
    }
  }
  return found
}

function sumOf(reading: FileReading): number {
  const entries = reading.parts.flatMap(({ data }) => data['value'] as number | (number | null)[])
  return entries.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

const observations = (reading: FileReading): number =>
  reading.parts.reduce((sum, { rowNumbers }) => sum + rowNumbers.length, 0)

const problemsByCode = (reading: FileReading): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {}
  for (const { code } of reading.problems) found[code] = (found[code] ?? 0) + 1
  return found
}

/** Every row is an observation, is told by a problem, or is counted in a note; every part follows its contract and its code lists. */
function checkAll(reading: FileReading): void {
  const skipped = reading.notes.reduce((sum, { rows = 0 }) => sum + rows, 0)
  const refused = new Set(reading.problems.map(({ row }) => row)).size
  expect(observations(reading) + skipped + refused).toBe(reading.rowsRead)
  for (const { contract, data } of reading.parts) {
    expect(validate(contract.name, contract.version, data)).toMatchObject({ ok: true })
    for (const dimension of structure(contract.name)?.dimensions ?? []) {
      const list = listOfDimension(
        dimension,
        data['classifications'] as Readonly<Record<string, string>>,
      )
      if (list === undefined) continue
      const column = data[dimension.column] as string | readonly string[]
      const unknown = (isList(column) ? column : [column]).filter(
        (code) => codeList(list).normalise(code) === undefined,
      )
      expect({ column: dimension.column, unknown }).toEqual({
        column: dimension.column,
        unknown: [],
      })
    }
  }
}

genuine(title('flows as both sides reported them'), () => {
  it('come in with all 4,876 rows, each with the minimum stay of its side', async () => {
    const reading = await read('flows_mirror_eu_2010_2016.csv', 'flows-of-both-sides')
    checkAll(reading)
    expect(reading).toMatchObject({ format: 'csv', rowsRead: 4_876, problems: [], notes: [] })
    expect(observations(reading)).toBe(4_876)
    expect(counts(reading, 'direction')).toEqual({ inflow: 2_490, outflow: 2_386 })
    expect(reading.parts.map(({ data }) => [data['definition'], data['rows']])).toMatchObject([
      [{ minimumStay: 'P12M' }, 4_512],
      [{ minimumStay: 'permanent' }, 364],
    ])
    expect(counts(reading, 'obsStatus')).toEqual({ A: 4_876 })
    for (const { data, mappedBy } of reading.parts) {
      expect(mappedBy).toMatchObject({ id: 'flows-of-both-sides' })
      expect(data['mappedBy']).toEqual(mappedBy)
    }
  })
})

genuine(title('flows as destinations reported them'), () => {
  it('come in with 10,101 of 10,485 rows: a group of other destinations reports nothing', async () => {
    const reading = await read(
      'flows_destination_1998_2016_vintage2026.csv',
      'flows-of-destinations',
    )
    checkAll(reading)
    expect(reading.rowsRead).toBe(10_485)
    expect(observations(reading)).toBe(10_101)
    expect(reading.notes).toMatchObject([{ code: 'FILE_ROWS_SKIPPED', rows: 384 }])
    expect(counts(reading, 'origin')['OTH']).toBe(327)
    expect(reading.problems).toEqual([])
  })

  it('come in by age with all 22,388 rows, 530 of them of unknown age', async () => {
    const reading = await read(
      'flows_destination_by_age_2014_2015.csv',
      'flows-of-destinations-by-age',
    )
    checkAll(reading)
    expect(reading).toMatchObject({ rowsRead: 22_388, problems: [], notes: [] })
    expect(observations(reading)).toBe(22_388)
    const ages = counts(reading, 'age')
    expect(ages).toMatchObject({
      _U: 530,
      Y15T19: 882,
      Y5T9: 882,
      Y_LT5: 882,
      Y_GE85: 818,
      Y15T64: 882,
    })
    expect(Object.keys(ages)).toHaveLength(26)
  })
})

genuine(title('employment by sector and sex'), () => {
  it('comes in from labels and thousands, and the 68 figures that are no whole persons are told by row', async () => {
    const reading = await read(
      'employment_by_sector_sex_2008_2019.csv',
      'employment-by-sector-and-sex',
    )
    checkAll(reading)
    expect(reading.rowsRead).toBe(25_040)
    expect(observations(reading)).toBe(24_972)
    expect(problemsByCode(reading)).toEqual({ FILE_VALUE_WRONG: 68 })
    expect(reading.problems[0]).toMatchObject({
      row: 770,
      column: 'B',
      header: 'In thousand persons',
      value: '88.39999999999999',
      detail: 'column B (In thousand persons): "88.39999999999999" thousand is not a whole number',
    })
    expect(Object.keys(counts(reading, 'sector'))).toHaveLength(21)
    expect(counts(reading, 'reporter')).toMatchObject({ TR: 693, MK: 556, RS: 625 })
  })
})

genuine(title('employment by citizenship, SDMX-CSV 2.0 with names'), () => {
  it('comes in with all 2,841 rows, in persons, with sets of flags', async () => {
    const reading = await read('sdmx_samples/employment_by_citizenship.csv')
    checkAll(reading)
    expect(reading).toMatchObject({
      format: 'sdmx-csv-2.0',
      rowsRead: 2_841,
      problems: [],
      notes: [],
    })
    expect(counts(reading, 'obsStatus')).toEqual({ A: 2_388, B: 429, D: 18, 'B D': 6 })
    expect(reading.parts).toMatchObject([
      {
        contract: { name: 'labour-market', version: '1.0.0' },
        data: {
          unit: { measure: 'PS', multiplier: 3, decimals: 1 },
          indicator: 'EMP',
          age: 'Y15T64',
        },
        places: { value: { header: 'OBS_VALUE' }, reporter: { letter: 'N', header: 'geo' } },
      },
    ])
    expect(counts(reading, 'valueStatus')).toEqual({ value: 2_841 })
    expect(sumOf(reading)).toBe(13_661_094_200)
  })
})

genuine(title('population by labour status, SDMX-CSV 2.0 with names'), () => {
  it('comes in with all 3,258 rows; what has no figure is missing and not gone', async () => {
    const reading = await read('sdmx_samples/population_by_sex_age_labour_status_foreigners.csv')
    checkAll(reading)
    expect(reading).toMatchObject({ rowsRead: 3_258, problems: [], notes: [] })
    expect(counts(reading, 'obsStatus')).toEqual({
      A: 2_106,
      U: 678,
      B: 310,
      'B U': 92,
      D: 54,
      'B D': 18,
    })
    expect(counts(reading, 'valueStatus')).toEqual({ value: 2_798, missing: 460 })
    expect(sumOf(reading)).toBe(643_876_100)
    expect(counts(reading, 'indicator')).toEqual({ EMP: 1_095, INAC: 1_094, UNE: 1_069 })
  })
})

genuine(title('permits, SDMX-CSV 1.0 with labels only'), () => {
  it('come in with 376 of 387 rows: an aggregate of states reports nothing', async () => {
    const reading = await read('sdmx_samples/migration_permits_issued.csv')
    checkAll(reading)
    expect(reading).toMatchObject({ format: 'sdmx-csv-1.0', rowsRead: 387, problems: [] })
    expect(observations(reading)).toBe(376)
    expect(reading.notes).toMatchObject([{ code: 'FILE_ROWS_SKIPPED', rows: 11 }])
    expect(counts(reading, 'reporter')).toMatchObject({ AT: 12, CZ: 12, GB: 7, LI: 11 })
    expect(reading.parts[0]?.data).toMatchObject({ partner: '_T', reason: '_T', frequency: 'A' })
  })
})

genuine(title('a file of a structure that nobody mapped'), () => {
  it('is told with every row', async () => {
    const reading = await readFile(
      readFileSync(path.join(folder, 'sdmx_samples/employment_by_citizenship.csv')),
      { fileName: 'employment.csv' },
    )
    expect(reading.parts).toEqual([])
    expect(problemsByCode(reading)).toEqual({ FILE_STRUCTURE_UNKNOWN: 2_841 })
  })
})
