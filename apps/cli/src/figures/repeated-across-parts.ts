// SPDX-License-Identifier: Apache-2.0
import { structure } from '@corridor/contracts'
import type { FilePart, FileReading } from '@corridor/formats'
import { catalogued, type Cause } from './cause'

/**
 * Cells that stand in several datasets of one file. The rules look at one dataset at a time; here the later one would pass for a
 * correction of the earlier, and nobody would be told.
 */
export function repeatedAcrossParts(reading: FileReading): readonly Cause[] {
  if (reading.parts.length < 2) return []
  const seen = new Map<string, { readonly part: number; readonly row: number }>()
  const again = new Map<string, number[]>()
  for (const [index, part] of reading.parts.entries()) {
    const keyOf = cellNames(part)
    if (keyOf === undefined) continue
    for (const [row, number] of part.rowNumbers.entries()) {
      const key = keyOf(row)
      const first = seen.get(key)
      if (first === undefined) seen.set(key, { part: index, row: number })
      else if (first.part !== index) again.set(key, [...(again.get(key) ?? [first.row]), number])
    }
  }
  return [...again].map(([key, rows]) => causeOf(key, rows, reading.sheet))
}

function cellNames({ contract, data }: FilePart): ((row: number) => string) | undefined {
  const columns = structure(contract.name, contract.version)?.dimensions.map(
    ({ column }) => data[column],
  )
  if (columns === undefined) return undefined
  const about = JSON.stringify([contract.name, data['definition'], data['classifications']])
  return (row) =>
    `${columns.map((cells) => String(Array.isArray(cells) ? cells[row] : cells)).join(' ')}\n${about}`
}

function causeOf(key: string, rows: readonly number[], sheet: string | undefined): Cause {
  const cell = key.slice(0, key.indexOf('\n'))
  const told = rows.slice(0, 5).join(rows.length === 2 ? ' and ' : ', ')
  return {
    code: 'ROW_TWICE',
    ...catalogued('ROW_TWICE'),
    level: 'error',
    ...(sheet === undefined ? {} : { sheet }),
    value: cell,
    message: `Rows ${told}${rows.length > 5 ? ' …' : ''} are ${rows.length === 2 ? 'both' : 'all'} about ${cell}.`,
    rows,
  }
}
