// SPDX-License-Identifier: Apache-2.0
import type { Column, Dataset } from '@corridor/contracts'
import { Causes, type Found } from '../found'
import { differs } from '../reading'

/** What is wrong with a row. */
export type Told = Pick<Found, 'code' | 'column' | 'value' | 'detail'>

/** The causes that rows have. Where none of the columns that decide differs by row, the first row speaks for all. */
export function rowsWhere(
  dataset: Dataset,
  columns: readonly (Column<string | number | null> | undefined)[],
  tell: (row: number) => Told | undefined,
): readonly Found[] {
  const rows = differs(columns) ? dataset.rows : 1
  const causes = new Causes()
  for (let row = 0; row < rows; row++) {
    const told = tell(row)
    if (told === undefined) continue
    const { detail, ...cause } = told
    causes.add(row, cause, () => detail)
  }
  return causes.all(rows === 1 ? dataset.rows : undefined)
}
