// SPDX-License-Identifier: Apache-2.0
import type { Cells } from './vintage'

/** Cells that are recorded and not indexed yet, with their newest figure. */
export interface RecentCells {
  /** Takes the cells of a dataset in; the highest position of a cell counts, in whatever order datasets come. */
  readonly take: (position: number, cells: Cells) => void
  /** The newest figure of the cell at a row: NaN where it is none, undefined where nothing recent is known of the cell. */
  readonly figure: (keys: Uint32Array, row: number) => number | undefined
  /** Lets go of what is indexed up to a position. */
  readonly forget: (indexed: number) => void
  /** Cells held. */
  readonly size: () => number
}

/** A table of cells with open addresses: 36 bytes a cell, no objects. Written by `take` alone. */
interface Table {
  slots: Int32Array
  keys: Uint32Array
  figures: Float64Array
  positions: Float64Array
  count: number
  /** The highest position in it. */
  last: number
}

const firstRoom = 1_024
/** A generation is closed at this many cells, so that what is indexed can be let go. */
const generationCells = 131_072

/** Recent cells in generations, oldest first. */
export function recentCells(): RecentCells {
  let generations: Table[] = []
  const open = (): Table => {
    const last = generations.at(-1)
    if (last !== undefined && last.count < generationCells) return last
    const made = emptyTable()
    generations.push(made)
    return made
  }
  return {
    take: (position, { keys, figures }) => {
      const table = open()
      for (let row = 0; row < figures.length; row++)
        put(table, { keys, row }, { position, figure: figures[row] ?? NaN })
      table.last = Math.max(table.last, position)
    },
    figure: (keys, row) => newest(generations, keys, row),
    forget: (indexed) => {
      generations = generations.filter(({ last }) => last > indexed)
    },
    size: () => generations.reduce((sum, { count }) => sum + count, 0),
  }
}

function newest(generations: readonly Table[], keys: Uint32Array, row: number): number | undefined {
  let position = -1
  let figure: number | undefined
  for (const table of generations) {
    const entry = table.slots[slotOf(table, keys, row * 4)] ?? 0
    if (entry === 0 || (table.positions[entry - 1] ?? 0) < position) continue
    position = table.positions[entry - 1] ?? 0
    figure = table.figures[entry - 1]
  }
  return figure
}

function emptyTable(): Table {
  return {
    slots: new Int32Array(firstRoom * 2),
    keys: new Uint32Array(firstRoom * 4),
    figures: new Float64Array(firstRoom),
    positions: new Float64Array(firstRoom),
    count: 0,
    last: -1,
  }
}

function put(
  table: Table,
  { keys, row }: { keys: Uint32Array; row: number },
  { position, figure }: { position: number; figure: number },
): void {
  if (table.count === table.figures.length) grow(table)
  const slot = slotOf(table, keys, row * 4)
  const known = (table.slots[slot] ?? 0) - 1
  const entry = known >= 0 ? known : table.count
  if (known >= 0 && (table.positions[entry] ?? 0) > position) return
  if (known < 0) {
    table.count += 1
    table.slots[slot] = entry + 1
    table.keys.set(keys.subarray(row * 4, row * 4 + 4), entry * 4)
  }
  table.figures[entry] = figure
  table.positions[entry] = position
}

/** The slot of a key: the one that holds it, or the empty one where it would go. */
function slotOf({ slots, keys: held }: Table, keys: Uint32Array, at: number): number {
  const mask = slots.length - 1
  const first = keys[at] ?? 0
  for (let slot = first & mask; ; slot = (slot + 1) & mask) {
    const entry = slots[slot] ?? 0
    if (entry === 0) return slot
    const place = (entry - 1) * 4
    if (
      held[place] === first &&
      held[place + 1] === keys[at + 1] &&
      held[place + 2] === keys[at + 2] &&
      held[place + 3] === keys[at + 3]
    )
      return slot
  }
}

// At most half of the slots are taken, so that every search ends soon.
function grow(table: Table): void {
  const room = table.figures.length * 2
  const { keys, figures, positions } = table
  table.keys = new Uint32Array(room * 4)
  table.keys.set(keys)
  table.figures = new Float64Array(room)
  table.figures.set(figures)
  table.positions = new Float64Array(room)
  table.positions.set(positions)
  table.slots = new Int32Array(room * 2)
  for (let entry = 0; entry < table.count; entry++)
    table.slots[slotOf(table, table.keys, entry * 4)] = entry + 1
}
