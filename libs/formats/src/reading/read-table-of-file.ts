// SPDX-License-Identifier: Apache-2.0
import { statisticalContracts } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { contractColumns } from '../csv/contract-columns'
import { readTable } from '../csv/read-table'
import { decodeText } from '../text/decode-text'
import { isTsvHeader, readTsv } from '../tsv/read-tsv'
import { readXlsxTable } from '../xlsx/read-xlsx-table'
import type { FileOptions } from './file-options'
import type { FileProblem, Table } from './file-reading'
import { packedText } from './packed-text'
import { isPackedFolder } from './read-workbook'

/** What a foreign table is read by. */
export type TableOfFileOptions = Pick<FileOptions, 'fileName' | 'encoding' | 'sheet'>

/** The table of a file whose columns nobody knows yet, to make a mapping from. */
export async function readTableOfFile(
  bytes: Uint8Array,
  options: TableOfFileOptions,
): Promise<Outcome<Table>> {
  if (isPackedFolder(bytes)) return tableOfWorkbook(bytes, options)
  const unpacked = packedText(bytes)
  if (!unpacked.ok) return refused(unpacked.problem)
  const { text, problems } = decodeText(unpacked.bytes, options.encoding)
  if (text === '' && problems[0] !== undefined) return refused(problems[0])
  const firstLine = text.slice(0, 2_000).split(/[\r\n]/)[0] ?? ''
  if (/^\s*[[{]/.test(firstLine))
    return refuse('FILE_FORMAT_UNKNOWN', 'JSON has no columns to map; name its contract instead')
  const { table, problems: wrong } = isTsvHeader(firstLine) ? readTsv(text) : readTable(text)
  const [first] = wrong
  return table.rowNumbers.length === 0 && first !== undefined ? refused(first) : accept(table)
}

async function tableOfWorkbook(
  bytes: Uint8Array,
  { sheet }: TableOfFileOptions,
): Promise<Outcome<Table>> {
  const headers = statisticalContracts.flatMap((contract) =>
    (contractColumns(contract) ?? []).flatMap(({ name, concept }) => [name, concept]),
  )
  const wish = sheet === undefined ? {} : { sheet }
  const found = await readXlsxTable(bytes, { ...wish, headers, codesOf: () => undefined })
  return 'detail' in found ? refused(found) : accept(found.table)
}

function refused({ code, detail }: FileProblem): Outcome<never> {
  return refuse(code, detail)
}
