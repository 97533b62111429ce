// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { csvField } from '../marked/guard-cell'
import { columnLetter } from '../xlsx/cell-place'
import {
  writeWorkbook,
  type Choice,
  type CellLook,
  type WrittenRow,
  type WrittenSheet,
} from '../xlsx/write-workbook'
import { meaningOf } from './column-meanings'
import {
  templateColumns,
  type OwnCodes,
  type TemplateColumn,
  type TemplateList,
} from './template-columns'

/** What a template is made for. */
export interface TemplateOptions {
  /** The office's own codes, by names of columns, where a mapping turns them into those of the contract. */
  readonly codes?: OwnCodes
  /** Labels of code lists and explanations; English is what there is. */
  readonly language?: 'en'
}

/** A contract that figures come by. */
interface Contract {
  readonly name: string
  readonly version: string
}

/** Rows that offer their codes. */
const lastRow = 100_001

/**
 * A workbook to be filled in: a sheet for the figures whose columns are those of the contract and formatted as text, one that
 * explains each of them, and one for each code list.
 */
export async function writeTemplate(
  contract: Contract,
  options: TemplateOptions = {},
): Promise<Outcome<Uint8Array, 'CONTRACT_UNKNOWN'>> {
  const columns = templateColumns(contract, options.codes ?? {})
  if (columns === undefined) return unknown(contract)
  const lists = new Map(columns.flatMap((column) => column.lists).map((list) => [list.name, list]))
  const words = columns.filter(({ choices }) => choices.length > 0)
  return accept(
    await writeWorkbook([
      dataSheet(columns, words),
      howToSheet(contract, columns),
      ...(words.length === 0 ? [] : [choiceSheet(words)]),
      ...[...lists.values()].map(listSheet),
    ]),
  )
}

/** The same as CSV: the names of the columns, for spreadsheets in UTF-8. */
export function writeCsvTemplate(contract: Contract): Outcome<string, 'CONTRACT_UNKNOWN'> {
  const columns = templateColumns(contract, {})
  if (columns === undefined) return unknown(contract)
  return accept(`\uFEFF${columns.map(({ column }) => csvField(column.name)).join(',')}\r\n`)
}

function unknown({ name }: Contract): Outcome<never, 'CONTRACT_UNKNOWN'> {
  return refuse('CONTRACT_UNKNOWN', `figures do not come by the contract "${name.slice(0, 40)}"`)
}

const choiceSheetName = 'Choices'

function dataSheet(
  columns: readonly TemplateColumn[],
  words: readonly TemplateColumn[],
): WrittenSheet {
  return {
    name: 'Data',
    frozenRows: 1,
    // As text, a code stays what was typed. Figures are numbers.
    columns: columns.map(({ column: { kind, name } }, index) => ({
      column: index + 1,
      width: Math.max(12, name.length + 2),
      look: kind === 'amount' || kind === 'count' || kind === 'number' ? 'plain' : 'text',
    })),
    rows: [
      textRow(
        1,
        columns.map(({ column }) => column.name),
        'header',
      ),
    ],
    choices: columns.flatMap((column, index) => choiceOf(column, index + 1, words)),
  }
}

// Where a column may follow several classifications, the first list is offered and the others are not forbidden.
function choiceOf(
  { lists, choices, column: own }: TemplateColumn,
  column: number,
  words: readonly TemplateColumn[],
): readonly Choice[] {
  const rows = { column, firstRow: 2, lastRow }
  const [list] = lists
  if (list !== undefined) {
    const closed = list.closed && lists.length === 1
    return [{ ...rows, source: `'${list.name}'!$A$2:$A$${list.codes.length + 1}`, closed }]
  }
  if (choices.length === 0) return []
  const row = 1 + words.findIndex((word) => word.column === own)
  const source = `'${choiceSheetName}'!$B$${row}:$${columnLetter(choices.length + 1)}$${row}`
  return [{ ...rows, source, closed: true }]
}

function howToSheet(contract: Contract, columns: readonly TemplateColumn[]): WrittenSheet {
  const lines: readonly (readonly string[])[] = [
    [`How to fill in the sheet Data (${contract.name} ${contract.version})`],
    [
      'One row for each figure. Leave the names in row 1 as they are; columns that may be left out can be deleted.',
    ],
    ['Examples are synthetic: they are nobody’s figures.'],
    [],
    ['Column', 'What it says', 'Must it be there?', 'What may stand in it', 'Example (synthetic)'],
    ...columns.map(howToLine),
  ]
  return {
    name: 'How to',
    columns: [24, 60, 34, 50, 22].map((width, index) => ({
      column: index + 1,
      width,
      look: 'wrapped',
    })),
    rows: lines.map((texts, index) =>
      textRow(index + 1, texts, index === 0 || index === 4 ? 'header' : 'wrapped'),
    ),
  }
}

function howToLine({ column, lists, choices }: TemplateColumn): readonly string[] {
  const { about, example } = meaningOf(column)
  const codes = lists.map(({ name }) => `a code of the sheet ${name}`).join(' or ')
  return [column.name, about, need(column), codes === '' ? choices.join(', ') : codes, example]
}

function need({ otherwise, optional }: TemplateColumn['column']): string {
  if (otherwise !== undefined) return `no; ${otherwise} is meant where it is not there`
  return optional ? 'no' : 'yes'
}

// A row for each column: names in one row would look like the header of figures.
function choiceSheet(words: readonly TemplateColumn[]): WrittenSheet {
  return {
    name: choiceSheetName,
    columns: [{ column: 1, width: 28, look: 'text' }],
    rows: words.map(({ column, choices }, index) =>
      textRow(index + 1, [column.name, ...choices], 'text'),
    ),
  }
}

function listSheet({ name, codes }: TemplateList): WrittenSheet {
  return {
    name,
    frozenRows: 1,
    columns: [
      { column: 1, width: 16, look: 'text' },
      { column: 2, width: 80, look: 'text' },
    ],
    rows: [
      textRow(1, ['code', 'label'], 'header'),
      ...codes.map(({ code, label }, index) => textRow(index + 2, [code, label], 'text')),
    ],
  }
}

function textRow(row: number, texts: readonly string[], look: CellLook): WrittenRow {
  return {
    row,
    cells: texts.flatMap((text, index) =>
      text === '' ? [] : [{ column: index + 1, text, kind: 'text' as const, look }],
    ),
  }
}
