// SPDX-License-Identifier: Apache-2.0
import { rawWorkbook, sheetData, workbookParts, zipOf, type RawWorkbook } from '@corridor/testing'
import fc from 'fast-check'
import type { FileReading } from '../reading/file-reading'
import type { SheetFacts } from './sheet-facts'
import { readSheetFacts } from './read-sheet-facts'
import { readXlsx, type XlsxOptions } from './read-xlsx'
import { WorkbookFlaw } from './workbook-flaw'

const contract = { name: 'migration-flow', version: '1.0.0' }
const header = ['reporter', 'direction', 'origin', 'destination', 'period', 'value', 'minimum_stay']
const row = ['BE', 'outflow', 'BE', 'DK', '2016', 409, 'P12M']
const figures = sheetData([header, row])
const plain = (more: Partial<RawWorkbook> = {}): RawWorkbook => ({
  sheets: { Data: figures },
  ...more,
})

async function problemOf(bytes: Uint8Array, more: Partial<XlsxOptions> = {}): Promise<string> {
  const { parts, rowsRead, problems }: FileReading = await readXlsx(bytes, { contract, ...more })
  expect({ parts, rowsRead, problems: problems.length }).toEqual({
    parts: [],
    rowsRead: 0,
    problems: 1,
  })
  return `${problems[0]?.code}: ${problems[0]?.detail}`
}

describe('a workbook that grows when it is opened', () => {
  const spaces = Buffer.alloc(40 * 1024 * 1024, ' ')
  const withPart = (part: { content: Buffer; bytes?: number; name?: string }): Buffer =>
    zipOf([...workbookParts(plain()), { name: 'xl/more.xml', ...part }])

  it('is refused where its directory says so', async () => {
    const bomb = withPart({ content: spaces })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await problemOf(bomb)).toMatch(/^FILE_TOO_LARGE: .*more than 200 times its size/)
  })

  it('is refused where all parts together would be more than 300 MB', async () => {
    const parts = Array.from({ length: 9 }, (_, index) => ({
      name: `xl/media/${index}`,
      content: Buffer.alloc(300_000, `${index}abc`),
      bytes: 40 * 1024 * 1024,
    }))
    const noise = parts.map((part) => ({ ...part, content: noiseOf(300_000) }))
    expect(await problemOf(zipOf([...workbookParts(plain()), ...noise]))).toMatch(
      /^FILE_TOO_LARGE: .*300 MB/,
    )
  })

  it('is refused where its directory lies about a part that is read', async () => {
    const sheet = `<worksheet>${figures}${' '.repeat(5_000_000)}</worksheet>`
    const parts = workbookParts(plain()).map((part) =>
      part.name === 'xl/worksheets/0.xml' ? { ...part, content: sheet, bytes: 5_000 } : part,
    )
    expect(await problemOf(zipOf(parts))).toMatch(/^FILE_TOO_LARGE: .*larger than it says/)
  })

  it('is refused where parts share their packed bytes', async () => {
    const file = withPart({ content: noiseOf(1_000) })
    // The last entry of the directory points where the one before it does.
    const entries = [...file.toString('latin1').matchAll(/PK\x01\x02/g)].map(({ index }) => index)
    const [before = 0, last = 0] = entries.slice(-2)
    file.copy(file, last + 42, before + 42, before + 46)
    expect(await problemOf(file)).toMatch(/^FILE_UNREADABLE/)
  })

  it('is ended where it takes more time than it is given', async () => {
    const rows = Array.from({ length: 30_000 }, () => row)
    const file = rawWorkbook({ sheets: { Data: sheetData([header, ...rows]) } })
    const limits = { seconds: 0.05, megabytes: 256 }
    expect(await problemOf(file, { limits })).toMatch(/^FILE_TOO_LARGE: .*more time or memory/)
  })

  it('is ended where it takes more memory than it is given', async () => {
    const strings = Array.from({ length: 400_000 }, (_, index) => `<si><t>text ${index}</t></si>`)
    const file = rawWorkbook(plain({ strings: `<sst>${strings.join('')}</sst>` }))
    const limits = { seconds: 60, megabytes: 16 }
    expect(await problemOf(file, { limits })).toMatch(/^FILE_TOO_LARGE: .*more time or memory/)
  })
})

