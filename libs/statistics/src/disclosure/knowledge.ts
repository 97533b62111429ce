// SPDX-License-Identifier: Apache-2.0
import { alias, emptyDrawing, place, placed, type Drawing, type Position } from './drawing'
import { numberOf, type Figure } from './figure'
import { drawLines } from './lines'
import { propagate } from './propagate'
import { at, makeSystem, type Bounds, type Row, type System } from './system'
import type { HeldCell, HeldSum, Known, ProtectionTable } from './table'

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

/** Whose knowledge, and what is taken for granted. */
export interface Beholder {
  /** The recipient alone, or with those who share with it. */
  readonly who: 'recipient' | 'all'
  /** The cells whose figure the beholder has not been told: no difference from them is worked out. */
  readonly untold?: ReadonlySet<number>
  /** False where nothing is presumed: that hidden figures are as they were before, that the codes at hand are all there are. */
  readonly presume?: boolean
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
  for (const row of places) if (!isRefuted(drawing, row)) drawing.rows.push(row)
  const before = boundsFrom(told.before, drawing.nodes.length)
  const presumedNone = presume ? learnTruths(drawing) : []
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

/** The vintage that is to be released. */
const now = 'now'

interface Told {
  readonly before: Map<number, { lower: number; upper: number }>
  readonly hidden: Set<number>
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

// Where a figure does not apply there is nobody.
function truthOf(figure: Figure): number | undefined {
  return figure.status === 'not-applicable' ? 0 : numberOf(figure)
}

function placeHeld(
  drawing: Drawing,
  held: HeldCell,
  { told, beholder }: { told: Told; beholder: Beholder },
): void {
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
  const node = place(drawing, { vintage, codes }, { kind: 'held', truth })
  note(drawing, held, { told, node })
}

// The same place now. One that the table does not have is added where the hub knows the figure to be unchanged.
function currentOf(
  drawing: Drawing,
  { codes, unchanged }: HeldCell,
  truth: number | undefined,
): Pick<Position, 'node'> | undefined {
  const there = placed(drawing, now, codes)
  if (there !== undefined || unchanged !== true) return there
  return { node: place(drawing, { vintage: now, codes }, { kind: 'held', truth }) }
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

// Who presumes what is not so is misled, and learns nothing.
function isRefuted({ nodes }: Drawing, row: Row & { readonly presumed: boolean }): boolean {
  if (row.lower > row.upper) return true
  if (!row.presumed) return false
  const sum = row.nodes.reduce(
    (total, node, i) => total + (row.signs[i] ?? 0) * (nodes[node]?.truth ?? NaN),
    0,
  )
  return sum < row.lower || sum > row.upper
}

// What follows from the true figures for those that no cell tells. Gives the numbers of those that count nobody.
function learnTruths({ nodes, rows }: Drawing): readonly number[] {
  const bounds = boundsFrom(new Map(), nodes.length)
  for (const [node, { truth }] of nodes.entries()) {
    if (truth === undefined) continue
    bounds.lower[node] = truth
    bounds.upper[node] = truth
  }
  if (propagate(makeSystem(nodes, rows), bounds) === 'contradiction') return []
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
