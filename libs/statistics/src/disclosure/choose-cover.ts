// SPDX-License-Identifier: Apache-2.0
import { canCover, type Hiding } from './hiding'
import { at, type Row } from './system'

/**
 * The cell to hide next so that a narrow figure becomes wider: among the cells of the sums that the figure stands in the cheapest,
 * and where these are used up, of the sums that their hidden figures stand in, and so on. Undefined where all are used up;
 * `touched` where one of the sums on the way has changed already in this round.
 *
 * The cost of a cell is what it counts, once more for each sum in which it would be the only hidden figure (another would have
 * to be hidden there); among cells large enough to give the width that is missing, the cheapest, else the largest.
 */
export function chooseCover(
  hiding: Hiding,
  node: number,
  touched: ReadonlySet<number>,
): number | 'touched' | undefined {
  const { rows, rowsOf } = hiding.knowledge.system
  const seenNodes = new Set([node])
  const seenRows = new Set<number>()
  let edge = [node]
  for (let depth = 0; edge.length > 0; depth++) {
    const around = edge.flatMap((one) => rowsOf[one] ?? []).filter((row) => !seenRows.has(row))
    if (around.some((row) => touched.has(row))) return 'touched'
    for (const row of around) seenRows.add(row)
    const covers = coversIn(hiding, [...new Set(around)], depth === 0 ? node : undefined)
    if (covers.length > 0) return cheapest(hiding, covers, roomAsked(hiding, node))
    edge = [...new Set(around.flatMap((row) => rows[row]?.nodes ?? []))].filter(
      (one) => !seenNodes.has(one) && isUntold(hiding, one),
    )
    for (const one of edge) seenNodes.add(one)
  }
  return undefined
}

// First in the sums that leave the figure too little room by themselves; then in any.
function coversIn(
  hiding: Hiding,
  around: readonly number[],
  narrow: number | undefined,
): readonly number[] {
  const { rows } = hiding.knowledge.system
  const binding =
    narrow === undefined
      ? []
      : around.filter((row) => roomIn(hiding, rows[row], narrow) < roomAsked(hiding, narrow))
  for (const some of [binding, around]) {
    const covers = some
      .flatMap((row) => rows[row]?.nodes ?? [])
      .filter((one) => canCover(hiding, one))
    if (covers.length > 0) return [...new Set(covers)]
  }
  return []
}

// How far a figure has to be able to move: over the width asked for, or as far up as is asked for.
function roomAsked({ knowledge, widths, reaches }: Hiding, node: number): number {
  return Math.max(at(widths, node), at(reaches, node) - (knowledge.system.nodes[node]?.truth ?? 0))
}

// How far a figure can move where the others of a sum give up what they count; an unknown one can give any amount.
function roomIn(hiding: Hiding, row: Row | undefined, narrow: number): number {
  let room = 0
  for (const node of row?.nodes ?? []) {
    if (node === narrow || !isUntold(hiding, node)) continue
    room += hiding.knowledge.system.nodes[node]?.truth ?? Infinity
  }
  return room
}

function isUntold({ knowledge, hidden }: Hiding, node: number): boolean {
  const { kind, truth } = knowledge.system.nodes[node] ?? {}
  if (at(knowledge.before.lower, node) >= at(knowledge.before.upper, node)) return false
  return kind !== 'table' || truth === undefined || hidden[node] === 1
}

function cheapest(hiding: Hiding, covers: readonly number[], width: number): number {
  const countOf = (node: number): number => hiding.knowledge.system.nodes[node]?.truth ?? 0
  const largeEnough = covers.filter((node) => countOf(node) > width)
  if (largeEnough.length === 0)
    return covers.reduce((best, node) => (countOf(node) > countOf(best) ? node : best))
  const costs = largeEnough.map((node) => ({
    node,
    cost: countOf(node) * (1 + aloneIn(hiding, node)),
  }))
  return costs.reduce((best, one) => (one.cost < best.cost ? one : best)).node
}

function aloneIn(hiding: Hiding, node: number): number {
  const { rows, rowsOf } = hiding.knowledge.system
  return (rowsOf[node] ?? []).filter(
    (row) => rows[row]?.nodes.some((one) => one !== node && isUntold(hiding, one)) !== true,
  ).length
}
