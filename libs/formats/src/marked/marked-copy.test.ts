// SPDX-License-Identifier: Apache-2.0
import { rawWorkbook, sheetData } from '@corridor/testing'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { datasetsOfTable } from '../csv/datasets-of-table'
import { readTable } from '../csv/read-table'
import type { FileReading } from '../reading/file-reading'
import { openWorkbook } from '../xlsx/open-workbook'
import { readXlsx } from '../xlsx/read-xlsx'
import { walkSheet, type SheetCell } from '../xlsx/walk-sheet'
import { markedCopy } from './marked-copy'
import type { MarkedProblem } from './marked-problem'
import { problemsCsv } from './problems-csv'

const contract = { name: 'migration-flow', version: '1.0.0' }
const problem = (more: Partial<MarkedProblem>): MarkedProblem => ({
  code: 'CODE_UNKNOWN',
  number: 'E201',
  level: 'error',
  message: 'code "XX" is not in CL_AREA',
  fix: 'Use a code of the list.',
  ...more,
})

async function copyOf(original: Uint8Array, problems: readonly MarkedProblem[]): Promise<Buffer> {
  const copy = await markedCopy(original, problems)
  if (!copy.ok) throw new Error(copy.refusal.detail)
  return Buffer.from(copy.value)
}

describe('the marked copy of a CSV', () => {
  it('says beside each row what is wrong with it, and nothing beside the others', async () => {
    const csv = 'origin,value\nBE,1\nXX,2\n\nXX,many'
    const copy = await copyOf(Buffer.from(csv), [
      problem({ row: 3, column: 'A', field: 'origin' }),
      problem({ row: 5, column: 'A', field: 'origin' }),
      problem({
        row: 5,
        column: 'B',
        number: 'E110',
        message: '"many" is not a whole number',
        fix: 'Write 1204.',
      }),
    ])
    const told = 'E201 column A (origin): code ""XX"" is not in CL_AREA. Use a code of the list.'
    expect(copy.toString()).toBe(
      [
        'origin,value,corridor_problem',
        'BE,1,',
        `XX,2,"${told}"`,
        '',
        `XX,many,"${told} | E110 column B: ""many"" is not a whole number. Write 1204."`,
      ].join('\n'),
    )
  })

  it('tells problems of the header and of the whole file beside its first row', async () => {
    const problems = [
      problem({ message: 'a column is missing' }),
      problem({ row: 1, message: 'not known' }),
    ]
    const copy = await copyOf(Buffer.from('origin\nBE\nDK\n'), problems)
    expect(copy.toString()).toBe(
      'origin,corridor_problem\nBE,"E201 a column is missing. Use a code of the list. | E201 not known. Use a code of the list."\nDK,\n',
    )
  })

  it.each([
    ['utf-8 with a byte order mark', 'utf-8', '\uFEFF'],
    ['utf-16le', 'utf-16le', '\uFEFF'],
    ['utf-16be', 'utf-16be', '\uFEFF'],
    ['windows-1256', 'windows-1256', ''],
  ])('keeps its encoding, delimiter and line ends: %s', async (_, encoding, mark) => {
    const lines = ['بلد;العدد', '"القاهرة; ""القديمة""";1', '"سطر\r\nثان";2', 'القاهرة;3', '']
    const original = iconv.encode(mark + lines.join('\r\n'), encoding)
    const copy = await copyOf(original, [problem({ row: 5, message: 'القاهرة', fix: '' })])
    const wanted = [
      `${lines[0]};corridor_problem`,
      `${lines[1]};`,
      `${lines[2]};`,
      `${lines[3]};"E201 القاهرة."`,
      '',
    ]
    expect(iconv.decode(copy, encoding, { stripBOM: false })).toBe(mark + wanted.join('\r\n'))
  })

  it('is read like the file that it is a copy of', async () => {
    const csv =
      'reporter,direction,origin,destination,period,value,minimum_stay\nBE,outflow,BE,DK,2016,409,P12M\n'
    const copy = await copyOf(Buffer.from(csv), [problem({ row: 2 })])
    const read = (text: string): unknown => datasetsOfTable(readTable(text).table, { contract })
    expect(read(copy.toString())).toEqual(read(csv))
  })

  it('has every byte of the file in its order, whatever is in it', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ';', ' ', '=') })
    await fc.assert(
      fc.asyncProperty(text, fc.nat(5), async (content, row) => {
        const original = Buffer.from(content)
        const copy = await copyOf(original, [problem({ row, message: 'x', fix: 'y' })])
        expect(isSubsequence(original, copy)).toBe(true)
      }),
    )
  })
})

