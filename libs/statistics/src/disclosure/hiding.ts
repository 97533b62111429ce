// SPDX-License-Identifier: Apache-2.0
import type { Knowledge } from './knowledge'
import type { SuppressionRule } from './rule'
import { leastWidth, thresholdOf } from './sensitive'
import type { Solver } from './solver'
import { at, type Bounds } from './system'
import type { ProtectionTable } from './table'

/** The work of hiding; its arrays are written by the functions of this file alone. */
export interface Hiding {
  readonly table: ProtectionTable
  readonly knowledge: Knowledge
  readonly rule: SuppressionRule
  readonly solver: Solver
  readonly hidden: Uint8Array
  /** How wide each node's interval must stay, 0 where it is told or nobody asks. */
  readonly widths: Float64Array
  /** What the upper end of each node's interval must be at least, 0 where nobody asks. */
  readonly reaches: Float64Array
  readonly exposed: Set<number>
  /** What is known of each figure that is not told, and the true figures by node (NaN where nobody knows): never written. */
  readonly beforehand: Bounds
  readonly truths: Float64Array
}

/** Hides a cell, and holds its interval to the rule from now on. */
export function hide({ hidden, widths, knowledge, table, rule }: Hiding, node: number): void {
  hidden[node] = 1
  const cell = table.cells[knowledge.system.nodes[node]?.cell ?? -1]
  if (cell === undefined) return
  const width = leastWidth(thresholdOf(cell, table.dimensions, rule), rule)
  widths[node] = Math.max(at(widths, node), width)
}

/** True for a cell that may be hidden to cover another: told so far, not known from before, and no zero that the rule tells. */
export function canCover({ hidden, knowledge, rule }: Hiding, node: number): boolean {
  const { kind, truth } = knowledge.system.nodes[node] ?? {}
  if (kind !== 'table' || truth === undefined || hidden[node] === 1) return false
  if (truth === 0 && !rule.zeros) return false
  return at(knowledge.before.lower, node) < at(knowledge.before.upper, node)
}

/** What an attacker knows of each figure before reckoning, where the release hides those cells. */
export function boundsWith(
  { knowledge, beforehand, truths }: Pick<Hiding, 'knowledge' | 'beforehand' | 'truths'>,
  hidden: Uint8Array,
): Bounds {
  const lower = beforehand.lower.slice()
  const upper = beforehand.upper.slice()
  for (const node of knowledge.nodeOf) {
    const truth = at(truths, node)
    if (hidden[node] === 1 || Number.isNaN(truth)) continue
    lower[node] = truth
    upper[node] = truth
  }
  return { lower, upper }
}

/** What an attacker who knows the rule takes for certain of hidden figures: where zeros are told, a hidden one is none. */
export function boundsBeforehand(
  table: ProtectionTable,
  { before, nodeOf, system, hiddenBefore, presumed }: Knowledge,
  rule: SuppressionRule,
): Bounds {
  const lower = before.lower.slice()
  if (rule.zeros) return { lower, upper: before.upper }
  const raise = (node: number): void => {
    lower[node] = Math.max(at(lower, node), 1)
  }
  for (const node of hiddenBefore)
    if ((system.nodes[node]?.truth ?? (presumed ? 1 : 0)) > 0) raise(node)
  for (const [cell, node] of nodeOf.entries())
    if ((system.nodes[node]?.truth ?? 0) > 0 && table.cells[cell]?.figure.status === 'value')
      raise(node)
  return { lower, upper: before.upper }
}
