// SPDX-License-Identifier: Apache-2.0
import { partsFirst } from './dimension-order'
import type { CodeBlock } from './table'

/** A block as far as its codes are at hand. */
export interface BlockAtHand extends CodeBlock {
  /** True where all of its parts are. */
  readonly full: boolean
}

/** The blocks of which codes are at hand, parts first: a code list names many codes that no cell has. */
export function blocksAtHand(
  seen: ReadonlySet<string>,
  blocks: readonly CodeBlock[],
): readonly BlockAtHand[] {
  const ordered = partsFirst(blocks)
  const atHand = withThoseBetween(seen, ordered)
  return ordered.flatMap(({ whole, parts }) => {
    const present = parts.filter((part) => atHand.has(part))
    const full = present.length === parts.length
    return atHand.has(whole) && present.length > 0 ? [{ whole, parts: present, full }] : []
  })
}

// A code that no cell has binds those below it to those above it all the same.
function withThoseBetween(
  seen: ReadonlySet<string>,
  ordered: readonly CodeBlock[],
): ReadonlySet<string> {
  const below = new Set(seen)
  for (const { whole, parts } of ordered)
    if (parts.some((part) => below.has(part))) below.add(whole)
  const above = new Set(seen)
  for (const { whole, parts } of ordered.toReversed())
    if (above.has(whole)) for (const part of parts) above.add(part)
  return new Set([...below].filter((code) => above.has(code)))
}
