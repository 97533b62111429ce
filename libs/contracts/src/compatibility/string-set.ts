// SPDX-License-Identifier: Apache-2.0
import { formatPatterns } from './format-patterns'
import { shortestOutside, someWords } from './words'

/** Texts: named ones, or all that follow every pattern and have between `min` and `max` characters. */
export type StringSet =
  | { readonly kind: 'named'; readonly values: readonly string[] }
  | {
      readonly kind: 'ruled'
      readonly patterns: readonly string[]
      readonly format?: string
      readonly min: number
      readonly max: number
    }

export type RuledStrings = Extract<StringSet, { readonly kind: 'ruled' }>

/** True where the set has the text, as Ajv counts characters and reads patterns. */
export function hasString(set: StringSet, text: string): boolean {
  if (set.kind === 'named') return set.values.includes(text)
  const length = Array.from(text).length
  if (length < set.min || length > set.max) return false
  return patternsOf(set).every((pattern) => new RegExp(pattern, 'u').test(text))
}

/** Patterns and formats: all that texts have to follow. */
export function patternsOf({ patterns, format }: RuledStrings): readonly string[] {
  if (format === undefined) return patterns
  const pattern = formatPatterns[format]
  return pattern === undefined ? patterns : [...patterns, pattern]
}

/** Up to `most` texts of the set; fewer only where it has no more. */
export function someStrings(set: StringSet, most: number): readonly string[] {
  if (set.kind === 'named') return set.values.slice(0, most)
  if (set.min > set.max) return []
  return someWords({ ...set, patterns: patternsOf(set) }, most)
}

/** Texts that `of` has and `other` has not: all of them where `of` names its texts, else one; none only where there is none. */
export function stringsOutside(of: StringSet, other: StringSet): readonly string[] {
  if (of.kind === 'named') return of.values.filter((text) => !hasString(other, text))
  if (other.kind === 'named') {
    const named = new Set(other.values)
    return someStrings(of, named.size + 1)
      .filter((text) => !named.has(text))
      .slice(0, 1)
  }
  if (of.min > of.max) return []
  const known = patternsOf(of)
  // What both follow cannot be what one of them refuses.
  const asked = patternsOf(other).filter((pattern) => !known.includes(pattern))
  if (asked.length === 0 && other.min <= of.min && of.max <= other.max) return []
  const word = shortestOutside({ ...of, patterns: known }, { ...other, patterns: asked })
  return word === undefined ? [] : [word]
}

/** What a text has to be, in words. */
export function stringRule(set: StringSet): string {
  if (set.kind === 'named') return `it is one of ${set.values.slice(0, 8).join(', ')}${more(set)}`
  const parts = [
    ...set.patterns.map((pattern) => `it follows ${pattern}`),
    ...(set.format === undefined ? [] : [`it is a ${set.format}`]),
    ...(set.min > 0 ? [`it has at least ${set.min} characters`] : []),
    ...(set.max < Infinity ? [`it has at most ${set.max} characters`] : []),
  ]
  return parts.join(' and ')
}

function more({ values }: { readonly values: readonly string[] }): string {
  return values.length > 8 ? ` and ${values.length - 8} others` : ''
}
