// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, dimensionOf, structure, type Cell as Code } from '@corridor/contracts'
import { newestOf, rowsOfQuery, type AcceptedDataset, type Tx } from '@corridor/platform'
import { breakdownOf, cellKey, type Cell, type CellStatement } from '../domain/cell'
import { keepRows, rowsInSql } from './keep-rows'

/**
 * Keeps the newest statement of each cell of messages, in the order of their positions, and gives the cells that they change: an older
 * message that comes later changes nothing. A contract of which the two sides do not report the same event is not kept.
 */
export async function keepStatements(
  tx: Tx,
  datasets: readonly AcceptedDataset[],
): Promise<readonly Cell[]> {
  const kept = datasets.filter(({ contract }) => breakdownOf(contract) !== undefined)
  if (kept.length === 0) return []
  const counted = kept.map(newestOf)
  await tx.query(
    `update dataset set definition = how.definition, classifications = how.classifications
     from unnest($1::bigint[], $2::jsonb[], $3::jsonb[]) as how (position, definition, classifications)
     where dataset.position = how.position`,
    [
      kept.map(({ position }) => position),
      counted.map(({ definition }) => JSON.stringify(definition)),
      counted.map(({ classifications }) => JSON.stringify(classifications ?? {})),
    ],
  )
  const rows = newestRows(kept.map(statedIn))
  const stated = columns.map(([name, type, of]) => ({ name, type, values: rows.map(of) }))
  const written = await keepRows(tx, { table: 'statement', key, newest: 'position' }, stated)
  return written.flatMap((place) => rows[place - 1] ?? [])
}

// Of a cell that several of the messages speak of, the last one counts: the database takes each cell once.
function newestRows(messages: readonly (readonly Stated[])[]): readonly Stated[] {
  const [only] = messages
  if (messages.length === 1 && only !== undefined) return only
  const last = new Map<string, Stated>()
  for (const one of messages.flat()) last.set(`${cellKey(one)}|${String(one.direction)}`, one)
  return [...last.values()]
}

/** A statement as a message makes it. */
interface Stated extends Cell {
  readonly position: number
  readonly direction: Code
  readonly reporter: Code
  readonly value: Code
  readonly valueStatus: Code
  readonly lower: Code
  readonly upper: Code
  readonly standardError: Code
  readonly obsStatus: Code
  readonly confStatus: Code
  readonly embargo: Code
}

const key = ['origin', 'destination', 'period', 'contract', 'breakdown', 'direction']

/** The columns of the table, with their type and what they hold. */
const columns: readonly (readonly [name: string, type: string, of: (row: Stated) => Code])[] = [
  ['origin', 'text', ({ origin }) => origin],
  ['destination', 'text', ({ destination }) => destination],
  ['period', 'text', ({ period }) => period],
  ['contract', 'text', ({ contract }) => contract],
  ['breakdown', 'text', ({ breakdown }) => breakdown],
  ['direction', 'text', ({ direction }) => direction],
  ['position', 'bigint', ({ position }) => position],
  ['reporter', 'text', ({ reporter }) => reporter],
  ['value', 'bigint', ({ value }) => value],
  ['value_status', 'text', ({ valueStatus }) => valueStatus],
  ['lower', 'bigint', ({ lower }) => lower],
  ['upper', 'bigint', ({ upper }) => upper],
  ['standard_error', 'float8', ({ standardError }) => standardError],
  ['obs_status', 'text', ({ obsStatus }) => obsStatus],
  ['conf_status', 'text', ({ confStatus }) => confStatus],
  ['embargo', 'timestamptz', ({ embargo }) => embargo],
]

