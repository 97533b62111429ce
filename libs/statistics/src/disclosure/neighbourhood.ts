// SPDX-License-Identifier: Apache-2.0
import { canCover, type Hiding } from './hiding'
import { at } from './system'
import { between } from './drawing'

/** So many figures are looked at at most around one. */
const mostAround = 800

/** Nodes by their codes, whatever vintage they are of. */
export type NodesByCodes = ReadonlyMap<string, readonly number[]>

/** Nodes by their codes. */
export function nodesByCodes({ knowledge }: Hiding): NodesByCodes {
  const found = new Map<string, number[]>()
  for (const [node, { codes }] of knowledge.system.nodes.entries()) {
    const key = codes.join(between)
    const there = found.get(key)
    if (there === undefined) found.set(key, [node])
    else there.push(node)
  }
  return found
}

/**
 * The figures among which a cover is looked for: of each dimension a figure's own code, the best ones beside it in its sums and parts of
 * these down to the finest, and all crossings of them. What is hidden already comes first, then what is cheap and large enough.
 */
export function neighbourhood(
  hiding: Hiding,
  node: number,
  { byCodes, reach }: { readonly byCodes: NodesByCodes; readonly reach: number },
): readonly number[] {
  const codes = hiding.knowledge.system.nodes[node]?.codes ?? []
  const chosen = codes.map((code, dimension) =>
    codesBeside(hiding, node, { dimension, code, reach }),
  )
  let around: readonly (readonly string[])[] = [[]]
  for (const some of chosen) {
    around = around.flatMap((one) => some.map((code) => [...one, code]))
    if (around.length > mostAround) return []
  }
  return around.flatMap((one) => byCodes.get(one.join(between)) ?? [])
}

function codesBeside(
  hiding: Hiding,
  node: number,
  {
    dimension,
    code,
    reach,
  }: { readonly dimension: number; readonly code: string; readonly reach: number },
): readonly string[] {
  const { nodes } = hiding.knowledge.system
  const chosen = new Map([[code, node]])
  for (const beside of bestOf(hiding, node, { dimension, from: 'all', reach }))
    chosen.set(nodes[beside]?.codes[dimension] ?? '', beside)
  // The list grows while it is walked: parts of parts.
  for (const one of chosen.values())
    for (const part of bestOf(hiding, one, { dimension, from: 'parts', reach }))
      chosen.set(nodes[part]?.codes[dimension] ?? '', part)
  return [...chosen.keys()]
}

interface Beside {
  readonly dimension: number
  readonly from: 'all' | 'parts'
  readonly reach: number
}

// The best others of each sum over a dimension that a figure stands in, or is the whole of.
function bestOf(
  hiding: Hiding,
  node: number,
  { dimension, from, reach }: Beside,
): readonly number[] {
  const { nodes, rows, rowsOf } = hiding.knowledge.system
  const own = nodes[node]?.codes[dimension]
  return (rowsOf[node] ?? []).flatMap((number) => {
    const row = rows[number]
    if (row === undefined || (from === 'parts' && row.nodes[0] !== node)) return []
    const others = row.nodes.filter(
      (one) => nodes[one]?.codes[dimension] !== own && lossOf(hiding, one) < Infinity,
    )
    return others.sort((a, b) => lossOf(hiding, a) - lossOf(hiding, b)).slice(0, reach)
  })
}

/** What is lost by hiding a figure: more for a large one, but not by what it counts; nothing where it is hidden; no end where it cannot be. */
export function lossOf(hiding: Hiding, node: number): number {
  const { knowledge, hidden, truths } = hiding
  if (canCover(hiding, node)) return 1 + Math.log2(1 + at(truths, node))
  const isTold = knowledge.system.nodes[node]?.kind === 'table' && hidden[node] !== 1
  return isTold || at(knowledge.before.lower, node) >= at(knowledge.before.upper, node)
    ? Infinity
    : 0
}
