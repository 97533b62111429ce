// SPDX-License-Identifier: Apache-2.0
import type { ChanceKey } from './cell-chance'
import { perturbTable } from './perturb-table'
import { untouched, type NotProtected, type Protected } from './protection'
import { roundTable } from './round-table'
import type { ProtectionRule } from './rule'
import type { Solver } from './solver'
import { suppressTable } from './suppress-table'
import { nothingKnown, type Known, type ProtectionTable } from './table'

/** What protection needs besides the table and the rule. */
export interface ProtectionMeans {
  /** All that the recipient and those who share with it hold; nothing where it is left out. */
  readonly known?: Known
  readonly solver: Solver
  /** The secret of random rounding; without one nothing is rounded, and nothing released. */
  readonly key?: ChanceKey
  /** What the codes are codes of (a contract), so that equal codes of two contracts fall differently. */
  readonly scope?: string
}

/**
 * Protects a table before it leaves, by the rule that an agreement sets: the same table and means give the same result.
 * Figures are told, suppressed with their bounds, rounded, perturbed or withheld; a suppressed one is never zero and never absent.
 * @example protect(table, { method: 'suppression', threshold: 3, zeros: false, protectionPercent: 100 }, { solver })
 */
export function protect(
  table: ProtectionTable,
  rule: ProtectionRule,
  { known = nothingKnown, solver, key, scope = '' }: ProtectionMeans,
): Protected | NotProtected {
  switch (rule.method) {
    case 'published-figures-no-protection':
      return {
        outcome: 'protected',
        cells: table.cells.map(({ figure }) => ({ as: 'told', figure })),
        method: { name: 'none', parameters: {} },
        report: untouched,
      }
    case 'suppression':
      return suppressTable(table, rule, { known, solver })
    case 'random-rounding':
      return key === undefined
        ? { outcome: 'refused', why: 'no-secret' }
        : roundTable(table, rule, { key, scope, before: known.noised })
    case 'cell-key':
      return perturbTable(table, rule, known.noised)
  }
}
