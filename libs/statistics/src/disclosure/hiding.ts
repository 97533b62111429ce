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
  readonly exposed: Set<number>
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
  { knowledge, rule, table }: Pick<Hiding, 'knowledge' | 'rule' | 'table'>,
  hidden: Uint8Array,
): Bounds {
  const { before, nodeOf, system, hiddenBefore, presumed } = knowledge
  const lower = before.lower.slice()
  const upper = before.upper.slice()
  // Where zeros are told, the attacker knows that a hidden figure is none.
  const raise = (node: number): void => {
    if (!rule.zeros) lower[node] = Math.max(at(lower, node), 1)
  }
  for (const node of hiddenBefore)
    if ((system.nodes[node]?.truth ?? (presumed ? 1 : 0)) > 0) raise(node)
  for (const node of nodeOf) {
    const { truth, cell } = system.nodes[node] ?? {}
    if (truth === undefined) continue
    if (hidden[node] !== 1) {
      lower[node] = truth
      upper[node] = truth
    } else if (truth > 0 && table.cells[cell ?? -1]?.figure.status === 'value') raise(node)
  }
  return { lower, upper }
}
