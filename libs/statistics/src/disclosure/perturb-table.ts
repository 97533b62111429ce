// SPDX-License-Identifier: Apache-2.0
import { cellKeyRange } from '@corridor/contracts'
import { numberOf } from './figure'
import { noiseOf, noiseTable, type NoiseTable } from './noise-table'
import { untouched, type NotProtected, type Protected, type ProtectedCell } from './protection'
import type { CellKeyRule } from './rule'
import type { ProtectionTable, TableCell } from './table'

/**
 * Perturbs every figure by its cell key, which its sender works out from the record keys of the people counted: the same people
 * get the same noise wherever they are counted together. A cell without a key is withheld. Zeros stay. Perturbed parts do not
 * add up to perturbed wholes. Who rolls cells up adds up their keys (`addCellKeys` of the contracts).
 */
export function perturbTable(table: ProtectionTable, rule: CellKeyRule): Protected | NotProtected {
  const noise = noiseTable(rule)
  if (noise === undefined) return { outcome: 'refused', why: 'impossible-noise' }
  const cells = table.cells.map((cell) => perturbed(cell, rule, noise))
  const { maximumNoise, variance, smallest } = rule
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

function perturbed(
  { figure, cellKey }: TableCell,
  { maximumNoise }: CellKeyRule,
  noise: NoiseTable,
): ProtectedCell {
  if (figure.status === 'suppressed') return { as: 'suppressed', lower: 0, upper: null }
  const count = numberOf(figure)
  if (count === undefined) return { as: 'told', figure }
  // Zeros stay zeros, so they need no key.
  if (count > 0 && !isCellKey(cellKey)) return { as: 'withheld' }
  const value = count + noiseOf(noise, count, (cellKey ?? 0) / cellKeyRange)
  const lower = Math.max(0, value - maximumNoise)
  return { as: 'perturbed', value, lower, upper: value + maximumNoise }
}

function isCellKey(key: number | undefined): key is number {
  return key !== undefined && Number.isInteger(key) && key >= 0 && key < cellKeyRange
}
