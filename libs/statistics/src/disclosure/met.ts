// SPDX-License-Identifier: Apache-2.0
import { at } from './system'

/** The least and the most that each node was in any point that was found to be consistent with all that is known. */
export interface Met {
  readonly least: Float64Array
  readonly most: Float64Array
}

/** Nothing was met yet. */
export function nothingMet(nodes: number): Met {
  return {
    least: new Float64Array(nodes).fill(Infinity),
    most: new Float64Array(nodes).fill(-Infinity),
  }
}

/** A solver's numbers are whole to within this. */
const tolerance = 1e-6

/** What is asked of a node's interval: how wide it is at least, and where its upper end lies at least. */
export interface Asked {
  readonly width: number
  readonly reach: number
}

/** True where points lie so far apart in a node, and one of them so far up; ends that are no whole numbers are rounded inwards. */
export function isMet({ least, most }: Met, node: number, asked: Asked): boolean {
  return isEnough([at(least, node), at(most, node)], asked)
}

/** True where an interval is what is asked for, its ends rounded inwards. */
export function isEnough([least, most]: readonly [number, number], asked: Asked): boolean {
  const end = Math.floor(most + tolerance)
  return end - Math.ceil(least - tolerance) >= asked.width && end >= asked.reach
}

/** A point: what each of some nodes is in it. */
export interface Point {
  readonly nodes: readonly number[]
  readonly values: Float64Array
}

/** Takes note of a point; where only whole numbers count, one with a fraction in it is passed over. */
export function meet({ least, most }: Met, { nodes, values }: Point, wholeOnly = false): void {
  if (wholeOnly && values.some((value) => Math.abs(value - Math.round(value)) > tolerance)) return
  for (const [column, node] of nodes.entries()) {
    const value = at(values, column)
    if (value < at(least, node)) least[node] = value
    if (value > at(most, node)) most[node] = value
  }
}
