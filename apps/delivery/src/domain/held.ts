// SPDX-License-Identifier: Apache-2.0
import {
  cell,
  columnOf,
  contributionsOf,
  isList,
  structure,
  type Contributions,
  type Dataset,
} from '@corridor/contracts'
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

/** What a participant and all of its offices are granted together: by this is known what they were told. */
export function togetherOf(permit: Permit, all: readonly Permit[]): Permit {
  const own = all.filter(({ recipient }) => recipient === permit.recipient)
  const grants = permit.grants.map((grant) => {
    const same = own.flatMap((one) =>
      one.grants.filter(({ agreement }) => agreement === grant.agreement),
    )
    const clauses = new Map(same.flatMap((one) => one.clauses.map((clause) => [clause.id, clause])))
    return { ...grant, clauses: [...clauses.values()] }
  })
  return { ...permit, grants }
}

/**
 * What datasets that were handed over before tell of figures that are to be released: as they were told, with what the hub knows them
 * to be, and whether they stand. A cell that the dataset itself tells stands where it is the same; of a cell that it does not tell the
 * newest figure stands: a total of this message and a part of an earlier one speak of the same people.
 */
export function heldOf(
  before: readonly HandedBefore[],
  { position, dataset, permit, at }: ToRelease,
): readonly KnownDataset[] {
  const { contract } = permit
  const projected = projectDataset(dataset, permit, at).dataset
  const now = valuesOf(projected, contract)
  const present = new Set(projected === null ? [] : keysOf(projected, contract))
  const standing = new Map<string, Standing>()
  const newestFirst = [...before].sort((a, b) => b.position - a.position)
  return newestFirst.map(({ told, source, position: of, by }): KnownDataset => {
    const keys = keysOf(told, contract)
    const known = truthsOf({ keys, source }, permit, at)
    const asTold = valuesOf(told, contract, keys)
    const unchanged = keys.map((key) => {
      const was = known.get(key) ?? asTold.get(key)
      if (present.has(key)) return isSame(was, now.get(key))
      const newest = standing.get(key) ?? { position: of, value: was }
      standing.set(key, newest)
      return newest.position === of ? true : isSame(was, newest.value)
    })
    const truths = keys.map((key) => known.get(key))
    const behind = contributionsBehind({ keys, source }, permit, at)
    return {
      ...{ dataset: told, vintage: of === position ? 'now' : String(of), by, truths, unchanged },
      ...(behind !== undefined && { contributions: keys.map((key) => behind.get(key)) }),
    }
  })
}

// Cells that the sender gave itself are read there; only those that were added up have to be added up again.
function truthsOf(
  { keys, source }: { readonly keys: readonly string[]; readonly source: Dataset | null },
  permit: Permit,
  at: Date,
): ReadonlyMap<string, number> {
  const given = valuesOf(source, permit.contract)
  const isGiven = keys.every((key) => given.has(key))
  if (source === null || isGiven) return given
  return valuesOf(projectDataset(source, permit, at).dataset, permit.contract)
}

// Who contributed to figures that were handed over, from what their sender said to the hub alone; undefined where it said nothing.
function contributionsBehind(
  { keys, source }: { readonly keys: readonly string[]; readonly source: Dataset | null },
  permit: Permit,
  at: Date,
): ReadonlyMap<string, Contributions> | undefined {
  if (source === null || columnOf(source, 'contributors') === undefined) return undefined
  const given = new Map(
    keysOf(source, permit.contract).map((key, row) => [key, contributionsIn(source, row)]),
  )
  const { dataset, hubOnly } = keys.every((key) => given.has(key))
    ? { dataset: null, hubOnly: [] }
    : projectDataset(source, permit, at)
  const made = dataset === null ? [] : keysOf(dataset, permit.contract)
  const all = [...given, ...made.map((key, row) => [key, hubOnly[row]?.contributions] as const)]
  return new Map(all.flatMap(([key, one]) => (one === undefined ? [] : [[key, one] as const])))
}

function contributionsIn(source: Dataset, row: number): Contributions | undefined {
  const columns = ['contributors', 'largestContribution', 'secondContribution']
  const said = columns.map((name) => [name, cell(columnOf(source, name) ?? null, row)] as const)
  return contributionsOf(Object.fromEntries(said))
}

/** The newest figure of a cell, and the message that told it. */
interface Standing {
  readonly position: number
  readonly value: number | undefined
}

function isSame(was: number | undefined, is: number | undefined): boolean | undefined {
  return was === undefined || is === undefined ? undefined : was === is
}

function valuesOf(
  dataset: Dataset | null,
  contract: string,
  keys?: readonly string[],
): ReadonlyMap<string, number> {
  const values = new Map<string, number>()
  if (dataset === null) return values
  for (const [row, key] of (keys ?? keysOf(dataset, contract)).entries()) {
    const value = cell(dataset.value, row)
    if (value !== null) values.set(key, value)
  }
  return values
}

/** The cell that each row is about, by its codes. What is the same in all rows is written once. */
function keysOf(dataset: Dataset, contract: string): readonly string[] {
  const columns = (structure(contract)?.dimensions ?? []).map(
    ({ column }) => columnOf(dataset, column) ?? '_T',
  )
  const codes = columns.map((one) => (isList(one) ? '' : String(one)))
  const lists = columns.flatMap((one, i) => (isList(one) ? [{ i, entries: one }] : []))
  return Array.from({ length: dataset.rows }, (_, row) => {
    for (const { i, entries } of lists) codes[i] = String(entries[row])
    return codes.join('|')
  })
}
