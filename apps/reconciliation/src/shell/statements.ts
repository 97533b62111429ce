// SPDX-License-Identifier: Apache-2.0
import { rowsOf } from '@corridor/contracts'
import { flowOf, rowsOfQuery, type AcceptedDataset, type Tx } from '@corridor/platform'
import { isComparable, type CellStatement } from '../domain/cell'

const cellColumns = [
  'contract',
  'origin',
  'destination',
  'period',
  'sex',
  'age',
  'occupation',
  'sector',
  'stay',
] as const

/** Keeps the newest statement of each cell of a message: an older message that comes later changes nothing. */
export async function keepStatements(tx: Tx, dataset: AcceptedDataset): Promise<void> {
  const flow = flowOf(dataset)
  if (flow === null) return
  const rows = [...rowsOf(flow)].filter(isComparable).map((row) => ({
    ...row,
    contract: dataset.contract,
    value_status: row.valueStatus,
    conf_status: row.confStatus,
    definition: flow.definition,
    position: dataset.position,
  }))
  await tx.query(upsertStatements, [JSON.stringify(rows)])
}

const upsertStatements = `
insert into statement (${cellColumns.join(', ')}, direction, reporter, value, value_status, conf_status, definition, position)
select ${cellColumns.join(', ')}, direction, reporter, value, value_status, conf_status, definition, position
from json_populate_recordset(null::statement, $1::json)
on conflict (origin, destination, period, sex, age, occupation, sector, stay, contract, direction) do update
set reporter = excluded.reporter, value = excluded.value, value_status = excluded.value_status,
  conf_status = excluded.conf_status, definition = excluded.definition, position = excluded.position
where excluded.position > statement.position`

const selected = `
select ${cellColumns.map((name) => `s.${name}`).join(', ')}, s.direction, s.reporter, '_T' as education, s.value::float8 as value,
  s.value_status as "valueStatus", s.conf_status as "confStatus", s.definition, s.position::float8 as position
from statement s`

/** Both sides' statements about the cells that one message touches, between two parties. */
export async function statementsTouchedBy(
  tx: Tx,
  position: number,
  parties: readonly string[],
): Promise<readonly CellStatement[]> {
  return rowsOfQuery<CellStatement>(
    tx,
    `with touched as (select * from statement where position = $1 and origin = any($2::text[]) and destination = any($2::text[]))
     ${selected} where (${cellColumns.join(', ')}) in (select ${cellColumns.join(', ')} from touched)`,
    [position, parties],
  )
}

/** All statements about flows between two parties. */
export async function statementsBetween(
  tx: Tx,
  parties: readonly string[],
): Promise<readonly CellStatement[]> {
  return rowsOfQuery<CellStatement>(
    tx,
    `${selected} where s.origin = any($1::text[]) and s.destination = any($1::text[])`,
    [parties],
  )
}
