// SPDX-License-Identifier: Apache-2.0

/**
 * The connected components of a graph given by its edges: each a list of its nodes, in the order in which they were first named.
 * @example components([['a', 'b'], ['c', 'd'], ['b', 'e']]) // [['a', 'b', 'e'], ['c', 'd']]
 */
export function components(
  edges: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  const above = new Map<string, string>()
  const rootOf = (node: string): string => {
    let root = node
    for (let next = above.get(root); next !== undefined && next !== root; next = above.get(root))
      root = next
    above.set(node, root)
    return root
  }
  for (const [one, other] of edges) {
    const [root, joined] = [rootOf(one), rootOf(other)]
    if (root !== joined) above.set(joined, root)
  }
  const groups = new Map<string, string[]>()
  for (const node of new Set(edges.flat())) {
    const root = rootOf(node)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [node])
    else group.push(node)
  }
  return [...groups.values()]
}