/** The statements of a message, row by row. */
function statedIn(accepted: AcceptedDataset): readonly Stated[] {
  const { contract, position } = accepted
  const dataset = newestOf(accepted)
  const at = (name: string): ((row: number) => Code) => {
    const column = columnOf(dataset, name) ?? null
    return (row) => cell(column, row)
  }
  const dimensions = structure(contract)?.dimensions ?? []
  const inRole = (role: string): ((row: number) => Code) =>
    at(dimensions.find((one) => one.role === role)?.column ?? '')
  const codes = (breakdownOf(contract) ?? []).map((name) => dimensionOf(dataset, name))
  const [origin, destination, period] = [inRole('origin'), inRole('destination'), inRole('time')]
  const [direction, reporter] = [inRole('direction'), inRole('reporter')]
  const [value, valueStatus, lower, upper] = [
    at('value'),
    at('valueStatus'),
    at('lower'),
    at('upper'),
  ]
  const [standardError, obsStatus] = [at('standardError'), at('obsStatus')]
  const [confStatus, embargo] = [at('confStatus'), at('embargo')]
  return Array.from({ length: dataset.rows }, (_, row) => ({
    contract,
    origin: textIn(origin(row)),
    destination: textIn(destination(row)),
    period: textIn(period(row)),
    breakdown: codes.map((column) => cell(column, row)).join('.'),
    position,
    direction: direction(row),
    reporter: reporter(row),
    value: value(row),
    valueStatus: valueStatus(row),
    lower: lower(row),
    upper: upper(row),
    standardError: standardError(row),
    obsStatus: obsStatus(row),
    confStatus: confStatus(row),
    embargo: embargo(row),
  }))
}

function textIn(code: Code): string {
  if (typeof code !== 'string') throw new Error('could not keep a statement: its cell has no code')
  return code
}

const selected = `
select s.contract, s.origin, s.destination, s.period, s.breakdown, s.direction, s.reporter, s.value::float8 as value,
  s.value_status as "valueStatus", s.lower::float8 as lower, s.upper::float8 as upper, s.standard_error as "standardError",
  s.obs_status as "obsStatus", s.conf_status as "confStatus", s.embargo, s.position::float8 as position
from statement s`

type StatementRow = Omit<CellStatement, 'definition' | 'classifications' | 'embargo'> & {
  readonly embargo: Date | null
}

const cellNames = ['origin', 'destination', 'period', 'contract', 'breakdown'] as const

/** Both sides' statements about cells. */
export async function statementsAbout(
  tx: Tx,
  cells: readonly Cell[],
): Promise<readonly CellStatement[]> {
  // Each is asked for once: PostgreSQL would take all of them for few if it had to make them distinct.
  const asked = [...new Map(cells.map((one) => [cellKey(one), one])).values()]
  const { from, of, parameters } = rowsInSql(
    cellNames.map((name) => ({ name, type: 'text', values: asked.map((one) => one[name]) })),
    'c',
  )
  const isAsked = cellNames.map((name) => `s.${name} = ${of(name)}`).join(' and ')
  const rows = await rowsOfQuery<StatementRow>(tx, `${selected} join ${from} on ${isAsked}`, [
    ...parameters,
  ])
  return counted(tx, rows)
}

/** All statements about flows between parties. */
export async function statementsBetween(
  tx: Tx,
  parties: readonly string[],
): Promise<readonly CellStatement[]> {
  const rows = await rowsOfQuery<StatementRow>(
    tx,
    `${selected} where s.origin = any($1::text[]) and s.destination = any($1::text[])`,
    [parties],
  )
  return counted(tx, rows)
}

/** A page of what is said of one corridor in one period, in the order of breakdown and direction. */
export async function statementsOfCorridor(
  tx: Tx,
  { origin, destination, period, contract }: Omit<Cell, 'breakdown'>,
  {
    after,
    rows: most,
  }: {
    readonly after: Pick<CellStatement, 'breakdown'> & { direction: string }
    readonly rows: number
  },
): Promise<readonly CellStatement[]> {
  const rows = await rowsOfQuery<StatementRow>(
    tx,
    `${selected} where s.origin = $1 and s.destination = $2 and s.period = $3 and s.contract = $4
       and (s.breakdown, s.direction) > ($5, $6) order by s.breakdown, s.direction limit $7`,
    [origin, destination, period, contract, after.breakdown, after.direction, most],
  )
  return counted(tx, rows)
}

type Counting = Pick<CellStatement, 'definition' | 'classifications'>

// How a message counts is read once for all of its figures.
async function counted(tx: Tx, rows: readonly StatementRow[]): Promise<readonly CellStatement[]> {
  const positions = [...new Set(rows.map(({ position }) => position))]
  const datasets = await rowsOfQuery<Counting & { readonly position: string }>(
    tx,
    'select position, definition, classifications from dataset where position = any($1::bigint[]) and definition is not null',
    [positions],
  )
  const known = new Map(datasets.map(({ position, ...how }) => [Number(position), how]))
  return rows.flatMap((row) => {
    const how = known.get(row.position)
    return how === undefined
      ? []
      : Object.assign(row, how, { embargo: row.embargo?.toISOString() ?? null })
  })
}
