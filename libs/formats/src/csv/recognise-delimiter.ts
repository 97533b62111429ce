// SPDX-License-Identifier: Apache-2.0

/** Signs that part the fields of a row. */
export type Delimiter = ',' | ';' | '\t' | '|'

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

/** Rows and characters that are looked at. */
const sampleRows = 20
const sampleCharacters = 100_000

/** The sign that parts the fields: the one that gives the most fields in the header and as many in the rows after it. */
export function recogniseDelimiter(text: string): Delimiter {
  // SDMX says so itself: the sign after the first name, which may have another one in brackets.
  const [, stated] = /^\uFEFF?"?STRUCTURE(?:\[[^\]]*\])?"?([,;\t|])/.exec(text) ?? []
  const known = delimiters.find((delimiter) => delimiter === stated)
  if (known !== undefined) return known
  const rows = firstRows(text)
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const [header = 0, ...others] = rows.map((line) => countOutsideQuotes(line, delimiter))
    const same = others.filter((count) => count === header).length
    const score = header === 0 ? 0 : (1 + same) * 1_000 + Math.min(header, 999)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

// A line end between quotation marks ends no row.
function firstRows(text: string): readonly string[] {
  const rows: string[] = []
  const end = Math.min(text.length, sampleCharacters)
  let from = 0
  let quoted = false
  for (let at = 0; at < end && rows.length < sampleRows; at++) {
    const sign = text[at]
    if (sign === '"') quoted = !quoted
    if (quoted || (sign !== '\n' && sign !== '\r')) continue
    if (text.slice(from, at).trim() !== '') rows.push(text.slice(from, at))
    from = at + 1
  }
  if (rows.length < sampleRows && from < end) rows.push(text.slice(from, end))
  return rows
}

function countOutsideQuotes(line: string, delimiter: Delimiter): number {
  let count = 0
  let quoted = false
  for (const sign of line) {
    if (sign === '"') quoted = !quoted
    else if (sign === delimiter && !quoted) count++
  }
  return count
}
