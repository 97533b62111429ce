// SPDX-License-Identifier: Apache-2.0
import type { Classification } from './atoms'
import { components } from './components'

/** A block of a common grid: the codes of each side that together make it up. */
export interface GridBlock {
  readonly origin: readonly string[]
  readonly destination: readonly string[]
  /** True where the block is the total: whoever has no known code lies in it for certain. */
  readonly whole: boolean
}

/** What two breakdowns have in common, and the codes of each side that stand for nothing of the other's. */
export interface CommonGrid {
  readonly blocks: readonly GridBlock[]
  readonly onlyOrigin: readonly string[]
  readonly onlyDestination: readonly string[]
}

/** The codes that a side gives figures for, or says that it would. `_U` (not known) is no part of a grid: see `blockAmount`. */
export interface SideCodes {
  readonly origin: readonly string[]
  readonly destination: readonly string[]
}

/**
 * The finest common grid of two breakdowns of one dimension: the connected components of the graph in which a code of one side
 * and a code of the other are joined where they share an atom. A side's totals are first replaced by the parts that make them up,
 * as fine as they go; parts that do not make up their total are left out. A component of which the two sides do not cover the same
 * atoms, or in which two codes of one side overlap, is no block: its codes are said apart.
 * Source: UN IMTS Compilers Manual, annex 9.C ("harmonise classifications"); the graph is this project's wording of it.
 * Cost: proportional to the codes times their atoms.
 * @example commonGrid(ages(all), { origin: ['Y15T24', 'Y25T64'], destination: ['Y15T64'] }).blocks.length // 1
 */
export function commonGrid(classification: Classification, codes: SideCodes): CommonGrid {
  const origin = finestCodes(classification, codes.origin)
  const destination = finestCodes(classification, codes.destination)
  const blocks: GridBlock[] = []
  const alone = { origin: [] as string[], destination: [] as string[] }
  for (const group of components(edgesOf(classification, origin, destination))) {
    const sides = { origin: sideOf('o', group), destination: sideOf('d', group) }
    const covered = coveredByBoth(classification, sides)
    if (covered === undefined) {
      alone.origin.push(...sides.origin)
      alone.destination.push(...sides.destination)
    } else blocks.push({ ...sides, whole: covered === classification.everything.size })
  }
  return { blocks, onlyOrigin: alone.origin, onlyDestination: alone.destination }
}

/** The codes of one side with every total replaced by the parts that make it up, as fine as they go, none inside another. */
export function finestCodes(
  { atoms, partition }: Classification,
  codes: readonly string[],
): readonly string[] {
  const known = [...new Set(codes)].filter((code) => atoms.has(code))
  const inside = (code: string, wide: string) =>
    code !== wide && isWithin(atoms.get(code), atoms.get(wide))
  const tops = known.filter(
    (code, place) =>
      !known.some(
        (other, place2) => inside(code, other) && !(inside(other, code) && place < place2),
      ),
  )
  const split = (code: string): readonly string[] => {
    const parts = partition(
      code,
      known.filter((other) => other !== code),
    )
    return parts === undefined || parts.length === 0 ? [code] : parts.flatMap(split)
  }
  return tops.flatMap(split)
}

function isWithin(narrow?: ReadonlySet<string>, wide?: ReadonlySet<string>): boolean {
  if (narrow === undefined || wide === undefined || narrow.size > wide.size) return false
  return [...narrow].every((atom) => wide.has(atom))
}

// A code and each of its atoms are joined; two codes are in one component where a way of atoms leads from one to the other.
function edgesOf(
  { atoms }: Classification,
  origin: readonly string[],
  destination: readonly string[],
): readonly (readonly [string, string])[] {
  const joined = (side: string) => (code: string) =>
    [...(atoms.get(code) ?? [])].map((atom) => [`${side}:${code}`, `atom:${atom}`] as const)
  return [...origin.flatMap(joined('o')), ...destination.flatMap(joined('d'))]
}

function sideOf(side: string, group: readonly string[]): readonly string[] {
  return group.filter((node) => node.startsWith(`${side}:`)).map((node) => node.slice(2))
}

/** How many atoms both sides cover, each of them once; undefined where they do not cover the same. */
function coveredByBoth({ atoms }: Classification, sides: SideCodes): number | undefined {
  const pieces = (codes: readonly string[]) => codes.flatMap((code) => [...(atoms.get(code) ?? [])])
  const [origin, destination] = [pieces(sides.origin), pieces(sides.destination)]
  const once = new Set(origin)
  const same = origin.length === destination.length && destination.every((atom) => once.has(atom))
  return same && once.size === origin.length && new Set(destination).size === once.size
    ? once.size
    : undefined
}
