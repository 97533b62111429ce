// SPDX-License-Identifier: Apache-2.0
import { at, isOpen, type Bounds, type Row, type System } from './system'

/** A row is looked at so often at most; a system with circles comes to rest only in the limit. */
const mostVisits = 60

/** What propagation came to: at rest, given up before that, or a contradiction. */
export type Propagated = 'at-rest' | 'given-up' | 'contradiction'

/**
 * Tightens bounds, in place, until no row says more: for each figure of a row, what the bounds of the others leave.
 * Rows with whole coefficients of 1 and -1 keep whole bounds whole. The result always encloses what is feasible; it is exactly
 * that in a part of the system without circles (interval consistency of an acyclic network).
 */
export function propagate(system: System, bounds: Bounds): Propagated {
  const { rows, rowsOf } = system
  const visits = new Uint16Array(rows.length)
  const waiting = new Uint8Array(rows.length)
  let queue: number[] = []
  // A row of told figures only says nothing new.
  for (let node = 0; node < rowsOf.length; node++)
    if (isOpen(bounds, node)) wake(rowsOf[node] ?? [], waiting, queue)
  let outcome: Propagated = 'at-rest'
  while (queue.length > 0) {
    const next: number[] = []
    for (const number of queue) {
      waiting[number] = 0
      const row = rows[number]
      if (row === undefined) continue
      if (at(visits, number) >= mostVisits) {
        outcome = 'given-up'
        continue
      }
      visits[number] = at(visits, number) + 1
      const changed = tighten(row, bounds)
      if (changed === undefined) return 'contradiction'
      for (const node of changed) wake(rowsOf[node] ?? [], waiting, next)
    }
    queue = next
  }
  return outcome
}

function wake(rows: readonly number[], waiting: Uint8Array, next: number[]): void {
  for (const row of rows) {
    if (waiting[row] === 1) continue
    waiting[row] = 1
    next.push(row)
  }
}

const nothing: readonly number[] = []

// The nodes whose bounds became tighter; undefined where a figure has no number left.
function tighten(row: Row, bounds: Bounds): readonly number[] | undefined {
  const activity = activityOf(row, bounds)
  if (activity.mostSure - row.lower < 0 && activity.mostOpen === 0) return undefined
  if (activity.leastSure - row.upper > 0 && activity.leastOpen === 0) return undefined
  // With two unbounded figures on a side that side says nothing about anybody.
  if (activity.leastOpen > 1 && activity.mostOpen > 1) return nothing
  let changed: number[] | undefined
  for (let i = 0; i < row.nodes.length; i++) {
    const node = at(row.nodes, i)
    const old = { lower: at(bounds.lower, node), upper: at(bounds.upper, node) }
    if (old.lower === old.upper) continue
    const left = leftFor(row, activity, { sign: at(row.signs, i), ...old })
    if (left.lower > old.lower) bounds.lower[node] = left.lower
    if (left.upper < old.upper) bounds.upper[node] = left.upper
    if (at(bounds.lower, node) > at(bounds.upper, node)) return undefined
    if (left.lower > old.lower || left.upper < old.upper) (changed ??= []).push(node)
  }
  return changed ?? nothing
}

interface Activity {
  leastSure: number
  leastOpen: number
  mostSure: number
  mostOpen: number
}

// The least and the most that a row can come to; unbounded figures are counted apart.
function activityOf({ nodes, signs }: Row, { lower, upper }: Bounds): Activity {
  const sum = { leastSure: 0, leastOpen: 0, mostSure: 0, mostOpen: 0 }
  for (let i = 0; i < nodes.length; i++) {
    const node = at(nodes, i)
    const plus = at(signs, i) > 0
    const least = plus ? at(lower, node) : -at(upper, node)
    const most = plus ? at(upper, node) : -at(lower, node)
    if (least === -Infinity) sum.leastOpen++
    else sum.leastSure += least
    if (most === Infinity) sum.mostOpen++
    else sum.mostSure += most
  }
  return sum
}

function leftFor(
  { lower, upper }: Row,
  { leastSure, leastOpen, mostSure, mostOpen }: Activity,
  own: { readonly sign: number; readonly lower: number; readonly upper: number },
): { lower: number; upper: number } {
  const ownLeast = own.sign > 0 ? own.lower : -own.upper
  const ownMost = own.sign > 0 ? own.upper : -own.lower
  // The others at their least leave the most for this one, and the other way round.
  const most = withoutOwn(leastSure, leastOpen, ownLeast)
  const least = withoutOwn(mostSure, mostOpen, ownMost)
  const high = most === undefined ? Infinity : upper - most
  const low = least === undefined ? -Infinity : lower - least
  return own.sign > 0 ? { lower: low, upper: high } : { lower: -high, upper: -low }
}

function withoutOwn(sure: number, open: number, own: number): number | undefined {
  const isOpen = !Number.isFinite(own)
  if (open > (isOpen ? 1 : 0)) return undefined
  return isOpen ? sure : sure - own
}
