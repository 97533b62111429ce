// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'

/**
 * What one line of the journal says: a kind of statement, and a digest that says nothing to who does not hold the statement.
 * Neither figures nor names: that two states have an agreement is theirs to tell.
 */
export interface Leaf {
  readonly kind: string
  readonly digest: string
  readonly at: string
}

/** A line of the journal with its place in the chain. Positions start at 1. */
export interface Link extends Leaf {
  readonly position: number
  readonly hash: string
}

/** The hash before the first line. */
export const genesis = 'sha-256:' + Buffer.alloc(32).toString('base64url')

/** Hash of a line: SHA-256 over the canonical JSON of the leaf, its position and the hash before it. */
export function linkHash(previous: string, position: number, leaf: Leaf): string {
  const { kind, digest, at } = leaf
  const text = canonicalJson({ previous, position, kind, digest, at })
  return `sha-256:${createHash('sha256').update(text).digest('base64url')}`
}

/**
 * Checks that links are gap-free and that each hash follows from the one before.
 * Gives the last hash, which two readers can compare to know that they saw the same journal.
 */
export function checkChain(
  links: Iterable<Link>,
  from: { readonly position: number; readonly hash: string } = { position: 0, hash: genesis },
): Outcome<{ readonly position: number; readonly hash: string }, 'CHAIN_BROKEN'> {
  let last = from
  for (const link of links) {
    const position = last.position + 1
    if (link.position !== position) {
      return refuse('CHAIN_BROKEN', `position ${String(position)} is missing from the journal`)
    }
    if (linkHash(last.hash, position, link) !== link.hash) {
      return refuse('CHAIN_BROKEN', `the hash at position ${String(position)} does not follow`)
    }
    last = { position, hash: link.hash }
  }
  return accept(last)
}
