// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { checkVersion } from '../compatibility/check-version'
import { cell, isList } from '../columns'
import { columnNames, columnOf, type Cell, type Dataset } from '../dataset'
import { schemas } from '../generated/schemas'
import { statisticalContracts, structure } from '../structure'
import { contracts, validate } from '../validate'
import { conversionDefaults, convert, convertDown, convertUp, toNewest } from './convert'
import { steps } from './steps'
import { versionFollowed } from './version-followed'

const name = 'migration-flow'
const up = { from: '1.0.0', to: '1.1.0' }
const down = { from: '1.1.0', to: '1.0.0' }

function example(version: string, reason: string): Dataset {
  const law = path.resolve(__dirname, '../../../../contracts')
  const file = path.join(law, name, version, 'examples/valid', `${reason}.json`)
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Dataset
}

const published = example('1.0.0', 'be-both-ways-2016-published')
const levels = example('1.1.0', 'synthetic-levels-of-education-some-imputed')

const isAccepted = (version: string, dataset: unknown): boolean =>
  validate(name, version, dataset).ok

/** What a dataset states of its rows, by all columns of a version. */
function statedIn(dataset: Dataset, version: string): readonly (readonly unknown[])[] {
  const columns = columnNames(structure(name, version) ?? structure(name))
  return Array.from({ length: dataset.rows }, (_, row) =>
    columns.map((column) => {
      const entries = columnOf(dataset, column)
      return entries === undefined ? undefined : cell(entries, row)
    }),
  )
}

const column = <Value extends Cell>(rows: number, value: fc.Arbitrary<Value>) =>
  fc.oneof(value, fc.array(value, { minLength: rows, maxLength: rows }))

// Whatever the schema of 1.0.0 accepts: with and without the optional columns, one cell for all rows or one for each.
const someOld: fc.Arbitrary<Dataset> = fc.integer({ min: 1, max: 12 }).chain((rows) =>
  fc
    .record(
      {
        sex: column(rows, fc.constantFrom('_T', 'F', 'M')),
        age: column(rows, fc.constantFrom('_T', 'Y15T19')),
        stay: column(rows, fc.constantFrom('_T', 'LONG')),
        value: column(rows, fc.nat()),
        obsStatus: column(rows, fc.constantFrom('A', 'B P')),
        standardError: column(rows, fc.option(fc.nat())),
        notes: fc.constant([{ problem: 'W510', text: 'checked' }]),
      },
      { requiredKeys: ['sex', 'age', 'stay', 'value', 'obsStatus'] },
    )
    .map((change): Dataset => ({ ...published, direction: 'inflow', ...change, rows }) as Dataset)
    .map((dataset) => ({ ...dataset, origin: 'DK', destination: 'BE' }) as Dataset),
)

const someNew: fc.Arbitrary<Dataset> = someOld.chain((dataset) =>
  fc
    .record(
      {
        education: column(dataset.rows, fc.constantFrom('_T', '_U', 'ED5T8')),
        imputed: column(dataset.rows, fc.option(fc.nat())),
      },
      { requiredKeys: ['education'] },
    )
    .map((change) => ({ ...convertUp(name, up, dataset), ...change })),
)

describe('a dataset of 1.0.0 converted up', () => {
  it('is about all levels of education together, after ISCED 2011', () => {
    expect(convertUp(name, up, published)).toEqual({
      ...published,
      education: '_T',
      classifications: { ...published.classifications, education: 'ISCED-2011' },
    })
  })

  it('is accepted by 1.1.0, says the same of every row, and comes down as it was', () => {
    fc.assert(
      fc.property(someOld, (dataset) => {
        expect(isAccepted('1.0.0', dataset)).toBe(true)
        const newer = convertUp(name, up, dataset)
        expect(isAccepted('1.1.0', newer)).toBe(true)
        expect(statedIn(newer, '1.0.0')).toEqual(statedIn(dataset, '1.0.0'))
        expect(convertDown(name, down, newer)).toMatchObject({ dataset, leftOut: 0, why: [] })
      }),
    )
  })
})

