// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { SeriesName } from '../domain/vintage'
import { arrayOf, keysOfUuids } from './vintages-keys'
import type { Recorded } from './vintages-tables'

/** What was recorded of some series since it was last looked at, in one look. */
export interface News {
  /** Up to which position datasets are in the table of vintages. */
  readonly indexed: number
  /** How many datasets count no more. */
  readonly ended: number
  readonly recorded: readonly Recorded[]
}

/** Reads what was recorded of series after the position up to which each is known; of one that is not known, what is not indexed. */
export async function newsOf(
  store: Store,
  known: readonly { readonly name: SeriesName; readonly known: number | null }[],
): Promise<News> {
  const [row] = await rowsOfQuery<{ indexed: string; ended: string; recorded: Recorded[] | null }>(
    store,
    selectNews,
    [
      known.map(({ name }) => name.participant),
      known.map(({ name }) => name.contract),
      known.map(({ name }) => name.test),
      known.map((one) => one.known),
    ],
  )
  if (row === undefined) throw new Error('could not read the cursor of vintages')
  return { indexed: Number(row.indexed), ended: Number(row.ended), recorded: row.recorded ?? [] }
}

const selectNews = `
select c.position as indexed, (select count(*) from vintage_end) as ended, (
  select json_agg(json_build_object('position', d.position, 'participant', d.participant, 'contract', d.contract, 'test', a.test,
    'rows', d.rows) order by d.position)
  from unnest($1::text[], $2::text[], $3::bool[], $4::bigint[]) as a (participant, contract, test, known)
  join dataset d on d.participant = a.participant and d.contract = a.contract and d.position > coalesce(a.known, c.position)
  where not a.test and not exists (select from vintage_end e where e.position = d.position)
) as recorded
from vintage_cursor c`

/** Cells that only PostgreSQL can tell about: the number of the ask, whose series it is, and the key. */
export interface OpenCells {
  readonly series: readonly SeriesName[]
  /** By cell: which of the series (from 1), and the key as a uuid. */
  readonly of: readonly number[]
  readonly keys: readonly string[]
}

/** The newest figures of cells in the table of vintages: which of the cells (from 0), and its figure. */
export async function newestFigures(
  store: Store,
  { series, of, keys }: OpenCells,
): Promise<readonly (readonly [number, number])[]> {
  const [row] = await rowsOfQuery<{ cells: string | null; figures: string | null }>(
    store,
    selectNewest,
    [
      series.map(({ participant }) => participant),
      series.map(({ contract }) => contract),
      series.map(({ test }) => test),
      arrayOf(of),
      arrayOf(keys),
    ],
  )
  const figures = (row?.figures ?? '').split(' ')
  const cells = row?.cells ?? ''
  if (cells === '') return []
  return cells.split(' ').map((cell, i) => [Number(cell) - 1, Number(figures[i])] as const)
}

// Two texts instead of thousands of rows: the driver makes an object of each row.
const selectNewest = `
with numbered as (
  select array_agg(s.id order by a.n) as ids
  from unnest($1::text[], $2::text[], $3::bool[]) with ordinality as a (participant, contract, test, n)
  left join series s using (participant, contract, test))
select string_agg(n::text, ' ' order by n) as cells, string_agg(value::text, ' ' order by n) as figures
from (
  select asked.n, newest.value
  from numbered, unnest($4::int[], $5::uuid[]) with ordinality as asked (series, key, n)
  cross join lateral (
    select v.status, v.value from vintage v
    where v.series = numbered.ids[asked.series] and v.key = asked.key
      and not exists (select from vintage_end e where e.position = v.position)
    order by v.position desc limit 1
  ) as newest
  where newest.status = 'v'
) as found`

/** How many rows of a series there are, about: what its datasets have together. */
export async function rowsOfSeries(
  store: Store,
  { participant, contract }: SeriesName,
): Promise<number> {
  const [row] = await rowsOfQuery<{ rows: string | null }>(
    store,
    'select sum(rows) as rows from dataset where participant = $1 and contract = $2',
    [participant, contract],
  )
  return Number(row?.rows ?? 0)
}

/** The keys of a series in one of so many equal parts of all that keys can be. Keys are digests, so the parts are about as large. */
export async function keysInPart(
  store: Store,
  name: SeriesName,
  { part, of }: { readonly part: number; readonly of: number },
): Promise<Uint32Array> {
  const bound = (one: number): string => uuidOf(Math.floor((one / of) * 2 ** 32))
  const [row] = await rowsOfQuery<{ keys: Buffer | null }>(
    store,
    `select string_agg(uuid_send(key), '') as keys from vintage
     where series = (select id from series where (participant, contract, test) = ($1, $2, $3))
       and key >= $4::uuid and ($5::uuid is null or key < $5::uuid)`,
    [
      name.participant,
      name.contract,
      name.test,
      bound(part),
      part + 1 === of ? null : bound(part + 1),
    ],
  )
  return keysOfUuids(row?.keys ?? Buffer.alloc(0))
}

function uuidOf(firstWord: number): string {
  return firstWord.toString(16).padStart(8, '0').padEnd(32, '0')
}
