// SPDX-License-Identifier: Apache-2.0
import type { Table, TableColumn } from '../reading/file-reading'
import { planOf, type KnownStructures } from '../sdmx-csv/structure-plan'
import type { SdmxJsonDataset } from './sdmx-json-message'

/**
 * The observations of a message as the table that SDMX-CSV would have: a structure, an action, and a column for each component.
 * A message has no header and no letters for its columns.
 */
export function sdmxJsonTable(datasets: readonly SdmxJsonDataset[], known: KnownStructures): Table {
  const filled = datasets.filter(({ rowNumbers }) => rowNumbers.length > 0)
  const repeated = (textOf: (dataset: SdmxJsonDataset) => string): readonly string[] =>
    filled.flatMap((dataset) => dataset.rowNumbers.map(() => textOf(dataset)))
  const ids = new Set(filled.flatMap(({ columns }) => columns.map(({ id }) => id)))
  const components = [...ids].map((id) => column(id, componentCells(filled, id)))
  return {
    headerRow: 0,
    columns: [
      column(
        'STRUCTURE',
        repeated(() => 'datastructure'),
      ),
      column(
        'STRUCTURE_ID',
        repeated((dataset) => structureOf(dataset, known)),
      ),
      column(
        'ACTION',
        repeated(({ action }) => action),
      ),
      ...components,
    ],
    rowNumbers: filled.flatMap(({ rowNumbers }) => rowNumbers),
  }
}

function column(name: string, cells: readonly string[]): TableColumn {
  return { name, letter: '', cells }
}

function componentCells(datasets: readonly SdmxJsonDataset[], id: string): readonly string[] {
  const [first, ...others] = datasets
  const own = first?.columns.find((one) => one.id === id)
  if (own !== undefined && others.length === 0) return own.cells
  return datasets.flatMap(({ columns, rowNumbers }) => {
    const found = columns.find((one) => one.id === id)
    return found?.cells ?? rowNumbers.map(() => '')
  })
}

// A data set names its dataflow, its structure and its provision agreement: the first that somebody knows.
function structureOf({ structures }: SdmxJsonDataset, known: KnownStructures): string {
  return structures.find((id) => planOf(id, known) !== undefined) ?? structures[0] ?? ''
}
