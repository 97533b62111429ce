// SPDX-License-Identifier: Apache-2.0
import type { Contributions } from '@corridor/contracts'

/** A figure that exists, told or not: a cell of the table, a cell that somebody holds, or one that the others imply. */
export interface Node {
  readonly codes: readonly string[]
  readonly kind: 'table' | 'held' | 'implied'
  /** The number of its cell in the table, for those of kind `table`. */
  readonly cell?: number
  /** What the hub knows it to be; undefined where nobody told the hub. */
  readonly truth: number | undefined
  /** Of one that is held and was hidden: who contributes to it, where the hub knows. */
  readonly contributions?: Contributions
}

/** The figures of `nodes`, each with its sign (1 or -1), add up to something between the bounds. */
export interface Row {
  readonly nodes: readonly number[]
  readonly signs: readonly number[]
  readonly lower: number
  readonly upper: number
  /** True for what an attacker may guess but cannot know: that codes missing from a sum count nobody. */
  readonly guessed?: boolean
}

/** All figures, and all that is certain about their sums: what an attacker reckons with. */
export interface System {
  readonly nodes: readonly Node[]
  readonly rows: readonly Row[]
  /** The numbers of the rows that each node stands in. */
  readonly rowsOf: readonly (readonly number[])[]
}

/** Makes a system of figures and rows: which row a figure stands in is looked up once. */
export function makeSystem(nodes: readonly Node[], rows: readonly Row[]): System {
  const rowsOf: number[][] = nodes.map(() => [])
  rows.forEach((row, number) => {
    for (const node of row.nodes) rowsOf[node]?.push(number)
  })
  return { nodes, rows, rowsOf }
}

/** What somebody knows of each figure: bounds by the number of its node; both the same where it is told. */
export interface Bounds {
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** True where bounds leave more than one number for a node. */
export function isOpen({ lower, upper }: Bounds, node: number): boolean {
  return at(lower, node) < at(upper, node)
}

/** An entry of a list of numbers that is known to be there. */
export function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? NaN
}
