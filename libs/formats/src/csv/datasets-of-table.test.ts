// SPDX-License-Identifier: Apache-2.0
import { readTable } from './read-table'
import { datasetsOfTable } from './datasets-of-table'
import type { TableReading } from './table-reading'

const contract = { name: 'migration-flow', version: '1.0.0' }
const header = 'reporter,direction,origin,destination,period,value,minimum_stay'
const line = 'BE,outflow,BE,DK,2016,409,P12M'
const csv = (...lines: readonly string[]): string => [header, ...lines, ''].join('\n')
const read = (text: string): TableReading => datasetsOfTable(readTable(text).table, { contract })
const told = (text: string): readonly string[] =>
  read(text).problems.map(({ code, row, detail }) => `${code} ${row}: ${detail}`)

describe('a file with the columns that it must have', () => {
  it('gets the totals and defaults of those that it leaves out', () => {
    const [part, ...others] = read(csv(line)).parts
    expect(others).toEqual([])
    expect(part).toMatchObject({
      contract,
      rowNumbers: [2],
      data: {
        definition: { minimumStay: 'P12M', population: 'all', source: 'not-stated' },
        rows: 1,
        reporter: 'BE',
        direction: 'outflow',
        period: '2016',
        sex: '_T',
        age: '_T',
        occupation: '_T',
        value: 409,
        valueStatus: 'value',
        obsStatus: 'A',
        confStatus: 'F',
      },
    })
    expect(part?.data).not.toHaveProperty('lower')
    expect(part?.data).not.toHaveProperty('unit')
    expect(part?.places).toMatchObject({
      value: { letter: 'F', header: 'value' },
      'definition.minimumStay': { letter: 'G', header: 'minimum_stay' },
    })
  })

  it('gets the default too where a field is empty', () => {
    const text = `${header},sex,source\n${line},,\n${line},F,survey\n`
    expect(read(text).parts).toMatchObject([
      { data: { sex: '_T', definition: { source: 'not-stated' } }, rowNumbers: [2] },
      { data: { sex: 'F', definition: { source: 'survey' } }, rowNumbers: [3] },
    ])
  })

  it('may have no value, which is not a zero', () => {
    const text = `${header},value_status\nBE,outflow,BE,DK,2016,,P12M,missing\n${line},value\nBE,outflow,BE,SE,2016,0,P12M,\n`
    expect(read(text).parts).toMatchObject([
      { data: { value: [null, 409, 0], valueStatus: ['missing', 'value', 'value'] } },
    ])
  })

  it('may have bounds in some rows only', () => {
    const text = `${header},value_status,lower,upper\n${line},,,\nBE,outflow,BE,SE,2016,,P12M,suppressed,1,4\n`
    expect(read(text).parts[0]?.data).toMatchObject({ lower: [null, 1], upper: [null, 4] })
  })

  it('may write a set of status in any way', () => {
    const text = `${header},obs_status\n${line},B D\nBE,outflow,BE,SE,2016,1,P12M,"E,P"\n`
    expect(read(text).parts[0]?.data).toMatchObject({ obsStatus: ['B D', 'E P'] })
  })
})

describe('the names of columns', () => {
  it.each([
    ['in capitals', header.toUpperCase()],
    ['as the contract writes them', header.replace('minimum_stay', 'minimumStay')],
    ['with spaces', header.replace('minimum_stay', 'Minimum stay')],
    [
      'by their concepts',
      'REPORTING_AREA,FLOW_DIRECTION,ORIGIN,DESTINATION,TIME_PERIOD,OBS_VALUE,MINIMUM_STAY',
    ],
  ])('may be written %s', (_, names) => {
    const [part] = read(`${names}\n${line}\n`).parts
    expect(part?.data).toEqual(read(csv(line)).parts[0]?.data)
  })

  it('may stand in any order', () => {
    const turned = (text: string): string => text.split(',').reverse().join(',')
    const [part] = read(`${turned(header)}\n${turned(line)}\n`).parts
    expect(part?.data).toEqual(read(csv(line)).parts[0]?.data)
    expect(part?.places['value']).toEqual({ letter: 'B', header: 'value' })
  })

  it('are told with what was probably meant, once', () => {
    expect(told(csv(line).replace('direction', 'directoin'))).toEqual([
      'FILE_COLUMN_UNKNOWN 1: column B: "directoin" is not known. Did you mean "direction"?',
    ])
  })

  it.each(['zzz', 'constructor', '__proto__'])('are told where nobody knows them: %s', (name) => {
    const [first, ...others] = told(`${header},${name}\n${line},1\n`)
    expect(first).toMatch(
      `FILE_COLUMN_UNKNOWN 1: column H: "${name}" is not known; known are reporter`,
    )
    expect(others).toEqual([])
  })

  it('are all told that are missing or stand there twice', () => {
    const text = 'reporter,origin,origin,destination,period,value\nBE,BE,BE,DK,2016,1\n'
    expect(told(text)).toEqual([
      'FILE_COLUMN_TWICE 1: column C (origin) stands there twice',
      'FILE_COLUMN_MISSING 1: column "direction" is missing',
      'FILE_COLUMN_MISSING 1: column "minimum_stay" is missing',
    ])
  })
})

