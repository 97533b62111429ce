// SPDX-License-Identifier: Apache-2.0
import type { FileReading } from '../reading/file-reading'
import { readFile } from '../reading/read-file'

const dimensions =
  'REPORTING_AREA,FLOW_DIRECTION,ORIGIN,DESTINATION,TIME_PERIOD,SEX,AGE,OCCUPATION,ACTIVITY,STAY'
const id = 'CORRIDOR:CORRIDOR_MIGRATION_FLOW(1.0.0)'
const key = 'BE,outflow,BE,DK,2016,_T,_T,_T,_T,_T'
const header = `STRUCTURE,STRUCTURE_ID,ACTION,${dimensions},OBS_VALUE,OBS_STATUS,CONF_STATUS,MINIMUM_STAY`
const row = (action: string, value: string, status = ','): string =>
  `datastructure,${id},${action},${key},${value},${status},P12M`

const read = (...lines: readonly string[]): Promise<FileReading> =>
  readFile(Buffer.from(`${lines.join('\n')}\n`), { fileName: 'figures.csv' })
const told = ({ problems }: FileReading): readonly string[] =>
  problems.map(({ code, row: at, detail }) => `${code} ${at}: ${detail}`)

describe('an action', () => {
  it.each(['', 'I', 'A', 'M', 'R', 'Append', 'replace'])(
    'gives a whole figure: "%s"',
    async (action) => {
      const reading = await read(header, row(action, '409'))
      expect(reading.problems).toEqual([])
      expect(reading.parts).toMatchObject([
        { data: { value: 409, valueStatus: 'value' }, rowNumbers: [2] },
      ])
    },
  )

  it.each([
    ['with nothing', ''],
    ['with a dash', '-'],
  ])('takes a figure back %s in the place of the value', async (_, value) => {
    const reading = await read(header, row('D', value))
    expect(reading.parts).toMatchObject([{ data: { value: null, valueStatus: 'retracted' } }])
  })

  it.each([
    ['', 'any destination'],
    ['*', 'any destination'],
    ['~', 'any destination'],
  ])('that takes many figures back at once is refused: "%s"', async (open, words) => {
    const reading = await read(header, row('D', '').replace(',DK,', `,${open},`))
    expect(told(reading)).toEqual([
      `FILE_ACTION_WRONG 2: the row takes back every figure of ${words}; name each cell in a row of its own`,
    ])
    expect(reading.parts).toEqual([])
  })

  it('that takes an attribute alone back is refused', async () => {
    expect(told(await read(header, row('D', '', '-,')))).toEqual([
      'FILE_ACTION_WRONG 2: the row takes back obs_status alone; send the whole figure again without it',
    ])
  })

  it.each(['M', 'A'])('that adds to a figure without giving it is refused: %s', async (action) => {
    expect(told(await read(header, row(action, '', 'B,F')))).toEqual([
      'FILE_ACTION_WRONG 2: the row adds to a figure and does not give it; send the whole figure',
    ])
  })

  it('that is none is refused', async () => {
    expect(told(await read(header, row('X', '1')))).toEqual([
      'FILE_ACTION_WRONG 2: the action "X" is not known; known are I, A, M, R and D',
    ])
  })

  it('on a row about no figure is refused', async () => {
    expect(told(await read(header, row('M', '1').replace(',DK,', `,~,`)))).toEqual([
      'FILE_ACTION_WRONG 2: the row is about no figure, for destination is switched off; put what it says into the rows of the figures',
    ])
  })
})

describe('a figure that is not there', () => {
  it.each([
    ['NaN', 'A,F', 'missing'],
    ['', 'A,F', 'missing'],
    ['NaN', 'U,F', 'missing'],
    ['NaN', 'Q,F', 'suppressed'],
    ['NaN', 'A,C', 'suppressed'],
    ['NaN', 'B,c', 'suppressed'],
    ['NaN', 'M,F', 'not-applicable'],
    ['NaN', '#N/A,#N/A', 'missing'],
  ])('says why: "%s" with %s is %s', async (value, rest, status) => {
    const reading = await read(header, row('R', value, rest))
    expect(reading.parts).toMatchObject([{ data: { value: null, valueStatus: status } }])
  })
})

describe('status', () => {
  it.each(['B D', 'BD', 'bd', 'B;D', 'db'])(
    'is a set however it is written: %s',
    async (status) => {
      const reading = await read(header, row('R', '1', `${status},F`))
      expect(String(reading.parts[0]?.data['obsStatus']).split(' ').sort()).toEqual(['B', 'D'])
    },
  )

  it('of letters that nobody knows is told', async () => {
    expect(told(await read(header, row('R', '1', 'bq,F')))).toEqual([
      'FILE_FLAG_UNKNOWN 2: a letter of "bq" is no flag that is known',
    ])
  })
})

