// SPDX-License-Identifier: Apache-2.0
import { flowKey } from './cell'
import { groupedBy } from './grouped-by'
import type { Pair } from './pair'

/** A comparison with those of its total along one dimension, and of all parts of that total. */
export interface Breakdown {
  readonly total: Pair
  readonly parts: readonly Pair[]
}

const total = '_T'

/**
 * The breakdowns that a comparison is a part of, of those that were made of the same flow: along each dimension by which it is broken
 * down, where the total has a comparison too.
 */
export function breakdownsAround(pairs: readonly Pair[]): (pair: Pair) => readonly Breakdown[] {
  const flows = new Map([...groupedBy(pairs, flowKey)].map(([flow, own]) => [flow, byLine(own)]))
  return (pair) => {
    const lines = flows.get(flowKey(pair))
    return placesOf(pair).flatMap((at) => {
      const [whole] = lines?.get(lineOf(pair, at, 'total')) ?? []
      const parts = lines?.get(lineOf(pair, at, 'parts')) ?? []
      return whole === undefined ? [] : [{ total: whole, parts }]
    })
  }
}

// A line has the cells that differ in one dimension alone.
function byLine(pairs: readonly Pair[]): ReadonlyMap<string, readonly Pair[]> {
  const lines = new Map<string, Pair[]>()
  const put = (line: string, pair: Pair): void => {
    const known = lines.get(line)
    if (known === undefined) lines.set(line, [pair])
    else known.push(pair)
  }
  for (const pair of pairs)
    for (const [at, code] of pair.breakdown.split('.').entries())
      put(lineOf(pair, at, code === total ? 'total' : 'parts'), pair)
  return lines
}

function placesOf({ breakdown }: Pair): readonly number[] {
  return breakdown.split('.').flatMap((code, at) => (code === total ? [] : [at]))
}

function lineOf({ breakdown }: Pair, at: number, what: 'total' | 'parts'): string {
  return `${String(at)} ${what} ${breakdown.split('.').toSpliced(at, 1).join('.')}`
}
