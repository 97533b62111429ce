// SPDX-License-Identifier: Apache-2.0
import {
  cell,
  columnOf,
  dimensionOf,
  structure,
  type Cell as Code,
  type Dataset,
} from '@corridor/contracts'
import { newestOf, rowsOfQuery, type AcceptedDataset, type Tx } from '@corridor/platform'
import {
  breakdownOf,
  cellKey,
  flowsOf,
  type Cell,
  type CellStatement,
  type Flow,
} from '../domain/cell'
import { keepRows, rowsInSql } from './keep-rows'
import { toldBetween, toldOfFlows } from './told-statements'

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
  const rows = newestRows(kept.map((one) => statedIn(one, newestOf(one))))
  const stated = statedColumns.map(([name, type, of]) => ({ name, type, values: rows.map(of) }))
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
export interface Stated extends Cell {
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

/** The columns of a statement, with their type and what they hold. */
export const statedColumns: readonly (readonly [
  name: string,
  type: string,
  of: (row: Stated) => Code,
])[] = [
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

/** The statements of a dataset in its contract's newest version, row by row. */
export function statedIn(
  { contract, position }: Pick<AcceptedDataset, 'contract' | 'position'>,
  dataset: Dataset,
): readonly Stated[] {
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

// The figures of a message are alike but for cell and number. They come together, so that each text is read once for all of them.
const selectAlike = (statements: string): string => `
select contract, origin, destination, period, direction, reporter, value_status as "valueStatus", obs_status as "obsStatus",
  conf_status as "confStatus", embargo, position::float8 as position, json_agg(breakdown) as breakdowns, json_agg(value) as values,
  json_agg(lower) as lowers, json_agg(upper) as uppers, json_agg(standard_error) as "standardErrors"
from (${statements}) s group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`

/** Statements that are alike but for their breakdown and numbers. */
interface Alike extends Omit<
  CellStatement,
  keyof Counting | 'embargo' | 'breakdown' | 'toldTo' | 'parts' | keyof Numbers
> {
  readonly embargo: Date | null
  readonly breakdowns: readonly string[]
  readonly values: readonly (number | null)[]
  readonly lowers: readonly (number | null)[]
  readonly uppers: readonly (number | null)[]
  readonly standardErrors: readonly (number | null)[]
}

type Numbers = Pick<CellStatement, 'value' | 'lower' | 'upper' | 'standardError'>

const cellNames = ['origin', 'destination', 'period', 'contract', 'breakdown'] as const

/** Both sides' statements about cells, and what was told of them under protection. */
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
  const said = await select(
    tx,
    `select s.* from statement s join ${from} on ${isAsked}`,
    parameters,
  )
  const told = await toldOfFlows(tx, flowsOf(asked))
  if (told.length === 0) return said
  const keys = new Set(asked.map(cellKey))
  return [...said, ...told.filter((one) => keys.has(cellKey(one)))]
}

/** Both sides' statements about all cells of some flows, each named once, and what was told of them under protection. */
export async function statementsOfFlows(
  tx: Tx,
  flows: readonly Flow[],
): Promise<readonly CellStatement[]> {
  const column = (name: keyof Flow): readonly string[] => flows.map((one) => one[name])
  const said = await select(
    tx,
    `select s.* from statement s join unnest($1::text[], $2::text[], $3::text[], $4::text[])
       as asked (origin, destination, period, contract) using (origin, destination, period, contract)`,
    (['origin', 'destination', 'period', 'contract'] as const).map(column),
  )
  return [...said, ...(await toldOfFlows(tx, flows))]
}

/** All statements about flows between parties, and what was told of them under protection. */
export async function statementsBetween(
  tx: Tx,
  parties: readonly string[],
): Promise<readonly CellStatement[]> {
  const said = await select(
    tx,
    'select * from statement where origin = any($1::text[]) and destination = any($1::text[])',
    [parties],
  )
  return [...said, ...(await toldBetween(tx, parties))]
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
  const page = await select(
    tx,
    `select * from statement where origin = $1 and destination = $2 and period = $3 and contract = $4
       and (breakdown, direction) > ($5, $6) order by breakdown, direction limit $7`,
    [origin, destination, period, contract, after.breakdown, after.direction, most],
  )
  const place = (one: CellStatement): string => `${one.breakdown} ${one.direction}`
  return page.toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
}

type Counting = Pick<CellStatement, 'definition' | 'classifications'>

// How a message counts is read once for all of its figures.
async function select(
  tx: Tx,
  statements: string,
  parameters: readonly unknown[],
): Promise<readonly CellStatement[]> {
  const found = await rowsOfQuery<Alike>(tx, selectAlike(statements), [...parameters])
  const datasets = await rowsOfQuery<Counting & { readonly position: string }>(
    tx,
    'select position, definition, classifications from dataset where position = any($1::bigint[]) and definition is not null',
    [[...new Set(found.map(({ position }) => position))]],
  )
  // Those that count alike share one object, so that who asks whether they do has nothing to look at.
  const ways = new Map(datasets.map(({ position: _, ...how }) => [JSON.stringify(how), how]))
  const known = new Map(
    datasets.map(({ position, ...how }) => [Number(position), ways.get(JSON.stringify(how))]),
  )
  return found.flatMap((alike) => {
    const how = known.get(alike.position)
    return how === undefined ? [] : statementsIn(alike, how)
  })
}

function statementsIn(alike: Alike, how: Counting): readonly CellStatement[] {
  const { values, lowers, uppers, standardErrors } = alike
  const embargo = alike.embargo?.toISOString() ?? null
  return alike.breakdowns.map((breakdown, at) => ({
    contract: alike.contract,
    origin: alike.origin,
    destination: alike.destination,
    period: alike.period,
    breakdown,
    direction: alike.direction,
    reporter: alike.reporter,
    value: values[at] ?? null,
    valueStatus: alike.valueStatus,
    lower: lowers[at] ?? null,
    upper: uppers[at] ?? null,
    standardError: standardErrors[at] ?? null,
    obsStatus: alike.obsStatus,
    confStatus: alike.confStatus,
    embargo,
    definition: how.definition,
    classifications: how.classifications,
    position: alike.position,
    toldTo: null,
    parts: null,
  }))
}