describe('a period', () => {
  it.each([
    ['2016-A1', '2016', 'A'],
    ['2016-M07', '2016-07', 'M'],
    ['2016-Q3', '2016-Q3', 'Q'],
    ['2016-S2', '2016-S2', 'S'],
  ])('is read as contracts write it: %s', async (written, period, frequency) => {
    const reading = await read(header, row('R', '1').replace(',2016,', `,${written},`))
    expect(reading.parts).toMatchObject([{ data: { period, frequency } }])
  })

  it('may be a day that ends it, where the frequency is said', async () => {
    const day = row('R', '1').replace(',2016,', `,2016-12-31,`)
    const reading = await read(`${header},FREQ`, `${day},A`)
    expect(reading.parts).toMatchObject([{ data: { period: '2016', frequency: 'A' } }])
  })
})

describe('a message', () => {
  it('of several structures becomes several parts, in the order of the file', async () => {
    const stocks = 'CORRIDOR:CORRIDOR_LABOUR_MARKET(1.0.0)'
    const head = `STRUCTURE,STRUCTURE_ID,ACTION,REPORTING_AREA,FLOW_DIRECTION,ORIGIN,DESTINATION,LABOUR_INDICATOR,DATA_BASIS,SCENARIO,CITIZENSHIP_GROUP,TIME_PERIOD,SEX,AGE,EDUCATION_LEV,OCCUPATION,ACTIVITY,STATUS_IN_EMPLOYMENT,STAY,OBS_VALUE,MINIMUM_STAY`
    const reading = await read(
      head,
      `datastructure,${stocks},R,BE,,,,EMP,observed,_Z,_T,2016,_T,_T,_T,_T,_T,_T,,4600000,`,
      `datastructure,${id},R,BE,outflow,BE,DK,,,,,2016,_T,_T,,_T,_T,,_T,409,P12M`,
      `datastructure,${stocks},R,BE,,,,UNE,observed,_Z,_T,2016,_T,_T,_T,_T,_T,_T,,390000,`,
    )
    expect(reading.problems).toEqual([])
    expect(reading.parts).toMatchObject([
      {
        contract: { name: 'labour-market' },
        data: { indicator: ['EMP', 'UNE'] },
        rowNumbers: [2, 4],
      },
      { contract: { name: 'migration-flow' }, data: { value: 409 }, rowNumbers: [3] },
    ])
  })

  it('may be parted by semicolons and name its components and codes', async () => {
    const named =
      'STRUCTURE[|];STRUCTURE_ID;ACTION;REPORTING_AREA: Reporting area;FLOW_DIRECTION: Direction;ORIGIN: Origin;DESTINATION: Destination;TIME_PERIOD: Period;SEX: Sex;AGE: Age;OCCUPATION: Occupation;ACTIVITY: Activity;STAY: Stay;OBS_VALUE: Observation;OBS_STATUS[]: Status;MINIMUM_STAY'
    const reading = await read(
      named,
      `datastructure;${id}: Flows;R;BE: Belgium;outflow: Out;BE: Belgium;DK: Denmark;2016;_T: Total;_T: Total;_T: Total;_T: Total;_T: Total;409;B: Break|D: Definition differs;P12M`,
    )
    expect(reading.problems).toEqual([])
    expect(reading.parts).toMatchObject([
      { data: { destination: 'DK', value: 409, obsStatus: 'B D' } },
    ])
  })

  it('leaves keys and columns of others out, and says so of the latter', async () => {
    const reading = await read(
      `${header.replace('ACTION', 'ACTION,SERIES_KEY,OBS_KEY')},UPDATED`,
      `${row('R,BE.x,BE.x.2016', '409', ',')},2026-01-01`,
    )
    expect(reading.parts).toMatchObject([{ data: { value: 409 } }])
    expect(reading.notes).toMatchObject([
      {
        code: 'FILE_COLUMNS_LEFT_OUT',
        detail: 'columns that no structure has were left out: T (UPDATED)',
      },
    ])
  })

  it('has a slip of the pen in an id told, and nothing of it taken', async () => {
    const reading = await read(header.replace('OBS_STATUS', 'OBS_STAUS'), row('R', '409', 'B,F'))
    expect(told(reading)).toEqual([
      'FILE_COLUMN_UNKNOWN 1: column O: "OBS_STAUS" is not known. Did you mean "OBS_STATUS"?',
    ])
    expect(reading.parts).toEqual([])
  })

  it('must name every dimension', async () => {
    const reading = await read(
      header.replace('SEX,', ''),
      row('R', '409', ',').replace('2016,_T', '2016'),
    )
    expect(told(reading)).toEqual(['FILE_COLUMN_MISSING 1: column "sex" is missing'])
  })
})
