// SPDX-License-Identifier: Apache-2.0
import { readCsv } from '../csv/read-csv'
import { readTable, type ReadTable } from '../csv/read-table'
import { isSdmxHeader } from '../sdmx-csv/sdmx-header'
import { readSdmxCsv } from '../sdmx-csv/read-sdmx-csv'
import { decodeText, type DecodedText } from '../text/decode-text'
import { isTsvHeader, readTsv } from '../tsv/read-tsv'
import type { FileFormat, FileProblem, FileReading, Table } from './file-reading'
import type { FileOptions } from './file-options'
import { packedText } from './packed-text'
import { isPackedFolder, readWorkbook } from './read-workbook'
import { readJsonFile } from './read-json-file'

const mostBytes = 50 * 1024 * 1024

/** Reads a file of figures, of whatever kind it is. Whatever its bytes are, it ends in a reading. */
export async function readFile(bytes: Uint8Array, options: FileOptions): Promise<FileReading> {
  if (bytes.length > mostBytes)
    return stopped('csv', { code: 'FILE_TOO_LARGE', detail: 'the file is larger than 50 MB' })
  if (isPackedFolder(bytes)) return readWorkbook(bytes, options)
  const unpacked = packedText(bytes)
  if (!unpacked.ok) return stopped('csv', unpacked.problem)
  return readText(unpacked.bytes, options)
}

function readText(bytes: Uint8Array, options: FileOptions): FileReading {
  const decoded = decodeText(bytes, options.encoding)
  if (decoded.text === '' && decoded.problems[0] !== undefined)
    return stopped('csv', decoded.problems[0])
  const start = decoded.text
    .slice(0, 2_000)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return readJsonFile(decoded.text, options)
  return withDecoding(readTabular(decoded.text, start, options), decoded)
}

function readTabular(text: string, start: string, options: FileOptions): FileReading {
  const firstLine = start.split(/[\r\n]/)[0] ?? ''
  if (isTsvHeader(firstLine)) return reading('tsv', readTsv(text), options)
  const read = readTable(text)
  const names = read.table.columns.map(({ name }) => name)
  if (!isSdmxHeader(names)) return reading('csv', read, options)
  const mappings = [...(options.mapping ? [options.mapping] : []), ...(options.mappings ?? [])]
  const isPlain = read.notes.every(({ code }) => code !== 'FILE_DELIMITER_RECOGNISED')
  const sdmx = readSdmxCsv(read, { mappings, numbers: isPlain ? 'point' : 'recognised' })
  return {
    format: `sdmx-csv-${sdmx.version}`,
    rowsRead: read.rowsRead,
    parts: stopsAll(sdmx.problems, read.table) ? [] : sdmx.parts,
    notes: [...read.notes, ...sdmx.notes],
    problems: inOrder([...read.problems, ...sdmx.problems]),
  }
}

function reading(format: 'csv' | 'tsv', read: ReadTable, options: FileOptions): FileReading {
  const { rowsRead, notes, problems } = read
  if (read.table.rowNumbers.length === 0) return { format, rowsRead, parts: [], notes, problems }
  const found = readCsv(read.table, options)
  return {
    format,
    rowsRead,
    parts: found.parts,
    notes: [...notes, ...found.notes],
    problems: inOrder([...problems, ...found.problems]),
  }
}

// A problem with a header is one of the whole file.
function stopsAll(problems: readonly FileProblem[], { headerRow }: Table): boolean {
  return problems.some(({ row }) => row === headerRow)
}

function withDecoding(found: FileReading, decoded: DecodedText): FileReading {
  const notes = [...decoded.notes, ...found.notes]
  return { ...found, encoding: decoded.encoding, notes }
}

function inOrder(problems: readonly FileProblem[]): readonly FileProblem[] {
  return [...problems].sort((one, other) => (one.row ?? 0) - (other.row ?? 0))
}

function stopped(format: FileFormat, problem: FileProblem): FileReading {
  return { format, rowsRead: 0, parts: [], notes: [], problems: [problem] }
}
