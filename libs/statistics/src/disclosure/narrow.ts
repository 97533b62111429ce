// SPDX-License-Identifier: Apache-2.0
import { isEnough, isMet, meet, type Asked, type Met } from './met'
import { partsOf, programmeOf, type Part } from './parts'
import type { OpenProgramme, Solver } from './solver'
import { at, type Bounds, type System } from './system'

/** What is asked of a system whose bounds are propagated. */
export interface Watch {
  readonly system: System
  readonly bounds: Bounds
  /** How wide the interval of each node must stay; 0 where nobody asks. */
  readonly widths: Float64Array
  /** What its upper end must be at least; 0 where nobody asks. */
  readonly reaches: Float64Array
  /** False where propagation gave up: then no part is taken for settled. */
  readonly settled: boolean
  readonly solver: Solver
  /** What points were met so far. They stay points when more is hidden, so they serve every later round. */
  readonly met: Met
}

/** The watched figures whose interval is narrower than it must be, or that what is known contradicts itself. */
export type Narrow = readonly number[] | 'contradiction'

/** Those that propagation alone finds too narrow: certain, but not all. */
export function narrowAtOnce({
  bounds,
  widths,
  reaches,
}: Pick<Watch, 'bounds' | 'widths' | 'reaches'>): readonly number[] {
  const found: number[] = []
  for (let node = 0; node < widths.length; node++) {
    const width = at(widths, node)
    const upper = at(bounds.upper, node)
    const isNarrow = upper - at(bounds.lower, node) < width || upper < at(reaches, node)
    if (width > 0 && isNarrow) found.push(node)
  }
  return found
}

/**
 * The rest, where figures go in a circle: the attacker's linear programme. A figure is wide enough where two tables exist, each
 * consistent with all that is known, that lie so far apart in it. In a part of at most `mostWhole` figures these are tables of
 * whole numbers; in a larger one the ends of the relaxation count, rounded inwards, as is usual in the field.
 */
export function narrowInCircles(watch: Watch): Narrow {
  const found: number[] = []
  for (const part of partsOf(watch.system, watch.bounds)) {
    if (watch.settled && !part.circular) continue
    const narrow = narrowInPart(part, watch)
    if (narrow === 'contradiction') return narrow
    found.push(...narrow)
  }
  return found
}

/** Whole numbers are searched for in parts of so many figures; in larger ones the search would take seconds. */
const mostWhole = 80

/** A watched figure: its node, its column in the programme, and what its interval must be. */
interface Target extends Asked {
  readonly node: number
  readonly column: number
}

interface Search {
  readonly part: Part
  readonly watch: Watch
  readonly open: OpenProgramme
  readonly whole: boolean
}

function narrowInPart(part: Part, watch: Watch): Narrow {
  const whole = part.nodes.length <= mostWhole
  meetTruth(part, watch)
  const targets = part.nodes.flatMap((node, column): readonly Target[] => {
    const asked = { width: at(watch.widths, node), reach: at(watch.reaches, node) }
    return asked.width > 0 && !isMet(watch.met, node, asked) ? [{ node, column, ...asked }] : []
  })
  if (targets.length === 0) return []
  const open = watch.solver.open(programmeOf(part, watch.bounds, farBeyond(watch)))
  const search: Search = { part, watch, open, whole }
  try {
    const left = spread(search, targets)
    if (left === 'contradiction') return left
    const found: number[] = []
    for (const target of left) {
      const verdict = isWide(search, target)
      if (verdict === 'contradiction') return verdict
      if (!verdict) found.push(target.node)
    }
    return found
  } finally {
    open.close()
  }
}

// Nothing bounds some figures. An end far beyond all figures does as well, and keeps every point finite.
function farBeyond({ system, widths, reaches }: Watch): number {
  let far = 1
  for (const { truth } of system.nodes) far += truth ?? 0
  for (const width of widths) far = Math.max(far, width)
  for (const reach of reaches) far = Math.max(far, reach)
  return 2 * far
}

// The true figures are a point that is consistent with everything, where the hub knows them all.
function meetTruth({ nodes }: Part, { system, bounds, met }: Watch): void {
  const truths = Float64Array.from(nodes, (node) => system.nodes[node]?.truth ?? NaN)
  const isPoint = nodes.every((node, i) => {
    const truth = at(truths, i)
    return at(bounds.lower, node) <= truth && truth <= at(bounds.upper, node)
  })
  if (isPoint) meet(met, { nodes, values: truths })
}

/** So many programmes push all watched figures of a part at once, before they are asked for one by one. */
const mostSpreads = 16

// All watched figures up, all down, then up and down in mixtures that the numbers of the nodes decide: most are wide after that.
function spread(search: Search, targets: readonly Target[]): readonly Target[] | 'contradiction' {
  const { watch, part, open, whole } = search
  let left = targets
  for (let round = 0; round < mostSpreads && left.length > 4; round++) {
    const costs = new Float64Array(part.nodes.length)
    for (const { column, node } of left) costs[column] = directionOf(node, round)
    const extreme = open.most(costs)
    if (extreme.status === 'infeasible') return 'contradiction'
    if (extreme.status === 'found')
      meet(watch.met, { nodes: part.nodes, values: extreme.point }, whole)
    const still = left.filter((target) => !isMet(watch.met, target.node, target))
    if (round >= 6 && still.length > left.length * 0.95) return still
    left = still
  }
  return left
}

function directionOf(node: number, round: number): number {
  if (round < 2) return round === 0 ? 1 : -1
  const mixed = Math.imul(node + 1, 0x9e3779b1) ^ Math.imul((round >> 1) + 1, 0x85ebca6b)
  const up = ((mixed ^ (mixed >>> 15)) & 1) === 0
  return up === (round % 2 === 0) ? 1 : -1
}

function isWide(search: Search, target: Target): boolean | 'contradiction' {
  const { watch, part, open, whole } = search
  const { node, column } = target
  const ends: number[] = []
  for (const direction of [1, -1]) {
    if (isMet(watch.met, node, target)) return true
    const costs = new Float64Array(part.nodes.length)
    costs[column] = direction
    const extreme = open.most(costs)
    if (extreme.status === 'infeasible') return 'contradiction'
    if (extreme.status !== 'found') return false
    ends.push(at(extreme.point, column))
    meet(watch.met, { nodes: part.nodes, values: extreme.point }, whole)
  }
  if (isMet(watch.met, node, target)) return true
  const [most = NaN, least = NaN] = ends
  if (!whole || !isEnough([least, most], target)) return false
  // Wide enough in fractions of people only, so far: look for points in whole numbers.
  for (const direction of [1, -1]) {
    const costs = new Float64Array(part.nodes.length)
    costs[column] = direction
    const extreme = open.most(costs, true)
    if (extreme.status === 'found')
      meet(watch.met, { nodes: part.nodes, values: extreme.point }, true)
  }
  return isMet(watch.met, node, target)
}
