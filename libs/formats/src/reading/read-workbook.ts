// SPDX-License-Identifier: Apache-2.0
import { readCsv } from '../csv/read-csv'
import { sourceColumns } from '../mapping/source-columns'
import { codesOfMapping } from '../xlsx/codes-of-mapping'
import { readXlsx } from '../xlsx/read-xlsx'
import { readXlsxTable } from '../xlsx/read-xlsx-table'
import type { FileOptions } from './file-options'
import type { FileReading } from './file-reading'

/** True where bytes begin like a packed folder, which a workbook is. */
export function isPackedFolder(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** Reads a workbook by the contract that was named, or by a mapping. */
export async function readWorkbook(bytes: Uint8Array, options: FileOptions): Promise<FileReading> {
  const { contract, mapping, otherwise, sheet } = options
  const wish = sheet === undefined ? {} : { sheet }
  if (mapping === undefined && contract !== undefined)
    return readXlsx(bytes, { contract, ...wish, ...(otherwise === undefined ? {} : { otherwise }) })
  const headers = mapping === undefined ? [] : [...sourceColumns(mapping)]
  const codesOf = mapping === undefined ? () => undefined : codesOfMapping(mapping)
  const found = await readXlsxTable(bytes, { ...wish, headers, codesOf })
  if ('detail' in found)
    return { format: 'xlsx', rowsRead: 0, parts: [], notes: [], problems: [found] }
  const read = readCsv(found.table, options)
  return {
    format: 'xlsx',
    ...(found.table.sheet === undefined ? {} : { sheet: found.table.sheet }),
    rowsRead: found.rowsRead,
    parts: read.parts,
    notes: [...found.notes, ...read.notes],
    problems: [...found.problems, ...read.problems].sort(
      (one, other) => (one.row ?? 0) - (other.row ?? 0),
    ),
  }
}
