// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import { binaryArray, isBinary } from './binary-array'

/** A value of a column. */
export type Value = string | number | boolean | Date | null

/** A column of rows that are written together: its name, its type in SQL and a value for each row. */
export interface Column {
  readonly name: string
  readonly type: string
  readonly values: readonly Value[]
}

/** Rows by columns, ready for a statement in SQL. */
export interface RowsInSql {
  /** What rows are read from, with the place of each from 1: `unnest($2::text[]) with ordinality as a (breakdown, place)`. */
  readonly from: string
  /** What a column is in SQL: `a.breakdown`, or `$1::text` where all rows have the same. */
  readonly of: (column: string) => string
  readonly parameters: readonly unknown[]
}

/**
 * Rows as parameters of a statement. Most columns of a message have the same in all of its rows: those are sent and read once. The
 * others go as arrays.
 * @example rowsInSql([{ name: 'period', type: 'text', values: ['2024', '2024'] }, …], 'a').of('period') // '$1::text'
 */
export function rowsInSql(columns: readonly Column[], alias: string): RowsInSql {
  const varying = columns.filter(({ values }) => values.some((one) => one !== values[0]))
  // Something has to tell how many rows there are.
  const [lists, once] =
    varying.length === 0
      ? [columns.slice(0, 1), columns.slice(1)]
      : [varying, columns.filter((one) => !varying.includes(one))]
  const expressions = new Map([
    ...lists.map(({ name }) => [name, `${alias}.${name}`] as const),
    ...once.map(({ name, type }, at) => [name, `$${lists.length + at + 1}::${type}`] as const),
  ])
  const arrays = lists.map(({ type }, at) => `$${at + 1}::${type}[]`)
  const names = lists.map(({ name }) => name)
  return {
    from: `unnest(${arrays.join(', ')}) with ordinality as ${alias} (${names.join(', ')}, place)`,
    of: (column) => {
      const known = expressions.get(column)
      if (known === undefined) throw new Error(`could not write rows: they have no ${column}`)
      return known
    },
    parameters: [...lists.map(listOf), ...once.map(({ values }) => values[0])],
  }
}

function listOf({ type, values }: Column): unknown {
  return isBinary(type) ? binaryArray(type, values) : values
}

/** Where rows are kept, and which of their columns are the key of the table. */
export interface Kept {
  readonly table: string
  readonly key: readonly string[]
  /** The column by which a row that is kept already stays as it is, unless its own is smaller. */
  readonly newest?: string
}

/**
 * Writes rows of different keys: in place of those that have their key, else as new ones. Gives the places, from 1, of those that
 * were written. Rows that are there are updated first, which needs no second look at each and no lock of its own; only what is left is
 * sent again, as new.
 */
export async function keepRows(
  tx: Tx,
  kept: Kept,
  columns: readonly Column[],
): Promise<readonly number[]> {
  const rows = columns[0]?.values.length ?? 0
  const changed = await changeRows(tx, kept, columns)
  if (changed.length === rows) return changed
  const known = new Set(changed)
  const left = Array.from({ length: rows }, (_, at) => at + 1).filter((place) => !known.has(place))
  const added = await addRows(
    tx,
    kept,
    columns.map((column) => ({
      ...column,
      values: left.map((at) => column.values[at - 1] ?? null),
    })),
  )
  return [...changed, ...added.flatMap((place) => left[place - 1] ?? [])]
}

async function changeRows(
  tx: Tx,
  { table, key, newest }: Kept,
  columns: readonly Column[],
): Promise<readonly number[]> {
  const { from, of, parameters } = rowsInSql(columns, 'a')
  const set = keptIn(columns, key).map((name) => `${name} = ${of(name)}`)
  const isNewer = newest === undefined ? [] : [`${of(newest)} > t.${newest}`]
  const those = [...key.map((name) => `t.${name} = ${of(name)}`), ...isNewer]
  return placesOf(
    tx,
    `with changed as (update ${table} t set ${set.join(', ')} from ${from} where ${those.join(' and ')} returning a.place)
     select json_agg(place) as places from changed`,
    parameters,
  )
}

async function addRows(
  tx: Tx,
  { table, key, newest }: Kept,
  columns: readonly Column[],
): Promise<readonly number[]> {
  const { from, of, parameters } = rowsInSql(columns, 'a')
  const names = columns.map(({ name }) => name)
  const set = keptIn(columns, key).map((name) => `${name} = excluded.${name}`)
  const those = key.map((name) => `n.${name} = ${of(name)}`)
  return placesOf(
    tx,
    `with a as materialized (select * from ${from}),
     added as (insert into ${table} as t (${names.join(', ')}) select ${names.map(of).join(', ')} from a
       on conflict (${key.join(', ')}) do update set ${set.join(', ')}
       ${newest === undefined ? '' : `where excluded.${newest} > t.${newest}`} returning ${key.join(', ')})
     select json_agg(a.place) as places from a join added n on ${those.join(' and ')}`,
    parameters,
  )
}

function keptIn(columns: readonly Column[], key: readonly string[]): readonly string[] {
  return columns.map(({ name }) => name).filter((name) => !key.includes(name))
}

// In one row: the driver makes an object of each.
async function placesOf(
  tx: Tx,
  sql: string,
  parameters: readonly unknown[],
): Promise<readonly number[]> {
  const [written] = await rowsOfQuery<{ places: readonly number[] | null }>(tx, sql, [
    ...parameters,
  ])
  return written?.places ?? []
}
