// SPDX-License-Identifier: Apache-2.0
import { columnLetter } from './cell-place'
import { xmlText } from './xml-text'
import { writeZip, type ZipPart } from './zip-writer'

/** How a cell looks. Everything but numbers is stored as text, which no spreadsheet runs as a formula. */
export type CellLook = 'plain' | 'text' | 'header' | 'wrapped' | 'error' | 'warning'

/** A cell that is written: a number as its digits, or text. */
export interface WrittenCell {
  readonly column: number
  readonly text: string
  readonly kind: 'text' | 'number'
  readonly look: CellLook
}

/** A row that is written. */
export interface WrittenRow {
  readonly row: number
  readonly cells: readonly WrittenCell[]
}

/** A list of codes to choose from in the cells of a column. */
export interface Choice {
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
  /** Where the codes stand: `'CL_SEX'!$A$2:$A$8`. */
  readonly source: string
  /** True where no other code may be written; else the list is an offer. */
  readonly closed: boolean
}

/** A sheet that is written. */
export interface WrittenSheet {
  readonly name: string
  readonly rows: Iterable<WrittenRow> | AsyncIterable<WrittenRow>
  readonly columns?: readonly {
    readonly column: number
    readonly width: number
    readonly look: CellLook
  }[]
  /** How many rows stay in sight. */
  readonly frozenRows?: number
  readonly choices?: readonly Choice[]
}

const looks: readonly CellLook[] = ['plain', 'text', 'header', 'wrapped', 'error', 'warning']

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A workbook (ECMA-376) with these sheets. The same sheets give the same bytes. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const fixed: readonly ZipPart[] = [
    part('[Content_Types].xml', contentTypes(sheets)),
    part('_rels/.rels', relations([[`${office}/officeDocument`, 'xl/workbook.xml']])),
    part('xl/workbook.xml', workbook(sheets)),
    part('xl/_rels/workbook.xml.rels', workbookRelations(sheets)),
    part('xl/styles.xml', styles()),
  ]
  const written = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    pieces: worksheet(sheet),
  }))
  return writeZip([...fixed, ...written])
}

function part(name: string, xml: string): ZipPart {
  return { name, pieces: [declaration, xml] }
}

function contentTypes(sheets: readonly WrittenSheet[]): string {
  const override = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${types}.${type}+xml"/>`
  const parts = sheets.map((_, index) =>
    override(`xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
  )
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${parts.join('')}</Types>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

function workbook(sheets: readonly WrittenSheet[]): string {
  const each = sheets.map(
    ({ name }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each.join('')}</sheets></workbook>`
}

function workbookRelations(sheets: readonly WrittenSheet[]): string {
  const parts = sheets.map(
    (_, index) => [`${office}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
  )
  return relations([...parts, [`${office}/styles`, 'styles.xml']])
}

// One format a look, in the order of `looks`. 49 is text; fills 2 to 4 are header, error and warning.
function styles(): string {
  const fills = ['FFD9E7EE', 'FFF8D7DA', 'FFFFF3CD'].map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  )
  const format = (number: number, font: number, fill: number): string =>
    `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${wrapped}</xf>`
  const wrapped = '<alignment vertical="top" wrapText="1"/>'
  const bare = (format: string): string => format.replace(wrapped, '')
  const formats = [
    bare(format(0, 0, 0)),
    bare(format(49, 0, 0)),
    bare(format(49, 1, 2)),
    format(49, 0, 0),
    format(49, 0, 3),
    format(49, 0, 4),
  ]
  return `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

// The parts of a sheet have one order (ECMA-376 18.3.1.99): views, columns, cells, choices.
async function* worksheet(sheet: WrittenSheet): AsyncGenerator<string> {
  const { rows, columns, frozenRows, choices } = sheet
  yield `${declaration}<worksheet xmlns="${main}">`
  if (frozenRows !== undefined)
    yield `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  if (columns !== undefined && columns.length > 0)
    yield `<cols>${columns.map(columnXml).join('')}</cols>`
  yield '<sheetData>'
  yield* inPieces(rows)
  yield '</sheetData>'
  if (choices !== undefined && choices.length > 0)
    yield `<dataValidations count="${choices.length}">${choices.map(choiceXml).join('')}</dataValidations>`
  yield '</worksheet>'
}

const rowsInPiece = 500

async function* inPieces(
  rows: Iterable<WrittenRow> | AsyncIterable<WrittenRow>,
): AsyncGenerator<string> {
  let piece: string[] = []
  for await (const row of rows) {
    piece.push(rowXml(row))
    if (piece.length < rowsInPiece) continue
    yield piece.join('')
    piece = []
  }
  yield piece.join('')
}

function columnXml(column: { column: number; width: number; look: CellLook }): string {
  const { column: number, width, look } = column
  return `<col min="${number}" max="${number}" width="${width}" style="${looks.indexOf(look)}" customWidth="1"/>`
}

function rowXml({ row, cells }: WrittenRow): string {
  return `<row r="${row}">${cells.map((cell) => cellXml(row, cell)).join('')}</row>`
}

function cellXml(row: number, { column, text, kind, look }: WrittenCell): string {
  const open = `<c r="${columnLetter(column)}${row}" s="${looks.indexOf(look)}"`
  return kind === 'number'
    ? `${open}><v>${xmlText(text)}</v></c>`
    : `${open} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

function choiceXml({ column, firstRow, lastRow, source, closed }: Choice): string {
  const letter = columnLetter(column)
  const strict = closed
    ? ' showErrorMessage="1" errorStyle="warning" errorTitle="Not in the list" error="This code is not in the code list of the column. Corridor would not take it."'
    : ''
  return `<dataValidation type="list" allowBlank="1"${strict} sqref="${letter}${firstRow}:${letter}${lastRow}"><formula1>${xmlText(source)}</formula1></dataValidation>`
}
