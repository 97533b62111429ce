// SPDX-License-Identifier: Apache-2.0
import { groupBy } from '../group-by'
import { median, robustSpread } from '../indices/quantile'

/** A cell of a round with how far its log ratio lies from what is expected, and the standard deviation of that. */
export interface CellResidual {
  readonly key: string
  readonly origin: string
  readonly destination: string
  readonly residual: number
  readonly deviation: number
}

/** A reporter whose cells of one role moved together: one case of its own, not one for each partner. */
export interface ReporterBreak {
  readonly reporter: string
  readonly role: 'origin' | 'destination'
  readonly cells: readonly string[]
  /** The median move in the reporter's own figures, as a factor: 0.5 where half is reported. */
  readonly factor: number
  /** The share of its cells that moved that way beyond `movedZ`. */
  readonly movedShare: number
  /** The median move over its standard error. */
  readonly z: number
}

/** When cells count as moved together. */
export interface BreakRule {
  /** More than this share of the cells moved the same way; 0.5 where left out. */
  readonly share?: number
  /** What counts as moved, in standard deviations of a cell; 1 where left out. */
  readonly movedZ?: number
  /** The least move of the median that is a break, as a factor either way; 1.25 where left out. */
  readonly leastFactor?: number
  /** The least number of cells; 4 where left out. */
  readonly leastCells?: number
  /** The median move over its standard error from which fewer moved cells do; 4 where left out. */
  readonly medianZ?: number
}

/**
 * Breaks at the level of a reporter: a new register, men sent as all, half sent. A cell that is too small a sign by itself is one when
 * a reporter's other cells moved the same way. Residuals are first cleared of the partners' own moves (median polish, Tukey 1977).
 * A break: more than half of the reporter's cells moved the same way beyond one standard deviation and their median by more than 2.5
 * of its standard errors, or by more than four (1.2533·spread/√n, the spread by the median distance and at least that of a cell), and
 * the median by the least factor.
 * Limits: four cells and more; a reporter with fewer is told by its cells. Found at this level, not claimed of a single cell.
 * @example reporterBreaks(residuals, {})[0] // { reporter: 'LT', role: 'destination', factor: 0.5, … }
 */
export function reporterBreaks(
  residuals: readonly CellResidual[],
  rule: BreakRule,
): readonly ReporterBreak[] {
  // What moved everywhere is no reporter's.
  const common = median(residuals.map(({ residual }) => residual))
  const own = residuals.map((cell) => ({ ...cell, residual: cell.residual - common }))
  const moves = polished(own)
  return (['origin', 'destination'] as const)
    .flatMap((role) =>
      [...groupBy(own, (cell) => cell[role])].flatMap(([reporter, cells]) => {
        const partners = role === 'origin' ? moves.destination : moves.origin
        const partner = role === 'origin' ? 'destination' : 'origin'
        const cleared = cells.map((cell) => {
          const move = cell.residual - (partners.get(cell[partner]) ?? 0)
          return { ...cell, move, z: move / cell.deviation }
        })
        return brokenBy({ reporter, role }, cleared, rule)
      }),
    )
    .toSorted((one, other) => Math.abs(other.z) - Math.abs(one.z))
}

/** The median must lie this many of its standard errors off, however many cells moved: few cells move together by chance. */
const togetherZ = 2.5

type Cleared = CellResidual & { readonly move: number; readonly z: number }

function brokenBy(
  about: Pick<ReporterBreak, 'reporter' | 'role'>,
  cells: readonly Cleared[],
  { share = 0.5, movedZ = 1, leastFactor = 1.25, leastCells = 4, medianZ = 4 }: BreakRule,
): readonly ReporterBreak[] {
  if (cells.length < leastCells) return []
  const values = cells.map(({ move }) => move)
  const middle = median(values)
  const spread = Math.max(robustSpread(values), median(cells.map(({ deviation }) => deviation)))
  const error = (1.2533 * spread) / Math.sqrt(cells.length)
  const moved = cells.filter(({ z }) => Math.sign(z) === Math.sign(middle) && Math.abs(z) > movedZ)
  const [movedShare, z] = [moved.length / cells.length, middle / error]
  if (Math.abs(middle) < Math.log(leastFactor)) return []
  const together = movedShare > share && Math.abs(z) > togetherZ
  if (!together && Math.abs(z) <= medianZ) return []
  // The residual is of E over I: what a destination sends less of makes it larger.
  const factor = Math.exp(about.role === 'origin' ? middle : -middle)
  return [{ ...about, cells: cells.map(({ key }) => key), factor, movedShare, z }]
}

/** What is common to the cells of each origin and of each destination, by turns of medians. */
function polished(
  residuals: readonly CellResidual[],
): Readonly<Record<'origin' | 'destination', ReadonlyMap<string, number>>> {
  let origin: ReadonlyMap<string, number> = new Map()
  let destination: ReadonlyMap<string, number> = new Map()
  for (let round = 0; round < 10; round++) {
    const before = destination
    const origins = mediansBy(residuals, 'origin', (cell) => before.get(cell.destination) ?? 0)
    destination = mediansBy(residuals, 'destination', (cell) => origins.get(cell.origin) ?? 0)
    origin = origins
  }
  return { origin, destination }
}

function mediansBy(
  residuals: readonly CellResidual[],
  role: 'origin' | 'destination',
  partnersMove: (cell: CellResidual) => number,
): ReadonlyMap<string, number> {
  return new Map(
    [...groupBy(residuals, (cell) => cell[role])].map(([reporter, cells]) => [
      reporter,
      median(cells.map((cell) => cell.residual - partnersMove(cell))),
    ]),
  )
}
