// SPDX-License-Identifier: Apache-2.0
import { mappings, type Mapping } from '@corridor/contracts'
import type { FileReading } from '../reading/file-reading'
import { readFile } from '../reading/read-file'
import { mappingDigest } from './mapping-digest'
import { parseMapping } from './parse-mapping'

const mapping: Mapping = {
  id: 'synthetic-office',
  title: 'Arrivals of a synthetic office',
  contract: { name: 'migration-flow', version: '1.0.0' },
  missing: ['..'],
  columns: [
    { kind: 'from', column: 'reporter', from: 'Land', codes: [{ from: 'Nordland', to: 'NO' }] },
    { kind: 'fixed', column: 'direction', value: 'inflow' },
    { kind: 'from', column: 'origin', from: 'von', labels: 'CL_AREA' },
    { kind: 'from', column: 'destination', from: 'Land', codes: [{ from: 'Nordland', to: 'NO' }] },
    { kind: 'from', column: 'period', from: 'Jahr' },
    {
      kind: 'from',
      column: 'age',
      from: 'Alter',
      codes: [{ from: 'zusammen', to: '_T' }],
      patterns: [{ from: '{low} bis {high}', to: 'Y{low}T{high}' }],
    },
    { kind: 'from', column: 'value', from: 'Zahl' },
    { kind: 'fixed', column: 'minimum_stay', value: 'P12M' },
  ],
  skip: [{ from: 'von', values: ['EU'], because: 'the total of the EU is worked out again' }],
  unused: ['Bemerkung'],
}

const header = 'Land;von;Jahr;Alter;Zahl;Bemerkung'
const read = (...lines: readonly string[]): Promise<FileReading> =>
  readFile(Buffer.from([header, ...lines, ''].join('\n')), { fileName: 'an.csv', mapping })

describe('a file with an office’s own codes', () => {
  it('becomes figures of a contract, which say by which mapping', async () => {
    const reading = await read(
      'Nordland;Denmark;2016;15 bis 19;1.204,0;x',
      'Nordland;SWEDEN;2016;zusammen;..;',
    )
    const mappedBy = { id: 'synthetic-office', digest: mappingDigest(mapping) }
    expect(reading.problems).toEqual([])
    expect(reading.parts).toMatchObject([
      {
        mappedBy,
        data: {
          mappedBy,
          origin: ['DK', 'SE'],
          age: ['Y15T19', '_T'],
          value: [1_204, null],
          valueStatus: ['value', 'missing'],
        },
        places: { origin: { letter: 'B', header: 'von' }, value: { letter: 'E', header: 'Zahl' } },
      },
    ])
    expect(reading.parts[0]?.places).not.toHaveProperty('direction')
  })

  it('has texts told that the mapping does not have, once a row', async () => {
    const reading = await read('Südland;Nirgendwo;2016;zusammen;1;', 'Nordland;Denmark;2016;alt;1;')
    expect(reading.parts).toEqual([])
    expect(reading.rowsRead).toBe(2)
    expect(reading.problems).toMatchObject([
      {
        code: 'FILE_CODE_UNMAPPED',
        row: 2,
        column: 'A',
        header: 'Land',
        value: 'Südland',
        detail: 'column A (Land): the mapping synthetic-office has no reporter for "Südland"',
      },
      { code: 'FILE_CODE_UNMAPPED', row: 3, column: 'D', value: 'alt' },
    ])
  })

  it('has rows counted that are left out', async () => {
    const reading = await read('Nordland;EU;2016;zusammen;1;', 'Nordland;Denmark;2016;zusammen;2;')
    expect(reading.rowsRead).toBe(2)
    expect(reading.parts).toMatchObject([{ rowNumbers: [3] }])
    expect(reading.notes).toContainEqual({
      code: 'FILE_ROWS_SKIPPED',
      detail: '1 rows were left out as the mapping says: the total of the EU is worked out again',
      rows: 1,
    })
  })

  it('has columns told that the mapping reads and the file has not, and those that it does not name', async () => {
    const without = await readFile(
      Buffer.from('Land;von;Jahr;Alter;Zhal\nNordland;Denmark;2016;alt;1\n'),
      {
        fileName: 'an.csv',
        mapping,
      },
    )
    expect(without.problems).toMatchObject([
      {
        code: 'FILE_COLUMN_MISSING',
        detail:
          'column "Zahl", which the mapping synthetic-office reads, is missing; is it "Zhal"?',
      },
    ])
    const more = await readFile(
      Buffer.from(`${header};Neu\nNordland;Denmark;2016;zusammen;1;;x\n`),
      { fileName: 'an.csv', mapping },
    )
    expect(more.notes).toContainEqual({
      code: 'FILE_COLUMNS_LEFT_OUT',
      detail: 'columns that the mapping synthetic-office does not name were left out: G (Neu)',
    })
  })
})

describe('a mapping', () => {
  it('that comes with the hub is right by its contract and its columns', () => {
    expect(mappings.length).toBeGreaterThan(0)
    for (const shipped of mappings)
      expect(parseMapping(shipped)).toEqual({ ok: true, value: shipped })
  })

  it('has the same digest however its members stand', () => {
    const turned = Object.fromEntries(Object.entries(mapping).reverse()) as unknown as Mapping
    expect(mappingDigest(turned)).toBe(mappingDigest(mapping))
    expect(mappingDigest({ ...mapping, title: 'other' })).not.toBe(mappingDigest(mapping))
  })

  const [reporter, ...others] = mapping.columns
  it.each([
    ['it is none', [], 'an object'],
    ['it has an unknown kind', { ...mapping, columns: [{ kind: 'guess' }] }, 'kind'],
    [
      'its contract is none of figures',
      { ...mapping, contract: { name: 'receipt', version: '1.0.0' } },
      'figures do not come by "receipt"',
    ],
    [
      'it names a column with a slip',
      { ...mapping, columns: [{ kind: 'fixed', column: 'direktion', value: 'inflow' }] },
      'Did you mean "direction"?',
    ],
    [
      'it names a column twice',
      { ...mapping, columns: [reporter, reporter, ...others] },
      'stands there twice',
    ],
    [
      'it names a list that is none',
      { ...mapping, columns: [{ kind: 'from', column: 'sex', from: 'x', labels: 'CL_MOON' }] },
      'no code list "CL_MOON"',
    ],
    [
      'a form of codes has no sign between its names',
      {
        ...mapping,
        columns: [
          { kind: 'from', column: 'age', from: 'x', patterns: [{ from: '{a}{b}', to: '{a}' }] },
        ],
      },
      'there has to be a sign',
    ],
    [
      'a form of codes names what is not there',
      {
        ...mapping,
        columns: [
          { kind: 'from', column: 'age', from: 'x', patterns: [{ from: '{a}', to: '{b}' }] },
        ],
      },
      '"b" stands in its code',
    ],
  ])('is refused where %s', (_, value, words) => {
    const parsed = parseMapping(value)
    expect(parsed.ok ? '' : `${parsed.refusal.code}: ${parsed.refusal.detail}`).toMatch(
      /^MAPPING_WRONG/,
    )
    expect(parsed.ok ? '' : parsed.refusal.detail).toContain(words)
  })
})
