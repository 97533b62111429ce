// SPDX-License-Identifier: Apache-2.0
import { structure } from '@corridor/contracts'
import type { FilePart, FileReading } from '@corridor/formats'
import { clean } from '../output/clean'
import { catalogued, type Cause } from './cause'

/** Rows about another period than the one that the office means to send, a cause for each such period. */
export function otherPeriods(reading: FileReading, period: string | undefined): readonly Cause[] {
  if (period === undefined) return []
  const causes = new Map<string, { cause: Cause; rows: number[] }>()
  for (const part of reading.parts) {
    const column = structure(part.contract.name, part.contract.version)?.dimensions.find(
      ({ role }) => role === 'time',
    )
    if (column === undefined) continue
    for (const [met, rows] of rowsByPeriod(part, column.column)) {
      if (met === period) continue
      const known = causes.get(met)
      if (known !== undefined) known.rows.push(...rows)
      else causes.set(met, causeOf({ part, column: column.column, met, period, rows, reading }))
    }
  }
  return [...causes.values()].map(({ cause, rows }) => ({ ...cause, rows }))
}

function rowsByPeriod(
  { data, rowNumbers }: FilePart,
  column: string,
): ReadonlyMap<string, readonly number[]> {
  const cells = data[column]
  const rows = new Map<string, number[]>()
  for (const [row, number] of rowNumbers.entries()) {
    const met = String(Array.isArray(cells) ? cells[row] : cells)
    const known = rows.get(met)
    if (known === undefined) rows.set(met, [number])
    else known.push(number)
  }
  return rows
}

function causeOf(what: {
  readonly part: FilePart
  readonly column: string
  readonly met: string
  readonly period: string
  readonly rows: readonly number[]
  readonly reading: FileReading
}): { cause: Cause; rows: number[] } {
  const { part, column, met, period, reading } = what
  const place = part.places[column]
  const field = place?.header ?? column
  const where = place === undefined || place.letter === '' ? field : `${place.letter} (${field})`
  const rows = [...what.rows]
  const cause: Cause = {
    code: 'PERIOD_NOT_OF_FILE',
    ...catalogued('PERIOD_NOT_OF_FILE'),
    level: 'error',
    ...(reading.sheet === undefined ? {} : { sheet: reading.sheet }),
    ...(place === undefined || place.letter === '' ? {} : { column: place.letter }),
    field,
    value: clean(met, 40),
    message: `Column ${where}: ${clean(met, 40)} is not the period of this file (${clean(period, 40)}).`,
    rows,
  }
  return { cause, rows }
}
