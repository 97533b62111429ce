// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { codeList } from './code-list'
import type { CodeListId } from './generated/code-lists'

const folder = path.resolve(__dirname, '../../../../shared/data/open')
const isHere = fs.existsSync(folder)
const title = `files of Eurostat${isHere ? '' : ` (skipped: ../shared/data/open is not beside this repository)`}`

type Row = Readonly<Record<string, string>>

// Each file is read once, however many of its columns are looked at.
const opened = new Map<string, readonly Row[]>()

function rowsOf(file: string): readonly Row[] {
  const rows =
    opened.get(file) ??
    parse<Row>(fs.readFileSync(path.join(folder, file)), { columns: true, bom: true })
  opened.set(file, rows)
  return rows
}

function valuesOf(file: string, column: string): readonly string[] {
  const values = new Set(rowsOf(file).map((row) => row[column] ?? ''))
  return [...values].filter((value) => value !== '')
}

const permits = 'sdmx_samples/migration_permits_issued.csv'
const foreigners = 'sdmx_samples/population_by_sex_age_labour_status_foreigners.csv'
const employment = 'sdmx_samples/employment_by_citizenship.csv'
const sectors = 'employment_by_sector_sex_2008_2019.csv'
const stocks = 'stocks_multi_source_eu_2011_2016.csv'

const labelled: readonly (readonly [string, string, CodeListId])[] = [
  [permits, 'geo', 'CL_AREA'],
  [permits, 'citizen', 'CL_AREA'],
  [permits, 'reason', 'CL_PERMIT_REASON'],
  [permits, 'duration', 'CL_PERMIT_DURATION'],
  [permits, 'unit', 'CL_UNIT'],
  [permits, 'freq', 'CL_FREQ'],
  [foreigners, 'Geopolitical entity (reporting)', 'CL_AREA'],
  [foreigners, 'Country of citizenship', 'CL_CITIZENSHIP_GROUP'],
  [foreigners, 'Age class', 'CL_AGE'],
  [foreigners, 'Sex', 'CL_SEX'],
  [foreigners, 'Labour force and employment status', 'CL_LABOUR_INDICATOR'],
  [employment, 'Geopolitical entity (reporting)', 'CL_AREA'],
  [sectors, 'geo', 'CL_AREA'],
  [sectors, 'Sector', 'CL_ACTIVITY_ISIC4'],
  [sectors, 'Sex', 'CL_SEX'],
  [stocks, 'origin_country_of_birth_or_citizenship', 'CL_AREA'],
]

const coded: readonly (readonly [string, string, CodeListId])[] = [
  [foreigners, 'geo', 'CL_AREA'],
  [foreigners, 'citizen', 'CL_CITIZENSHIP_GROUP'],
  [foreigners, 'sex', 'CL_SEX'],
  [foreigners, 'wstatus', 'CL_LABOUR_INDICATOR'],
  [employment, 'unit', 'CL_UNIT'],
  [employment, 'citizen', 'CL_CITIZENSHIP_GROUP'],
  ['flows_destination_1998_2016_vintage2026.csv', 'origin', 'CL_AREA'],
  ['flows_destination_by_age_2014_2015.csv', 'origin', 'CL_AREA'],
]

;(isHere ? describe : describe.skip)(title, () => {
  it.each(labelled)('%s: every label in %s is one code of %s', (file, column, id) => {
    const unknown = valuesOf(file, column).filter(
      (text) => codeList(id).codeOfLabel(text) === undefined,
    )
    expect(unknown).toEqual([])
  })

  it.each(coded)('%s: every code in %s is known to %s', (file, column, id) => {
    const unknown = valuesOf(file, column).filter(
      (code) => codeList(id).normalise(code) === undefined,
    )
    expect(unknown).toEqual([])
  })

  it('have labels and codes that say the same', () => {
    const rows = rowsOf(foreigners)
    const areas = codeList('CL_AREA')
    const apart = rows.filter(
      (row) =>
        areas.normalise(row.geo ?? '') !==
        areas.codeOfLabel(row['Geopolitical entity (reporting)'] ?? ''),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(apart).toEqual([])
  })
})
