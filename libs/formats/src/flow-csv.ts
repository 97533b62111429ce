// SPDX-License-Identifier: Apache-2.0
import { toColumns, type FlowRow, type MigrationFlow } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { CsvError, parse } from 'csv-parse/sync'

/** Columns of the project's CSV: one row a figure. Those with a default may be left out. */
export const flowCsvColumns: Readonly<
  Record<string, { readonly about: string; readonly otherwise?: string }>
> = {
  reporter: { about: 'the state that reports' },
  direction: { about: 'inflow (counted by the destination) or outflow (counted by the origin)' },
  origin: { about: 'where from' },
  destination: { about: 'where to' },
  period: { about: '2016, 2016-Q1 or 2016-01' },
  sex: { about: 'CL_SEX', otherwise: '_T' },
  age: { about: 'CL_AGE', otherwise: '_T' },
  occupation: { about: 'CL_OCCUPATION (ISCO-08)', otherwise: '_T' },
  sector: { about: 'CL_ACTIVITY_ISIC4', otherwise: '_T' },
  stay: { about: 'CL_STAY', otherwise: '_T' },
  education: { about: 'CL_ISCED11', otherwise: '_T' },
  value: { about: 'persons; empty where the status is not "value"' },
  value_status: { about: 'value, suppressed, missing or not-applicable', otherwise: 'value' },
  obs_status: { about: 'CL_OBS_STATUS, several with a space', otherwise: 'A' },
  conf_status: { about: 'CL_CONF_STATUS', otherwise: 'F' },
  minimum_stay: { about: 'P12M, P3M … or permanent' },
  population: { about: 'all, nationals, non-nationals or workers', otherwise: 'all' },
  source: {
    about: 'register, survey, census, permit, border, mirror or not-stated',
    otherwise: 'not-stated',
  },
  partner_concept: { about: 'residence, citizenship or birth', otherwise: 'residence' },
  event_concept: { about: 'registration, permit-issued …', otherwise: 'not-stated' },
  age_definition: { about: 'completed, reached or not-stated', otherwise: 'not-stated' },
  period_convention: { about: 'calendar or fiscal', otherwise: 'calendar' },
}

/** A row as it stands in the file, with the number of its line. */
interface Line {
  readonly number: number
  readonly fields: Readonly<Record<string, string>>
}

/** Messages hold at most this many figures. */
const rowsPerMessage = 5_000

/**
 * Reads the project's CSV into the figures of messages: one message for each definition record and at most 5,000 rows.
 * Row numbers in refusals are those of the file, empty lines counted, the header being row 1.
 */
export function readFlowCsv(text: string): Outcome<readonly MigrationFlow[]> {
  const lines = readLines(text)
  if (!lines.ok) return lines
  const groups = new Map<string, FlowRow[]>()
  for (const line of lines.value) {
    const row = readRow(line)
    if (!row.ok) return row
    const key = JSON.stringify(row.value.definition)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row.value.row])
    else group.push(row.value.row)
  }
  return accept(
    [...groups].flatMap(([key, rows]) =>
      messagesOf(JSON.parse(key) as MigrationFlow['definition'], rows),
    ),
  )
}

function messagesOf(
  definition: MigrationFlow['definition'],
  rows: readonly FlowRow[],
): readonly MigrationFlow[] {
  const messages: MigrationFlow[] = []
  for (let from = 0; from < rows.length; from += rowsPerMessage)
    messages.push(toColumns(definition, rows.slice(from, from + rowsPerMessage)))
  return messages
}

function readLines(text: string): Outcome<readonly Line[]> {
  let header: readonly string[] = []
  try {
    const records = parse(text, {
      bom: true,
      columns: (names: string[]) => {
        const written = names.map((name) => name.trim().toLowerCase())
        header = written
        return written
      },
      info: true,
      skip_empty_lines: true,
      trim: true,
    })
    if (records.length === 0) return refuse('FILE_UNREADABLE', 'the file has no rows')
    // The parser's types do not follow its options: with `columns` and `info` a record is this.
    const numbered = records as unknown as readonly Numbered[]
    return (
      checkHeader(header) ??
      accept(numbered.map(({ record, info }) => ({ number: info.lines, fields: record })))
    )
  } catch (error) {
    if (error instanceof CsvError)
      return refuse('FILE_UNREADABLE', `the file is not CSV: ${error.message}`)
    throw error
  }
}

interface Numbered {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number }
}

function checkHeader(names: readonly string[]): Outcome<never> | null {
  const unknown = names.find((name) => !Object.hasOwn(flowCsvColumns, name))
  if (unknown !== undefined) {
    return refuse(
      'FILE_COLUMN_UNKNOWN',
      `row 1: column "${unknown}" is not known; known are ${Object.keys(flowCsvColumns).join(', ')}`,
    )
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined)
    return refuse('FILE_UNREADABLE', `row 1: column "${twice}" stands there twice`)
  const missing = Object.entries(flowCsvColumns).find(
    ([name, { otherwise }]) => otherwise === undefined && !names.includes(name),
  )
  return missing === undefined
    ? null
    : refuse(
        'FILE_COLUMN_MISSING',
        `row 1: column "${missing[0]}" (${missing[1].about}) is missing`,
      )
}

function readRow({
  number,
  fields,
}: Line): Outcome<{ definition: MigrationFlow['definition']; row: FlowRow }> {
  const field = (name: string): string => {
    const text = fields[name] ?? ''
    return text === '' ? (flowCsvColumns[name]?.otherwise ?? '') : text
  }
  const value = field('value')
  if (!/^\d{0,15}$/.test(value)) {
    return refuse(
      'FILE_VALUE_WRONG',
      `row ${String(number)}, column value: "${value.slice(0, 40)}" is not a whole number; write 1204 without point or comma`,
    )
  }
  const definition = {
    minimumStay: field('minimum_stay'),
    population: field('population'),
    source: field('source'),
    partnerConcept: field('partner_concept'),
    eventConcept: field('event_concept'),
    ageDefinition: field('age_definition'),
    periodConvention: field('period_convention'),
  }
  const row = {
    reporter: field('reporter'),
    direction: field('direction'),
    origin: field('origin'),
    destination: field('destination'),
    period: field('period'),
    sex: field('sex'),
    age: field('age'),
    occupation: field('occupation'),
    sector: field('sector'),
    stay: field('stay'),
    education: field('education'),
    value: value === '' ? null : Number(value),
    valueStatus: field('value_status'),
    lower: null,
    upper: null,
    obsStatus: field('obs_status'),
    confStatus: field('conf_status'),
  }
  // Still to be judged by the contract, which every message meets before it is sealed.
  return accept({ definition: definition as MigrationFlow['definition'], row: row as FlowRow })
}

/** Writes figures as the project's CSV. Text that a spreadsheet would run as a formula cannot occur: every field is a code or a number. */
export function writeFlowCsv(rows: Iterable<object>, definition: object): string {
  const names = Object.keys(flowCsvColumns)
  const camel = (name: string): string =>
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const lines = [...rows].map((row) => {
    const all = new Map<string, unknown>(Object.entries({ ...definition, ...row }))
    return names.map((name) => fieldText(all.get(camel(name)))).join(',')
  })
  return [names.join(','), ...lines, ''].join('\n')
}

function fieldText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
