// SPDX-License-Identifier: Apache-2.0
import {
  cell,
  columnNames,
  columnOf,
  pickRows,
  structure,
  type Dataset,
  type Structure,
} from '@corridor/contracts'
import type { Granted } from './decide-access'
import { rowJudge, type GrantableRow } from './row-denial'

/**
 * The part of a dataset (in the newest version of its contract) that a clause grants, or null where it grants nothing of it.
 * Only granted cells exist in the result.
 */
export function project<Content extends Dataset>(
  dataset: Content,
  granted: Granted,
): Content | null {
  const known = structure(granted.contract)
  if (known === undefined) return null
  const { classifications } = dataset
  const judge = rowJudge(granted.clause, {
    ...granted,
    ...(classifications === undefined ? {} : { classifications }),
  })
  const kept: number[] = []
  for (let row = 0; row < dataset.rows; row++)
    if (judge(rowOf(dataset, known, row)) === null) kept.push(row)
  return kept.length === 0 ? null : pickRows(dataset, known, kept)
}

/** A row of a dataset by its columns. */
export function rowOf(dataset: Dataset, known: Structure, row: number): GrantableRow {
  return Object.fromEntries(
    columnNames(known).flatMap((name) => {
      const column = columnOf(dataset, name)
      return column === undefined ? [] : [[name, cell(column, row)]]
    }),
  )
}
