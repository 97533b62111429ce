// SPDX-License-Identifier: Apache-2.0
import { knowledgeOf } from './knowledge'
import { partsOf, programmeOf, type Part } from './parts'
import { propagate } from './propagate'
import type { OpenProgramme, Solver } from './solver'
import { at, type Bounds, type System } from './system'
import type { Known, ProtectionTable } from './table'

/** What can be worked out of a figure that no release tells. */
export interface WorkedOut {
  readonly codes: readonly string[]
  /** The number of its cell in the table; undefined for cells held from before and for groups that no cell tells. */
  readonly cell?: number
  readonly lower: number
  /** Null where nothing bounds the figure from above. */
  readonly upper: number | null
}

/**
 * The attacker: what follows for every figure that is not told, from a table as released and all that is known besides. Two linear
 * programmes a figure, their ends rounded to whole numbers; no guess about why a cell is hidden. `contradiction` where no table
 * is consistent with what was released.
 * Source: the attacker's problem in Fischetti and Salazar, Management Science 47 (2001), 1008–1027.
 */
export function attack(
  released: ProtectionTable,
  known: Known,
  solver: Solver,
): readonly WorkedOut[] | 'contradiction' | 'too-irregular' | 'cell-twice' {
  // It takes guesses about sums for certain.
  const taken = {
    ...known,
    sums: (known.sums ?? []).map((sum) => ({ ...sum, presumed: false })),
  }
  const knowledge = knowledgeOf(released, taken, { who: 'all', untold: new Set(), presume: false })
  if (typeof knowledge === 'string') return knowledge
  const { system, before, nodeOf } = knowledge
  for (const [cell, node] of nodeOf.entries()) tell(before, node, released.cells[cell]?.figure)
  const asked = before.lower.map((lower, node) => (lower < at(before.upper, node) ? 1 : 0))
  if (propagate(system, before) === 'contradiction') return 'contradiction'
  for (const part of partsOf(system, before))
    if (part.circular && !tightenPart(part, before, solver)) return 'contradiction'
  return intervalsOf(system, before, asked)
}

function tell(
  { lower, upper }: Bounds,
  node: number,
  figure: ProtectionTable['cells'][number]['figure'] | undefined,
): void {
  if (figure === undefined || figure.status === 'missing') return
  const suppressed = figure.status === 'suppressed'
  const value = figure.status === 'value' ? figure.value : 0
  lower[node] = Math.max(at(lower, node), suppressed ? figure.lower : value)
  upper[node] = Math.min(at(upper, node), suppressed ? (figure.upper ?? Infinity) : value)
}

function tightenPart(part: Part, bounds: Bounds, solver: Solver): boolean {
  const open = solver.open(programmeOf(part, bounds))
  try {
    return part.nodes.every((node, column) => {
      const ends = [-1, 1].map((direction) =>
        endOf(open, { column, direction, of: part.nodes.length }),
      )
      if (ends.includes('infeasible')) return false
      const [least, most] = ends
      if (typeof least === 'number') bounds.lower[node] = Math.ceil(least - tolerance)
      if (typeof most === 'number') bounds.upper[node] = Math.floor(most + tolerance)
      return true
    })
  } finally {
    open.close()
  }
}

const tolerance = 1e-6

function endOf(
  open: OpenProgramme,
  { column, direction, of }: { column: number; direction: number; of: number },
): number | 'infeasible' | 'none' {
  const objective = new Float64Array(of)
  objective[column] = direction
  const extreme = open.most(objective)
  if (extreme.status === 'found') return at(extreme.point, column)
  return extreme.status === 'infeasible' ? 'infeasible' : 'none'
}

function intervalsOf(
  { nodes }: System,
  { lower, upper }: Bounds,
  asked: ArrayLike<number>,
): readonly WorkedOut[] {
  return nodes.flatMap(({ codes, cell }, node) => {
    if (asked[node] !== 1) return []
    const most = at(upper, node)
    const bounds = { lower: at(lower, node), upper: most === Infinity ? null : most }
    return [{ codes, ...(cell !== undefined && { cell }), ...bounds }]
  })
}
