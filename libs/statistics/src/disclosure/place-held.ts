// SPDX-License-Identifier: Apache-2.0
import { alias, place, placed, type Drawing, type Position } from './drawing'
import { numberOf, type Figure } from './figure'
import type { Node } from './system'
import type { HeldCell } from './table'

/** The vintage that is to be released. */
export const now = 'now'

/** Whose knowledge, and what is taken for granted. */
export interface Beholder {
  /** The recipient alone, or with those who share with it. */
  readonly who: 'recipient' | 'all'
  /** The cells whose figure the beholder has not been told: no difference from them is worked out. */
  readonly untold?: ReadonlySet<number>
  /** False where nothing is presumed: that hidden figures are as they were before, that the codes at hand are all there are. */
  readonly presume?: boolean
}

/** What earlier releases told of nodes: bounds by the number of the node, and which of them were suppressed. */
export interface Told {
  readonly before: Map<number, { lower: number; upper: number }>
  readonly hidden: Set<number>
}

/** Puts a cell that is held at its place: the cell of the table, where the figure is the same, or a figure of its own. */
export function placeHeld(
  drawing: Drawing,
  given: HeldCell,
  { told, beholder }: { told: Told; beholder: Beholder },
): void {
  const held = beholder.who === 'all' ? given : asItIsHeld(given)
  const { codes } = held
  const truth = truthOf(held.figure) ?? (beholder.untold === undefined ? held.truth : undefined)
  const there = placed(drawing, held.vintage, codes)
  if (there !== undefined && agrees(drawing, there.node, truth)) {
    note(drawing, held, { told, node: there.node })
    return
  }
  // The same vintage with another figure: whatever it is, it is not the cell of the table.
  const vintage = there === undefined ? held.vintage : `${held.vintage}'`
  const current = held.vintage === now ? undefined : currentOf(drawing, held, truth)
  if (current !== undefined && isUnchanged(drawing, current.node, { held, truth, beholder })) {
    alias(drawing, { vintage, codes, node: current.node })
    note(drawing, held, { told, node: current.node })
    return
  }
  const node = place(drawing, { vintage, codes }, nodeOf(held, truth))
  note(drawing, held, { told, node })
}

function nodeOf({ contributions }: HeldCell, truth: number | undefined): Omit<Node, 'codes'> {
  return { kind: 'held', truth, ...(contributions !== undefined && { contributions }) }
}

// What the hub knows of it besides is not the recipient's to know.
function asItIsHeld({ codes, figure, vintage, by }: HeldCell): HeldCell {
  return { codes, figure, vintage, by }
}

// The same place now. One that the table does not have is added where the hub knows the figure to be unchanged.
function currentOf(
  drawing: Drawing,
  held: HeldCell,
  truth: number | undefined,
): Pick<Position, 'node'> | undefined {
  const { codes, unchanged } = held
  const there = placed(drawing, now, codes)
  if (there !== undefined || unchanged !== true) return there
  return { node: place(drawing, { vintage: now, codes }, nodeOf(held, truth)) }
}

function agrees({ nodes }: Drawing, node: number, truth: number | undefined): boolean {
  const own = nodes[node]?.truth
  return own === undefined || truth === undefined || own === truth
}

// An attacker presumes that a revision left a figure alone, and is right wherever it did. Suppressed figures whose truth the
// hub does not know are presumed unchanged, unless what was told of them says otherwise.
function isUnchanged(
  { nodes }: Drawing,
  node: number,
  { held, truth, beholder }: { held: HeldCell; truth: number | undefined; beholder: Beholder },
): boolean {
  const own = nodes[node]?.truth
  if (truth !== undefined && own !== undefined) return own === truth
  if (held.unchanged !== undefined) return held.unchanged
  if (beholder.presume === false) return false
  if (own === undefined || held.figure.status !== 'suppressed') return true
  return held.figure.lower <= own && own <= (held.figure.upper ?? Infinity)
}

function note(
  drawing: Drawing,
  { figure }: HeldCell,
  { told, node }: { told: Told; node: number },
): void {
  const number = truthOf(figure)
  const old = told.before.get(node) ?? { lower: 0, upper: Infinity }
  if (number !== undefined) {
    told.before.set(node, { lower: number, upper: number })
    const own = drawing.nodes[node]
    if (own !== undefined && own.truth === undefined)
      drawing.nodes[node] = { ...own, truth: number }
  }
  if (figure.status !== 'suppressed') return
  told.hidden.add(node)
  const lower = Math.max(old.lower, figure.lower)
  const upper = Math.min(old.upper, figure.upper ?? Infinity)
  if (lower <= upper) told.before.set(node, { lower, upper })
}

/** The number that a figure stands for: where it does not apply there is nobody. */
export function truthOf(figure: Figure): number | undefined {
  return figure.status === 'not-applicable' ? 0 : numberOf(figure)
}
