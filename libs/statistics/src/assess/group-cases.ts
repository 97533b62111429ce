// SPDX-License-Identifier: Apache-2.0
import { groupBy } from '../group-by'
import type { ReporterBreak } from '../series/reporter-breaks'

/** A cell of which a case is opened. */
export interface CaseCell {
  readonly key: string
  readonly origin: string
  readonly destination: string
  readonly dataflow: string
}

/** What one case is about: a reporter that broke, or one direction of a corridor in a dataflow. */
export type CaseGroup<Cell extends CaseCell = CaseCell> =
  | {
      readonly about: 'reporter'
      readonly found: ReporterBreak
      readonly cells: readonly Cell[]
    }
  | {
      readonly about: 'corridor'
      readonly origin: string
      readonly destination: string
      readonly dataflow: string
      readonly cells: readonly Cell[]
    }

/**
 * Groups cells into cases: a break of a reporter takes its cells, of two breaks the stronger; the others make one case for each
 * direction of a corridor and dataflow. So a new register is one case, not one with each partner. A break is a case even where none
 * of its cells is suspect by itself.
 * @example groupCases(toOpen(ranked, rule), reporterBreaks(residuals, {}))
 */
export function groupCases<Cell extends CaseCell>(
  cells: readonly Cell[],
  breaks: readonly ReporterBreak[],
): readonly CaseGroup<Cell>[] {
  const strongest = breaks.toSorted((one, other) => Math.abs(other.z) - Math.abs(one.z))
  const taken = new Map<string, ReporterBreak>()
  for (const found of strongest)
    for (const key of found.cells) if (!taken.has(key)) taken.set(key, found)
  const own = groupBy(cells, ({ key }) => taken.get(key))
  const reporters = strongest.map((found) => ({
    about: 'reporter' as const,
    found,
    cells: own.get(found) ?? [],
  }))
  const corridors = groupBy(own.get(undefined) ?? [], ({ origin, destination, dataflow }) =>
    [dataflow, origin, destination].join(' '),
  )
  return [
    ...reporters,
    ...[...corridors.values()].flatMap((same) => {
      const [first] = same
      if (first === undefined) return []
      const { origin, destination, dataflow } = first
      return [{ about: 'corridor' as const, origin, destination, dataflow, cells: same }]
    }),
  ]
}
