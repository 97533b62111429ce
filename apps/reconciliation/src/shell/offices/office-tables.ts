// SPDX-License-Identifier: Apache-2.0
import { newestOf, rowsOfQuery, type AcceptedDataset, type Tx } from '@corridor/platform'
import { compareOffices, type OfficePair } from '../../domain/offices/compare-offices'
import {
  figuresIn,
  type OfficeCell,
  type OfficeStatement,
} from '../../domain/offices/office-statement'
import { keepRows, type Column } from '../keep-rows'

/** Whose figures, by which contract. */
export interface StateContract {
  readonly participant: string
  readonly contract: string
}

/** A dataset of an office, and whether it went on as its state's. */
export interface OfficeDataset {
  readonly accepted: AcceptedDataset
  readonly isReleased: boolean
}

const statementKey = ['participant', 'contract', 'period', 'cell', 'office']

/** Keeps what an office has said last of each figure of a dataset, and gives the cells that it changes. */
export async function keepOfficeStatements(
  tx: Tx,
  { accepted, isReleased }: OfficeDataset,
): Promise<readonly OfficeCell[]> {
  const { participant, contract, position } = accepted
  const dataset = newestOf(accepted)
  const rows = figuresIn(contract, dataset)
  if (rows.length === 0) return []
  await tx.query(
    `insert into office_dataset (position, participant, contract, definition, classifications) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [
      ...[position, participant, contract, JSON.stringify(dataset.definition)],
      JSON.stringify(dataset.classifications ?? {}),
    ],
  )
  const same = <Told extends Column['values'][number]>(told: Told): Told[] => rows.map(() => told)
  const written = await keepRows(
    tx,
    { table: 'office_statement', key: statementKey, newest: 'position' },
    [
      { name: 'participant', type: 'text', values: same(participant) },
      { name: 'contract', type: 'text', values: same(contract) },
      { name: 'period', type: 'text', values: rows.map(({ period }) => period) },
      { name: 'cell', type: 'text', values: rows.map(({ cell }) => cell) },
      { name: 'office', type: 'text', values: same(accepted.office ?? '') },
      { name: 'position', type: 'bigint', values: same(position) },
      { name: 'is_released', type: 'boolean', values: same(isReleased) },
      { name: 'value', type: 'bigint', values: rows.map(({ value }) => value) },
      { name: 'value_status', type: 'text', values: rows.map(({ valueStatus }) => valueStatus) },
      { name: 'lower', type: 'bigint', values: rows.map(({ lower }) => lower) },
      { name: 'upper', type: 'bigint', values: rows.map(({ upper }) => upper) },
      {
        name: 'standard_error',
        type: 'float8',
        values: rows.map(({ standardError }) => standardError),
      },
    ],
  )
  return written.flatMap((place) => rows[place - 1] ?? [])
}

/** Compares the offices of a state anew in some cells, in place of what was found of them before. */
export async function compareOfficeCells(
  tx: Tx,
  { participant, contract }: StateContract,
  { cells, at }: { readonly cells: readonly OfficeCell[]; readonly at: Date },
): Promise<void> {
  if (cells.length === 0) return
  const asked = [cells.map(({ period }) => period), cells.map(({ cell }) => cell)]
  await tx.query(
    `delete from office_pair p using unnest($3::text[], $4::text[]) as asked (period, cell)
     where p.participant = $1 and p.contract = $2 and p.period = asked.period and p.cell = asked.cell`,
    [participant, contract, ...asked],
  )
  const rows = await rowsOfQuery<OfficeStatement>(tx, selectStatements, [
    participant,
    contract,
    ...asked,
  ])
  const byCell = new Map<string, OfficeStatement[]>()
  for (const row of rows) {
    const key = `${row.period} ${row.cell}`
    byCell.set(key, [...(byCell.get(key) ?? []), row])
  }
  const pairs = [...byCell.values()].flatMap((said) => compareOffices(contract, said))
  await insertPairs(tx, { participant, contract }, { pairs, at })
}

const selectStatements = `
select s.period, s.cell, s.office, s.is_released as "isReleased", s.position::float8 as position, s.value::float8 as value,
  s.value_status as "valueStatus", s.lower::float8 as lower, s.upper::float8 as upper, s.standard_error as "standardError",
  d.definition, d.classifications
from office_statement s join (select distinct * from unnest($3::text[], $4::text[]) as c) as asked (period, cell) using (period, cell)
  join office_dataset d on d.position = s.position
where s.participant = $1 and s.contract = $2`

async function insertPairs(
  tx: Tx,
  { participant, contract }: StateContract,
  { pairs, at }: { readonly pairs: readonly OfficePair[]; readonly at: Date },
): Promise<void> {
  if (pairs.length === 0) return
  await tx.query(insertOfficePairs, [
    ...[participant, contract, at],
    ...[pairs.map(({ period }) => period), pairs.map(({ cell }) => cell)],
    ...[pairs.map(({ office }) => office), pairs.map(({ other }) => other)],
    pairs.map(({ otherIsReleased }) => otherIsReleased),
    ...[pairs.map(({ officeSays }) => officeSays), pairs.map(({ otherSays }) => otherSays)],
    pairs.map(({ officeInterval }) => officeInterval?.lower ?? null),
    pairs.map(({ officeInterval }) => officeInterval?.upper ?? null),
    pairs.map(({ otherInterval }) => otherInterval?.lower ?? null),
    pairs.map(({ otherInterval }) => otherInterval?.upper ?? null),
    ...[pairs.map(({ difference }) => difference), pairs.map(({ outcome }) => outcome)],
    pairs.map(({ gaps }) => JSON.stringify(gaps)),
    pairs.map(({ officePosition }) => officePosition),
    pairs.map(({ otherPosition }) => otherPosition),
  ])
}

const insertOfficePairs = `
insert into office_pair (participant, contract, compared_at, period, cell, office, other, other_is_released, office_says, other_says,
  office_lower, office_upper, other_lower, other_upper, difference, outcome, gaps, office_position, other_position)
select $1, $2, $3, * from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::bool[], $9::bigint[], $10::bigint[],
  $11::float8[], $12::float8[], $13::float8[], $14::float8[], $15::bigint[], $16::text[], $17::jsonb[], $18::bigint[], $19::bigint[])`

/** Deletes what was derived of a dataset, and gives the figures that it was about. */
export async function eraseOfficeStatements(
  tx: Tx,
  position: number,
): Promise<(StateContract & { readonly cells: readonly OfficeCell[] }) | null> {
  const [known] = await rowsOfQuery<StateContract>(
    tx,
    `with gone as (delete from office_dataset where position = $1 returning participant, contract)
     select participant, contract from gone`,
    [position],
  )
  if (known === undefined) return null
  const cells = await rowsOfQuery<OfficeCell>(
    tx,
    `with gone as (delete from office_statement where position = $1 returning period, cell) select period, cell from gone`,
    [position],
  )
  return { ...known, cells }
}

/** Deletes all that is kept of the offices of a state by a contract. */
export async function forgetOffices(
  tx: Tx,
  { participant, contract }: StateContract,
): Promise<void> {
  for (const table of ['office_pair', 'office_statement', 'office_dataset', 'releasing_office'])
    await tx.query(`delete from ${table} where participant = $1 and contract = $2`, [
      participant,
      contract,
    ])
}

/** Any number: the advisory lock between a naming, which takes up all that was said, and what is heard meanwhile. */
const namingLock = 7_267_745

/** Whoever names holds it alone: what is heard later sees the naming, and what was heard before is seen by it. */
export async function lockNaming(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [namingLock])
}

/** Those of some states' contracts for which the state has named the office that releases; none is named until the transaction ends. */
export async function namedAmong(
  tx: Tx,
  asked: readonly StateContract[],
): Promise<(one: StateContract) => boolean> {
  // The lock and the look travel together, and are worked in this order.
  const locked = tx.query('select pg_advisory_xact_lock_shared($1)', [namingLock])
  const [rows] = await Promise.all([selectNamed(tx, asked), locked])
  const named = new Set(rows.map(keyOf))
  return (one) => named.has(keyOf(one))
}

function selectNamed(tx: Tx, asked: readonly StateContract[]): Promise<readonly StateContract[]> {
  return rowsOfQuery<StateContract>(
    tx,
    `select participant, contract from releasing_office
     where (participant, contract) in (select * from unnest($1::text[], $2::text[]))`,
    [asked.map(({ participant }) => participant), asked.map(({ contract }) => contract)],
  )
}

function keyOf({ participant, contract }: StateContract): string {
  return `${participant} ${contract}`
}
