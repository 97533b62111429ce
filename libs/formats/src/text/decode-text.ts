// SPDX-License-Identifier: Apache-2.0
import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import type { FileNote, FileProblem } from '../reading/file-reading'
import { shown } from './shown'

/** The text of a file and the encoding it was read in. */
export interface DecodedText {
  readonly text: string
  readonly encoding: string
  readonly notes: readonly FileNote[]
  /** The encoding that was named and that nobody knows. */
  readonly problems: readonly FileProblem[]
}

/**
 * Decodes a file: what its byte order mark says, else strict UTF-8, else the encoding that its letters look like, which is told
 * with an example. A forced encoding goes before what the letters look like, never before a byte order mark.
 */
export function decodeText(bytes: Uint8Array, forced?: string): DecodedText {
  const marked = markedEncoding(bytes)
  if (marked !== undefined) return decoded(bytes, marked)
  if (forced !== undefined) {
    return iconv.encodingExists(forced) ? decoded(bytes, forced.toLowerCase()) : unknown(forced)
  }
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return told(decoded(bytes, wide))
  if (isUtf8(bytes) || isDamagedUtf8(bytes)) return decoded(bytes, 'utf-8')
  return told(decoded(bytes, likelyEncoding(bytes)))
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** Bytes that are looked at to see how a file is written. */
const sampleBytes = 65_536

// Text in two bytes a character has a zero in every second byte, for its digits and commas.
function wideEncoding(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0]
  const end = Math.min(bytes.length, sampleBytes)
  for (let at = 0; at < end; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > end / 5 && even < odd / 10) return 'utf-16le'
  return even > end / 5 && odd < even / 10 ? 'utf-16be' : undefined
}

// A damaged byte among many letters that are UTF-8 makes no other encoding: its row is told instead.
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, sampleBytes * 4)).toString('utf8')
  let letters = 0
  let damaged = 0
  for (const sign of text) {
    if (sign === '\uFFFD') damaged++
    else if (sign > '\u007f') letters++
  }
  return letters > damaged * 4
}

// The encodings of Windows hold those of ISO and more, and are what spreadsheets write.
const widerEncodings: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  ascii: 'utf-8',
}

function likelyEncoding(bytes: Uint8Array): string {
  for (const { name } of analyse(linesWithLetters(bytes))) {
    const encoding = name.toLowerCase()
    if (/^utf-(16|32)/.test(encoding) || !iconv.encodingExists(encoding)) continue
    return widerEncodings[encoding] ?? encoding
  }
  return 'windows-1252'
}

// Digits and separators say nothing about the encoding and dilute what does.
function linesWithLetters(bytes: Uint8Array): Uint8Array {
  const lines: number[] = []
  let from = 0
  let letters = false
  for (let at = 0; at < bytes.length && lines.length < sampleBytes; at++) {
    const byte = bytes[at] ?? 0
    if (byte > 0x7f) letters = true
    if (byte !== 0x0a && at - from < 1_000) continue
    if (letters) for (const one of bytes.subarray(from, at + 1)) lines.push(one)
    from = at + 1
    letters = false
  }
  if (letters) for (const one of bytes.subarray(from, from + 1_000)) lines.push(one)
  return Uint8Array.from(lines)
}

// What is no text in the encoding becomes U+FFFD, which whoever reads the rows tells with its place.
function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  return { text: iconv.decode(bytes, encoding), encoding, notes: [], problems: [] }
}

const lineEnds = /\r\n|\n|\r/

function unknown(forced: string): DecodedText {
  const detail = `the encoding "${shown(forced)}" is not known; known are utf-8, utf-16, windows-1250 to windows-1258, iso-8859-1 to -16, koi8-r, shift_jis, gb18030, big5, euc-kr`
  return {
    text: '',
    encoding: forced,
    notes: [],
    problems: [{ code: 'FILE_ENCODING_WRONG', detail }],
  }
}

function told(read: DecodedText): DecodedText {
  const lines = read.text.split(lineEnds)
  const row = lines.findIndex((line) => hasLetter.test(line))
  const example = row === -1 ? '' : shown(fieldWith(lines[row] ?? '', hasLetter))
  const look = row === -1 ? '' : `; look at row ${row + 1}: "${example}". Right?`
  const name = writtenName(read.encoding)
  const detail = `the file is in ${name}, not UTF-8; we read it as ${name}${look}`
  const note = { code: 'FILE_ENCODING_RECOGNISED', detail, ...(row === -1 ? {} : { row: row + 1 }) }
  return { ...read, notes: [note] }
}

const hasLetter = /[^\u0000-\u007f]/

function fieldWith(line: string, sign: string | RegExp): string {
  const fields = line.split(/[,;\t|"]/)
  return fields.find((field) => field.search(sign) !== -1)?.trim() ?? line
}

function writtenName(encoding: string): string {
  return encoding.startsWith('windows') ? `W${encoding.slice(1)}` : encoding.toUpperCase()
}
