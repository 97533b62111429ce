// SPDX-License-Identifier: Apache-2.0
import { posix } from 'node:path'
import { readSharedStrings } from './shared-strings'
import { readDateStyles } from './date-styles'
import { walkXml } from './walk-xml'
import { unreadable, WorkbookFlaw } from './workbook-flaw'
import { readZipDirectory, type ZipDirectory, type ZipEntry } from './zip-directory'
import { inflateEntry } from './zip-entry'

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly part: ZipEntry
}

/** A workbook whose container is sound, with what its sheets refer to. */
export interface Workbook {
  readonly file: Buffer
  readonly sheets: readonly SheetEntry[]
  readonly from1904: boolean
  readonly strings: readonly string[]
  /** By number of a cell's style: whether it shows a date. */
  readonly dateStyles: readonly boolean[]
}

interface Relation {
  readonly id: string
  /** The last word of its type: `worksheet`, `sharedStrings`; the same in the strict and the loose form of the standard. */
  readonly type: string
  readonly target: string
}

/** Opens a workbook. A WorkbookFlaw where it is none, has macros, takes figures from elsewhere, or is too large. */
export async function openWorkbook(file: Buffer): Promise<Workbook> {
  checkSignature(file)
  const parts = readZipDirectory(file)
  await checkContents(file, parts)
  const [main] = (await relations(file, parts, '')).filter(({ type }) => type === 'officeDocument')
  const part = main === undefined ? undefined : parts.get(main.target)
  if (main === undefined || part === undefined) throw noWorkbook()
  const listed = await relations(file, parts, main.target)
  const { sheets, from1904 } = await readSheetList(file, part)
  const partOf = (wanted: (relation: Relation) => boolean): ZipEntry | undefined =>
    parts.get(listed.find(wanted)?.target ?? '')
  return {
    file,
    from1904,
    sheets: sheets.flatMap(({ id, name, hidden }) => {
      const sheet = partOf((relation) => relation.id === id && relation.type === 'worksheet')
      return sheet === undefined ? [] : [{ name, hidden, part: sheet }]
    }),
    strings: await readSharedStrings(
      file,
      partOf(({ type }) => type === 'sharedStrings'),
    ),
    dateStyles: await readDateStyles(
      file,
      partOf(({ type }) => type === 'styles'),
    ),
  }
}

function checkSignature(file: Buffer): void {
  const start = file.subarray(0, 4).toString('hex')
  // The container of Excel 97, which also wraps workbooks that have a password.
  if (start === 'd0cf11e0')
    throw new WorkbookFlaw(
      'FILE_LOCKED',
      'the workbook has a password or is of an Excel before 2007. Save it as XLSX without password',
    )
  if (start !== '504b0304') throw noWorkbook()
}

function noWorkbook(): WorkbookFlaw {
  return unreadable('the file is no XLSX workbook. Save it as XLSX, or send CSV')
}

async function checkContents(file: Buffer, parts: ZipDirectory): Promise<void> {
  const names = [...parts.keys()]
  const types = parts.get('[content_types].xml')
  if (types === undefined) throw noWorkbook()
  const declared: string[] = []
  await walkXml(inflateEntry(file, types), {
    open: (_, attributes) => declared.push((attributes['ContentType'] ?? '').toLowerCase()),
  })
  if (names.some((name) => isMacroPart.test(name)) || declared.some((type) => isMacro.test(type)))
    throw new WorkbookFlaw(
      'FILE_HAS_MACROS',
      'the workbook has macros, which we do not open. Save it as XLSX (without macros)',
    )
  if (declared.some((type) => type.includes('sheet.binary')))
    throw unreadable('the workbook is a binary one (XLSB). Save it as XLSX')
  if (names.some((name) => name.includes('/externallinks/')))
    throw new WorkbookFlaw(
      'FILE_LINKS_ELSEWHERE',
      'the workbook takes figures from another file. Copy the cells, paste them as values, and break the links',
    )
}

const isMacroPart = /vbaproject\.bin$|\/macrosheets\//
const isMacro = /macroenabled|vbaproject/

async function relations(
  file: Buffer,
  parts: ZipDirectory,
  source: string,
): Promise<readonly Relation[]> {
  const folder = posix.dirname(source)
  const part = parts.get(posix.join(folder, '_rels', `${posix.basename(source)}.rels`))
  if (part === undefined) throw noWorkbook()
  const found: Relation[] = []
  await walkXml(inflateEntry(file, part), {
    open: (name, { Id: id, Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || id === undefined || mode === 'External') return
      found.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: (target.startsWith('/')
          ? posix.normalize(target).slice(1)
          : posix.join(folder, target)
        ).toLowerCase(),
      })
    },
  })
  return found
}

interface ListedSheet {
  readonly id: string
  readonly name: string
  readonly hidden: boolean
}

async function readSheetList(
  file: Buffer,
  part: ZipEntry,
): Promise<{ sheets: readonly ListedSheet[]; from1904: boolean }> {
  const sheets: ListedSheet[] = []
  let from1904 = false
  await walkXml(inflateEntry(file, part), {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = isOn(attributes['date1904'])
      if (element !== 'sheet') return
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
      const { name = '', state = 'visible' } = attributes
      sheets.push({ id, name, hidden: state !== 'visible' })
    },
  })
  return { sheets, from1904 }
}

/** The truth of an attribute (xsd:boolean). */
export function isOn(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true'
}
