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
  readonly direction: 'outflow' | 'inflow'
  readonly reporter: string
  readonly value: number | null
  readonly valueStatus: string
  readonly confStatus: string
  readonly definition: Definition
  readonly position: number
}

/** A text that is equal for equal cells. */
export function cellKey(cell: Cell): string {
  const { contract, origin, destination, period, sex, age, occupation, sector, stay } = cell
  return [contract, origin, destination, period, sex, age, occupation, sector, stay].join('|')
}
