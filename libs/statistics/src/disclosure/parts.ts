// SPDX-License-Identifier: Apache-2.0
import type { Programme } from './solver'
import { at, isOpen, type Bounds, type Row, type System } from './system'

/** A part of a system that has nothing to do with the rest of it, given the bounds: its open figures and its rows. */
export interface Part {
  readonly nodes: readonly number[]
  readonly rows: readonly Row[]
  /** True where figures and rows go in a circle, so that propagation does not say all that follows. */
  readonly circular: boolean
}

/** The parts that a system falls into where told figures no longer bind anything together. */
export function partsOf(system: System, bounds: Bounds): readonly Part[] {
  const reduced = reducedRows(system, bounds)
  const leader = leaders(system.nodes.length, reduced)
  const parts = new Map<number, { nodes: number[]; rows: Row[]; entries: number }>()
  for (let node = 0; node < system.nodes.length; node++) {
    if (!isOpen(bounds, node)) continue
    const root = find(leader, node)
    const part = parts.get(root) ?? { nodes: [], rows: [], entries: 0 }
    part.nodes.push(node)
    parts.set(root, part)
  }
  for (const row of reduced) {
    const part = parts.get(find(leader, at(row.nodes, 0)))
    part?.rows.push(row)
    if (part !== undefined) part.entries += row.nodes.length
  }
  return [...parts.values()].map(({ nodes, rows, entries }) => ({
    nodes,
    rows,
    // A connected graph of figures and rows is a tree where it has one edge fewer than both together.
    circular: entries > nodes.length + rows.length - 1,
  }))
}

/** The linear programme of a part: its figures are the columns, in their order. `far` is how far one may rise at most. */
export function programmeOf(part: Part, { lower, upper }: Bounds, far = Infinity): Programme {
  const columnOf = new Map(part.nodes.map((node, column) => [node, column]))
  return {
    lower: part.nodes.map((node) => at(lower, node)),
    upper: part.nodes.map((node) => Math.min(at(upper, node), at(lower, node) + far)),
    rows: part.rows.map((row) => ({
      ...row,
      nodes: row.nodes.map((node) => columnOf.get(node) ?? -1),
    })),
  }
}

// Told figures go over to the other side; what says the same twice says it once.
function reducedRows({ rows }: System, bounds: Bounds): readonly Row[] {
  const seen = new Map<string, Row>()
  const kept: Row[] = []
  for (const row of rows) {
    const short = reduce(row, bounds)
    if (short === undefined) continue
    const key = short.nodes.map((node, i) => node * at(short.signs, i)).join()
    const same = seen.get(key)
    if (same?.lower === short.lower && same.upper === short.upper) continue
    seen.set(key, short)
    kept.push(short)
  }
  return kept
}

// First sign plus and nodes in their order, so that equal rows look equal. One open figure alone is in its bounds already.
function reduce(row: Row, bounds: Bounds): Row | undefined {
  const open: { node: number; sign: number }[] = []
  let told = 0
  for (let i = 0; i < row.nodes.length; i++) {
    const node = at(row.nodes, i)
    const sign = at(row.signs, i)
    if (isOpen(bounds, node)) open.push({ node, sign })
    else told += sign * at(bounds.lower, node)
  }
  if (open.length < 2) return undefined
  open.sort((a, b) => a.node - b.node)
  const turn = open[0]?.sign ?? 1
  const ends = [turn * (row.lower - told), turn * (row.upper - told)]
  return {
    nodes: open.map(({ node }) => node),
    signs: open.map(({ sign }) => sign * turn),
    lower: Math.min(...ends),
    upper: Math.max(...ends),
  }
}

function leaders(count: number, rows: readonly Row[]): Int32Array {
  const leader = Int32Array.from({ length: count }, (_, node) => node)
  for (const { nodes } of rows) {
    const root = find(leader, at(nodes, 0))
    for (const node of nodes) leader[find(leader, node)] = root
  }
  return leader
}

function find(leader: Int32Array, node: number): number {
  let root = node
  while (at(leader, root) !== root) {
    leader[root] = at(leader, at(leader, root))
    root = at(leader, root)
  }
  return root
}
