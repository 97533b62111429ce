// SPDX-License-Identifier: Apache-2.0
import { cell, columnNames, columnOf, type Dataset, type Structure } from '@corridor/contracts'
import type { GrantableRow } from './clause-judge'

/** The rows of a dataset, each by its columns. */
export function rowsIn(dataset: Dataset, known: Structure): readonly GrantableRow[] {
  const columns = columnNames(known).flatMap((name) => {
    const column = columnOf(dataset, name)
    return column === undefined ? [] : [[name, column] as const]
  })
  return Array.from({ length: dataset.rows }, (_, row) =>
    Object.fromEntries(columns.map(([name, column]) => [name, cell(column, row)])),
  )
}
