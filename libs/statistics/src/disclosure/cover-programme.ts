// SPDX-License-Identifier: Apache-2.0
import type { Hiding } from './hiding'
import type { Asked, Point } from './met'
import { lossOf } from './neighbourhood'
import { at, type Row } from './system'

/** The cells to hide so that a figure becomes wide enough, and the table that shows that it is then. */
export interface Cover extends Point {
  readonly cells: readonly number[]
}

/** Looks for covers among some figures; it is kept open, so that each question starts where the last one ended. */
export interface CoverProgramme {
  /** Undefined where no table has the figure so far up, whatever of these is hidden. */
  readonly coverFor: (node: number, asked: Asked) => Cover | undefined
  readonly close: () => void
}

/** A figure that can move: what it is taken to be, and how far up and down. Its columns are twice its place, and the next. */
interface Movable {
  readonly node: number
  readonly from: number
  readonly up: number
  readonly down: number
}

/** What departs by less than this does not depart. */
const tolerance = 1e-6

/**
 * Finds the cheapest cells that cover a figure: of all tables that agree with what is known and with what cannot be hidden the one
 * that has the figure as far up as is asked for, and departs least from the true one; what departs in it is hidden. Figures that
 * are not among those given stay where they are. Source: the linear relaxation of cell suppression, Kelly, Golden and
 * Assad 1992; Fischetti and Salazar 2001.
 */
export function coverProgramme(hiding: Hiding, among: readonly number[]): CoverProgramme {
  const none = new Set(hiding.rule.zeros ? [] : hiding.knowledge.presumedNone)
  const movables = among.flatMap((node) => (none.has(node) ? [] : movable(hiding, node)))
  const placeOf = new Map(movables.map(({ node }, place) => [node, place]))
  const open = hiding.solver.open({
    lower: movables.flatMap(() => [0, 0]),
    upper: movables.flatMap(({ up, down }) => [up, down]),
    rows: departures(hiding, placeOf),
    changing: 'bounds',
  })
  return {
    coverFor: (node, asked) => {
      const place = placeOf.get(node) ?? -1
      const target = movables[place]
      if (target === undefined) return undefined
      const rise = Math.max(asked.width, asked.reach - target.from)
      if (rise > target.up) return undefined
      open.bound(2 * place, rise, target.up)
      open.bound(2 * place + 1, 0, 0)
      const losses = movables.map((one) => lossOf(hiding, one.node))
      const found = open.most(Float64Array.from(losses.flatMap((loss) => [-loss, -loss])))
      open.bound(2 * place, 0, target.up)
      open.bound(2 * place + 1, 0, target.down)
      return found.status === 'found' ? coverIn(found.point, movables, losses) : undefined
    },
    close: open.close,
  }
}

function coverIn(
  point: Float64Array,
  movables: readonly Movable[],
  losses: readonly number[],
): Cover {
  const moved = movables.map((_, i) => at(point, 2 * i) - at(point, 2 * i + 1))
  return {
    cells: movables.flatMap(({ node }, i) =>
      Math.abs(at(moved, i)) > tolerance && at(losses, i) > 0 ? [node] : [],
    ),
    nodes: movables.map(({ node }) => node),
    values: Float64Array.from(movables, ({ from }, i) => from + at(moved, i)),
  }
}

// What nobody told the hub may be anything: it is taken to be the least, and costs nothing to move.
function movable(hiding: Hiding, node: number): readonly Movable[] {
  if (lossOf(hiding, node) === Infinity) return []
  const least = at(hiding.beforehand.lower, node)
  const truth = at(hiding.truths, node)
  const from = Number.isNaN(truth) ? least : truth
  const up = at(hiding.beforehand.upper, node) - from
  return up >= 0 && from >= least ? [{ node, from, up, down: from - least }] : []
}

// Sums over how far figures depart from what they are taken to be.
function departures(
  { knowledge, truths, beforehand }: Hiding,
  placeOf: ReadonlyMap<number, number>,
): readonly Row[] {
  const { rows, rowsOf } = knowledge.system
  const touching = new Set([...placeOf.keys()].flatMap((node) => rowsOf[node] ?? []))
  return [...touching].flatMap((number): readonly Row[] => {
    const row = rows[number]
    if (row === undefined) return []
    let sum = 0
    const nodes: number[] = []
    const signs: number[] = []
    for (const [i, node] of row.nodes.entries()) {
      const sign = at(row.signs, i)
      const place = placeOf.get(node)
      const truth = at(truths, node)
      // Unknown, and to stay where it is: that cannot be said, and the attack will tell.
      if (Number.isNaN(truth) && place === undefined) return []
      sum += sign * (Number.isNaN(truth) ? at(beforehand.lower, node) : truth)
      if (place === undefined) continue
      nodes.push(2 * place, 2 * place + 1)
      signs.push(sign, -sign)
    }
    return [{ nodes, signs, lower: row.lower - sum, upper: row.upper - sum }]
  })
}
