// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { Cell } from '../domain/cell'
import type { Round } from '../domain/round'
import { deleteSums } from './grid-flows'
import { dropTold } from './told-statements'

/**
 * Takes out what datasets said last about cells, what was told of them, and the comparisons and sums that it entered. Gives the cells of all of these, and the
 * rounds to be reported anew.
 */
export async function dropStatements(
  tx: Tx,
  datasets: readonly number[],
): Promise<{ readonly cells: readonly Cell[]; readonly rounds: readonly Round[] }> {
  const sums = await deleteSums(tx, datasets)
  const cells = await rowsOfQuery<Cell>(
    tx,
    `with gone as (delete from statement where position = any($1::bigint[])
       returning contract, origin, destination, period, breakdown)
     select * from gone`,
    [datasets],
  )
  const told = await dropTold(tx, datasets)
  const rounds = await rowsOfQuery<Round>(
    tx,
    `with gone as (delete from pair where origin_position = any($1::bigint[]) or destination_position = any($1::bigint[])
       returning agreement, contract, period)
     select distinct * from gone order by 1, 2, 3`,
    [datasets],
  )
  return { cells: [...cells, ...told, ...sums], rounds: [...rounds, ...sums] }
}

/** Of some datasets those whose figures are kept here, in their order. */
export async function keptAmong<Dataset extends { readonly position: number }>(
  tx: Tx,
  datasets: readonly Dataset[],
): Promise<readonly Dataset[]> {
  const rows = await rowsOfQuery<{ position: string }>(
    tx,
    'select position from dataset where kept and position = any($1::bigint[])',
    [datasets.map(({ position }) => position)],
  )
  const kept = new Set(rows.map(({ position }) => Number(position)))
  return datasets.filter(({ position }) => kept.has(position))
}
