// SPDX-License-Identifier: Apache-2.0
import { between } from './drawing'
import type { NoisedCell, TableCell, TableDimension } from './table'
import { numberOf } from './figure'

/** A cell of the table, or one that was told before, with what it truly counts. */
interface Counted {
  readonly codes: readonly string[]
  readonly count: number
  /** Its number in the table; undefined for one that was told before. */
  readonly cell?: number
  /** As it was told before. */
  readonly told?: number
}

/** Cells that count the same people, as far as anybody may know. */
export interface SamePeople {
  /** Their numbers in the table, in the order of their codes. */
  readonly cells: readonly number[]
  readonly count: number
  /** What was told of these people before, newest first. */
  readonly told: readonly number[]
}

/** How cells lie that may count the same people: one within the other, or at least not apart. */
export type Lying = 'within' | 'not-apart'

/** So many cells of one count are held against each other at most: what is more cannot be looked at. */
const mostAlike = 5_000

/**
 * Which cells of a table count the same people: they count equally many, and one lies within the other, so that nobody is left for the rest of
 * the whole; or, where it is asked for, no dimension keeps them apart, so that whoever knows the rest to be empty may know it of them.
 * Cells that were told before count as well. Undefined where more of them are alike than can be looked at.
 */
export function samePeople(
  {
    cells,
    dimensions,
  }: { readonly cells: readonly TableCell[]; readonly dimensions: readonly TableDimension[] },
  before: readonly NoisedCell[],
  lying: Lying,
): readonly SamePeople[] | undefined {
  const above = dimensions.map(codesAbove)
  const alike = new Map<string, Counted[]>()
  for (const one of [...countedIn(cells), ...before]) {
    const fixed = one.codes.filter((_, i) => dimensions[i]?.blocks.length === 0)
    const key = [one.count, ...fixed].join(between)
    const there = alike.get(key)
    if (there === undefined) alike.set(key, [one])
    else there.push(one)
  }
  const found: SamePeople[] = []
  for (const some of alike.values()) {
    if (some.length > mostAlike) return undefined
    found.push(...groupsOf(some, lying === 'within' ? isWithin(above) : isNotApart(above)))
  }
  return found
}

function countedIn(cells: readonly TableCell[]): readonly Counted[] {
  return cells.flatMap(({ codes, figure }, cell) => {
    const count = numberOf(figure)
    return count === undefined || count === 0 ? [] : [{ codes, count, cell }]
  })
}

type Above = readonly ReadonlyMap<string, ReadonlySet<string>>[]

// For each code all that it is a part of, at any level.
function codesAbove({ blocks }: TableDimension): ReadonlyMap<string, ReadonlySet<string>> {
  const wholes = new Map<string, Set<string>>()
  for (const { whole, parts } of blocks)
    for (const part of parts) wholes.set(part, (wholes.get(part) ?? new Set()).add(whole))
  for (const all of wholes.values())
    // The set grows while it is walked: wholes of wholes.
    for (const whole of all) for (const one of wholes.get(whole) ?? []) all.add(one)
  return wholes
}

function isWithin(above: Above): (one: Counted, other: Counted) => boolean {
  const lies = (one: Counted, other: Counted): boolean =>
    one.codes.every((code, i) => {
      const whole = other.codes[i] ?? ''
      return code === whole || above[i]?.get(code)?.has(whole) === true
    })
  return (one, other) => lies(one, other) || lies(other, one)
}

function isNotApart(above: Above): (one: Counted, other: Counted) => boolean {
  return (one, other) =>
    one.codes.every((code, i) => {
      const beside = other.codes[i] ?? ''
      const wholes = above[i]
      return (
        code === beside ||
        wholes?.get(code)?.has(beside) === true ||
        wholes?.get(beside)?.has(code) === true
      )
    })
}

function groupsOf(
  alike: readonly Counted[],
  isSame: (one: Counted, other: Counted) => boolean,
): readonly SamePeople[] {
  const left = new Set(alike)
  const groups: SamePeople[] = []
  for (const first of alike) {
    if (!left.delete(first)) continue
    const members = [first]
    // The list grows while it is walked.
    for (const one of members)
      for (const other of left)
        if (isSame(one, other)) {
          left.delete(other)
          members.push(other)
        }
    groups.push({
      cells: members
        .filter(({ cell }) => cell !== undefined)
        .sort((a, b) => (a.codes.join() < b.codes.join() ? -1 : 1))
        .map(({ cell = -1 }) => cell),
      count: first.count,
      told: members.flatMap(({ told }) => told ?? []),
    })
  }
  return groups
}
