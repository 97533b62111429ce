// SPDX-License-Identifier: Apache-2.0

/** A tested cell as it is ranked. Persons. */
export interface SuspectCell {
  readonly key: string
  readonly p: number
  readonly suspicion: number
  /** E − ρI. */
  readonly gap: number
  /** E − I, shown beside: a known structural difference must not outrank a new error. */
  readonly difference: number
  /** The size of its corridor: the mean of both sides' figures in the round. */
  readonly corridorPersons: number
}

/** A cell with its place in the round. */
export type RankedCell<Cell extends SuspectCell = SuspectCell> = Cell & {
  /** |E − ρI| as a share of that of the round. */
  readonly influence: number
  /** Suspicion times the square root of influence. */
  readonly score: number
}

/**
 * The cells of a round, the worst first: score = S·√infl with infl = |E − ρI|/Σ|E − ρI|. Ties keep their order.
 * Source: selective editing of asymmetries (Istat AsyD, SJI-240016: relative contribution times suspicion).
 * @example rank(cells)[0]?.score
 */
export function rank<Cell extends SuspectCell>(
  cells: readonly Cell[],
): readonly RankedCell<Cell>[] {
  const total = cells.reduce((sum, { gap }) => sum + Math.abs(gap), 0)
  return cells
    .map((cell) => {
      const influence = total === 0 ? 0 : Math.abs(cell.gap) / total
      return { ...cell, influence, score: cell.suspicion * Math.sqrt(influence) }
    })
    .toSorted((one, other) => other.score - one.score)
}

/** When cells become cases, by the agreement: a level of suspicion, a floor in persons, and how much work a committee takes on. */
export interface OpeningRule {
  readonly level: number
  /** The least |E − ρI|: so many persons, and such a share of the corridor. */
  readonly floorPersons: number
  readonly floorShare: number
  readonly budget:
    | { readonly kind: 'worst'; readonly cells: number }
    | { readonly kind: 'false-discovery'; readonly rate: number }
}

/**
 * The ranked cells of which cases are opened: suspicion at or over the level and |E − ρI| at or over the floor, within the budget:
 * the worst of the round, or as many as keep the expected share of false ones at a rate (Benjamini and Hochberg 1995, on the p-values
 * of all cells of the round).
 */
export function toOpen<Cell extends RankedCell>(
  ranked: readonly Cell[],
  { level, floorPersons, floorShare, budget }: OpeningRule,
): readonly Cell[] {
  const material = ranked.filter(
    ({ suspicion, gap, corridorPersons }) =>
      suspicion >= level && Math.abs(gap) >= Math.max(floorPersons, floorShare * corridorPersons),
  )
  switch (budget.kind) {
    case 'worst':
      return material.slice(0, budget.cells)
    case 'false-discovery': {
      const limit = discoveryLimit(
        ranked.map(({ p }) => p),
        budget.rate,
      )
      return material.filter(({ p }) => p <= limit)
    }
  }
}

/** The largest p-value of those kept so that the expected share of false ones is the rate; -1 where none is. */
export function discoveryLimit(values: readonly number[], rate: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const place = sorted.findLastIndex((p, at) => p <= (rate * (at + 1)) / sorted.length)
  return sorted[place] ?? -1
}