describe('a workbook with more than cells', () => {
  it.each([
    ['a macro', plain({ more: [{ name: 'xl/vbaProject.bin', content: 'x' }] }), 'FILE_HAS_MACROS'],
    [
      'a type that has macros',
      plain({
        contentTypes:
          '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
      }),
      'FILE_HAS_MACROS',
    ],
    [
      'a link to another file',
      plain({ more: [{ name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' }] }),
      'FILE_LINKS_ELSEWHERE',
    ],
    [
      'the same part twice',
      plain({ more: [{ name: 'XL/worksheets/0.XML', content: '<worksheet/>' }] }),
      'FILE_UNREADABLE',
    ],
  ])('is refused where it has %s', async (_, workbook, code) => {
    expect(await problemOf(rawWorkbook(workbook))).toMatch(new RegExp(`^${code}: `))
  })

  it.each([
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE x SYSTEM "file:///etc/hosts">',
  ])('is refused where its XML has a document type: %s', async (doctype) => {
    const parts = workbookParts(plain()).map((part) =>
      part.name === 'xl/worksheets/0.xml'
        ? { ...part, content: `${doctype}<worksheet>${figures}</worksheet>` }
        : part,
    )
    expect(await problemOf(zipOf(parts))).toMatch(/^FILE_UNREADABLE: .*document type/)
  })

  it.each([
    ['an entity that nobody declared', figures.replace('409', '&a;')],
    ['elements without end', '<sheetData>'.repeat(100)],
    ['a text that is not there', sheetData([header, ['<c t="s"><v>7</v></c>']])],
    ['rows out of order', figures.replace('r="2"', 'r="1"')],
    ['a cell beside the sheet', figures.replace('r="A2"', 'r="AAAA2"')],
  ])('is refused where its sheet has %s', async (_, sheet) => {
    expect(await problemOf(rawWorkbook({ sheets: { Data: sheet } }))).toMatch(/^FILE_UNREADABLE/)
  })
})

describe('a file that is no workbook', () => {
  it.each([
    ['nothing', '', 'FILE_UNREADABLE'],
    ['text', 'reporter,direction', 'FILE_UNREADABLE'],
    ['the start of a container', 'PK\x03\x04', 'FILE_UNREADABLE'],
    ['an old or locked workbook', '\xd0\xcf\x11\xe0\xa1\xb1', 'FILE_LOCKED'],
  ])('is refused where it is %s', async (_, content, code) => {
    expect(await problemOf(Buffer.from(content, 'latin1'))).toMatch(new RegExp(`^${code}: `))
  })

  it('is refused where it is larger than 50 MB', async () => {
    expect(await problemOf(Buffer.alloc(51 * 1024 * 1024))).toMatch(/^FILE_TOO_LARGE: .*50 MB/)
  })
})

describe('a workbook whose bytes were changed', () => {
  const rows = Array.from({ length: 5 }, (_, index) => [
    'BE',
    'outflow',
    'BE',
    'DK',
    String(2010 + index),
    index,
    'P12M',
  ])
  const strings = '<sst><si><t>a</t></si></sst>'
  const whole = rawWorkbook({ sheets: { Data: sheetData([header, ...rows]), B: figures }, strings })
  const wish = { headers: ['reporter', 'direction'] }

  it('gives what it holds or a flaw, never anything else', async () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 5 }),
        fc.option(fc.nat(whole.length)),
        async (changes, cut) => {
          const bytes = Buffer.from(whole.subarray(0, cut ?? whole.length))
          for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte
          const found = await readSheetFacts(bytes, wish).catch((error: unknown) => error)
          // What is read is what was saved: checksums tell every change of a cell.
          if (found instanceof WorkbookFlaw) expect(found.detail).not.toBe('')
          else expect(['Data', 'B']).toContain((found as SheetFacts).sheet)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('ends in a reading through its own thread too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(whole)
        bytes[at] = byte
        const { format, parts, problems } = await readXlsx(bytes, { contract })
        expect(format).toBe('xlsx')
        expect(parts.length + problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 20 },
    )
  })
})

// Bytes that do not pack, the same at every run (synthetic).
function noiseOf(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 1
  for (let at = 0; at < length; at++) {
    state = (state * 48_271) % 2_147_483_647
    bytes[at] = state & 0xff
  }
  return bytes
}
