// SPDX-License-Identifier: Apache-2.0
import { appendAll } from '../reading/append-all'
import iconv from 'iconv-lite'
import { recogniseDelimiter, type Delimiter } from '../csv/recognise-delimiter'
import { decodeText } from '../text/decode-text'
import { csvRecords } from './csv-records'
import { markTitle } from './mark-title'
import { problemsText, type MarkedProblem } from './marked-problem'

/** How the file was read, where that was not recognised. */
export interface CsvManner {
  readonly encoding?: string
  readonly delimiter?: Delimiter
}

/**
 * The same CSV with a column more: every byte of the file stays where it was, in its encoding, with its delimiter and line
 * ends. Problems of the header or of the whole file stand beside the first row.
 */
export function markCsv(
  bytes: Uint8Array,
  problems: readonly MarkedProblem[],
  manner: CsvManner,
): Uint8Array {
  const { text, encoding } = decodeText(bytes, manner.encoding)
  const stated = /^\uFEFF?sep=([,;\t|])\r?\n/i.exec(text)
  const delimiter =
    manner.delimiter ?? (stated?.[1] as Delimiter | undefined) ?? recogniseDelimiter(text)
  const encoded = (added: string): Buffer => iconv.encode(added, encoding, { addBOM: false })
  const pieces: Uint8Array[] = []
  let from = 0
  let header: number | undefined
  let first: number | undefined
  const records = csvRecords(bytes, {
    delimiter,
    unit: encoding.startsWith('utf-16') ? encoding : 'byte',
  })
  const byRow = grouped(problems)
  for (const { row, end, blank } of records) {
    if (blank || (stated !== null && row === 1)) continue
    const added: MarkedProblem[] = []
    if (header === undefined) header = row
    else {
      if (first === undefined) {
        first = row
        appendAll(added, upTo(byRow, header))
      }
      appendAll(added, byRow.get(row) ?? [])
    }
    const told = row === header ? markTitle : quoted(problemsText(added))
    pieces.push(bytes.subarray(from, end), encoded(delimiter + told))
    from = end
  }
  pieces.push(bytes.subarray(from))
  return Buffer.concat(pieces)
}

function grouped(
  problems: readonly MarkedProblem[],
): ReadonlyMap<number, readonly MarkedProblem[]> {
  const byRow = new Map<number, MarkedProblem[]>()
  for (const problem of problems) {
    const row = problem.row ?? 0
    const beside = byRow.get(row)
    if (beside === undefined) byRow.set(row, [problem])
    else beside.push(problem)
  }
  return byRow
}

function upTo(
  byRow: ReadonlyMap<number, readonly MarkedProblem[]>,
  last: number,
): readonly MarkedProblem[] {
  return [...byRow].filter(([row]) => row <= last).flatMap(([, problems]) => problems)
}

// Our texts begin with a number of the catalogue, never with a sign that starts a formula.
function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '""').replace(/[\r\n]+/g, ' ')}"`
}
