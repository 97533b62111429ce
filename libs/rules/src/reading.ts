// SPDX-License-Identifier: Apache-2.0
import { cell, isList, type Column, type Dataset, type Structure } from '@corridor/contracts'
import { compare, type Comparison } from './history/comparison'
import type { Earlier } from './history/earlier'
import { rowGroups, type RowGroups } from './row-groups'
import type { Dimensions, ReadDimension } from './structural/dimensions'

/** A dataset as rules read it: each thing worked out once, when the first rule asks for it. */
export interface Reading {
  readonly dataset: Dataset
  readonly dimensions: Dimensions
  readonly earlier: Earlier | undefined
  readonly at: Date | undefined
  readonly structure: Structure
  readonly dimension: (column: string) => ReadDimension | undefined
  /** The value of each row, NaN where its status is another than `value`. */
  readonly figures: () => Float64Array
  /** Where each row's true figure lies: both bounds are the value itself, NaN where nothing is known. */
  readonly bounds: () => Bounds
  /** What all figures are a multiple of: 1, or the base that they were rounded to or reported in. */
  readonly step: () => number
  /** The rows beside what was stated before, undefined where nothing was. */
  readonly comparison: () => Comparison | undefined
  /** Rows that agree in all dimensions but one. */
  readonly groupsBeside: (column: string) => RowGroups
}

/** The least and the most that each row's figure can be. */
export interface Bounds {
  readonly least: Float64Array
  readonly most: Float64Array
}

/** Makes a dataset ready for its rules. */
export function readDataset(
  given: Pick<Reading, 'dataset' | 'dimensions' | 'earlier' | 'at' | 'structure'>,
): Reading {
  const { dataset, dimensions } = given
  const groups = new Map<string, RowGroups>()
  let figures: Float64Array | undefined
  let bounds: Bounds | undefined
  let comparison: Comparison | undefined
  let step: number | undefined
  const valuesOf = (): Float64Array => (figures ??= figuresOf(dataset))
  return {
    ...given,
    dimension: (column) => dimensions.all.find(({ name }) => name === column),
    figures: valuesOf,
    bounds: () => (bounds ??= boundsOf(dataset)),
    step: () => (step ??= Math.max(reportedStep(dataset), commonStep(valuesOf()))),
    comparison: () => (comparison ??= compare(given.earlier, valuesOf)),
    groupsBeside: (column) => {
      const known = groups.get(column) ?? rowGroups(dataset.rows, beside(dimensions, column))
      groups.set(column, known)
      return known
    },
  }
}

/** True where some of the columns have an entry for each row; otherwise the first row speaks for all. */
export function differs(columns: readonly (Column<string | number | null> | undefined)[]): boolean {
  return columns.some((column) => column !== undefined && isList(column))
}

function beside({ all }: Dimensions, column: string): ReadDimension['interned'][] {
  return all.filter(({ name }) => name !== column).map(({ interned }) => interned)
}

function figuresOf({ rows, value, valueStatus }: Dataset): Float64Array {
  const figures = new Float64Array(rows)
  for (let row = 0; row < rows; row++)
    figures[row] = cell(valueStatus, row) === 'value' ? (cell(value, row) ?? NaN) : NaN
  return figures
}

/** The step in which figures are reported: thousands with one decimal are reported in hundreds. */
export function reportedStep({ unit }: Dataset): number {
  return unit === undefined ? 1 : Math.max(1, 10 ** (unit.multiplier - unit.decimals))
}

/** Fewer figures than these may be multiples of a number by chance. */
const leastFigures = 20

// Offices round to 5 or 10 to protect people, and say so nowhere that a program can read.
function commonStep(figures: Float64Array): number {
  let [step, counted] = [0, 0]
  for (const figure of figures) {
    if (!(figure > 0)) continue
    step = greatestDivisor(step, figure)
    counted++
  }
  return counted < leastFigures ? 1 : step
}

function greatestDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b]
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

// A suppressed figure lies in its interval, or anywhere; where a figure does not apply, there is nobody.
function boundsOf(dataset: Dataset): Bounds {
  const { rows, value, valueStatus, lower = null, upper = null } = dataset
  const least = new Float64Array(rows)
  const most = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const status = cell(valueStatus, row)
    const hidden = status === 'suppressed'
    const other = status === 'not-applicable' ? 0 : NaN
    const figure = status === 'value' ? (cell(value, row) ?? NaN) : other
    least[row] = hidden ? (cell(lower, row) ?? 0) : figure
    most[row] = hidden ? (cell(upper, row) ?? Infinity) : figure
  }
  return { least, most }
}
