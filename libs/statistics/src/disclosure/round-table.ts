// SPDX-License-Identifier: Apache-2.0
import { cellChance, type ChanceKey } from './cell-chance'
import { numberOf } from './figure'
import { untouched, type Protected, type ProtectedCell } from './protection'
import type { RoundingRule } from './rule'
import type { ProtectionTable, TableCell } from './table'

/**
 * Unbiased random rounding of a count v to base b: with r = v mod b, up with probability r/b, else down; multiples stay. `chance`
 * is from 0 to just under 1. The expected value is v. Source: OECD glossary of statistical terms, random rounding.
 * @example roundRandomly(7, 3, 0.2) // 9: r = 1, and 0.2 < 1/3
 */
export function roundRandomly(count: number, base: number, chance: number): number {
  const over = count % base
  return chance < over / base ? count - over + base : count - over
}

/**
 * Rounds every figure of a table, each cell by a number drawn from its codes and the key. Sums of rounded figures are not
 * rounded sums. The bounds that travel are base − 1 either way, never below nothing; a zero that is told may be a small
 * count. What its sender hid stays suppressed.
 */
export function roundTable(
  table: ProtectionTable,
  { base }: RoundingRule,
  { key, scope = '' }: { readonly key: ChanceKey; readonly scope?: string },
): Protected {
  return {
    outcome: 'protected',
    cells: table.cells.map((cell) => rounded(cell, base, { key, scope })),
    method: { name: 'random-rounding', parameters: { base } },
    report: untouched,
  }
}

function rounded(
  { codes, figure }: TableCell,
  base: number,
  { key, scope }: { readonly key: ChanceKey; readonly scope: string },
): ProtectedCell {
  if (figure.status === 'suppressed') return { as: 'suppressed', lower: 0, upper: null }
  const count = numberOf(figure)
  if (count === undefined) return { as: 'told', figure }
  const value = roundRandomly(count, base, cellChance(`rounding ${scope}`, codes, key))
  return { as: 'rounded', value, lower: Math.max(0, value - base + 1), upper: value + base - 1 }
}
