// SPDX-License-Identifier: Apache-2.0
import { rowsOf, type Definition, type FlowRow, type MigrationFlow } from '@corridor/contracts'
import fc from 'fast-check'
import { flowCsvColumns, readFlowCsv, writeFlowCsv } from './flow-csv'

const header = 'reporter,direction,origin,destination,period,value,minimum_stay'
const line = 'BE,outflow,BE,DK,2016,409,P12M'
const csv = (...lines: readonly string[]): string => [header, ...lines, ''].join('\n')

function messagesIn(text: string): readonly MigrationFlow[] {
  const read = readFlowCsv(text)
  if (!read.ok) throw new Error(read.refusal.detail)
  return read.value
}
function refusalOf(text: string): string {
  const read = readFlowCsv(text)
  return read.ok ? 'read' : `${read.refusal.code}: ${read.refusal.detail}`
}

describe('a file with the columns that it must have', () => {
  it('gets the totals and defaults of those it leaves out', () => {
    expect(messagesIn(csv(line))).toEqual([
      {
        definition: {
          minimumStay: 'P12M',
          population: 'all',
          source: flowCsvColumns['source']?.otherwise,
          partnerConcept: 'residence',
          eventConcept: 'not-stated',
          ageDefinition: 'not-stated',
          periodConvention: 'calendar',
        },
        classifications: { occupation: 'ISCO-08', sector: 'ISIC-4', education: 'ISCED-2011' },
        frequency: 'A',
        rows: 1,
        reporter: 'BE',
        direction: 'outflow',
        origin: 'BE',
        destination: 'DK',
        period: '2016',
        sex: '_T',
        age: '_T',
        occupation: '_T',
        sector: '_T',
        stay: '_T',
        education: '_T',
        value: 409,
        valueStatus: 'value',
        obsStatus: 'A',
        confStatus: 'F',
      },
    ])
  })

  it('gets the default too where a field is empty', () => {
    const text = `${header},sex,source\n${line},,\n${line},F,survey\n`
    const [first, second] = messagesIn(text)
    expect(first).toMatchObject({ sex: '_T' })
    expect(second).toMatchObject({ sex: 'F', definition: { source: 'survey' } })
  })

  it('may have no value, which is not a zero', () => {
    const text = `${header},value_status\nBE,outflow,BE,DK,2016,,P12M,missing\n${line},value\n`
    expect(messagesIn(text)).toMatchObject([
      { value: [null, 409], valueStatus: ['missing', 'value'] },
    ])
  })
})

describe('a file as programs write it', () => {
  const plain = messagesIn(csv(line, line.replace('2016', '2015')))

  it.each([
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
    ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with every field in quotes', (text: string) => text.replace(/[^,\n]+/g, '"$&"')],
    ['with spaces around its fields', (text: string) => text.replaceAll(',', ' , ')],
    ['with column names in capitals', (text: string) => text.replace(header, header.toUpperCase())],
    ['with empty lines', (text: string) => text.replaceAll('\n', '\n\n')],
    ['without a line end at its end', (text: string) => text.trimEnd()],
  ])('is read the same %s', (_, written) => {
    expect(messagesIn(written(csv(line, line.replace('2016', '2015'))))).toEqual(plain)
  })

  it('may have its columns in any order', () => {
    const turned = (text: string): string => text.split(',').reverse().join(',')
    expect(messagesIn(`${turned(header)}\n${turned(line)}\n`)).toEqual(messagesIn(csv(line)))
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['nothing is in it', '', 'FILE_UNREADABLE: the file has no rows'],
    ['it has a header only', csv(), 'FILE_UNREADABLE: the file has no rows'],
    [
      'a column is missing',
      csv(line).replace('minimum_stay', 'sex'),
      'FILE_COLUMN_MISSING: row 1: column "minimum_stay" (P12M, P3M … or permanent) is missing',
    ],
    [
      'a column stands there twice',
      `${header},value\n${line},410\n`,
      'FILE_UNREADABLE: row 1: column "value" stands there twice',
    ],
  ])('is refused where %s', (_, text, refusal) => {
    expect(refusalOf(text)).toBe(refusal)
  })

  it.each(['valeu', 'constructor', '__proto__'])(
    'is refused where the column %s is unknown',
    (name) => {
      expect(refusalOf(`${header},${name}\n${line},1\n`)).toContain(
        `FILE_COLUMN_UNKNOWN: row 1: column "${name}" is not known; known are reporter, direction`,
      )
    },
  )

  it('is refused where its fields are parted by semicolons', () => {
    expect(refusalOf(csv(line).replaceAll(',', ';'))).toMatch(/^FILE_COLUMN_UNKNOWN/)
  })

  it.each([`${line},1`, 'BE,outflow', '"BE,outflow'])(
    'is refused where a row is no row of its table: %s',
    (broken) => {
      expect(refusalOf(csv(line, broken))).toMatch(/^FILE_UNREADABLE: the file is not CSV/)
    },
  )
})

