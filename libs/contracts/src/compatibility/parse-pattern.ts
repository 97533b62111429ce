// SPDX-License-Identifier: Apache-2.0
import { allBut, codePoints, type CodePoints } from './code-points'
import { parseClass, parseEscape, type Source } from './parse-class'
import { Undecided } from './undecided'

/** A regular expression as a tree: what the patterns of contracts need, and nothing that is not regular. */
export type PatternTree =
  | { readonly kind: 'set'; readonly points: CodePoints }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternTree[] }
  | {
      readonly kind: 'repeat'
      readonly of: PatternTree
      readonly min: number
      readonly max: number
    }
  | { readonly kind: 'start' | 'end' }

const lineEnds: CodePoints = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
]

/**
 * The tree of a pattern, read as ECMAScript reads it with the flag `u`.
 * Throws Undecided on look-around, word boundaries, back references and properties of Unicode.
 */
export function parsePattern(pattern: string): PatternTree {
  // What is well formed has nothing unclosed that the parser would have to look for.
  checkPattern(pattern)
  return parseChoice({ pattern, chars: Array.from(pattern), at: 0 })
}

/** Throws Undecided on text that is no regular expression. */
export function checkPattern(pattern: string): void {
  try {
    new RegExp(pattern, 'u')
  } catch (cause) {
    throw new Undecided(`"${pattern}" is no pattern`, { cause })
  }
}

function parseChoice(source: Source): PatternTree {
  const parts = [parseSequence(source)]
  while (source.chars[source.at] === '|') {
    source.at++
    parts.push(parseSequence(source))
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'choice', parts }
}

function parseSequence(source: Source): PatternTree {
  const parts: PatternTree[] = []
  while (source.at < source.chars.length && !'|)'.includes(source.chars[source.at] ?? '')) {
    parts.push(parseRepeat(source, parseAtom(source)))
  }
  return { kind: 'sequence', parts }
}

function parseAtom(source: Source): PatternTree {
  const char = source.chars[source.at++] ?? ''
  switch (char) {
    case '^':
      return { kind: 'start' }
    case '$':
      return { kind: 'end' }
    case '(':
      return parseGroup(source)
    case '[':
      return { kind: 'set', points: parseClass(source) }
    case '.':
      return { kind: 'set', points: allBut(lineEnds) }
    case '\\':
      return { kind: 'set', points: parseEscape(source) }
    default: {
      const point = char.codePointAt(0) ?? 0
      return { kind: 'set', points: codePoints([[point, point]]) }
    }
  }
}

function parseGroup(source: Source): PatternTree {
  const opening = source.chars.slice(source.at, source.at + 2).join('')
  if (opening === '?:') source.at += 2
  else if (opening.startsWith('?')) throw new Undecided(`"(${opening}" in ${source.pattern}`)
  const inside = parseChoice(source)
  source.at++
  return inside
}

function parseRepeat(source: Source, of: PatternTree): PatternTree {
  const rest = source.chars.slice(source.at, source.at + 32).join('')
  const [text, least, comma, most] =
    /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(rest) ?? ([] as readonly undefined[])
  if (text === undefined) return of
  source.at += text.length
  if (text.startsWith('*')) return { kind: 'repeat', of, min: 0, max: Infinity }
  if (text.startsWith('+')) return { kind: 'repeat', of, min: 1, max: Infinity }
  if (text.startsWith('?')) return { kind: 'repeat', of, min: 0, max: 1 }
  const min = Number(least)
  if (comma !== ',') return { kind: 'repeat', of, min, max: min }
  return { kind: 'repeat', of, min, max: most === '' ? Infinity : Number(most) }
}
