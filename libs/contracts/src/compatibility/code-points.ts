// SPDX-License-Identifier: Apache-2.0

/** Sorted, disjoint ranges of code points, both ends included. */
export type CodePoints = readonly (readonly [number, number])[]

const last = 0x10ffff

export const everyCodePoint: CodePoints = [[0, last]]

/** Ranges in any order become sorted and disjoint. */
export function codePoints(ranges: CodePoints): CodePoints {
  const merged: [number, number][] = []
  for (const [low, high] of [...ranges].sort(([a], [b]) => a - b)) {
    const before = merged.at(-1)
    if (before !== undefined && low <= before[1] + 1) before[1] = Math.max(before[1], high)
    else merged.push([low, high])
  }
  return merged
}

/** Every code point that is not in the ranges. */
export function allBut(ranges: CodePoints): CodePoints {
  const rest: [number, number][] = []
  let from = 0
  for (const [low, high] of codePoints(ranges)) {
    if (low > from) rest.push([from, low - 1])
    from = high + 1
  }
  if (from <= last) rest.push([from, last])
  return rest
}

/** True where the ranges have the code point. */
export function hasCodePoint(ranges: CodePoints, point: number): boolean {
  return ranges.some(([low, high]) => low <= point && point <= high)
}

/**
 * The alphabet cut into classes that no set of the list tells apart, the ones easiest to read first.
 * Surrogates are in it as symbols of their own; what that lets through too much is refused when Ajv judges the witness.
 */
export function alphabetOf(sets: readonly CodePoints[]): readonly CodePoints[] {
  const cuts = new Set([0, ...sets.flat().flatMap(([low, high]) => [low, high + 1])])
  const from = [...cuts].filter((cut) => cut <= last).sort((a, b) => a - b)
  const classes = new Map<string, [number, number][]>()
  from.forEach((low, index) => {
    const signature = sets.map((set) => (hasCodePoint(set, low) ? '1' : '0')).join('')
    const high = (from[index + 1] ?? last + 1) - 1
    classes.set(signature, [...(classes.get(signature) ?? []), [low, high]])
  })
  return [...classes.values()]
    .map(codePoints)
    .map((ranges) => ({ ranges, rank: rankOf(charsOf(ranges, 1)[0] ?? '') }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ ranges }) => ranges)
}

function rankOf(char: string): number {
  const rank = readability.indexOf(char)
  return rank < 0 ? readability.length : rank
}

const readability =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz' +
  ' _-.:/,+*#@=!?()[]{}|^$%&\'"`~;<>\\'

/** Up to `most` characters of the ranges, the ones easiest to read first and surrogates last. */
export function charsOf(ranges: CodePoints, most: number): readonly string[] {
  const found = Array.from(readability).filter((char) =>
    hasCodePoint(ranges, char.codePointAt(0) ?? 0),
  )
  if (found.length >= most) return found.slice(0, most)
  const known = new Set(found)
  for (const part of [withoutSurrogates(ranges), surrogatesOf(ranges)]) {
    for (const [low, high] of part) {
      for (let point = low; point <= high && found.length < most; point++) {
        const char = String.fromCodePoint(point)
        if (!known.has(char)) found.push(char)
      }
    }
  }
  return found.slice(0, most)
}

function withoutSurrogates(ranges: CodePoints): CodePoints {
  return allBut([...allBut(ranges), [0xd800, 0xdfff]])
}

function surrogatesOf(ranges: CodePoints): CodePoints {
  return allBut([...allBut(ranges), [0, 0xd7ff], [0xe000, last]])
}
