// SPDX-License-Identifier: Apache-2.0
import { groupBy } from '../group-by'

/**
 * Two harmonised figures of one flow, in persons: the origin's outflow (E*) and the destination's inflow (I*). Pairs under
 * investigation, derived pairs and pairs that are not comparable are left out by whoever calls.
 */
export interface MirrorPair {
  readonly origin: string
  readonly destination: string
  readonly outflow: number
  readonly inflow: number
  /** The period, where pairs of several are given. */
  readonly period?: string
}

/** A text for a corridor that no other corridor has. */
export function corridorKey({
  origin,
  destination,
}: Pick<MirrorPair, 'origin' | 'destination'>): string {
  return `${origin} ${destination}`
}

/** The pairs of all periods, one a corridor: the sums of its figures. */
export function pooled(pairs: readonly MirrorPair[]): readonly MirrorPair[] {
  return [...groupBy(pairs, corridorKey).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { origin, destination } = first
    const outflow = same.reduce((sum, pair) => sum + pair.outflow, 0)
    const inflow = same.reduce((sum, pair) => sum + pair.inflow, 0)
    return [{ origin, destination, outflow, inflow }]
  })
}
