// SPDX-License-Identifier: Apache-2.0
import { validate } from '@corridor/contracts'
import { sheetData, zipOf } from '@corridor/testing'
import { readXlsx } from '../xlsx/read-xlsx'
import { openWorkbook } from '../xlsx/open-workbook'
import { walkSheet } from '../xlsx/walk-sheet'
import { readZipDirectory } from '../xlsx/zip-directory'
import { inflateEntry } from '../xlsx/zip-entry'
import { writeCsvTemplate, writeTemplate, type TemplateOptions } from './write-template'

const contract = { name: 'migration-flow', version: '1.0.0' }

async function template(options: TemplateOptions = {}): Promise<Buffer> {
  const written = await writeTemplate(contract, options)
  if (!written.ok) throw new Error(written.refusal.detail)
  return Buffer.from(written.value)
}

async function partsOf(file: Buffer): Promise<{ name: string; content: string }[]> {
  const parts: { name: string; content: string }[] = []
  for (const entry of readZipDirectory(file).values()) {
    const pieces: Buffer[] = []
    for await (const piece of inflateEntry(file, entry)) pieces.push(piece)
    parts.push({ name: entry.name, content: Buffer.concat(pieces).toString() })
  }
  return parts
}

async function rowsOf(file: Buffer, sheet: string): Promise<readonly (readonly string[])[]> {
  const workbook = await openWorkbook(file)
  const entry = workbook.sheets.find(({ name }) => name === sheet)
  if (entry === undefined) throw new Error(`could not find the sheet ${sheet}`)
  const rows: string[][] = []
  await walkSheet(workbook, entry, {
    cell: ({ row, column, text }) => ((rows[row - 1] ??= [])[column - 1] = text),
  })
  return rows
}

describe('a template', () => {
  it('has the columns of the contract, an explanation of each, and a sheet for each code list', async () => {
    const file = await template()
    const { sheets } = await openWorkbook(file)
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Data', 'How to', 'Choices', 'CL_AREA', 'CL_OCCUPATION', 'CL_SEX']),
    )
    const [header = []] = await rowsOf(file, 'Data')
    expect(header).toEqual(
      expect.arrayContaining(['reporter', 'occupation', 'value', 'obs_status', 'minimum_stay']),
    )
    const explained = (await rowsOf(file, 'How to')).slice(5)
    expect(explained.map(([name]) => name)).toEqual(header)
    expect(explained.find(([name]) => name === 'source')?.[3]).toContain('register, survey')
    expect((await rowsOf(file, 'CL_OCCUPATION')).length).toBeGreaterThan(600)
  })

  it('keeps codes as text and offers those of the list', async () => {
    const sheet = (await partsOf(await template())).find(({ name }) => name.endsWith('sheet1.xml'))
    const header = (await rowsOf(await template(), 'Data'))[0] ?? []
    const at = (name: string): number => header.indexOf(name) + 1
    expect(sheet?.content).toMatch(new RegExp(`<col min="${at('occupation')}"[^>]* style="1"`))
    expect(sheet?.content).toMatch(new RegExp(`<col min="${at('value')}"[^>]* style="0"`))
    expect(sheet?.content).toContain("<formula1>'CL_SEX'!$A$2:$A$")
    expect(sheet?.content).toContain("<formula1>'Choices'!$B$")
  })

  it('can be filled in and read back, and follows its contract', async () => {
    const [header = []] = await rowsOf(await template(), 'Data')
    const given = new Map<string, string | number>([
      ['reporter', 'BE'],
      ['direction', 'outflow'],
      ['origin', 'BE'],
      ['destination', 'DK'],
      ['period', '2016'],
      ['age', 'Y15T19'],
      ['occupation', 'OC0110'],
      ['occupation_classification', 'ISCO-08'],
      ['value', 1204],
      ['minimum_stay', 'P12M'],
    ])
    const filled = sheetData([header, header.map((name) => given.get(name) ?? null)])
    const parts = (await partsOf(await template())).map((part) =>
      part.name.endsWith('sheet1.xml')
        ? { ...part, content: part.content.replace(/<sheetData>.*<\/sheetData>/s, filled) }
        : part,
    )
    const reading = await readXlsx(zipOf(parts), { contract })
    expect(reading).toMatchObject({ sheet: 'Data', rowsRead: 1, notes: [], problems: [] })
    expect(reading.parts[0]?.data).toMatchObject({ occupation: 'OC0110', value: 1204 })
    expect(validate(contract.name, contract.version, reading.parts[0]?.data)).toMatchObject({
      ok: true,
    })
  })

  it('has the codes of the office where it has its own', async () => {
    const codes = { occupation: [{ code: '0110', label: 'Officers' }] }
    const file = await template({ codes })
    expect(await rowsOf(file, 'Codes occupation')).toEqual([
      ['code', 'label'],
      ['0110', 'Officers'],
    ])
    expect((await openWorkbook(file)).sheets.map(({ name }) => name)).not.toContain('CL_OCCUPATION')
  })

  it('is the same bytes each time', async () => {
    expect(await template()).toEqual(await template())
  })

  it('is as short as its header in CSV', () => {
    const written = writeCsvTemplate(contract)
    expect(written).toMatchObject({ ok: true })
    expect(written.ok && written.value).toMatch(/^\uFEFFreporter,direction,origin,.*\r\n$/)
  })

  it('is refused for a contract that no figures come by', async () => {
    expect(await writeTemplate({ name: 'receipt', version: '1.0.0' })).toEqual({
      ok: false,
      refusal: {
        code: 'CONTRACT_UNKNOWN',
        detail: 'figures do not come by the contract "receipt"',
      },
    })
  })
})
