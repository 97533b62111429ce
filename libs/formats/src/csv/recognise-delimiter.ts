// SPDX-License-Identifier: Apache-2.0

/** Signs that part the fields of a row. */
export type Delimiter = ',' | ';' | '\t' | '|'

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

/** Lines that are looked at. */
const sampleLines = 20

/** The sign that parts the fields: the one that gives the most fields in the header and as many in the lines after it. */
export function recogniseDelimiter(text: string): Delimiter {
  const lines = firstLines(text)
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const [header = 0, ...others] = lines.map((line) => countOutsideQuotes(line, delimiter))
    const same = others.filter((count) => count === header).length
    const score = header === 0 ? 0 : (1 + same) * 1_000 + Math.min(header, 999)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function firstLines(text: string): readonly string[] {
  const lines: string[] = []
  let from = 0
  while (lines.length < sampleLines && from < text.length) {
    const at = text.slice(from, from + 100_000).search(/[\r\n]/)
    const end = at === -1 ? Math.min(text.length, from + 100_000) : from + at
    const line = text.slice(from, end)
    if (line.trim() !== '') lines.push(line)
    from = end + 1
  }
  return lines
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
