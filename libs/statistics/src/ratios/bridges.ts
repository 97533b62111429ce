// SPDX-License-Identifier: Apache-2.0

/** Where a node was first met on the walk, and the earliest node that it or what lies beyond it is tied to. */
interface Met {
  readonly at: number
  earliest: number
}

/**
 * The places of the edges without which a graph falls apart (Tarjan 1974: an edge beyond which no way leads back before it).
 * Edges stand once each. Cost: proportional to the edges.
 * @example bridgesOf([['a', 'b'], ['b', 'c'], ['c', 'a'], ['c', 'd']]) // Set { 3 }
 */
export function bridgesOf(edges: readonly (readonly [string, string])[]): ReadonlySet<number> {
  const ways = new Map<string, { readonly to: string; readonly edge: number }[]>()
  edges.forEach(([one, other], edge) => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      ways.set(from, [...(ways.get(from) ?? []), { to, edge }])
  })
  const met = new Map<string, Met>()
  const bridges = new Set<number>()
  const walk = (node: string, by: number): Met => {
    const own: Met = { at: met.size, earliest: met.size }
    met.set(node, own)
    for (const { to, edge } of ways.get(node) ?? []) {
      if (edge === by) continue
      const known = met.get(to)
      const beyond = known === undefined ? walk(to, edge).earliest : known.at
      if (known === undefined && beyond > own.at) bridges.add(edge)
      own.earliest = Math.min(own.earliest, beyond)
    }
    return own
  }
  for (const node of ways.keys()) if (!met.has(node)) walk(node, -1)
  return bridges
}
