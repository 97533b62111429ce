// SPDX-License-Identifier: Apache-2.0
import type { FileNote } from '../reading/file-reading'
import { shown } from '../text/shown'
import { columnLetter } from './cell-place'
import type { SheetFacts } from './sheet-facts'

/** What somebody should know of a sheet, and that stops nothing: what it hides, its formulas, other sheets. */
export function sheetNotes(facts: SheetFacts): readonly FileNote[] {
  const { sheet, hiddenRows, hiddenColumns, formulas, otherSheets } = facts
  const name = `sheet "${shown(sheet)}"`
  const columns = facts.columns
    .map(({ column }) => column)
    .filter((column) => hiddenColumns.some(({ from, to }) => from <= column && column <= to))
  const notes: FileNote[] = []
  const tell = (code: string, detail: string, row?: number): void => {
    notes.push({ code, detail, ...(row === undefined ? {} : { row }) })
  }
  if (facts.sheetHidden) tell('HIDDEN_READ', `${name} is hidden. It was checked too`)
  if (hiddenRows.length > 0) {
    const detail = `${name} has ${counted(hiddenRows.length, 'hidden row')} (${spans(hiddenRows, String)}). ${checked(hiddenRows.length)}`
    tell('HIDDEN_READ', detail, hiddenRows[0])
  }
  if (columns.length > 0)
    tell(
      'HIDDEN_READ',
      `${name} has ${counted(columns.length, 'hidden column')} (${spans(columns, columnLetter)}). ${checked(columns.length)}`,
    )
  if (formulas > 0)
    tell(
      'FORMULAS_READ',
      `${name} has ${counted(formulas, 'formula')}. We took the results that were saved with the file`,
    )
  if (otherSheets.length > 0)
    tell(
      'SHEETS_NOT_READ',
      `${name} was read. Not read: ${otherSheets.map((other) => `"${shown(other)}"`).join(', ')}, which ${otherSheets.length === 1 ? 'has' : 'have'} such columns too`,
    )
  return notes
}

function checked(count: number): string {
  return count === 1 ? 'It was checked too' : 'They were checked too'
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** `40–42, 50`, at most ten of them. */
function spans(numbers: readonly number[], written: (number: number) => string): string {
  const found: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last !== undefined && last.to + 1 === number) last.to = number
    else found.push({ from: number, to: number })
  }
  const texts = found
    .slice(0, 10)
    .map(({ from, to }) => (from === to ? written(from) : `${written(from)}–${written(to)}`))
  return found.length > 10 ? `${texts.join(', ')} …` : texts.join(', ')
}
