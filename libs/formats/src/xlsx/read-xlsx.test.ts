// SPDX-License-Identifier: Apache-2.0
import { rawWorkbook, sheetData, type RawWorkbook } from '@corridor/testing'
import type { Mapping } from '@corridor/contracts'
import { readFile } from '../reading/read-file'
import type { FileReading } from '../reading/file-reading'
import { readXlsx, type XlsxOptions } from './read-xlsx'

const contract = { name: 'migration-flow', version: '1.0.0' }
const header = [
  'reporter',
  'direction',
  'origin',
  'destination',
  'period',
  'age',
  'value',
  'minimum_stay',
]
const row = ['BE', 'outflow', 'BE', 'DK', '2016', 'Y15T19', 409, 'P12M'] as const

type Row = readonly (string | number | null)[]

/** A row of the table with some of its cells exchanged, by the names of their columns. */
function rowWith(cells: Readonly<Record<string, string | number | null>>): Row {
  return row.map((cell, index) => {
    const given = cells[header[index] ?? '']
    return given === undefined ? cell : given
  })
}

function read(
  workbook: Partial<RawWorkbook>,
  more: Partial<XlsxOptions> = {},
): Promise<FileReading> {
  return readXlsx(rawWorkbook({ sheets: {}, ...workbook }), { contract, ...more })
}
function readRows(rows: readonly Row[], more: Partial<RawWorkbook> = {}): Promise<FileReading> {
  return read({ sheets: { Q4: sheetData([header, ...rows]) }, ...more })
}
function told({ problems }: FileReading): readonly string[] {
  return problems.map((problem) => `${problem.code} ${problem.column ?? ''}${problem.row ?? ''}`)
}
function column({ parts }: FileReading, name: string): unknown {
  return parts[0]?.data[name]
}

describe('a workbook with the columns of a contract', () => {
  it('gives the dataset that the same CSV would, with rows and letters as the sheet shows them', async () => {
    const reading = await readRows([row, [], rowWith({ period: '2015', value: 0 })])
    expect(reading).toMatchObject({
      format: 'xlsx',
      sheet: 'Q4',
      rowsRead: 2,
      problems: [],
      notes: [],
    })
    expect(reading.parts).toHaveLength(1)
    expect(reading.parts[0]).toMatchObject({
      contract,
      rowNumbers: [2, 4],
      places: { value: { letter: 'G', header: 'value' } },
      data: { rows: 2, origin: 'BE', period: ['2016', '2015'], value: [409, 0] },
    })
  })

  it('may have a title above its header', async () => {
    const reading = await read({
      sheets: { Q4: sheetData([['Emigrants, first release'], [], header, row]) },
    })
    expect(reading.parts[0]?.rowNumbers).toEqual([4])
  })

  it('may keep its texts apart, in runs of different fonts', async () => {
    const strings =
      '<sst><si><t>BE</t></si><si><r><t>out</t></r><r><rPr><b/></rPr><t>flow</t></r><rPh><t>x</t></rPh></si></sst>'
    const shared = (index: number): string => `<c t="s"><v>${index}</v></c>`
    const cells = rowWith({ reporter: shared(0), direction: shared(1) })
    const reading = await readRows([cells], { strings })
    expect(reading.parts[0]?.data).toMatchObject({ reporter: 'BE', direction: 'outflow' })
  })
})

describe('a number', () => {
  it.each([
    ['120000', '1.2E+5', 120_000],
    ['120000', '1.2E+05', 120_000],
    ['3', '2.9999999999999996', 3],
    ['0', '-0', 0],
    ['409', '409.0', 409],
  ])('is %s where the file stores %s', async (_, stored, value) => {
    expect(column(await readRows([rowWith({ value: `<c><v>${stored}</v></c>` })]), 'value')).toBe(
      value,
    )
  })

  it('that is no whole number is refused as it was entered, without noise', async () => {
    const reading = await readRows([rowWith({ value: 0.1 + 0.2 })])
    expect(reading.problems).toMatchObject([{ code: 'FILE_VALUE_WRONG', row: 2, value: '0.3' }])
  })
})

describe('a sheet', () => {
  const figures = sheetData([header, row])
  const other = sheetData([
    ['code', 'label'],
    ['A', 'B'],
  ])

  it('is the first visible one with a known header', async () => {
    const reading = await read({
      sheets: { 'How to': other, old: figures, Data: figures },
      sheetAttributes: { old: 'state="hidden"' },
    })
    expect(reading.sheet).toBe('Data')
    expect(reading.notes).toMatchObject([{ code: 'SHEETS_NOT_READ' }])
    expect(reading.notes[0]?.detail).toContain('"old"')
  })

  it('is read and told where only a hidden one has a known header', async () => {
    const reading = await read({
      sheets: { 'How to': other, old: figures },
      sheetAttributes: { old: 'state="veryHidden"' },
    })
    expect(reading).toMatchObject({ sheet: 'old', rowsRead: 1, notes: [{ code: 'HIDDEN_READ' }] })
  })

  it('can be named, and is refused with the names of the others where there is none of that name', async () => {
    const sheets = { Data: figures, Older: figures }
    expect(await read({ sheets }, { sheet: 'older' })).toMatchObject({ sheet: 'Older' })
    expect((await read({ sheets }, { sheet: 'Q3' })).problems).toEqual([
      {
        code: 'SHEET_UNKNOWN',
        detail: 'there is no sheet "Q3" in the workbook; there are "Data", "Older"',
      },
    ])
  })
})

