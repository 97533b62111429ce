// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { Cell, CellStatement, Flow } from '../domain/cell'

/** Any number: the advisory lock of whoever compares by what was told. */
const toldLock = 65_048

/**
 * Waits until nobody else compares by what was told. Messages and releases are heard side by side: without this each could overlook
 * what the other is about to keep, or put an older comparison in the place of a newer one. To be taken before anything is written.
 */
export async function lockTold(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [toldLock])
}

/** Takes out what was told of datasets, and gives the cells. */
export async function dropTold(tx: Tx, datasets: readonly number[]): Promise<readonly Cell[]> {
  return rowsOfQuery<Cell>(
    tx,
    `with gone as (delete from told where position = any($1::bigint[])
       returning contract, origin, destination, period, breakdown)
     select distinct * from gone`,
    [datasets],
  )
}

/** What each recipient was told of all cells of some flows, each named once. */
export async function toldOfFlows(
  tx: Tx,
  flows: readonly Flow[],
): Promise<readonly CellStatement[]> {
  const column = (name: keyof Flow): readonly string[] => flows.map((one) => one[name])
  return select(
    tx,
    `join unnest($1::text[], $2::text[], $3::text[], $4::text[])
       as asked (origin, destination, period, contract) using (origin, destination, period, contract)`,
    (['origin', 'destination', 'period', 'contract'] as const).map(column),
  )
}

/** What each recipient was told of flows between parties. */
export async function toldBetween(
  tx: Tx,
  parties: readonly string[],
): Promise<readonly CellStatement[]> {
  return select(tx, 'where origin = any($1::text[]) and destination = any($1::text[])', [parties])
}

type Counting = Pick<CellStatement, 'definition' | 'classifications'>

// How a message counts is read once for all of its figures.
async function select(
  tx: Tx,
  which: string,
  parameters: readonly unknown[],
): Promise<readonly CellStatement[]> {
  const found = await rowsOfQuery<Omit<CellStatement, keyof Counting>>(
    tx,
    `select contract, origin, destination, period, breakdown, direction, reporter, value::float8, value_status as "valueStatus",
       lower::float8, upper::float8, standard_error as "standardError", obs_status as "obsStatus", conf_status as "confStatus",
       null as embargo, position::float8, recipient as "toldTo", null as parts
     from told ${which} order by breakdown, direction, recipient`,
    [...parameters],
  )
  if (found.length === 0) return []
  const datasets = await rowsOfQuery<Counting & { readonly position: string }>(
    tx,
    'select position, definition, classifications from dataset where position = any($1::bigint[]) and definition is not null',
    [[...new Set(found.map(({ position }) => position))]],
  )
  const known = new Map(datasets.map(({ position, ...how }) => [Number(position), how]))
  return found.flatMap((one) => {
    const how = known.get(one.position)
    return how === undefined ? [] : [{ ...one, ...how }]
  })
}
