// SPDX-License-Identifier: Apache-2.0
import type { Definition } from '@corridor/statistics'

/** Which figure: one cell of one corridor. */
export interface Cell {
  readonly contract: string
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly sex: string
  readonly age: string
  readonly occupation: string
  readonly sector: string
  readonly stay: string
}

/** One side's newest statement about a cell. */
export interface CellStatement extends Cell {
  /** Cells have no education yet: see `isComparable`. */
  readonly education: '_T'
  readonly direction: 'outflow' | 'inflow'
  readonly reporter: string
  readonly value: number | null
  readonly valueStatus: string
  readonly confStatus: string
  readonly definition: Definition
  readonly position: number
}

/**
 * Whether a row can be set beside the other side's. A sender of migration-flow 1.0.0 says nothing of education, which is `_T` of
 * 1.1.0: those cells pair. Rows of one level of education are kept out of the comparison, so that none of them stands in the place
 * of the total. GAP(#5): cells get every dimension of their contract with the new agreements.
 */
export function isComparable(row: { readonly education: string }): boolean {
  return row.education === '_T'
}

/** A text that is equal for equal cells. */
export function cellKey(cell: Cell): string {
  const { contract, origin, destination, period, sex, age, occupation, sector, stay } = cell
  return [contract, origin, destination, period, sex, age, occupation, sector, stay].join('|')
}
