// SPDX-License-Identifier: Apache-2.0
import { bearingOn } from './bearing-on'
import { numberOf } from './figure'
import { knowledgeOf, type Knowledge } from './knowledge'
import { propagate } from './propagate'
import type { NotProtected, Protected, ProtectedCell, ProtectionReport } from './protection'
import type { SuppressionRule } from './rule'
import type { Solver } from './solver'
import { suppress, type Suppression } from './suppression'
import { at } from './system'
import type { Known, ProtectionTable } from './table'

/** Suppresses what a rule asks for, given everything that the recipient holds. */
export function suppressTable(
  table: ProtectionTable,
  rule: SuppressionRule,
  given: { readonly known: Known; readonly solver: Solver },
): Protected | NotProtected {
  const known = bearingOn(table, given.known)
  // What an attacker may presume can be false of a table; then nothing is presumed.
  for (const presume of [true, false]) {
    const knowledge = knowledgeOf(table, known, { who: 'all', presume })
    if (typeof knowledge === 'string') return { outcome: 'refused', why: knowledge }
    const done = suppress({ table, knowledge, rule, solver: given.solver })
    if (done !== 'contradiction') return released(table, { rule, knowledge, done, known })
  }
  return { outcome: 'refused', why: 'contradiction' }
}

interface Done {
  readonly rule: SuppressionRule
  readonly knowledge: Knowledge
  readonly done: Suppression
  readonly known: Known
}

function released(table: ProtectionTable, { rule, knowledge, done, known }: Done): Protected {
  const hidden = new Set<number>()
  const withheld = new Set<number>()
  for (const [cell, node] of knowledge.nodeOf.entries()) {
    if (done.hidden[node] !== 1) continue
    hidden.add(cell)
    if (done.exposed.has(node)) withheld.add(cell)
  }
  const bounds = boundsThatTravel(table, known, hidden)
  const cells = table.cells.map(({ figure }, cell): ProtectedCell => {
    if (withheld.has(cell)) return { as: 'withheld' }
    return hidden.has(cell)
      ? { as: 'suppressed', ...(bounds.get(cell) ?? unbounded) }
      : { as: 'told', figure }
  })
  const { threshold, zeros, protectionPercent } = rule
  return {
    outcome: 'protected',
    cells,
    method: { name: 'suppression', parameters: { threshold, zeros, protectionPercent } },
    report: reportOf({ hidden, withheld }, knowledge, done),
  }
}

function reportOf(
  { hidden, withheld }: { hidden: ReadonlySet<number>; withheld: ReadonlySet<number> },
  { inconsistent }: Knowledge,
  { primary, exposed }: Suppression,
): ProtectionReport {
  return {
    primary: [...primary].map(([cell, { reason }]) => ({ cell, reason })),
    secondary: [...hidden].filter((cell) => !primary.has(cell)),
    withheld: [...withheld].map((cell) => ({ cell, why: 'already-computable' as const })),
    exposedElsewhere: exposed.size - withheld.size,
    inconsistent,
  }
}

const unbounded = { lower: 0, upper: null }

/**
 * The bounds that travel with suppressed cells: what propagation gives to one who has this release and what was told to the recipient
 * before, and nothing else. The recipient could work them out without being told, so they tell nothing: not which cells are
 * primary, and nothing of what others hold. What it counts itself is left aside: bounds that lie around the partner's figure would tell
 * that figure to whoever is shown them, and whether the hidden one is near it.
 */
function boundsThatTravel(
  table: ProtectionTable,
  known: Known,
  hidden: ReadonlySet<number>,
): ReadonlyMap<number, { lower: number; upper: number | null }> {
  const view = knowledgeOf(table, known, { who: 'recipient', untold: hidden, presume: false })
  if (typeof view === 'string') return new Map()
  const { lower, upper } = view.before
  for (const [cell, node] of view.nodeOf.entries()) {
    const truth = view.system.nodes[node]?.truth
    if (hidden.has(cell) || truth === undefined) continue
    lower[node] = truth
    upper[node] = truth
  }
  if (propagate(view.system, { lower, upper }) === 'contradiction') return new Map()
  return new Map(
    [...hidden].map((cell) => {
      const node = view.nodeOf[cell] ?? -1
      const least = at(lower, node)
      const most = at(upper, node)
      // Wrong where a sender's figures do not add up; then nothing is said.
      const truth = numberOf(table.cells[cell]?.figure ?? { status: 'missing' }) ?? least
      if (truth < least || truth > most) return [cell, unbounded]
      return [cell, { lower: least, upper: most === Infinity ? null : most }]
    }),
  )
}
