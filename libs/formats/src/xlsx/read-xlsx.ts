// SPDX-License-Identifier: Apache-2.0
import { codeList, type CodeListId } from '@corridor/contracts'
import { contractColumns, type ContractColumn } from '../csv/contract-columns'
import { datasetsOfTable } from '../csv/datasets-of-table'
import type { TableOptions } from '../csv/table-reading'
import type { FileReading } from '../reading/file-reading'
import type { ThreadLimits } from './in-thread'
import type { CodesOfColumn } from './judge-sheet'
import { normaliseHeader } from './known-headers'
import { readXlsxTable } from './read-xlsx-table'
import type { KnownCodes } from './spoiled-code'

/** What a workbook is read for. */
export interface XlsxOptions extends TableOptions {
  /** The sheet that holds the figures, where it is not the first one with a known header. */
  readonly sheet?: string
  readonly limits?: ThreadLimits
}

/** Reads a workbook whose columns are those of a contract. Whatever its bytes are, it ends in a reading. */
export async function readXlsx(bytes: Uint8Array, options: XlsxOptions): Promise<FileReading> {
  const columns = contractColumns(options.contract.name, options.contract.version) ?? []
  const found = await readXlsxTable(bytes, {
    ...options,
    headers: columns.flatMap(namesOf),
    codesOf: codesOfContract(columns),
  })
  if ('detail' in found)
    return { format: 'xlsx', rowsRead: 0, parts: [], notes: [], problems: [found] }
  const { table, rowsRead } = found
  const read = datasetsOfTable(table, options)
  return {
    format: 'xlsx',
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    rowsRead,
    parts: read.parts,
    notes: [...found.notes, ...read.notes],
    problems: inOrderOfRows([...found.problems, ...read.problems]),
  }
}

function inOrderOfRows(problems: FileReading['problems']): FileReading['problems'] {
  return [...problems].sort((one, other) => (one.row ?? 0) - (other.row ?? 0))
}

function namesOf({ name, concept, column }: ContractColumn): readonly string[] {
  return [name, concept, column]
}

/** The codes that the columns of a contract may hold. */
export function codesOfContract(columns: readonly ContractColumn[]): CodesOfColumn {
  const known = new Map<string, KnownCodes>()
  for (const column of columns) {
    const codes = codesOf(column)
    if (codes === undefined) continue
    for (const name of namesOf(column)) known.set(normaliseHeader(name), codes)
  }
  return (header) => known.get(normaliseHeader(header))
}

function codesOf({ codelist, classification, kind }: ContractColumn): KnownCodes | undefined {
  if (kind !== 'code') return undefined
  const ids = classification === undefined ? [codelist] : Object.values(classification)
  const lists = ids.flatMap((id) => (id === undefined ? [] : [id]))
  const [first] = lists
  if (first === undefined) return undefined
  return { codelist: first, find: (text) => findIn(lists, text) }
}

// Offices write occupations as ISCO does, without the letters that SDMX puts before them.
function findIn(lists: readonly CodeListId[], text: string): string | undefined {
  for (const id of lists)
    for (const code of [text, `OC${text}`]) {
      const found = codeList(id).normalise(code)
      if (found !== undefined) return found
    }
  return undefined
}
