// SPDX-License-Identifier: Apache-2.0
import type { Position } from './drawing'
import type { CodeBlock } from './table'

/** Blocks in an order in which parts that are wholes themselves come before the wholes that they are parts of. */
export function partsFirst<Block extends CodeBlock>(blocks: readonly Block[]): readonly Block[] {
  const partsOf = new Map<string, readonly string[]>()
  for (const { whole, parts } of blocks)
    partsOf.set(whole, [...(partsOf.get(whole) ?? []), ...parts])
  const heights = new Map<string, number>()
  const heightOf = (code: string, above: readonly string[] = []): number => {
    const known = heights.get(code)
    if (known !== undefined) return known
    if (above.includes(code))
      throw new RangeError(`could not order the codes: ${code} is a part of itself`)
    const way = [...above, code]
    const parts = partsOf.get(code) ?? []
    const height = parts.reduce((most, part) => Math.max(most, heightOf(part, way) + 1), 0)
    heights.set(code, height)
    return height
  }
  return [...blocks].sort((a, b) => heightOf(a.whole) - heightOf(b.whole))
}

/**
 * The dimensions whose crossings matter though no cell tells them: figures by sex and age, by age and occupation and by
 * sex and occupation bind each other through the crossing of all three, which counts nobody less than nobody. Where the
 * broken-down sets of dimensions make no circle (they reduce to nothing: Graham 1979; Yu and Özsoyoğlu 1979), every choice of
 * margins has a crossing, and it need not be reckoned with.
 */
export function circularDimensions(
  positions: readonly Position[],
  open: readonly { readonly dimension: number; readonly blocks: readonly CodeBlock[] }[],
): ReadonlySet<number> {
  const isPart = new Map(
    open.map(({ dimension, blocks }) => [dimension, new Set(blocks.flatMap(({ parts }) => parts))]),
  )
  const sets = new Map<string, Set<number>>()
  for (const { codes, impliedOver } of positions) {
    if (impliedOver !== undefined) continue
    const broken = open.flatMap(({ dimension }) =>
      isPart.get(dimension)?.has(codes[dimension] ?? '') === true ? [dimension] : [],
    )
    sets.set(broken.join(), new Set(broken))
  }
  return reduced([...sets.values()])
}

function reduced(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  let left = sets
  for (;;) {
    const counts = new Map<number, number>()
    for (const set of left) for (const one of set) counts.set(one, (counts.get(one) ?? 0) + 1)
    const shared = left.map((set) => new Set([...set].filter((one) => (counts.get(one) ?? 0) > 1)))
    const kept = shared.filter(
      (set, i) =>
        !shared.some(
          (other, j) => j !== i && isWithin(set, other) && (set.size < other.size || j < i),
        ),
    )
    const size = (some: readonly ReadonlySet<number>[]): number =>
      some.reduce((sum, set) => sum + set.size + 1, 0)
    if (size(kept) === size(left)) return new Set(kept.flatMap((set) => [...set]))
    left = kept
  }
}

function isWithin(set: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return [...set].every((one) => other.has(one))
}