describe('a dataset of 1.1.0 converted down', () => {
  it('keeps the totals; what is broken down by education is left out, counted, and told', () => {
    const { dataset, leftOut, why } = convertDown(name, down, levels)
    expect(dataset).toMatchObject({ rows: 1, value: 409 })
    expect(dataset).not.toHaveProperty('education')
    expect(dataset).not.toHaveProperty('imputed')
    expect(dataset?.classifications).toEqual({ occupation: 'ISCO-08', sector: 'ISIC-4' })
    expect(leftOut).toBe(5)
    expect(why).toEqual([
      '5 of 6 rows are broken down by education, which migration-flow 1.0.0 does not have',
    ])
  })

  it('is nothing where no row is about all levels together', () => {
    const unsayable = {
      ...levels,
      education: ['ED0', 'ED1', 'ED2', 'ED3', 'ED4', 'ED5'],
    } as Dataset
    expect(convertDown(name, down, unsayable)).toMatchObject({ dataset: null, leftOut: 6 })
  })

  it('is accepted by 1.0.0, with the figures of exactly the rows that are totals, and all others counted', () => {
    fc.assert(
      fc.property(someNew, (dataset) => {
        expect(isAccepted('1.1.0', dataset)).toBe(true)
        const totals = statedIn(dataset, '1.0.0').filter((_, row) => isTotal(dataset, row))
        const { dataset: older, leftOut } = convertDown(name, down, dataset)
        expect(leftOut).toBe(dataset.rows - totals.length)
        expect(older === null ? [] : statedIn(older, '1.0.0')).toEqual(totals)
        expect(older === null || isAccepted('1.0.0', older)).toBe(true)
      }),
    )
  })
})

function isTotal(dataset: Dataset, row: number): boolean {
  const education = columnOf(dataset, 'education')
  return education !== undefined && (isList(education) ? education[row] : education) === '_T'
}

describe('a dataset of 1.2.0', () => {
  it('comes down without what is said to the hub alone, and goes up as it is', () => {
    const keyed = example('1.2.0', 'synthetic-cell-keys-of-men-and-women')
    const { dataset, leftOut } = convertDown(name, { from: '1.2.0', to: '1.1.0' }, keyed)
    expect(leftOut).toBe(0)
    expect({ ...dataset, cellKey: columnOf(keyed, 'cellKey') }).toEqual(keyed)
    expect(convertUp(name, { from: '1.1.0', to: '1.2.0' }, dataset ?? keyed)).toBe(dataset)
  })
})

describe('the way between two versions', () => {
  it('goes up or down, whichever is newer, and nowhere where they are the same', () => {
    expect(convert(name, up, published).dataset).toEqual(convertUp(name, up, published))
    expect(convert(name, down, levels)).toEqual(convertDown(name, down, levels))
    expect(convert(name, { from: '1.1.0', to: '1.1.0' }, levels).dataset).toBe(levels)
    expect(toNewest({ name, version: '1.0.0' }, published)).toEqual(convertUp(name, up, published))
    expect(toNewest({ name, version: '1.1.0' }, levels)).toBe(levels)
  })

  it('is told to be missing where no steps lead there', () => {
    expect(() => convertUp(name, { from: '1.0.0', to: '7.0.0' }, published)).toThrow(
      'could not convert migration-flow: no steps lead from 1.0.0 to 7.0.0',
    )
    expect(() => convertDown('mobility-scheme', down, levels)).toThrow(RangeError)
  })

  it.each(statisticalContracts)('leads from the first version of %s to the last', (contract) => {
    const versions = contracts.filter((one) => one.name === contract).map(({ version }) => version)
    const pairs = versions.slice(1).map((to, i) => ({ contract, from: versions[i], to }))
    const known = steps.filter((step) => step.contract === contract)
    expect(known.map(({ from, to }) => ({ contract, from, to }))).toEqual(pairs)
  })

  it('makes the new version one that the gate of versions lets through as a minor one', () => {
    const edition = (version: '1.0.0' | '1.1.0' | '1.2.0') => {
      const dsd = structure(name, version)
      if (dsd === undefined) throw new Error(`there is no structure of ${version}`)
      return { version, schema: schemas[name][version], structure: dsd }
    }
    const defaults = conversionDefaults(name, up)
    expect(defaults).toEqual({ education: '_T', 'classifications.education': 'ISCED-2011' })
    const proposed = { ...edition('1.1.0'), defaults }
    expect(checkVersion(edition('1.0.0'), proposed)).toMatchObject({ accepted: true })
    expect(checkVersion(proposed, edition('1.2.0'))).toMatchObject({ accepted: true })
  })
})

describe('content that does not say its version', () => {
  it('follows the newest one whose dimensions it has; if none, the newest tells what is missing', () => {
    expect(versionFollowed(name, published)).toBe('1.0.0')
    expect(versionFollowed(name, levels)).toBe('1.2.0')
    expect(versionFollowed(name, {})).toBe('1.2.0')
    expect(versionFollowed(name, null)).toBe('1.2.0')
    expect(versionFollowed('no-such', published)).toBeUndefined()
  })
})
