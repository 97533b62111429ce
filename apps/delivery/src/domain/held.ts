// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, structure, type Dataset } from '@corridor/contracts'
import { projectDataset, type Permit } from '@corridor/policy'
import type { KnownDataset } from '@corridor/statistics'

/** A dataset that was handed over before. */
export interface HandedBefore {
  /** As it was told, in the newest version. */
  readonly told: Dataset
  /** The dataset that it was made of; null where the hub has it no more. */
  readonly source: Dataset | null
  /** Of the dataset that it was made of. */
  readonly position: number
  readonly by: KnownDataset['by']
}

/** What is to be released: the projection of a dataset. */
export interface ToRelease {
  readonly position: number
  readonly dataset: Dataset
  readonly permit: Permit
  readonly at: Date
}

/**
 * What datasets that were handed over before tell of figures that are to be released: as they were told, with what the hub knows them
 * to be, and whether they are the same now.
 */
export function heldOf(
  before: readonly HandedBefore[],
  { position, dataset, permit, at }: ToRelease,
): readonly KnownDataset[] {
  const now = valuesOf(projectDataset(dataset, permit, at).dataset, permit.contract)
  return before.map(({ told, source, position: of, by }): KnownDataset => {
    const known = valuesOf(source && projectDataset(source, permit, at).dataset, permit.contract)
    const keys = keysOf(told, permit.contract)
    const truths = keys.map((key) => known.get(key))
    const unchanged = keys.map((key) => {
      const [was, is] = [known.get(key), now.get(key)]
      return was === undefined || is === undefined ? undefined : was === is
    })
    return { dataset: told, vintage: of === position ? 'now' : String(of), by, truths, unchanged }
  })
}

function valuesOf(dataset: Dataset | null, contract: string): ReadonlyMap<string, number> {
  if (dataset === null) return new Map()
  return new Map(
    keysOf(dataset, contract).flatMap((key, row) => {
      const value = cell(dataset.value, row)
      return value === null ? [] : [[key, value] as const]
    }),
  )
}

/** The cell that each row is about, by its codes. */
function keysOf(dataset: Dataset, contract: string): readonly string[] {
  const columns = (structure(contract)?.dimensions ?? []).map(({ column }) =>
    columnOf(dataset, column),
  )
  return Array.from({ length: dataset.rows }, (_, row) =>
    columns.map((one) => String(one === undefined ? '_T' : cell(one, row))).join('|'),
  )
}
