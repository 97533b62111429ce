// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from './open-store'

/** Where a dataset stands, and whether it stays inside the state of its sender. */
export interface RecordedPlace {
  readonly position: number
  readonly participant: string
  readonly contract: string
  readonly isInternal: boolean
}

/** Where everything stands that the offices of a state have stated by a contract, in the order of recording. */
export async function recordedOf(
  tx: Tx,
  { participant, contract }: Pick<RecordedPlace, 'participant' | 'contract'>,
): Promise<readonly RecordedPlace[]> {
  return placesOf(
    tx,
    `select * from ${everything} d where participant = $1 and contract = $2 order by position`,
    [participant, contract],
  )
}

/** Where everything stands that the same offices have stated by the same contracts as some datasets, these among them, in that order. */
export async function recordedBeside(
  tx: Tx,
  positions: readonly number[],
): Promise<readonly RecordedPlace[]> {
  return placesOf(
    tx,
    `with asked as (select distinct participant, contract, office from ${everything} a where position = any($1::bigint[]))
     select d.* from ${everything} d join asked a
       on a.participant = d.participant and a.contract = d.contract and a.office is not distinct from d.office order by d.position`,
    [positions],
  )
}

const everything = `(
  select position, participant, contract, office, false as "isInternal" from intake.dataset_v1
  union all select position, participant, contract, office, true from intake.internal_dataset_v1)`

async function placesOf(
  tx: Tx,
  sql: string,
  parameters: unknown[],
): Promise<readonly RecordedPlace[]> {
  const rows = await rowsOfQuery<RecordedPlace & { position: string; office: string | null }>(
    tx,
    sql,
    parameters,
  )
  return rows.map(({ office: _office, ...row }) => ({ ...row, position: Number(row.position) }))
}
