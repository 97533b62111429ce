// SPDX-License-Identifier: Apache-2.0
import { reporterBreaks, type ReporterBreak } from '@corridor/statistics'
import { groupedBy } from '../grouped-by'
import type { Pair } from '../pair'
import { floorOf, type ComparisonTerms } from '../terms'
import { figureKey } from './compared-cell'

/** A break shows in four cells and more, each with another partner; under an agreement of fewer parties with every partner. */
const leastCells = 4
/** Of two parties either may have moved. */
export const leastParties = 3

/**
 * The reporters whose figures moved together in a round, with the cells that did. Figures of the same breakdown are looked at together,
 * so that each cell is of another partner; a break of several breakdowns is one. What it comes to in all of its cells reaches the
 * clause's floor. Only cells that were tested take part: of a hidden figure nothing is told.
 */
export function breaksOf(
  pairs: readonly Pair[],
  terms: ComparisonTerms,
  parties: number,
): readonly ReporterBreak[] {
  if (parties < leastParties) return []
  const rule = { leastCells: Math.min(leastCells, parties - 1) }
  const byBreakdown = groupedBy(pairs, ({ breakdown }) => breakdown)
  const found = [...byBreakdown.values()].flatMap((own) =>
    reporterBreaks(own.flatMap(residualOf), rule).filter((one) => isMaterial(one, own, terms)),
  )
  const reporters = groupedBy(found, ({ reporter, role }) => `${reporter} ${role}`)
  return [...reporters.values()].flatMap((own) => {
    const [strongest] = own.toSorted((one, other) => Math.abs(other.z) - Math.abs(one.z))
    return strongest === undefined
      ? []
      : [{ ...strongest, cells: own.flatMap(({ cells }) => cells) }]
  })
}

function residualOf(pair: Pair): readonly Parameters<typeof reporterBreaks>[0][number][] {
  const { origin, destination, originSays, destinationSays, expectation, test } = pair
  if (test === null || expectation === null || !originSays || !destinationSays) return []
  return [
    {
      ...{ key: figureKey(pair), origin, destination },
      residual: Math.log(originSays / destinationSays) - expectation.logRatio,
      deviation: Math.sqrt(expectation.variance + 1 / originSays + 1 / destinationSays),
    },
  ]
}

function isMaterial(
  { cells }: ReporterBreak,
  pairs: readonly Pair[],
  terms: ComparisonTerms,
): boolean {
  const moved = new Set(cells)
  const own = pairs.filter((pair) => moved.has(figureKey(pair)))
  const sum = (of: (pair: Pair) => number): number =>
    own.reduce((total, pair) => total + of(pair), 0)
  const gap = Math.abs(sum(({ test }) => test?.gap ?? 0))
  const says = [
    sum(({ originSays }) => originSays ?? 0),
    sum(({ destinationSays }) => destinationSays ?? 0),
  ] as const
  return gap >= floorOf(terms, ...says)
}
