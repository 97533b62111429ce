// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, dimensionOf, structure, type Dataset } from '@corridor/contracts'

/** A row of a dataset by its columns. */
export type DatasetRow = Readonly<Record<string, string | number | null>>

const attributes = [
  'value',
  'valueStatus',
  'lower',
  'upper',
  'standardError',
  'confStatus',
  'embargo',
] as const

/** The rows of a dataset in its contract's newest version: dimensions, and what a comparison needs of the figure. */
export function datasetRows(contract: string, dataset: Dataset): readonly DatasetRow[] {
  const dimensions = structure(contract)?.dimensions ?? []
  const columns = [
    ...dimensions.map(({ column }) => [column, dimensionOf(dataset, column)] as const),
    ...attributes.map((name) => [name, columnOf(dataset, name) ?? null] as const),
  ]
  return Array.from({ length: dataset.rows }, (_, row) =>
    Object.fromEntries(columns.map(([name, column]) => [name, cell(column, row)])),
  )
}
