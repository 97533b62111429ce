// SPDX-License-Identifier: Apache-2.0
import type { ContractColumn } from '../csv/contract-columns'
import { guarded } from '../text/formula-guard'
import { writeDelimited } from './write-delimited'
import { partText, type WrittenPart } from './written-part'

/** Writes datasets of one contract as the project's CSV, a row for each figure. */
export function writeCsv(parts: readonly WrittenPart[]): string {
  const texts = parts.map(partText)
  const used = new Set(texts.flatMap(({ columns }) => columns))
  const columns = (texts[0]?.columns ?? []).concat(
    [...used].filter((column) => texts[0]?.columns.includes(column) !== true),
  )
  const rows = texts.flatMap(({ rows: count, textAt }) =>
    Array.from({ length: count }, (_, row) =>
      columns.map((column) => field(column, textAt(column, row))),
    ),
  )
  return writeDelimited([columns.map(({ name }) => name), ...rows])
}

function field(column: ContractColumn, text = ''): string {
  if (column.kind === 'text') return guarded(text)
  return column.kind === 'amount' || column.kind === 'number' ? clear(text) : text
}

// 1.204 is twelve hundred to half of the world; 1.2040 is not.
function clear(text: string): string {
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text
}
