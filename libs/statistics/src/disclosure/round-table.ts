// SPDX-License-Identifier: Apache-2.0
import { cellChance, type ChanceKey } from './cell-chance'
import { numberOf } from './figure'
import { untouched, type NotProtected, type Protected, type ProtectedCell } from './protection'
import type { RoundingRule } from './rule'
import { samePeople, type SamePeople } from './same-people'
import type { NoisedCell, ProtectionTable, TableCell } from './table'

/**
 * Unbiased random rounding of a count v to base b: with r = v mod b, up with probability r/b, else down; multiples stay. `chance`
 * is from 0 to just under 1. The expected value is v. Source: OECD glossary of statistical terms, random rounding.
 * @example roundRandomly(7, 3, 0.2) // 9: r = 1, and 0.2 < 1/3
 */
export function roundRandomly(count: number, base: number, chance: number): number {
  const over = count % base
  return chance < over / base ? count - over + base : count - over
}

/** What rounding is drawn with, and what was told before. */
interface Drawn {
  readonly key: ChanceKey
  readonly scope?: string
  readonly before?: readonly NoisedCell[] | undefined
}

/**
 * Rounds every figure of a table, each by a number drawn from codes and the key; cells that may count the same people all fall as one,
 * and as they fell before: whoever knows that the rest of a whole is empty sees one rounding of a part and its whole. Sums of rounded
 * figures are not rounded sums. The bounds that travel are base − 1 either way, never below nothing; a zero that is told may be a small
 * count. What its sender hid stays suppressed.
 */
export function roundTable(
  table: ProtectionTable,
  { base }: RoundingRule,
  drawn: Drawn,
): Protected | NotProtected {
  const groups = samePeople(table, drawn.before ?? [], 'not-apart')
  if (groups === undefined) return { outcome: 'refused', why: 'too-irregular' }
  const values = new Map<number, number>()
  for (const group of groups)
    for (const cell of group.cells) values.set(cell, roundedAs(group, table, { base, ...drawn }))
  return {
    outcome: 'protected',
    cells: table.cells.map((one, cell) => rounded(one, base, values.get(cell) ?? 0)),
    method: { name: 'random-rounding', parameters: { base } },
    report: untouched,
  }
}

function roundedAs(
  { cells, count, told }: SamePeople,
  table: ProtectionTable,
  { base, key, scope = '' }: Drawn & { readonly base: number },
): number {
  const before = told.find((one) => one % base === 0 && Math.abs(one - count) < base)
  if (before !== undefined) return before
  const { codes = [] } = table.cells[cells[0] ?? -1] ?? {}
  return roundRandomly(count, base, cellChance(`rounding ${scope}`, codes, key))
}

function rounded({ figure }: TableCell, base: number, value: number): ProtectedCell {
  if (figure.status === 'suppressed') return { as: 'suppressed', lower: 0, upper: null }
  if (numberOf(figure) === undefined) return { as: 'told', figure }
  return { as: 'rounded', value, lower: Math.max(0, value - base + 1), upper: value + base - 1 }
}
