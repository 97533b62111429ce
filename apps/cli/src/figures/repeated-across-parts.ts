// SPDX-License-Identifier: Apache-2.0
import { structure } from '@corridor/contracts'
import type { FilePart, FileReading } from '@corridor/formats'
import { whole } from '../output/words'
import { catalogued, type Cause } from './cause'

/**
 * Cells that stand in several datasets of one file. The rules look at one dataset at a time; here the later one would pass for a
 * correction of the earlier, and nobody would be told.
 */
export function repeatedAcrossParts(
  reading: FileReading,
  found: readonly Cause[],
): readonly Cause[] {
  // Where codes are still to be corrected, what looks the same may not be.
  const open = found.some(({ code }) => code === 'CODE_UNKNOWN' || code === 'CONTENT_WRONG')
  if (reading.parts.length < 2 || open) return []
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
  return again.size === 0 ? [] : [causeOf(again, reading.sheet)]
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

function causeOf(again: ReadonlyMap<string, readonly number[]>, sheet: string | undefined): Cause {
  const told = [...again].flatMap(([key, rows]) =>
    rows.map((row) => ({ row, message: messageOf(key.slice(0, key.indexOf('\n')), rows) })),
  )
  const inOrder = told.sort((a, b) => a.row - b.row)
  return {
    code: 'ROW_TWICE',
    ...catalogued('ROW_TWICE'),
    level: 'error',
    ...(sheet === undefined ? {} : { sheet }),
    message: inOrder[0]?.message ?? '',
    rows: inOrder.map(({ row }) => row),
    each: inOrder.map(({ message }) => ({ message })),
  }
}

function messageOf(cell: string, rows: readonly number[]): string {
  const told = rows.slice(0, 5).map(whole)
  const list = told.join(rows.length === 2 ? ' and ' : ', ')
  return `Rows ${list}${rows.length > 5 ? ' …' : ''} are ${rows.length === 2 ? 'both' : 'all'} about ${cell}.`
}
