// SPDX-License-Identifier: Apache-2.0

/** A record of a CSV: the line on which it begins, from 1, and where its content ends, before its line end. */
export interface CsvRecord {
  readonly row: number
  readonly end: number
  readonly blank: boolean
}

/** How the bytes of a CSV are to be taken. */
export interface CsvBytes {
  readonly delimiter: string
  /** In UTF-16 a sign takes two bytes; in every other encoding these signs take one and are met in no other letter. */
  readonly unit: string
}

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20

/** The records of a CSV, found in its bytes: nothing is decoded, so nothing can be changed by it. */
export function* csvRecords(
  bytes: Uint8Array,
  { delimiter, unit }: CsvBytes,
): Generator<CsvRecord> {
  const width = unit === 'byte' ? 1 : 2
  const high = unit === 'utf-16be' ? 1 : 0
  const separator = delimiter.charCodeAt(0)
  // A sign in UTF-16 has a zero beside it; any other letter is none of ours.
  const signAt = (at: number): number =>
    width === 1 || bytes[at + 1 - high] === 0 ? (bytes[at + high] ?? 0) : -1
  let line = 1
  let row = 1
  let quoted = false
  let fieldStart = true
  let blank = true
  let at = markBytes(bytes)
  for (; at < bytes.length; at += width) {
    const sign = signAt(at)
    if (sign === lineFeed || (sign === carriageReturn && signAt(at + width) !== lineFeed)) {
      line++
      if (quoted) continue
      const before = sign === lineFeed && at >= width && signAt(at - width) === carriageReturn
      yield { row, end: before ? at - width : at, blank }
      row = line
      fieldStart = true
      blank = true
    } else if (sign === quote && quoted && signAt(at + width) === quote) at += width
    else if (sign === quote && (quoted || fieldStart)) {
      quoted = !quoted
      fieldStart = false
      blank = false
    } else if (!quoted) {
      fieldStart = sign === separator
      blank &&= sign === separator || sign === space || sign === carriageReturn
    }
  }
  if (!blank) yield { row, end: at, blank }
}

function markBytes(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3
  const pair = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  return pair === 0xfffe || pair === 0xfeff ? 2 : 0
}
