// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store, type Tx } from './open-store'

/** Whose figures, of which contract; figures of a test mode are apart. */
export interface SeriesAsked {
  readonly participant: string
  readonly contract: string
  readonly test: boolean
}

/** As of when figures are read, and since when they have to have changed. */
export interface VintagesAsked {
  readonly asOf?: Date | number
  readonly updatedAfter?: Date
  /** Every vintage of each cell, not the newest one only. */
  readonly includeHistory?: boolean
  /** Of these periods only. */
  readonly periods?: readonly string[]
}

/** Where a reader stands: what it sees, and what it does not see yet. */
export interface VintageStand {
  /** Null where nothing of the series is indexed. */
  readonly series: number | null
  /** No dataset after this position is seen. */
  readonly position: number
  /** When the newest dataset that is seen was recorded; null where none is. */
  readonly recordedAt: Date | null
  /** Datasets up to here are as old as `updatedAfter`, or older. */
  readonly after: number
  /** Datasets of the series that are stored, and not indexed yet. */
  readonly notIndexed: number
}

/** Rows of one dataset that are asked for, from 0; the sender took those of a withdrawn dataset back. */
export interface StandingRows {
  readonly position: number
  readonly rows: readonly number[]
  readonly withdrawn: boolean
}

interface StandRow {
  readonly series: number | null
  readonly position: string
  readonly recorded_at: Date | null
  readonly after: string
  readonly not_indexed: string
}

/** Where a reader of a series stands. */
export async function vintageStand(
  on: Store | Tx,
  { participant, contract, test }: SeriesAsked,
  { asOf, updatedAfter }: VintagesAsked,
): Promise<VintageStand> {
  const [row] = await rowsOfQuery<StandRow>(on, selectStand, [
    participant,
    contract,
    test,
    typeof asOf === 'number' ? asOf : null,
    asOf instanceof Date ? asOf : null,
    updatedAfter ?? null,
  ])
  if (row === undefined) throw new Error('could not read the cursor of vintages')
  return {
    series: row.series,
    position: Number(row.position),
    recordedAt: row.recorded_at,
    after: Number(row.after),
    notIndexed: Number(row.not_indexed),
  }
}

const selectStand = `
with indexed as (
  select least(position, coalesce($4::bigint, position)) as position, position as cursor from intake.vintage_cursor_v1),
mine as (
  select position, recorded_at from intake.dataset_v1 where participant = $1 and contract = $2),
seen as (
  select coalesce(max(mine.position), 0) as position from mine, indexed
  where mine.position <= indexed.position and ($5::timestamptz is null or recorded_at <= $5))
select (select id from intake.series_v1 where (participant, contract, test) = ($1, $2, $3)) as series,
  case when $5::timestamptz is null then indexed.position else seen.position end as position,
  (select recorded_at from mine where mine.position = seen.position) as recorded_at,
  (select coalesce(max(position), 0) from mine where recorded_at <= $6::timestamptz) as after,
  (select count(*) from mine where mine.position > indexed.cursor) as not_indexed
from indexed, seen`

/** Rows that are looked at in one statement, about. */
const windowRows = 50_000

/**
 * The rows that stand, dataset by dataset in the order of recording: the newest vintage of each cell. Where changes are asked for,
 * retractions are among them, and what a withdrawal has brought back or taken away.
 */
export async function* standingRows(
  on: Store | Tx,
  asked: SeriesAsked & VintagesAsked,
  stand: VintageStand,
): AsyncGenerator<StandingRows> {
  if (stand.series === null) return
  // A cell that a withdrawal has changed may have its vintage long before.
  let from = 0
  for (;;) {
    const last = await windowAfter(on, asked, from)
    if (last === null || from >= stand.position) return
    const to = Math.min(last, stand.position)
    yield* await rowsBetween(on, asked, { stand, from, to })
    from = to
  }
}

async function windowAfter(
  on: Store | Tx,
  { participant, contract }: SeriesAsked,
  from: number,
): Promise<number | null> {
  const [row] = await rowsOfQuery<{ last: string | null }>(
    on,
    `select max(position) as last from (
       select position, sum(rows) over (order by position) - rows as before from (
         select position, rows from intake.dataset_v1
         where participant = $1 and contract = $2 and position > $3 order by position limit 4096) as next
     ) as summed where before < $4`,
    [participant, contract, from, windowRows],
  )
  const last = row?.last ?? null
  return last === null ? null : Number(last)
}

async function rowsBetween(
  on: Store | Tx,
  { periods, updatedAfter, includeHistory = false }: VintagesAsked,
  { stand, from, to }: { readonly stand: VintageStand; readonly from: number; readonly to: number },
): Promise<readonly StandingRows[]> {
  const rows = await rowsOfQuery<{ position: string; rows: number[]; withdrawn: boolean }>(
    on,
    selectRows,
    [
      stand.series,
      from,
      to,
      stand.position,
      periods ?? null,
      includeHistory,
      updatedAfter === undefined ? null : stand.after,
      updatedAfter ?? null,
    ],
  )
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}

// A dataset that is withdrawn by then counts for nothing, except that its cells have changed when it was.
const selectRows = `
with v as (
  select *, coalesce(end_position <= $4, false) as withdrawn from intake.vintage_v1
  where series = $1 and position > $2 and position <= $3 and ($5::text[] is null or period = any($5)))
select v.position, array_agg(v.row::int order by v.row) as rows, v.withdrawn
from v
where case
  when v.withdrawn then $7::bigint is not null and v.ended_at > $8::timestamptz and not exists (
    select from intake.vintage_v1 n where n.series = v.series and n.key = v.key and n.position <= $4
      and (n.position > v.position or n.end_position is null or n.end_position > $4))
  else
    ($6 or not exists (
      select from intake.vintage_v1 n where n.series = v.series and n.key = v.key and n.position > v.position
        and n.position <= $4 and (n.end_position is null or n.end_position > $4)))
    and case
      when $7::bigint is null then v.status <> 'r' or $6
      else v.position > $7 or exists (
        select from intake.vintage_v1 n where n.series = v.series and n.key = v.key and n.position > v.position
          and n.position <= $4 and n.end_position <= $4 and n.ended_at > $8::timestamptz)
    end
end
group by v.position, v.withdrawn order by v.position`
