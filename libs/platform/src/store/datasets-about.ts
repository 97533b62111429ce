// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from './open-store'

/** A dataset that intake has recorded. */
export interface RecordedDataset {
  readonly position: number
  readonly participant: string
  readonly contract: string
  readonly rows: number
}

/** Datasets that are in doubt from now on, or no more, as intake tells it. */
export interface DoubtTold {
  readonly participant: string
  readonly datasets: readonly number[]
  /** Those that stay inside the state of their sender; absent in what was told before they were looked for. */
  readonly internal?: readonly number[]
}

/**
 * What the senders of some datasets have ever said about the cells of these: the datasets themselves and every other about one of their
 * cells, in the order in which they were recorded. Where intake has not indexed one yet, all of its sender and contract stand for it.
 */
export async function datasetsAbout(
  tx: Tx,
  positions: readonly number[],
): Promise<readonly RecordedDataset[]> {
  const rows = await rowsOfQuery<Omit<RecordedDataset, 'position'> & { readonly position: string }>(
    tx,
    selectAbout,
    [positions],
  )
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}

const selectAbout = `
with asked as (
  select d.position, d.participant, d.contract, c.position as indexed
  from intake.dataset_v1 d cross join intake.vintage_cursor_v1 c where d.position = any($1::bigint[])),
about as (
  select position from asked
  union
  select other.position from asked join intake.vintage_v1 own on own.position = asked.position
    join intake.vintage_v1 other using (series, key)
  union
  select d.position from asked join intake.dataset_v1 d using (participant, contract)
  where asked.position > indexed or d.position > indexed)
select position, participant, contract, rows from about join intake.dataset_v1 using (position) order by position`
