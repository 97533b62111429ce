// SPDX-License-Identifier: Apache-2.0
import { isList } from '../columns'
import { columnOf, pickRows, type Dataset } from '../dataset'
import { structure } from '../structure'
import type { Defaults } from '../compatibility/with-defaults'
import { byVersion } from '../version-order'
import { steps, type Step } from './steps'

/** What an older version can say of a dataset, and what it cannot. */
export interface ConvertedDown<Content extends Dataset = Dataset> {
  /** Null where the older version can say nothing of it. */
  readonly dataset: Content | null
  /** Rows that the older version has no words for. */
  readonly leftOut: number
  /** The numbers (from 0) of the rows that are left, in their order. */
  readonly kept: readonly number[]
  /** A sentence for each reason, with the rows that it is about. Empty where nothing is left out. */
  readonly why: readonly string[]
}

/**
 * A dataset of an older version as a newer one says it: every figure and every row of it, with what the newer version adds.
 * A RangeError where no steps lead from one version to the other.
 * @example convertUp('migration-flow', { from: '1.0.0', to: '1.1.0' }, dataset) // education: '_T' of ISCED-2011
 */
export function convertUp(contract: string, versions: Versions, dataset: Dataset): Dataset {
  return stepsBetween(contract, versions).reduce(stepUp, dataset)
}

/**
 * A dataset of a newer version as an older one says it. Rows that the older version has no words for are left out and counted,
 * never put into a total. A RangeError where no steps lead from one version to the other.
 */
export function convertDown(contract: string, versions: Versions, dataset: Dataset): ConvertedDown {
  const { from, to } = versions
  const way = [...stepsBetween(contract, { from: to, to: from })].reverse()
  return way.reduce<ConvertedDown>(stepDown, whole(dataset))
}

/** From which version to which. */
export interface Versions {
  readonly from: string
  readonly to: string
}

/** A dataset as another version of its contract says it, whichever of the two is newer. */
export function convert(contract: string, versions: Versions, dataset: Dataset): ConvertedDown {
  return byVersion(versions.from, versions.to) > 0
    ? convertDown(contract, versions, dataset)
    : whole(convertUp(contract, versions, dataset))
}

/** A dataset in the newest version of its contract, which is the one that the code of this hub knows. */
export function toNewest(
  contract: { readonly name: string; readonly version: string },
  dataset: Dataset,
): Dataset {
  const { name, version: from } = contract
  const to = structure(name)?.version ?? from
  return from === to ? dataset : convertUp(name, { from, to }, dataset)
}

/** What the conversion between two versions puts where an older dataset has nothing, by member: for the gate of versions. */
export function conversionDefaults(contract: string, versions: Versions): Defaults {
  const added = stepsBetween(contract, versions).flatMap(({ dimensions }) => dimensions)
  const defaults: Record<string, unknown> = {}
  for (const { column, total, classification } of added) {
    defaults[column] = total
    if (classification !== undefined) defaults[`classifications.${column}`] = classification
  }
  return defaults
}

/** The totals that newer versions of a contract have added, by column: what an older figure says of them without words. */
export function addedTotals(contract: string): ReadonlyMap<string, string> {
  const own = steps.filter((step) => step.contract === contract)
  return new Map(
    own.flatMap(({ dimensions }) => dimensions.map(({ column, total }) => [column, total])),
  )
}

/** The steps that lead up from one version to another, oldest first. */
function stepsBetween(contract: string, { from, to }: Versions): readonly Step[] {
  const way: Step[] = []
  let at = from
  while (at !== to) {
    const next = steps.find((step) => step.contract === contract && step.from === at)
    if (next === undefined)
      throw new RangeError(`could not convert ${contract}: no steps lead from ${from} to ${to}`)
    way.push(next)
    at = next.to
  }
  return way
}

function stepUp(dataset: Dataset, { dimensions }: Step): Dataset {
  if (dimensions.length === 0) return dataset
  const columns = dimensions.map(({ column, total }) => [column, total] as const)
  const classified = dimensions.flatMap(({ column, classification }) =>
    classification === undefined ? [] : [[column, classification] as const],
  )
  if (classified.length === 0) return { ...dataset, ...Object.fromEntries(columns) }
  const classifications = { ...dataset.classifications, ...Object.fromEntries(classified) }
  return { ...dataset, classifications, ...Object.fromEntries(columns) }
}

function whole(dataset: Dataset): ConvertedDown {
  const kept = Array.from({ length: dataset.rows }, (_, row) => row)
  return { dataset, leftOut: 0, kept, why: [] }
}

function stepDown(before: ConvertedDown, step: Step): ConvertedDown {
  if (before.dataset === null) return before
  const newer = structure(step.contract, step.to)
  if (newer === undefined) throw new RangeError(`there is no ${step.contract} ${step.to}`)
  const { kept, why } = rowsThatCanBeSaid(before.dataset, step)
  const leftOut = before.leftOut + before.dataset.rows - kept.length
  const reasons = [...before.why, ...why]
  const left = kept.flatMap((row) => before.kept[row] ?? [])
  if (kept.length === 0) return { dataset: null, leftOut, kept: [], why: reasons }
  // Nothing is rewritten where all rows stay, so that what went up comes down as it was.
  const rows =
    kept.length === before.dataset.rows ? before.dataset : pickRows(before.dataset, newer, kept)
  return { dataset: withoutAdded(rows, step), leftOut, kept: left, why: reasons }
}

function rowsThatCanBeSaid(
  dataset: Dataset,
  { contract, from, dimensions }: Step,
): { readonly kept: readonly number[]; readonly why: readonly string[] } {
  let kept = Array.from({ length: dataset.rows }, (_, row) => row)
  const why: string[] = []
  for (const { column, total } of dimensions) {
    const codes = columnOf(dataset, column)
    const sayable = kept.filter((row) => (isList(codes) ? codes[row] : codes) === total)
    const lost = kept.length - sayable.length
    if (lost > 0)
      why.push(
        `${String(lost)} of ${String(dataset.rows)} rows are broken down by ${column}, which ${contract} ${from} does not have`,
      )
    kept = sayable
  }
  return { kept, why }
}

function withoutAdded(dataset: Dataset, { dimensions, attributes }: Step): Dataset {
  const added = new Set([...dimensions.map(({ column }) => column), ...attributes])
  const own = Object.entries(dataset).filter(([name]) => !added.has(name))
  const left = Object.fromEntries(own) as unknown as Dataset
  if (dataset.classifications === undefined) return left
  const classified = Object.entries(dataset.classifications).filter(([name]) => !added.has(name))
  // Only columns were taken out that the older version does not have: what every dataset has is still there.
  return { ...left, classifications: Object.fromEntries(classified) }
}
