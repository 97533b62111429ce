// SPDX-License-Identifier: Apache-2.0
import type { Earlier } from './earlier'

/** A row whose value can be held against what was stated before. */
export interface Compared {
  readonly row: number
  readonly value: number
  /** What was stated of the same cell, NaN where nothing was. */
  readonly same: number
  /** What was stated of the cell a year earlier, NaN where nothing was. */
  readonly yearBefore: number
  /** What was stated of the opposite flow, NaN where nothing was. */
  readonly reversed: number
}

/** The rows with a value of which something was stated before. */
export function comparedRows(
  earlier: Earlier | undefined,
  valuesOf: () => Float64Array,
): readonly Compared[] {
  if (earlier === undefined) return []
  const figures = valuesOf()
  const compared: Compared[] = []
  for (let row = 0; row < figures.length; row++) {
    const value = figures[row] ?? NaN
    const before = beforeOf(earlier, row)
    if (!Number.isNaN(value) && Object.values(before).some((one) => !Number.isNaN(one)))
      compared.push({ row, value, ...before })
  }
  return compared
}

/** What a value is best held against: the same cell, else the cell a year earlier. */
export function reference({ same, yearBefore }: Compared): number {
  return Number.isNaN(same) ? yearBefore : same
}

/** How far apart two counts are, as the logarithm of their ratio; half a person keeps zeros in. */
export function distance(one: number, other: number): number {
  return Math.abs(Math.log((one + 0.5) / (other + 0.5)))
}

function beforeOf(
  { same, yearBefore, reversed }: Earlier,
  row: number,
): Pick<Compared, 'same' | 'yearBefore' | 'reversed'> {
  return {
    same: same[row] ?? NaN,
    yearBefore: yearBefore[row] ?? NaN,
    reversed: reversed[row] ?? NaN,
  }
}
