// SPDX-License-Identifier: Apache-2.0
import {
  groupCases,
  proposeForReporter,
  type ProposedCause,
  type ReporterBreak,
} from '@corridor/statistics'
import type { CaseAbout } from './case-state'
import type { SideOfFigure } from './figure'

/** One comparison of a round, as its review needs it. */
export interface ComparedCell {
  readonly key: string
  readonly origin: string
  readonly destination: string
  readonly dataflow: string
  readonly originSide: SideOfFigure
  readonly destinationSide: SideOfFigure
  readonly difference: number | null
  /** Somebody must answer for it. */
  readonly matters: boolean
  /** Its place in the order of the round: the larger, the worse. */
  readonly weight: number
  /** The version of the expectation that was used; null where there is none yet. */
  readonly expectation: number | null
  /** The rule that harmonised it, with its version. */
  readonly rule: string | null
}

/** Comparisons that become one case. */
export interface TakenUp {
  readonly about: CaseAbout
  readonly proposed: readonly ProposedCause[]
  readonly cells: readonly ComparedCell[]
}

/**
 * What of a round a committee takes up: the comparisons that somebody must answer for, grouped by reporter where it broke and else by
 * the direction of a corridor, the worst group first, as many as the budget has room for.
 */
export function takeUp(
  cells: readonly ComparedCell[],
  { breaks, budget }: { readonly breaks: readonly ReporterBreak[]; readonly budget: number },
): readonly TakenUp[] {
  return groupCases(
    cells.filter(({ matters }) => matters),
    breaks,
  )
    .flatMap((group): readonly TakenUp[] => {
      const [first] = group.cells
      if (first === undefined) return []
      const proposed = group.about === 'reporter' ? proposeForReporter(group.found, []) : []
      return [{ about: aboutOf(group, first.dataflow), proposed, cells: group.cells }]
    })
    .toSorted((one, other) => weightOf(other) - weightOf(one))
    .slice(0, budget)
}

// A corridor is as bad as its worst cell. What a reporter's break weighs is in all of its cells together: each may be a small sign.
function weightOf({ about, cells }: TakenUp): number {
  const weights = cells.map(({ weight }) => weight)
  return about.kind === 'reporter' ? Math.hypot(...weights) : Math.max(...weights)
}

function aboutOf(group: ReturnType<typeof groupCases>[number], contract: string): CaseAbout {
  if (group.about === 'reporter')
    return { kind: 'reporter', reporter: group.found.reporter, role: group.found.role, contract }
  const { origin, destination } = group
  return { kind: 'corridor', origin, destination, contract }
}

/** True where a comparison belongs to a case that there is. */
export function isAbout(about: CaseAbout, cell: ComparedCell): boolean {
  if (about.contract !== cell.dataflow) return false
  return about.kind === 'corridor'
    ? about.origin === cell.origin && about.destination === cell.destination
    : about.reporter === cell[about.role]
}
