// SPDX-License-Identifier: Apache-2.0
import { mappings } from '@corridor/contracts'
import { readFile } from '../reading/read-file'
import { readTsv } from './read-tsv'
import { writeTsv } from './write-tsv'

// Synthetic figures in the form of Eurostat's bulk files.
const bulk = [
  'freq,partner,agedef,age,unit,sex,geo\\TIME_PERIOD\t2013 \t2014 \t2015 ',
  'A,DK,COMPLET,TOTAL,NR,T,BE\t123 b\t: \t0 ',
  'A,EL,REACH,Y15-19,NR,F,BE\t: c\t:z\t7 bpr',
  'A,DK,COMPLET,TOTAL,NR,T,EU27_2020\t1 \t2 \t3 ',
  '',
].join('\n')

const contract = { name: 'migration-flow', version: '1.0.0' }
const mapping = mappings.find(({ id }) => id === 'eurostat-migr-imm5prv')

describe('a bulk file of Eurostat', () => {
  it('comes in with every cell: figures, flags, and what is missing, hidden or not applicable', async () => {
    const reading = await readFile(Buffer.from(bulk), {
      fileName: 'migr_imm5prv.tsv',
      ...(mapping && { mapping }),
    })
    expect(reading).toMatchObject({ format: 'tsv', rowsRead: 9, problems: [] })
    expect(reading.parts).toMatchObject([
      {
        contract,
        data: {
          definition: { ageDefinition: 'completed', minimumStay: 'P12M' },
          reporter: 'BE',
          direction: 'inflow',
          origin: 'DK',
          destination: 'BE',
          period: ['2013', '2014', '2015'],
          value: [123, null, 0],
          valueStatus: ['value', 'missing', 'value'],
          obsStatus: ['B', 'A', 'A'],
        },
        rowNumbers: [2, 2, 2],
      },
      {
        data: {
          definition: { ageDefinition: 'reached' },
          origin: 'EL',
          age: 'Y15T19',
          value: [null, null, 7],
          valueStatus: ['suppressed', 'not-applicable', 'value'],
          obsStatus: ['A', 'A', 'B P'],
          confStatus: ['C', 'F', 'F'],
        },
        rowNumbers: [3, 3, 3],
      },
    ])
    expect(reading.notes).toMatchObject([
      { code: 'FILE_ROWS_SKIPPED', rows: 3 },
      { code: 'FILE_FLAGS_COUNTED' },
    ])
  })

  it('has cells told that are no figures, with the column of their period', () => {
    const { table, rowsRead, problems } = readTsv(bulk.replace('123 b', '1,5'))
    expect({ rows: table.rowNumbers.length, rowsRead }).toEqual({ rows: 8, rowsRead: 9 })
    expect(problems).toMatchObject([
      { code: 'FILE_VALUE_WRONG', row: 2, column: 'B', header: '2013', value: '1,5' },
    ])
  })

  it('has lines told that have more or fewer cells than its header', () => {
    const { rowsRead, problems } = readTsv(bulk.replace('\t: \t0 ', '\t0 '))
    expect(rowsRead).toBe(9)
    expect(problems.map(({ code, row }) => [code, row])).toEqual(
      Array.from({ length: 3 }, () => ['FILE_ROW_BROKEN', 2]),
    )
  })
})

describe('figures written as TSV', () => {
  const definition = {
    eventConcept: 'registration',
    source: 'register',
    population: 'all',
    minimumStay: 'P12M',
    partnerConcept: 'residence',
    ageDefinition: 'completed',
    periodConvention: 'calendar',
  }
  const data = {
    definition,
    classifications: { occupation: 'ISCO-08', sector: 'ISIC-4' },
    frequency: 'A',
    rows: 5,
    reporter: 'BE',
    direction: 'inflow',
    origin: ['DK', 'DK', 'SE', 'SE', 'SE'],
    destination: 'BE',
    period: ['2015', '2016', '2015', '2016', '2017'],
    sex: '_T',
    age: '_T',
    occupation: '_T',
    sector: '_T',
    stay: '_T',
    value: [409, null, 0, null, null],
    valueStatus: ['value', 'missing', 'value', 'suppressed', 'not-applicable'],
    obsStatus: ['B D', 'A', 'E P', 'U', 'A'],
    confStatus: ['F', 'F', 'F', 'C', 'F'],
  }

  it('come back as they were; a period without a cell comes back as missing', async () => {
    const written = writeTsv([{ contract, data }])
    expect(written).toMatchObject({ ok: true })
    const text = written.ok ? written.value : ''
    const reading = await readFile(Buffer.from(text), { fileName: 'x.tsv', contract })
    expect(reading.problems).toEqual([])
    expect(reading.parts).toMatchObject([
      {
        data: {
          ...data,
          rows: 6,
          origin: ['DK', 'DK', 'DK', 'SE', 'SE', 'SE'],
          period: ['2015', '2016', '2017', '2015', '2016', '2017'],
          value: [409, null, null, 0, null, null],
          valueStatus: ['value', 'missing', 'missing', 'value', 'suppressed', 'not-applicable'],
          obsStatus: ['B D', 'A', 'A', 'E P', 'U', 'A'],
          confStatus: ['F', 'F', 'F', 'F', 'C', 'F'],
        },
      },
    ])
  })

  it.each([
    ['bounds', { lower: 1, upper: 4 }, 'the column lower'],
    ['a status without a letter', { obsStatus: 'V' }, 'the status V F of a figure that is value'],
    [
      'figures taken back',
      { value: null, valueStatus: 'retracted' },
      'of a figure that is retracted',
    ],
    ['secondary confidentiality', { confStatus: 'D' }, 'the status'],
    [
      'a comment with commas',
      { definition: { ...definition, comment: 'a, b' } },
      '"a, b" among its codes',
    ],
  ])('are refused where TSV has no place for %s', (_, change, words) => {
    const written = writeTsv([{ contract, data: { ...data, ...change } }])
    expect(written.ok ? '' : written.refusal.detail).toContain(words)
  })
})
