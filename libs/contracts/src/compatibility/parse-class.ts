// SPDX-License-Identifier: Apache-2.0
import { allBut, codePoints, type CodePoints } from './code-points'
import { Undecided } from './undecided'

/** A pattern and how far it has been read. Only the parser that was handed it moves `at`. */
export interface Source {
  readonly pattern: string
  readonly chars: readonly string[]
  at: number
}

const digits: CodePoints = [[0x30, 0x39]]
const wordChars: CodePoints = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]
// ECMAScript's WhiteSpace and LineTerminator.
const spaces: CodePoints = codePoints([
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
])
const shorthands: Readonly<Record<string, CodePoints>> = {
  d: digits,
  D: allBut(digits),
  w: wordChars,
  W: allBut(wordChars),
  s: spaces,
  S: allBut(spaces),
}
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 }

/** What stands between brackets; the opening one has been read. */
export function parseClass(source: Source): CodePoints {
  const negated = source.chars[source.at] === '^'
  if (negated) source.at++
  const ranges: (readonly [number, number])[] = []
  while (source.chars[source.at] !== ']') {
    const from = parseMember(source)
    const isRange = source.chars[source.at] === '-' && source.chars[source.at + 1] !== ']'
    if (!isRange) {
      ranges.push(...from)
      continue
    }
    source.at++
    const until = parseMember(source)
    ranges.push([from[0]?.[0] ?? 0, until.at(-1)?.[1] ?? 0])
  }
  source.at++
  return negated ? allBut(ranges) : codePoints(ranges)
}

function parseMember(source: Source): CodePoints {
  const char = source.chars[source.at++] ?? ''
  if (char === '\\') return parseEscape(source)
  const point = char.codePointAt(0) ?? 0
  return [[point, point]]
}

/** What a backslash stands for; it has been read. */
export function parseEscape(source: Source): CodePoints {
  const char = source.chars[source.at++] ?? ''
  const shorthand = shorthands[char]
  if (shorthand !== undefined) return shorthand
  const point = controls[char] ?? codePointOf(source, char)
  return [[point, point]]
}

const forms: Readonly<Record<string, RegExp>> = {
  x: /^[0-9A-Fa-f]{2}/,
  u: /^(?:[0-9A-Fa-f]{4}|\{[0-9A-Fa-f]+\})/,
  c: /^[A-Za-z]/,
}

function codePointOf(source: Source, char: string): number {
  const form = forms[char]
  if (form === undefined && !/[A-Za-z1-9]/.test(char)) return char.codePointAt(0) ?? 0
  const rest = source.chars.slice(source.at, source.at + 10).join('')
  const written = form?.exec(rest)?.[0]
  if (written === undefined) throw new Undecided(`"\\${char}" in ${source.pattern}`)
  source.at += written.length
  return char === 'c' ? (written.codePointAt(0) ?? 0) % 32 : aloneOf(source, written)
}

// With the flag `u` two escapes of a surrogate pair are one character: rare enough to leave undecided.
function aloneOf(source: Source, written: string): number {
  const point = parseInt(written.replace('{', ''), 16)
  if (point >= 0xd800 && point <= 0xdfff)
    throw new Undecided(`an escaped surrogate in ${source.pattern}`)
  return point
}
