// SPDX-License-Identifier: Apache-2.0
import { blocksAtHand } from './blocks-at-hand'
import { between } from './drawing'
import type { Known, ProtectionTable } from './table'

/**
 * What of all that is known has any bearing on a table: other corridors and periods, which no total at hand binds to it, say nothing
 * of its figures. Exact: a sum runs over one dimension, so two cells are bound together only where in each dimension their
 * codes hang together in blocks at hand, or where a held sum binds them.
 */
export function bearingOn({ dimensions, cells }: ProtectionTable, known: Known): Known {
  const sums = known.sums ?? []
  const all = [
    ...cells.map(({ codes }) => codes),
    ...known.cells.map(({ codes }) => codes),
    ...sums.flatMap(({ plus, minus = [] }) => [...plus, ...minus]),
  ]
  const groups = dimensions.map(({ blocks }, i) => {
    const seen = new Set(all.map((codes) => codes[i] ?? ''))
    return groupsOf(seen, blocksAtHand(seen, blocks))
  })
  const keyOf = (codes: readonly string[]): string =>
    codes.map((code, i) => groups[i]?.get(code) ?? code).join(between)
  const bearing = new Set(cells.map(({ codes }) => keyOf(codes)))
  const bound = sums.map(({ plus, minus = [] }) => [...plus, ...minus].map(keyOf))
  for (let size = -1; size < bearing.size;) {
    size = bearing.size
    for (const keys of bound)
      if (keys.some((key) => bearing.has(key))) for (const key of keys) bearing.add(key)
  }
  return {
    cells: known.cells.filter(({ codes }) => bearing.has(keyOf(codes))),
    sums: sums.filter((_, i) => bound[i]?.some((key) => bearing.has(key))),
  }
}

// For each code one that stands for all that hang together with it.
function groupsOf(
  seen: ReadonlySet<string>,
  blocks: readonly { readonly whole: string; readonly parts: readonly string[] }[],
): ReadonlyMap<string, string> {
  const leader = new Map([...seen].map((code) => [code, code]))
  const find = (code: string): string => {
    const above = leader.get(code) ?? code
    if (above === code) return code
    const root = find(above)
    leader.set(code, root)
    return root
  }
  for (const { whole, parts } of blocks)
    for (const part of parts) leader.set(find(part), find(whole))
  return new Map([...seen].map((code) => [code, find(code)]))
}
