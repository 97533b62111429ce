// SPDX-License-Identifier: Apache-2.0
import type { MirrorPair } from './mirror-pair'

/** Pairs that can be estimated from, and those that cannot. */
export interface UsablePairs {
  readonly used: readonly MirrorPair[]
  readonly unused: readonly MirrorPair[]
}

/**
 * Leaves out the pairs of a state that reports nothing but zeros on a side: its factor has no bound. What is left may make another
 * state one of those, so it is asked again until none is.
 */
export function usablePairs(pairs: readonly MirrorPair[]): UsablePairs {
  const [inflows, outflows] = [new Map<string, number>(), new Map<string, number>()]
  for (const { origin, destination, outflow, inflow } of pairs) {
    outflows.set(origin, (outflows.get(origin) ?? 0) + outflow)
    inflows.set(destination, (inflows.get(destination) ?? 0) + inflow)
  }
  const says = ({ origin, destination }: MirrorPair) =>
    outflows.get(origin) !== 0 && inflows.get(destination) !== 0
  const used = pairs.filter(says)
  if (used.length === pairs.length) return { used, unused: [] }
  const rest = usablePairs(used)
  return { used: rest.used, unused: [...rest.unused, ...pairs.filter((pair) => !says(pair))] }
}

/** Leaves out the pairs in which either side is 0: they have no log ratio. */
export function positivePairs(pairs: readonly MirrorPair[]): UsablePairs {
  const positive = ({ outflow, inflow }: MirrorPair) => outflow > 0 && inflow > 0
  return {
    used: pairs.filter(positive),
    unused: pairs.filter((pair) => !positive(pair)),
  }
}
