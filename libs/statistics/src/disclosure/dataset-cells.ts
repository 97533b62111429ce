// SPDX-License-Identifier: Apache-2.0
import {
  cell,
  codeList,
  columnOf,
  dimensionOf,
  isList,
  listOfDimension,
  type Dataset,
  type Structure,
} from '@corridor/contracts'
import { figureOf, type Figure } from './figure'

/** A row of a dataset as a cell of a table. */
export interface DatasetCell {
  readonly codes: readonly string[]
  readonly figure: Figure
  readonly confStatus: string
  /** Bounds of a figure that is told: of rounding, noise or a survey. */
  readonly bounds?: { readonly lower: number; readonly upper: number | null }
}

/**
 * The rows of a dataset as cells, in their order: aliases of codes resolved, a dimension that the dataset lacks (an older version
 * of the contract) as its total. A retracted figure is none.
 */
export function cellsOf(dataset: Dataset, structure: Structure): readonly DatasetCell[] {
  const columns = structure.dimensions.map((dimension) => {
    const id = listOfDimension(dimension, dataset.classifications)
    const list = id === undefined ? undefined : codeList(id)
    if (columnOf(dataset, dimension.column) === undefined) return () => '_T'
    const column = dimensionOf(dataset, dimension.column)
    const known = new Map<string, string>()
    const normalise = (code: string): string => {
      const normal = known.get(code) ?? list?.normalise(code) ?? code
      known.set(code, normal)
      return normal
    }
    return isList(column) ? (row: number) => normalise(column[row] ?? '') : () => normalise(column)
  })
  return Array.from({ length: dataset.rows }, (_, row) => ({
    codes: columns.map((codeAt) => codeAt(row)),
    confStatus: cell(dataset.confStatus, row),
    ...saidOf(dataset, row),
  }))
}

function saidOf(
  { value, valueStatus, lower = null, upper = null }: Dataset,
  row: number,
): Pick<DatasetCell, 'figure' | 'bounds'> {
  const bounds = { lower: cell(lower, row) ?? 0, upper: cell(upper, row) }
  switch (cell(valueStatus, row)) {
    case 'value': {
      const count = cell(value, row)
      if (count === null) return { figure: { status: 'missing' } }
      const isBounded = bounds.upper !== null && bounds.lower < bounds.upper
      return { figure: figureOf(count), ...(isBounded && { bounds }) }
    }
    case 'suppressed':
      return { figure: { status: 'suppressed', ...bounds } }
    case 'not-applicable':
      return { figure: { status: 'not-applicable' } }
    case 'missing':
    case 'retracted':
      return { figure: { status: 'missing' } }
  }
}