describe('the marked copy of a workbook', () => {
  const header = [
    'reporter',
    'direction',
    'origin',
    'destination',
    'period',
    'value',
    'minimum_stay',
    'source',
  ]
  const rows = [
    ['Emigrants'],
    header,
    ['BE', 'outflow', 'BE', 'XX', '2016', '<c><f>400+9</f><v>409</v></c>', 'P12M', '=cmd|calc'],
    ['BE', 'outflow', 'BE', 'DK', '2015', 1.5, 'P12M', '+1'],
  ]
  const original = rawWorkbook({ sheets: { Q4: sheetData(rows), Codes: sheetData([['A', 1]]) } })
  const problems = [
    problem({ sheet: 'Q4', row: 3, column: 'D', field: 'destination', value: 'XX' }),
    problem({ sheet: 'Q4', row: 4, column: 'F', field: 'value', level: 'warning' }),
    problem({ sheet: 'Q4', row: 7, message: 'a row is missing' }),
  ]

  it('has the same cells, a column of problems and a sheet of them', async () => {
    const sheets = await cellsOf(await copyOf(original, problems))
    expect(Object.keys(sheets)).toEqual(['Q4', 'Codes', 'Corridor problems'])
    const { Q4 = new Map<string, SheetCell>() } = sheets
    expect(Q4.get('2:9')?.text).toBe('corridor_problem')
    expect(Q4.get('3:9')?.text).toBe(
      'E201 column D (destination): code "XX" is not in CL_AREA. Use a code of the list.',
    )
    expect(Q4.get('7:9')?.text).toContain('a row is missing')
    const own = [...Q4.values()].filter(({ column }) => column < 9)
    expect(own).toHaveLength(1 + header.length * 3)
    expect(Q4.get('4:6')).toMatchObject({ kind: 'number', text: '1.5' })
    expect(sheets['Corridor problems']?.size).toBeGreaterThan(20)
  })

  it('has no formula, and text that begins like one is text', async () => {
    const { Q4 } = await cellsOf(await copyOf(original, problems))
    expect([...(Q4?.values() ?? [])].filter(({ formula }) => formula)).toEqual([])
    expect(Q4?.get('3:6')).toMatchObject({ kind: 'number', text: '409' })
    expect(Q4?.get('3:8')).toMatchObject({ kind: 'text', text: '=cmd|calc' })
    expect(Q4?.get('4:8')).toMatchObject({ kind: 'text', text: '+1' })
  })

  it('can be corrected and sent as it is, and marked again', async () => {
    const corrections = new Map<unknown, string | number>([
      ['XX', 'DK'],
      [1.5, 1],
    ])
    const good = rows.map((row) => row.map((cell) => corrections.get(cell) ?? cell))
    const corrected = rawWorkbook({ sheets: { Q4: sheetData(good) } })
    const read = (bytes: Uint8Array): Promise<FileReading> => readXlsx(bytes, { contract })
    const copy = await copyOf(await copyOf(corrected, problems), problems.slice(0, 1))
    const { parts, problems: found } = await read(copy)
    expect(found).toEqual([])
    expect(parts).toEqual((await read(corrected)).parts)
  })

  it('is refused where the workbook cannot be read', async () => {
    expect(await markedCopy(original.subarray(0, 500), problems)).toMatchObject({
      ok: false,
      refusal: { code: 'FILE_UNREADABLE' },
    })
  })
})

describe('the list of problems', () => {
  it('opens in a spreadsheet: a byte order mark, quotes, and nothing that runs', () => {
    const listed = problemsCsv([
      problem({ sheet: 'Q4', row: 3, column: 'D', value: '=HYPERLINK("x")', rows: 2 }),
      problem({ value: '-5', message: '+a', fix: '@b' }),
    ])
    expect(listed).toBe(
      '\uFEFFlevel,number,code,sheet,row,column,field,value,rows,message,fix\r\n' +
        `error,E201,CODE_UNKNOWN,Q4,3,D,,"'=HYPERLINK(""x"")",2,"code ""XX"" is not in CL_AREA",Use a code of the list.\r\n` +
        `error,E201,CODE_UNKNOWN,,,,,'-5,,'+a,'@b\r\n`,
    )
  })
})

async function cellsOf(bytes: Buffer): Promise<Record<string, Map<string, SheetCell>>> {
  const workbook = await openWorkbook(bytes)
  const found: Record<string, Map<string, SheetCell>> = {}
  for (const sheet of workbook.sheets) {
    const cells = new Map<string, SheetCell>()
    await walkSheet(workbook, sheet, {
      cell: (cell) => cells.set(`${cell.row}:${cell.column}`, cell),
    })
    found[sheet.name] = cells
  }
  return found
}

function isSubsequence(part: Buffer, whole: Buffer): boolean {
  let at = 0
  for (const byte of whole) if (byte === part[at]) at++
  return at === part.length
}
