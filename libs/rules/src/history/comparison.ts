// SPDX-License-Identifier: Apache-2.0
import type { Earlier } from './earlier'

/** Each row's value beside what was stated before, NaN where there is no value or nothing was stated. */
export interface Comparison extends Earlier {
  readonly values: Float64Array
  /** What a value is best held against: the same cell, else the cell a year earlier. */
  readonly reference: Float64Array
}

/** The comparison of rows; undefined where nothing was stated before, so that rules about the past have nothing to do. */
export function compare(
  earlier: Earlier | undefined,
  valuesOf: () => Float64Array,
): Comparison | undefined {
  if (earlier === undefined) return undefined
  const { same, yearBefore, reversed } = earlier
  if (![same, yearBefore, reversed].some(hasFigure)) return undefined
  const values = valuesOf()
  const reference = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const own = same[row] ?? NaN
    reference[row] = Number.isNaN(own) ? (yearBefore[row] ?? NaN) : own
  }
  return { values, reference, same, yearBefore, reversed }
}

/** How far apart two counts are, as the logarithm of their ratio; half a person keeps zeros in. */
export function distance(one: number, other: number): number {
  return Math.abs(Math.log((one + 0.5) / (other + 0.5)))
}

function hasFigure(column: Float64Array): boolean {
  for (let row = 0; row < column.length; row++) if (!Number.isNaN(column[row] ?? NaN)) return true
  return false
}