describe('a value', () => {
  it.each(['1,5', '1.5', '1 204', '-3', '1e3', 'n/a', '1'.repeat(16)])(
    'is refused where it is no whole number: %s',
    (value) => {
      expect(refusalOf(csv(line.replace('409', `"${value}"`)))).toBe(
        `FILE_VALUE_WRONG: row 2, column value: "${value}" is not a whole number; write 1204 without point or comma`,
      )
    },
  )

  it('with a decimal comma is refused too where no quotes keep it together', () => {
    expect(refusalOf(csv(line.replace('409', '1,5')))).toMatch(/^FILE_UNREADABLE/)
  })

  it('is refused with the number of its row in the file, empty lines counted', () => {
    const wrong = line.replace('409', 'many')
    expect(refusalOf(csv(line, line, wrong))).toContain('row 4, column value')
    expect(refusalOf(csv(line, '', '', wrong))).toContain('row 5, column value')
  })
})

describe('figures that one message cannot hold', () => {
  it('are split after each 5,000 rows, in the order of the file', () => {
    const years = Array.from({ length: 10_001 }, (_, i) => line.replace('409', String(i)))
    const messages = messagesIn(csv(...years))
    expect(messages.map(({ rows }) => rows)).toEqual([5_000, 5_000, 1])
    const values = messages.flatMap((flow) => [...rowsOf(flow)].map(({ value }) => value))
    expect(values).toEqual(years.map((_, i) => i))
  })

  it('are split by how they were counted', () => {
    const permanent = line.replace('P12M', 'permanent')
    const messages = messagesIn(csv(line, permanent, line.replace('2016', '2015')))
    expect(messages.map(({ definition, rows }) => [definition.minimumStay, rows])).toEqual([
      ['P12M', 2],
      ['permanent', 1],
    ])
  })
})

describe('figures written to a file', () => {
  const someDefinition: fc.Arbitrary<Definition> = fc.record({
    minimumStay: fc.constantFrom('P12M', 'P3M', 'permanent'),
    population: fc.constantFrom('all', 'nationals', 'workers'),
    source: fc.constantFrom('register', 'survey', 'mirror'),
    partnerConcept: fc.constantFrom('residence', 'citizenship'),
    eventConcept: fc.constantFrom('registration', 'border-crossing'),
    ageDefinition: fc.constantFrom('completed', 'reached'),
    periodConvention: fc.constantFrom('calendar', 'fiscal'),
  })
  const someValue = fc.oneof(
    fc.record({ value: fc.nat(), valueStatus: fc.constant('value' as const) }),
    fc.record({
      value: fc.constant(null),
      valueStatus: fc.constantFrom('suppressed' as const, 'missing' as const),
    }),
  )
  const someCodes = fc.record({
    reporter: fc.constantFrom('BE', 'DK'),
    direction: fc.constantFrom('inflow' as const, 'outflow' as const),
    origin: fc.constantFrom('BE', 'DK'),
    destination: fc.constantFrom('SE', 'FI'),
    period: fc.constantFrom('2016', '2016-Q1', '2016-12'),
    sex: fc.constantFrom('_T', 'F'),
    age: fc.constantFrom('_T', 'Y15T19'),
    occupation: fc.constantFrom('_T', 'OC1'),
    sector: fc.constantFrom('_T', 'A'),
    stay: fc.constantFrom('_T', 'LONG'),
    education: fc.constantFrom('_T', 'ED6'),
    obsStatus: fc.constantFrom('A', 'B P'),
    confStatus: fc.constantFrom('F', 'C'),
  })
  const someRow = fc
    .tuple(someCodes, someValue)
    .map(([codes, value]): FlowRow => ({ ...codes, ...value, lower: null, upper: null }))

  it('are read again as they were', () => {
    fc.assert(
      fc.property(fc.array(someRow, { minLength: 1 }), someDefinition, (rows, definition) => {
        const [message, ...others] = messagesIn(writeFlowCsv(rows, definition))
        expect(others).toEqual([])
        expect(message?.definition).toEqual(definition)
        expect(message && [...rowsOf(message)]).toEqual(rows)
      }),
    )
  })
})