describe('a value', () => {
  it('that is no whole number is told with its row, its column and what to do', () => {
    const text = csv(line, line.replace('409', '"1.204,5"'), '', line.replace('409', 'many'))
    expect(read(text).problems).toEqual([
      {
        code: 'FILE_VALUE_WRONG',
        detail:
          'column F (value): "1.204,5" is not a whole number; write 1204 without point or comma',
        row: 3,
        column: 'F',
        header: 'value',
        value: '1.204,5',
      },
      {
        code: 'FILE_VALUE_WRONG',
        detail: 'column F (value): "many" is not a whole number; write 1204 without point or comma',
        row: 5,
        column: 'F',
        header: 'value',
        value: 'many',
      },
    ])
    expect(read(text).parts[0]?.rowNumbers).toEqual([2])
  })

  it('that can be read in two ways is told, not guessed', () => {
    expect(told(csv(line.replace('409', '"1,204"')))).toEqual([
      'FILE_VALUE_AMBIGUOUS 2: column F (value): "1,204" can be 1204 or 1.204; write it without anything between its thousands',
    ])
  })

  it('may have spaces between thousands, which is told', () => {
    const { parts, notes } = read(csv(line.replace('409', '12 204'), line))
    expect(parts).toMatchObject([{ data: { value: [12_204, 409] } }])
    expect(notes).toEqual([
      {
        code: 'FILE_NUMBERS_RECOGNISED',
        detail: 'column F (value): numbers are written like "12 204"; we read that as 12204',
      },
    ])
  })

  it('is cut and made harmless before it is shown', () => {
    const { problems } = read(csv(line.replace('409', `\u001b[2J${'9'.repeat(100)}`)))
    expect(problems[0]?.value).toBe(`\\u001b[2J${'9'.repeat(36)}…`)
  })
})

describe('a field that must say something', () => {
  it('is told where it is empty', () => {
    expect(told(csv(line.replace('DK', '')))).toEqual([
      'FILE_VALUE_MISSING 2: column D (destination): the cell is empty',
    ])
  })
})

describe('figures that one dataset cannot hold', () => {
  it('are split after each 5,000 rows, in the order of the file', () => {
    const rows = Array.from({ length: 10_001 }, (_, i) => line.replace('409', String(i)))
    const { parts } = read(csv(...rows))
    expect(parts.map(({ data }) => data['rows'])).toEqual([5_000, 5_000, 1])
    expect(parts.flatMap(({ data }) => data['value'])).toEqual(rows.map((_, i) => i))
    expect(parts.flatMap(({ rowNumbers }) => rowNumbers)).toEqual(rows.map((_, i) => i + 2))
  })

  it('are split by how they were counted', () => {
    const permanent = line.replace('P12M', 'permanent')
    const { parts } = read(csv(line, permanent, line.replace('2016', '2015')))
    expect(parts).toMatchObject([
      { data: { definition: { minimumStay: 'P12M' } }, rowNumbers: [2, 4] },
      { data: { definition: { minimumStay: 'permanent' } }, rowNumbers: [3] },
    ])
  })
})

describe('a contract that carries no figures', () => {
  it('is refused', () => {
    const { table } = readTable(csv(line))
    expect(datasetsOfTable(table, { contract: { name: '__proto__', version: '1' } })).toMatchObject(
      {
        parts: [],
        problems: [{ code: 'CONTRACT_UNKNOWN' }],
      },
    )
  })
})

it('rows with a problem may be more than a call has arguments', () => {
  const rows = Array.from({ length: 150_000 }, () => `${line},OC1`)
  expect(read([`${header},occupation`, ...rows].join('\n')).problems).toHaveLength(150_000)
})