describe('what a spreadsheet hides', () => {
  it('is checked too and told with its place', async () => {
    const data = sheetData([header, row, row, rowWith({ value: '1.5' }), row])
      .replace('<row r="3"', '<row r="3" hidden="1"')
      .replace('<row r="4"', '<row r="4" hidden="true"')
      .replace('<row r="5"', '<row r="5" ht="0" customHeight="1"')
    const reading = await read({
      sheets: { Q4: `<cols><col min="2" max="3" hidden="1"/></cols>${data}` },
    })
    expect(reading.notes).toEqual([
      {
        code: 'HIDDEN_READ',
        detail: 'sheet "Q4" has 3 hidden rows (3–5). They were checked too',
        row: 3,
      },
      {
        code: 'HIDDEN_READ',
        detail: 'sheet "Q4" has 2 hidden columns (B–C). They were checked too',
      },
    ])
    expect(reading.rowsRead).toBe(4)
    expect(told(reading)).toEqual(['FILE_VALUE_WRONG G4'])
  })
})

describe('a formula', () => {
  const formula = (value: string): string => `<c><f>SUM(A1:A2)</f>${value}</c>`

  it('is taken by its saved result, and all of them are counted', async () => {
    const cell = { value: formula('<v>12</v>') }
    const reading = await readRows([rowWith(cell), rowWith({ ...cell, period: '2015' })])
    expect(column(reading, 'value')).toBe(12)
    expect(reading.notes).toMatchObject([{ code: 'FORMULAS_READ' }])
    expect(reading.notes[0]?.detail).toContain('2 formulas')
  })

  it.each(['', '<v></v>', '<v/>'])(
    'without a saved result is a problem of its row: %s',
    async (value) => {
      expect(told(await readRows([row, rowWith({ value: formula(value) })]))).toEqual([
        'FORMULA_WITHOUT_VALUE G3',
      ])
    },
  )
})

describe('a cell that is not what somebody wrote', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d\\-mmm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'

  it('is a problem where it holds an error', async () => {
    const reading = await readRows([rowWith({ value: '<c t="e"><v>#REF!</v></c>' })])
    expect(reading.problems).toMatchObject([
      { code: 'CELL_ERROR', row: 2, column: 'G', header: 'value', value: '#REF!' },
    ])
  })

  it.each([1, 2])('is recognised where a code became a date of format %s', async (style) => {
    const reading = await readRows([rowWith({ age: `<c s="${style}"><v>46151</v></c>` })], {
      styles,
    })
    expect(reading.problems).toEqual([
      {
        code: 'CODE_BECAME_DATE',
        detail:
          'column F (age): the cell holds the date 9 May 2026; Excel makes a date of a code. Format the column as text, then write the age again: Y5T9 for "5-9"',
        row: 2,
        column: 'F',
        header: 'age',
        value: '2026-05-09',
      },
    ])
  })

  it('is recognised where a period became a date, also one counted from 1904', async () => {
    const cell = { period: '<c s="1"><v>40908</v></c>' }
    const reading = await readRows([rowWith(cell)], {
      styles,
      workbookPr: '<workbookPr date1904="1"/>',
    })
    expect(reading.problems[0]?.detail).toContain('the date 1 January 2016')
    expect(reading.problems[0]?.detail).toContain('the period again, such as 2016-01')
  })

  it('is recognised where the date was saved as text', async () => {
    expect(told(await readRows([rowWith({ age: '9-May' })]))).toEqual(['CODE_BECAME_DATE F2'])
  })

  it('is recognised where a code of the list lost its leading zero, and not where it is a code as it stands', async () => {
    const withOccupation = async (occupation: number): Promise<readonly string[]> => {
      const sheets = {
        Q4: sheetData([
          [...header, 'occupation'],
          [...row, occupation],
        ]),
      }
      return told(await read({ sheets })).filter((problem) => problem.startsWith('LEADING'))
    }
    expect(await withOccupation(110)).toEqual(['LEADING_ZERO_LOST I2'])
    expect(await withOccupation(1112)).toEqual([])
    expect(await withOccupation(9998)).toEqual([])
  })

  it('is recognised too where a mapping knows the codes of the office', async () => {
    const mapping: Mapping = {
      id: 'synthetic',
      title: 'synthetic',
      contract,
      columns: [
        {
          column: 'occupation',
          kind: 'from',
          from: 'ISCO',
          codes: [{ from: '0110', to: 'OC0110' }],
        },
        { column: 'value', kind: 'from', from: 'People' },
      ],
    }
    const sheet = sheetData([
      ['ISCO', 'People'],
      [110, 110],
      ['0110', 5],
    ])
    const bytes = rawWorkbook({ sheets: { Q4: sheet } })
    const { problems } = await readFile(bytes, { fileName: 'q4.xlsx', mapping })
    expect(problems.filter(({ code }) => code === 'LEADING_ZERO_LOST')).toMatchObject([
      { row: 2, column: 'A', header: 'ISCO', value: '110' },
    ])
  })

  it('is a problem of each row that a merged range covers', async () => {
    const data = sheetData([header, row, row, row])
    const reading = await read({
      sheets: {
        Q4: `${data}<mergeCells><mergeCell ref="G3:G4"/><mergeCell ref="Z1:Z9"/></mergeCells>`,
      },
    })
    expect(told(reading)).toEqual(['CELLS_MERGED G3', 'CELLS_MERGED G4'])
    expect(reading.problems[0]?.detail).toContain('G3:G4')
    expect(reading.rowsRead).toBe(3)
    expect(reading.parts[0]?.rowNumbers).toEqual([2])
  })

  it('is a problem of the header where its column has no name', async () => {
    expect(told(await readRows([[...row, 'who wrote this?']]))).toEqual(['FILE_COLUMN_UNKNOWN I1'])
  })
})
