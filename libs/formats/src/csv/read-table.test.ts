// SPDX-License-Identifier: Apache-2.0
import { readTable } from './read-table'

const columnsOf = (text: string): unknown =>
  readTable(text).table.columns.map(({ name, letter, cells }) => [letter, name, ...cells])

describe('the rows of a file', () => {
  it('have the numbers that the file shows, with empty lines and line ends in quotes counted', () => {
    const { table, rowsRead } = readTable('a,b\n1,2\n\n"x\ny",3\n\n4,5\n')
    expect(table.rowNumbers).toEqual([2, 4, 7])
    expect(table.headerRow).toBe(1)
    expect(rowsRead).toBe(3)
  })

  it('have the same numbers with the line ends of Windows', () => {
    expect(readTable('\r\na,b\r\n1,2\r\n\r\n"x\r\ny",3\r\n4,5').table).toMatchObject({
      headerRow: 2,
      rowNumbers: [3, 5, 7],
    })
  })

  it('are told where they have more or fewer fields than the header, and the others are read', () => {
    const { table, rowsRead, problems } = readTable('a,b\n1,2,3\n1\n1,2,,\n4,5\n')
    expect(table.rowNumbers).toEqual([4, 5])
    expect(rowsRead).toBe(4)
    expect(problems).toEqual([
      {
        code: 'FILE_ROW_BROKEN',
        detail: 'the row has 3 fields and the header has 2',
        row: 2,
        value: '1 2 3',
      },
      {
        code: 'FILE_ROW_BROKEN',
        detail: 'the row has 1 fields and the header has 2',
        row: 3,
        value: '1',
      },
    ])
  })

  it('are told where bytes of a cell are no text', () => {
    const { table, rowsRead, problems } = readTable('a,b\n1,Li\uFFFDge\n2,3\n')
    expect({ rows: table.rowNumbers, rowsRead }).toEqual({ rows: [3], rowsRead: 2 })
    expect(problems).toMatchObject([
      { code: 'FILE_ENCODING_WRONG', row: 2, column: 'B', header: 'b', value: 'Li\uFFFDge' },
    ])
  })

  it('end where a quotation mark is never closed', () => {
    const { rowsRead, problems } = readTable('a,b\n1,2\n"3,4\n5,6\n')
    expect(rowsRead).toBe(2)
    expect(problems).toMatchObject([{ code: 'FILE_UNREADABLE', row: 3 }])
  })

  it.each(['', '\n\n', 'a,b\n', ' , \n'])('are missing: %j', (text) => {
    expect(readTable(text).problems).toEqual([
      { code: 'FILE_UNREADABLE', detail: 'the file has no rows' },
    ])
  })
})

describe('the fields of a row', () => {
  const wanted = [
    ['A', 'a', '1', '4'],
    ['B', 'b', '2,5', '5'],
  ]

  it.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'upright strokes'],
  ])('are parted by what the file uses: %j', (sign, words) => {
    const text = `a${sign}b\n1${sign}2,5\n4${sign}5\n`
    expect(columnsOf(text)).toEqual(wanted)
    expect(readTable(text).notes).toEqual([
      {
        code: 'FILE_DELIMITER_RECOGNISED',
        detail: `the fields of a row are parted by ${words}; we read them so`,
      },
    ])
  })

  it('are parted by commas without a word', () => {
    expect(columnsOf('a,b\n1,"2,5"\n4,5\n')).toEqual(wanted)
    expect(readTable('a,b\n1,"2,5"\n').notes).toEqual([])
  })

  it('are parted by what a first line for Excel says', () => {
    expect(columnsOf('sep=;\na;b\n1;2,5\n4;5\n')).toEqual(wanted)
    expect(readTable('sep=;\na;b\n1;2\n').table).toMatchObject({ headerRow: 2, rowNumbers: [3] })
  })

  it('keep quotation marks that stand in the middle', () => {
    expect(columnsOf('a,b\n1,say "x" now\n')).toEqual([
      ['A', 'a', '1'],
      ['B', 'b', 'say "x" now'],
    ])
  })
})
