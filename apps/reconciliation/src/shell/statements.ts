// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, dimensionOf, structure, type Cell as Code } from '@corridor/contracts'
import { newestOf, rowsOfQuery, type AcceptedDataset, type Tx } from '@corridor/platform'
import { breakdownOf, type Cell, type CellStatement } from '../domain/cell'

/**
 * Keeps the newest statement of each cell of messages, in the order of their positions, and gives the cells that they change: an older
 * message that comes later changes nothing. A contract of which the two sides do not report the same event is not kept.
 */
export async function keepStatements(
  tx: Tx,
  datasets: readonly AcceptedDataset[],
): Promise<readonly Cell[]> {
  const kept = datasets.flatMap((dataset) => {
    const columns = columnsOf(dataset)
    return columns === undefined ? [] : [{ dataset, columns }]
  })
  if (kept.length === 0) return []
  const counted = kept.map(({ dataset }) => newestOf(dataset))
  await tx.query(
    `update dataset set definition = how.definition, classifications = how.classifications
     from unnest($1::bigint[], $2::jsonb[], $3::jsonb[]) as how (position, definition, classifications)
     where dataset.position = how.position`,
    [
      kept.map(({ dataset }) => dataset.position),
      counted.map(({ definition }) => JSON.stringify(definition)),
      counted.map(({ classifications }) => JSON.stringify(classifications ?? {})),
    ],
  )
  return rowsOfQuery<Cell>(tx, upsertStatements, newestRows(kept))
}

interface KeptColumns {
  readonly dataset: AcceptedDataset
  readonly columns: readonly (readonly Code[])[]
}

// Of a cell that several of the messages speak of, the last one counts: the database takes each cell once.
function newestRows(kept: readonly KeptColumns[]): readonly (readonly Code[])[] {
  const [only] = kept
  if (kept.length === 1 && only !== undefined) return rowsOf(only)
  const all = kept.map(rowsOf)
  const last = new Map<string, readonly [number, number]>()
  all.forEach((columns, message) => {
    const key = columns.filter((_, i) => keyColumns.includes(i))
    columns[0]?.forEach((_, row) =>
      last.set(key.map((column) => String(column[row])).join(' '), [message, row]),
    )
  })
  const places = [...last.values()]
  return (all[0] ?? []).map((_, i) =>
    places.map(([message, row]) => all[message]?.[i]?.[row] ?? null),
  )
}

function rowsOf({
  dataset: { contract, position },
  columns,
}: KeptColumns): readonly (readonly Code[])[] {
  const rows = columns[0]?.length ?? 0
  return [Array<Code>(rows).fill(contract), Array<Code>(rows).fill(position), ...columns]
}

/** Which columns of the statement below name a cell and a side of it. */
const keyColumns = [0, 2, 3, 4, 5, 6]

const upsertStatements = `
insert into statement (contract, position, origin, destination, period, breakdown, direction, reporter, value, value_status, lower, upper,
  standard_error, obs_status, conf_status, embargo)
select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[],
  $10::text[], $11::bigint[], $12::bigint[], $13::float8[], $14::text[], $15::text[], $16::timestamptz[])
on conflict (origin, destination, period, contract, breakdown, direction) do update
set position = excluded.position, reporter = excluded.reporter, value = excluded.value, value_status = excluded.value_status,
  lower = excluded.lower, upper = excluded.upper, standard_error = excluded.standard_error, obs_status = excluded.obs_status,
  conf_status = excluded.conf_status, embargo = excluded.embargo
where excluded.position > statement.position
returning contract, origin, destination, period, breakdown`

const attributes = [
  'value',
  'valueStatus',
  'lower',
  'upper',
  'standardError',
  'obsStatus',
  'confStatus',
  'embargo',
] as const

/** The columns of a message in the order of the statement above; undefined where its contract is not compared. */
function columnsOf(accepted: AcceptedDataset): readonly (readonly Code[])[] | undefined {
  const breakdown = breakdownOf(accepted.contract)
  const dimensions = structure(accepted.contract)?.dimensions ?? []
  if (breakdown === undefined) return undefined
  const dataset = newestOf(accepted)
  const numbers = Array.from({ length: dataset.rows }, (_, row) => row)
  const entries = (name: string): readonly Code[] => {
    const column = columnOf(dataset, name) ?? null
    return numbers.map((row) => cell(column, row))
  }
  const inRole = (role: string): readonly Code[] =>
    entries(dimensions.find((one) => one.role === role)?.column ?? '')
  const codes = breakdown.map((name) => dimensionOf(dataset, name))
  return [
    ...[inRole('origin'), inRole('destination'), inRole('time')],
    numbers.map((row) => codes.map((column) => cell(column, row)).join('.')),
    ...[inRole('direction'), inRole('reporter')],
    ...attributes.map(entries),
  ]
}

const selected = `
select s.contract, s.origin, s.destination, s.period, s.breakdown, s.direction, s.reporter, s.value::float8 as value,
  s.value_status as "valueStatus", s.lower::float8 as lower, s.upper::float8 as upper, s.standard_error as "standardError",
  s.obs_status as "obsStatus", s.conf_status as "confStatus", s.embargo, s.position::float8 as position
from statement s`

type StatementRow = Omit<CellStatement, 'definition' | 'classifications' | 'embargo'> & {
  readonly embargo: Date | null
}

/** Both sides' statements about cells. */
export async function statementsAbout(
  tx: Tx,
  cells: readonly Cell[],
): Promise<readonly CellStatement[]> {
  const column = (name: keyof Cell): readonly string[] => cells.map((one) => one[name])
  const rows = await rowsOfQuery<StatementRow>(
    tx,
    `${selected} join (select distinct * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as c)
       as asked (origin, destination, period, contract, breakdown) using (origin, destination, period, contract, breakdown)`,
    (['origin', 'destination', 'period', 'contract', 'breakdown'] as const).map(column),
  )
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
