// SPDX-License-Identifier: Apache-2.0
import { crc32, deflateRawSync } from 'node:zlib'

/** A file inside a zip container; the sizes may be given to lie about them. */
export interface RawPart {
  readonly name: string
  readonly content: string | Buffer
  /** What the container says that it inflates to. */
  readonly bytes?: number
  readonly crc?: number
}

/** A zip container with these files. */
export function zipOf(parts: readonly RawPart[]): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content, bytes, crc } of parts) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc ?? crc32(plain), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(bytes ?? plain.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    entries.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, Buffer.from(name))
    bodies.push(body)
    offset += body.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, directory, end])
}

/** A workbook written by hand: what a test is about is given, the rest is the least that a workbook has. */
export interface RawWorkbook {
  /** The XML of each sheet inside its root element, by name. */
  readonly sheets: Readonly<Record<string, string>>
  /** Attributes of a sheet in the list of sheets, by name: `state="hidden"`. */
  readonly sheetAttributes?: Readonly<Record<string, string>>
  readonly strings?: string
  readonly styles?: string
  readonly workbookPr?: string
  readonly contentTypes?: string
  readonly more?: readonly RawPart[]
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook that are to be put into a container. */
export function workbookParts(workbook: RawWorkbook): readonly RawPart[] {
  const names = Object.keys(workbook.sheets)
  const listed = names.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}" ${workbook.sheetAttributes?.[name] ?? ''}/>`,
  )
  const related = names.map(
    (_, index) =>
      `<Relationship Id="s${index}" Type="${office}/worksheet" Target="worksheets/${index}.xml"/>`,
  )
  const optional = [
    { kind: 'sharedStrings', content: workbook.strings },
    { kind: 'styles', content: workbook.styles },
  ].flatMap(({ kind, content }) => (content === undefined ? [] : [{ kind, content }]))
  return [
    { name: '[Content_Types].xml', content: `<Types>${workbook.contentTypes ?? ''}</Types>` },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="w" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${office}">${workbook.workbookPr ?? ''}<sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${related.join('')}${optional.map(({ kind }) => `<Relationship Id="${kind}" Type="${office}/${kind}" Target="${kind}.xml"/>`).join('')}</Relationships>`,
    },
    ...optional.map(({ kind, content }) => ({ name: `xl/${kind}.xml`, content })),
    ...names.map((name, index) => ({
      name: `xl/worksheets/${index}.xml`,
      content: `<worksheet>${workbook.sheets[name] ?? ''}</worksheet>`,
    })),
    ...(workbook.more ?? []),
  ]
}

/** A workbook written by hand, as the bytes of its file. */
export function rawWorkbook(workbook: RawWorkbook): Buffer {
  return zipOf(workbookParts(workbook))
}

/** Rows of a sheet, from row 1. Text that starts with `<` is the cell's XML without its reference; numbers are numbers. */
export function sheetData(rows: readonly (readonly (string | number | null)[])[]): string {
  const written = rows.map((cells, index) => {
    const row = index + 1
    const each = cells.map((cell, column) => cellXml(`${letters(column)}${row}`, cell))
    return `<row r="${row}">${each.join('')}</row>`
  })
  return `<sheetData>${written.join('')}</sheetData>`
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

function cellXml(place: string, cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${place}"`)
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
}
