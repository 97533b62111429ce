// SPDX-License-Identifier: Apache-2.0
import { addCellKeys } from './cell-key'
import { addContributions, contributionsOf, type Contributions } from './contributions'
import { columnNames, type Dataset } from './dataset'
import type { Structure } from './structure'

/** What a sender says of a figure to the hub alone, so that the hub can protect it; undefined where it says nothing. */
export interface HubOnly {
  /** See `cellKeyRange`. */
  readonly cellKey?: number
  readonly contributions?: Contributions
}

/**
 * The columns of a contract that are said to the hub alone. Who knew a key could undo the noise of a figure; who knew a contribution
 * would know an employer.
 */
export function hubOnlyColumns({ attributes }: Structure): readonly string[] {
  return attributes.filter(({ hubOnly }) => hubOnly === true).map(({ column }) => column)
}

/** The columns of a contract that may be told to others. */
export function toldColumns(structure: Structure): readonly string[] {
  const kept = hubOnlyColumns(structure)
  return columnNames(structure).filter((name) => !kept.includes(name))
}

/** A dataset without what is said to the hub alone: the only form in which it is shown, compared, released or exported. */
export function withoutHubOnly<Content extends Dataset>(
  dataset: Content,
  structure: Structure,
): Content {
  const columns = hubOnlyColumns(structure).filter((name) => name in dataset)
  if (columns.length === 0) return dataset
  const left = Object.entries(dataset).filter(([name]) => !columns.includes(name))
  // Optional columns were taken out, and nothing else.
  return Object.fromEntries(left) as unknown as Content
}

/** What a row says to the hub alone. */
export function hubOnlyOf(row: Readonly<Record<string, unknown>>): HubOnly {
  const cellKey = row['cellKey']
  const contributions = contributionsOf(row)
  return {
    ...(typeof cellKey === 'number' && { cellKey }),
    ...(contributions !== undefined && { contributions }),
  }
}

/** The columns, said to the hub alone, of the row that rows add up to. */
export function addHubOnly(
  parts: readonly Readonly<Record<string, unknown>>[],
): Readonly<Record<string, number | null>> {
  return { ...addCellKeys(parts), ...addContributions(parts) }
}
