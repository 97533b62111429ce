// SPDX-License-Identifier: Apache-2.0
import { emptyDrawing, place, placed, type Drawing } from './drawing'
import { drawLines } from './lines'
import { now, placeHeld, truthOf, type Beholder, type Told } from './place-held'
import { propagate } from './propagate'
import { at, makeSystem, type Bounds, type Row, type System } from './system'
import type { HeldSum, Known, ProtectionTable } from './table'

/** What is known before a release says anything: the figures, their sums, and what earlier releases told of them. */
export interface Knowledge {
  readonly system: System
  /** The node of each cell of the table, in their order. */
  readonly nodeOf: readonly number[]
  /** What is known of each node without the release. */
  readonly before: Bounds
  /** The nodes that an earlier release told as suppressed. */
  readonly hiddenBefore: ReadonlySet<number>
  /** True where the beholder presumes what an attacker would. */
  readonly presumed: boolean
  /** The implied figures that count nobody: where zeros are told, offices leave out rows of them, and an attacker presumes so. */
  readonly presumedNone: readonly number[]
  /** How many wholes are less than their parts: sums that nobody can reckon with. */
  readonly inconsistent: number
}

/** Why no knowledge can be drawn up. */
export type TooIrregular = 'too-irregular' | 'cell-twice'

/** Draws up what a beholder knows of the figures of a table. */
export function knowledgeOf(
  table: ProtectionTable,
  known: Known,
  beholder: Beholder,
): Knowledge | TooIrregular {
  const drawing = emptyDrawing()
  const nodeOf = placeCells(drawing, table, beholder)
  if (nodeOf === undefined) return 'cell-twice'
  const told: Told = { before: new Map(), hidden: new Set() }
  const seen = known.cells.filter((held) => isSeen(held, beholder))
  // What is held of this vintage first: figures of earlier ones may be the same.
  for (const held of seen.filter(({ vintage }) => vintage === now))
    placeHeld(drawing, held, { told, beholder })
  for (const held of seen.filter(({ vintage }) => vintage !== now))
    placeHeld(drawing, held, { told, beholder })
  const sums = (known.sums ?? []).filter((sum) => isSeen(sum, beholder))
  const places = sums.map((sum) => placeSum(drawing, sum))
  const presume = beholder.presume !== false
  if (!drawLines(drawing, table.dimensions, presume)) return 'too-irregular'
  drawing.rows.push(...places.filter((row) => !row.presumed && row.lower <= row.upper))
  const before = boundsFrom(told.before, drawing.nodes.length)
  const truths = presume ? trueBounds(drawing) : undefined
  const presumedNone = truths === undefined ? [] : learnTruths(drawing, truths)
  if (presume)
    drawing.rows.push(...places.filter((row) => row.presumed && !isRefuted(drawing, row, truths)))
  return {
    system: makeSystem(drawing.nodes, drawing.rows),
    nodeOf,
    before,
    hiddenBefore: told.hidden,
    presumed: presume,
    presumedNone,
    inconsistent: drawing.inconsistent,
  }
}

function isSeen({ by }: { by: 'recipient' | 'sharer' }, { who }: Beholder): boolean {
  return who === 'all' || by === 'recipient'
}

function placeCells(
  drawing: Drawing,
  { cells }: ProtectionTable,
  { untold }: Beholder,
): number[] | undefined {
  const nodes: number[] = []
  for (const [cell, { codes, figure }] of cells.entries()) {
    if (placed(drawing, now, codes) !== undefined) return undefined
    const truth = untold?.has(cell) === true ? undefined : truthOf(figure)
    nodes.push(place(drawing, { vintage: now, codes }, { kind: 'table', cell, truth }))
  }
  return nodes
}

function placeSum(drawing: Drawing, sum: HeldSum): Row & { readonly presumed: boolean } {
  const nodeAt = (codes: readonly string[]): number =>
    placed(drawing, now, codes)?.node ??
    place(drawing, { vintage: now, codes }, { kind: 'held', truth: undefined })
  const plus = sum.plus.map(nodeAt)
  const minus = (sum.minus ?? []).map(nodeAt)
  return {
    nodes: [...plus, ...minus],
    signs: [...plus.map(() => 1), ...minus.map(() => -1)],
    lower: Math.ceil(sum.lower),
    upper: sum.upper === null ? Infinity : Math.floor(sum.upper),
    presumed: sum.presumed ?? false,
  }
}

// Who presumes what is not so is misled, and learns nothing: not of a cell, and not of a whole that no cell tells.
function isRefuted({ nodes }: Drawing, row: Row, truths: Bounds | undefined): boolean {
  if (row.lower > row.upper) return true
  let [least, most] = [0, 0]
  for (const [i, node] of row.nodes.entries()) {
    const truth = nodes[node]?.truth
    const lower = truth ?? (truths === undefined ? 0 : at(truths.lower, node))
    const upper = truth ?? (truths === undefined ? Infinity : at(truths.upper, node))
    const isAdded = row.signs[i] !== -1
    least += isAdded ? lower : -upper
    most += isAdded ? upper : -lower
  }
  return most < row.lower || least > row.upper
}

// What follows from the true figures for all of them; undefined where they contradict each other.
function trueBounds({ nodes, rows }: Drawing): Bounds | undefined {
  const bounds = boundsFrom(new Map(), nodes.length)
  for (const [node, { truth }] of nodes.entries()) {
    if (truth === undefined) continue
    bounds.lower[node] = truth
    bounds.upper[node] = truth
  }
  return propagate(makeSystem(nodes, rows), bounds) === 'contradiction' ? undefined : bounds
}

// What follows from the true figures for those that no cell tells. Gives the numbers of those that count nobody.
function learnTruths({ nodes }: Drawing, bounds: Bounds): readonly number[] {
  const none: number[] = []
  for (const [node, own] of nodes.entries()) {
    const truth = at(bounds.lower, node)
    if (own.kind !== 'implied' || truth < at(bounds.upper, node)) continue
    nodes[node] = { ...own, truth }
    if (truth === 0) none.push(node)
  }
  return none
}

function boundsFrom(
  before: ReadonlyMap<number, { lower: number; upper: number }>,
  count: number,
): Bounds {
  const lower = new Float64Array(count)
  const upper = new Float64Array(count).fill(Infinity)
  for (const [node, known] of before) {
    lower[node] = known.lower
    upper[node] = known.upper
  }
  return { lower, upper }
}
