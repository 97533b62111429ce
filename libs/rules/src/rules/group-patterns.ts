// SPDX-License-Identifier: Apache-2.0
import type { Block } from './blocks'

/** A block by the numbers that its codes have in their column. */
export interface NumberedBlock {
  /** The code of the whole. */
  readonly code: string
  readonly whole: number
  readonly parts: readonly number[]
  readonly rest: readonly number[]
}

/** What is known of a column whose rows are put into groups. */
export interface Grouped {
  readonly codes: readonly string[]
  readonly numbers: Int32Array
  readonly blocksOf: (codes: readonly string[], row: number) => readonly Block[]
  /** Where blocks depend on another column too, its numbers. */
  readonly apart: Int32Array | undefined
}

/** The blocks of the group of rows that stands in `ordered` from one place to just before another. */
export type Patterns = (ordered: Int32Array, from: number, to: number) => readonly NumberedBlock[]

/**
 * Finds the blocks of groups. Groups with the same codes share them, and mostly all groups have the same codes in the same
 * order, so most often a glance at the group before is enough.
 */
export function groupPatterns(grouped: Grouped): Patterns {
  const known = new Map<string, readonly NumberedBlock[]>()
  let last: { readonly from: number; readonly length: number } | undefined
  let blocks: readonly NumberedBlock[] = []
  return (ordered, from, to) => {
    const length = to - from
    if (last?.length !== length || !isAlike(ordered, [from, last.from, length], grouped)) {
      const rows = ordered.subarray(from, to)
      const key = keyOf(rows, grouped)
      blocks = known.get(key) ?? numbered(rows, grouped)
      known.set(key, blocks)
    }
    last = { from, length }
    return blocks
  }
}

function isAlike(
  ordered: Int32Array,
  [from, before, length]: readonly [from: number, before: number, length: number],
  { numbers, apart }: Grouped,
): boolean {
  if (apart !== undefined && apart[ordered[from] ?? 0] !== apart[ordered[before] ?? 0]) return false
  for (let i = 0; i < length; i++) {
    if (numbers[ordered[from + i] ?? 0] !== numbers[ordered[before + i] ?? 0]) return false
  }
  return true
}

function keyOf(rows: Int32Array, { numbers, apart }: Grouped): string {
  const own = Array.from(rows, (row) => numbers[row] ?? 0).sort((a, b) => a - b)
  return `${String(apart?.[rows[0] ?? 0])} ${own.join()}`
}

function numbered(rows: Int32Array, grouped: Grouped): readonly NumberedBlock[] {
  const numberOf = new Map(
    Array.from(rows, (row) => {
      const number = grouped.numbers[row] ?? 0
      return [grouped.codes[number] ?? '', number] as const
    }),
  )
  const number = (code: string): number => numberOf.get(code) ?? 0
  // In the order of their codes, whatever the order of the rows.
  const codes = [...numberOf.keys()].sort()
  return grouped.blocksOf(codes, rows[0] ?? 0).map(({ whole, parts, rest }) => ({
    code: whole,
    whole: number(whole),
    parts: parts.map(number),
    rest: rest.map(number),
  }))
}
