// SPDX-License-Identifier: Apache-2.0
import { cellKeyRange } from '@corridor/contracts'
import { numberOf } from './figure'
import { noiseOf, noiseTable, type NoiseTable } from './noise-table'
import { untouched, type NotProtected, type Protected, type ProtectedCell } from './protection'
import type { CellKeyRule } from './rule'
import { samePeople, type SamePeople } from './same-people'
import type { NoisedCell, ProtectionTable, TableCell } from './table'

/**
 * Perturbs every figure by its cell key, which its sender works out from the record keys of the people counted: the same people
 * get the same noise wherever they are counted together. Where one cell lies within another and both count equally many they are the
 * same people, whatever keys their sender gives, and what was told of them before is told again. A cell without a key is withheld. Zeros
 * stay. Perturbed parts do not add up to perturbed wholes. Who rolls cells up adds up their keys (`addCellKeys` of the contracts).
 */
export function perturbTable(
  table: ProtectionTable,
  rule: CellKeyRule,
  before: readonly NoisedCell[] = [],
): Protected | NotProtected {
  const noise = noiseTable(rule)
  if (noise === undefined) return { outcome: 'refused', why: 'impossible-noise' }
  const groups = samePeople(table, before, 'within')
  if (groups === undefined) return { outcome: 'refused', why: 'too-irregular' }
  const { maximumNoise, variance, smallest } = rule
  const values = new Map<number, number>()
  for (const group of groups) {
    const value = perturbedAs(group, table, { rule, noise })
    if (value !== undefined) for (const cell of group.cells) values.set(cell, value)
  }
  const cells = table.cells.map((one, cell) => perturbed(one, rule, values.get(cell)))
  return {
    outcome: 'protected',
    cells,
    method: { name: 'cell-key', parameters: { maximumNoise, variance, smallest } },
    report: {
      ...untouched,
      withheld: cells.flatMap((one, cell) =>
        one.as === 'withheld' ? [{ cell, why: 'no-cell-key' as const }] : [],
      ),
    },
  }
}

function perturbedAs(
  { cells, count, told }: SamePeople,
  table: ProtectionTable,
  { rule, noise }: { readonly rule: CellKeyRule; readonly noise: NoiseTable },
): number | undefined {
  const before = told.find(
    (one) => Math.abs(one - count) <= rule.maximumNoise && (one === 0 || one > rule.smallest),
  )
  if (before !== undefined) return before
  const key = cells.map((cell) => table.cells[cell]?.cellKey).find(isCellKey)
  return key === undefined ? undefined : count + noiseOf(noise, count, key / cellKeyRange)
}

function perturbed(
  { figure, cellKey }: TableCell,
  { maximumNoise }: CellKeyRule,
  found: number | undefined,
): ProtectedCell {
  if (figure.status === 'suppressed') return { as: 'suppressed', lower: 0, upper: null }
  const count = numberOf(figure)
  if (count === undefined) return { as: 'told', figure }
  // Zeros stay zeros, so they need no key.
  const value = count === 0 ? 0 : found
  if (value === undefined || (count > 0 && !isCellKey(cellKey))) return { as: 'withheld' }
  return {
    as: 'perturbed',
    value,
    lower: Math.max(0, value - maximumNoise),
    upper: value + maximumNoise,
  }
}

function isCellKey(key: number | undefined): key is number {
  return key !== undefined && Number.isInteger(key) && key >= 0 && key < cellKeyRange
}
