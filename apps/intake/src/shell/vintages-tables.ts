// SPDX-License-Identifier: Apache-2.0
import {
  type AcceptedDataset,
  readRecorded,
  rowsOfQuery,
  type StorageKeys,
  type Store,
  type Tx,
} from '@corridor/platform'
import { vintageOf, type SeriesName, type Vintage } from '../domain/vintage'
import { arrayOf, uuidsOf } from './vintages-keys'

/** A dataset that has its place, and is or is not indexed yet. */
export interface Recorded extends SeriesName {
  readonly position: number
  readonly rows: number
}

/** The cells of a recorded dataset, with its place. */
export interface PlacedVintage {
  readonly recorded: Recorded
  readonly vintage: Vintage
}

/** Locks the cursor of vintages for this transaction; null where another process has it. */
export async function lockVintageCursor(tx: Tx): Promise<number | null> {
  const [row] = await rowsOfQuery<{ position: string }>(
    tx,
    'select position from vintage_cursor for update skip locked',
  )
  return row === undefined ? null : Number(row.position)
}

/** The datasets after a position, in order, until they have so many rows together. */
export async function recordedAfter(
  on: Store | Tx,
  position: number,
  mostRows: number,
): Promise<readonly Recorded[]> {
  const rows = await rowsOfQuery<RecordedRow>(on, selectRecorded, [position, mostRows])
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}

interface RecordedRow extends SeriesName {
  readonly position: string
  readonly rows: number
}

// Positions commit in order, so what is seen after the cursor has nothing unseen before it.
const selectRecorded = `
select position, participant, contract, test, rows from (
  select position, participant, contract, false as test, rows,
    sum(rows) over (order by position) - rows as before
  from (select position, participant, contract, rows from dataset where position > $1 order by position limit 2048) as next
) as summed where before < $2 order by position`

/** Reads the cells of datasets from what was recorded of them. */
export async function vintagesOf(
  on: Store | Tx,
  recorded: readonly Recorded[],
  keys: StorageKeys,
): Promise<readonly PlacedVintage[]> {
  if (recorded.length === 0) return []
  const accepted = await readRecorded(
    on,
    recorded.map(({ position }) => position),
    keys,
  )
  const contents = new Map(accepted.map((one) => [one.position, one]))
  return recorded.flatMap((one) => placed(one, contents.get(one.position)))
}

function placed(recorded: Recorded, accepted: AcceptedDataset | undefined): PlacedVintage[] {
  // What was erased, or carries no statistics, has no cells.
  const vintage = accepted === undefined ? null : vintageOf(accepted, accepted.dataset)
  return vintage === null ? [] : [{ recorded, vintage }]
}

/** Which of these datasets were erased since they were recorded: memory may still have their cells. */
export async function erasedAmong(
  tx: Tx,
  placed: readonly PlacedVintage[],
): Promise<ReadonlySet<number>> {
  if (placed.length === 0) return new Set()
  const rows = await rowsOfQuery<{ position: string }>(
    tx,
    `select d.position from dataset d join submission s on s.position = d.submission
     where d.position = any($1::bigint[]) and s.wrapped_key is null`,
    [placed.map(({ recorded }) => recorded.position)],
  )
  return new Set(rows.map(({ position }) => Number(position)))
}

/** The numbers of series, made where they are new. Whoever calls holds the lock of the cursor. */
export async function seriesNumbers(
  tx: Tx,
  names: readonly SeriesName[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOfQuery<SeriesName & { readonly id: number }>(tx, upsertSeries, [
    names.map(({ participant }) => participant),
    names.map(({ contract }) => contract),
    names.map(({ test }) => test),
  ])
  return new Map(rows.map((row) => [seriesKey(row), row.id]))
}

/** A series as the key of a map. */
export function seriesKey({ participant, contract, test }: SeriesName): string {
  return `${participant} ${contract}${test ? ' test' : ''}`
}

const upsertSeries = `
with asked as (select distinct * from unnest($1::text[], $2::text[], $3::bool[]) as asked (participant, contract, test)),
made as (
  insert into series (id, participant, contract, test)
  select (select coalesce(max(id), 0) from series) + row_number() over (order by participant, contract, test), asked.*
  from asked where not exists (select from series s where (s.participant, s.contract, s.test) = (asked.participant, asked.contract, asked.test))
  returning *)
select id, participant, contract, test from made
union all
select s.id, s.participant, s.contract, s.test from series s join asked using (participant, contract, test)`

/** Adds the cells of datasets to the table of vintages: one statement, however many. */
export async function insertVintages(
  tx: Tx,
  placed: readonly PlacedVintage[],
  series: ReadonlyMap<string, number>,
): Promise<void> {
  if (placed.length === 0) return
  await tx.query(insertCells, [
    placed.map(({ recorded }) => series.get(seriesKey(recorded))),
    placed.map(({ recorded }) => recorded.position),
    arrayOf(
      placed.flatMap(({ vintage }, i) => new Array<number>(vintage.figures.length).fill(i + 1)),
    ),
    arrayOf(placed.flatMap(({ vintage }) => rowNumbers(vintage.figures.length))),
    arrayOf(placed.flatMap(({ vintage }) => uuidsOf(vintage.keys))),
    // Periods are written as the contracts' schemas have it: digits, letters, hyphens.
    arrayOf(placed.flatMap(({ vintage }) => vintage.periods.map((period) => `"${period}"`))),
    arrayOf(placed.flatMap(({ vintage }) => vintage.statuses)),
    arrayOf(
      placed.flatMap(({ vintage }) =>
        Array.from(vintage.figures, (one) => (Number.isNaN(one) ? null : one)),
      ),
    ),
  ])
}

function rowNumbers(rows: number): number[] {
  return Array.from({ length: rows }, (_, row) => row)
}

// In the order of the keys, because then each page of the index is met once.
const insertCells = `
insert into vintage (series, position, row, key, period, status, value)
select ($1::int[])[n], ($2::bigint[])[n], row, key, period, status, value
from unnest($3::int[], $4::smallint[], $5::uuid[], $6::text[], $7::"char"[], $8::bigint[]) as cells (n, row, key, period, status, value)
order by key`

/** Moves the cursor of vintages. */
export async function moveVintageCursor(tx: Tx, position: number, at: Date): Promise<void> {
  await tx.query('update vintage_cursor set position = $1, moved_at = $2', [position, at])
}
