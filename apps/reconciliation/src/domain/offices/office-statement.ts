// SPDX-License-Identifier: Apache-2.0
import { structure, type Dataset } from '@corridor/contracts'
import { datasetRows } from '../dataset-rows'
import type { StatedFigure } from '../said'

/** How an office counts: the members of its definition, and which classification each column of codes follows. */
export interface OfficeCounting {
  readonly definition: Readonly<Record<string, unknown>>
  readonly classifications: Readonly<Record<string, string>>
}

/** Which figure of a state, by a contract. */
export interface OfficeCell {
  readonly period: string
  /** The codes of the contract's dimensions beside reporter and period, in their order, joined by dots: `outflow.BE.DK._T._T`. */
  readonly cell: string
}

/** What an office of a state has said last of one figure. Units are those of the contract. */
export interface OfficeStatement extends OfficeCell, StatedFigure, OfficeCounting {
  /** Empty where nobody noted whose key signed. */
  readonly office: string
  /** True where it went on as the state's figure. */
  readonly isReleased: boolean
  readonly position: number
}

/** The columns of a contract of which the codes of a cell are, in their order; none where it is not statistical. */
export function cellColumns(contract: string): readonly string[] {
  const dimensions = structure(contract)?.dimensions ?? []
  return dimensions.flatMap(({ role, column }) =>
    role === 'reporter' || role === 'time' ? [] : [column],
  )
}

/** The figures of a dataset in its contract's newest version, by their cells. */
export function figuresIn(
  contract: string,
  dataset: Dataset,
): readonly (OfficeCell & StatedFigure)[] {
  const columns = cellColumns(contract)
  const dimensions = structure(contract)?.dimensions ?? []
  const time = dimensions.find(({ role }) => role === 'time')?.column ?? ''
  const numberIn = (code: string | number | null | undefined): number | null =>
    typeof code === 'number' ? code : null
  return datasetRows(contract, dataset).map((row) => ({
    period: String(row[time]),
    cell: columns.map((column) => String(row[column])).join('.'),
    value: numberIn(row['value']),
    valueStatus: String(row['valueStatus']),
    lower: numberIn(row['lower']),
    upper: numberIn(row['upper']),
    standardError: numberIn(row['standardError']),
  }))
}
