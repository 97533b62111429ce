// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, pickRows, structure, type Dataset } from '@corridor/contracts'
import type { Permit } from './policy'
import { projectDataset, type Projection } from './project-dataset'

/**
 * What is handed to whom a permit names: all that it lets out, where that is a participant. An office gets what it is granted besides:
 * the cells that its participant is told by the same dataset are in the participant's own stream already.
 */
export function projectFor<Content extends Dataset>(
  dataset: Content,
  permit: Permit,
  at: Date,
): Projection<Content> {
  const all = projectDataset(dataset, permit, at)
  const known = structure(permit.contract)
  const whole = wholeOf(permit)
  if (all.dataset === null || known === undefined || whole === null) return all
  const told = projectDataset(dataset, whole, at).dataset
  if (told === null) return all
  const columns = known.dimensions.map(({ column }) => column)
  const toldCells = new Set(cellsOf(told, columns))
  const own = cellsOf(all.dataset, columns).flatMap((one, row) => (toldCells.has(one) ? [] : [row]))
  if (own.length === 0) return { dataset: null, rows: [], hubOnly: [] }
  return {
    dataset: pickRows(all.dataset, known, own),
    rows: own.flatMap((row) => all.rows[row] ?? []),
    hubOnly: own.flatMap((row) => all.hubOnly[row] ?? []),
  }
}

/** The permit of the participant as a whole; null where an office has none besides, or where every clause names offices. */
function wholeOf({ office, ...permit }: Permit): Permit | null {
  if (office === undefined) return null
  const grants = permit.grants.map((grant) => ({
    ...grant,
    clauses: grant.clauses.filter(({ audience }) => audience === undefined),
  }))
  return grants.some(({ clauses }) => clauses.length === 0) ? null : { ...permit, grants }
}

function cellsOf(dataset: Dataset, columns: readonly string[]): readonly string[] {
  const read = columns.map((column) => columnOf(dataset, column) ?? '_T')
  return Array.from({ length: dataset.rows }, (_, row) =>
    read.map((column) => String(cell(column, row))).join('|'),
  )
}
