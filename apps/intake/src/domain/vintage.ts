// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, structure, type Dataset, type ValueStatus } from '@corridor/contracts'
import { cellKeys } from '@corridor/rules'

/** Whose figures, of which contract; figures of a sender's test mode are apart from all others. */
export interface SeriesName {
  readonly participant: string
  readonly contract: string
  readonly test: boolean
}

/** What a dataset states of each cell, in the order of its rows. */
export interface Cells {
  /** Four words a row: `cellKeys`. */
  readonly keys: Uint32Array
  /** The figure; NaN where the row has none (suppressed, missing, not applicable, retracted). */
  readonly figures: Float64Array
}

/** Cells with what reads of vintages go by. */
export interface Vintage extends Cells {
  readonly periods: readonly string[]
  /** One letter a row: see `statusLetter`. */
  readonly statuses: readonly string[]
}

/** How a value status stands in the table of vintages. */
export const statusLetter: Readonly<Record<ValueStatus, string>> = {
  value: 'v',
  suppressed: 's',
  missing: 'm',
  'not-applicable': 'n',
  retracted: 'r',
}

/** The cells of a dataset that was accepted; null where its contract carries no statistics. */
export function vintageOf(
  { contract, version }: { readonly contract: string; readonly version: string },
  dataset: Dataset,
): Vintage | null {
  const known = structure(contract, version)
  if (known === undefined) return null
  const time = known.dimensions.find(({ role }) => role === 'time')?.column
  const period = time === undefined ? '' : (columnOf(dataset, time) ?? '')
  const rows = Array.from({ length: dataset.rows }, (_, row) => row)
  return {
    keys: cellKeys(dataset, known),
    figures: figuresOf(dataset),
    periods: rows.map((row) => String(cell(period, row))),
    statuses: rows.map((row) => statusLetter[cell(dataset.valueStatus, row)]),
  }
}

/** The figures of a dataset by row, NaN where a row has none. */
export function figuresOf({ rows, value, valueStatus }: Dataset): Float64Array {
  const figures = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    figures[row] = cell(valueStatus, row) === 'value' ? (cell(value, row) ?? NaN) : NaN
  }
  return figures
}
