// SPDX-License-Identifier: Apache-2.0
import type { Column, Definition, MigrationFlow } from './generated/types'

/** One figure of a message of the newest version, as a row. */
export interface FlowRow {
  readonly reporter: string
  readonly direction: 'inflow' | 'outflow'
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly sex: string
  readonly age: string
  readonly occupation: string
  readonly sector: string
  readonly stay: string
  readonly education: string
  readonly value: number | null
  readonly valueStatus: 'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'
  readonly lower: number | null
  readonly upper: number | null
  readonly obsStatus: string
  readonly confStatus: string
}

/** True when a column has an entry for each row rather than one for all. */
export function isList<Value>(column: Column<Value>): column is readonly Value[] {
  return Array.isArray(column)
}

/** What a column says of a row (counted from 0). A RangeError where the column ends before. */
export function cell<Value extends string | number | null>(
  column: Column<Value>,
  row: number,
): Value {
  if (!isList(column)) return column
  const found = column[row]
  if (found === undefined)
    throw new RangeError(`could not read row ${row} of a column with ${column.length} entries`)
  return found
}

/** The rows of a message, one after the other. */
export function* rowsOf(flow: MigrationFlow): Generator<FlowRow, void, undefined> {
  const { lower = null, upper = null } = flow
  for (let row = 0; row < flow.rows; row++) {
    yield {
      reporter: cell(flow.reporter, row),
      direction: cell(flow.direction, row),
      origin: cell(flow.origin, row),
      destination: cell(flow.destination, row),
      period: cell(flow.period, row),
      sex: cell(flow.sex, row),
      age: cell(flow.age, row),
      occupation: cell(flow.occupation, row),
      sector: cell(flow.sector, row),
      stay: cell(flow.stay, row),
      education: cell(flow.education, row),
      value: cell(flow.value, row),
      valueStatus: cell(flow.valueStatus, row),
      lower: cell(lower, row),
      upper: cell(upper, row),
      obsStatus: cell(flow.obsStatus, row),
      confStatus: cell(flow.confStatus, row),
    }
  }
}

/**
 * The message that rows make: a scalar for each column in which all rows agree. Occupations after ISCO-08, sectors after ISIC
 * Rev. 4, education after ISCED 2011, the frequency of the first period. A RangeError where there is no row.
 */
export function toColumns(definition: Definition, rows: readonly FlowRow[]): MigrationFlow {
  const bounded = rows.some((row) => row.lower !== null || row.upper !== null)
  return {
    definition,
    classifications: { occupation: 'ISCO-08', sector: 'ISIC-4', education: 'ISCED-2011' },
    frequency: frequencyOf(rows[0]?.period ?? ''),
    rows: rows.length,
    reporter: fold(rows, 'reporter'),
    direction: fold(rows, 'direction'),
    origin: fold(rows, 'origin'),
    destination: fold(rows, 'destination'),
    period: fold(rows, 'period'),
    sex: fold(rows, 'sex'),
    age: fold(rows, 'age'),
    occupation: fold(rows, 'occupation'),
    sector: fold(rows, 'sector'),
    stay: fold(rows, 'stay'),
    education: fold(rows, 'education'),
    value: fold(rows, 'value'),
    valueStatus: fold(rows, 'valueStatus'),
    ...(bounded ? { lower: fold(rows, 'lower'), upper: fold(rows, 'upper') } : {}),
    obsStatus: fold(rows, 'obsStatus'),
    confStatus: fold(rows, 'confStatus'),
  }
}

/** The frequency that a period is written in: `frequencyOf('2016-Q2') // 'Q'`. */
export function frequencyOf(period: string): 'A' | 'S' | 'Q' | 'M' {
  const mark = period[5]
  if (mark === undefined) return 'A'
  if (mark === 'S' || mark === 'Q') return mark
  return 'M'
}

function fold<Name extends keyof FlowRow>(
  rows: readonly FlowRow[],
  name: Name,
): Column<FlowRow[Name]> {
  const first = rows[0]
  if (first === undefined) throw new RangeError('could not make columns of no rows')
  const value = first[name]
  return rows.every((row) => row[name] === value) ? value : rows.map((row) => row[name])
}
