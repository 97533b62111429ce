// SPDX-License-Identifier: Apache-2.0
import { median } from '../indices/quantile'

/** A cell of a file that a reporter sent, beside what it might be instead. Persons; undefined where not known. */
export interface FileCell {
  readonly key: string
  readonly sent: number
  /** What the partner's figure, or the reporter's own history, leads to expect. */
  readonly expected: number
  /** What the reporter itself sent for the period before. */
  readonly sentBefore?: number
  /** What is expected of the reporter for the opposite flow. */
  readonly opposite?: number
}

/** What a file may be, read as a whole. */
export type ReadingKind =
  'as-sent' | 'thousandfold' | 'thousandth' | 'opposite-direction' | 'sent-again'

/** How well a reading fits: the median distance in logs from what the reading expects, over the cells that allow it. */
export interface FileReading {
  readonly kind: ReadingKind
  readonly cells: number
  readonly distance: number
  /** The share of cells that are the very same figure; only of what was sent again. */
  readonly identical: number
}

/** The least number of cells, and by how much nearer a reading must be than the file as it was sent. */
const [leastCells, nearer, leastGain] = [4, 0.5, 0.25]
/** A reading fits where half of the cells lie within this of it, in logs: a factor of one and a half. */
const fits = 0.4
/** Figures below this are the same in two periods by chance too often to count. */
const tellingFigure = 10
/** The share of telling figures that are the very same, from which a file was sent again. */
const sameShare = 0.9

/**
 * Reads a file in the ways in which files are mistaken: thousands for persons and the other way, the opposite direction, last period's
 * file sent again. A reading that fits, lies less than half as far from what it expects as the file itself does, and a quarter in logs
 * nearer, is proposed, the nearest first; identical figures decide alone. A factor of a thousand is the reporter's that left its own
 * figures of the period before, where they are known, and not its partner's. Errors of this kind are found in a file, not in its cells.
 * Nothing is said of fewer than four cells, nor of a series that was a period late from its beginning: what flows do from year to year
 * is no larger than what the two sides differ by.
 * @example mistakenReadings(cells)[0]?.kind // 'sent-again'
 */
export function mistakenReadings(cells: readonly FileCell[]): readonly FileReading[] {
  const asSent = reading('as-sent', cells, ({ sent, expected }) => [sent, expected])
  const thousandfold = reading('thousandfold', cells, ({ sent, expected }) => [
    sent / 1000,
    expected,
  ])
  const thousandth = reading('thousandth', cells, ({ sent, expected }) => [sent * 1000, expected])
  const others = [
    ...(movedBy(cells, 1000) ? [thousandfold] : []),
    ...(movedBy(cells, 1 / 1000) ? [thousandth] : []),
    reading('opposite-direction', cells, ({ sent, opposite }) => [sent, opposite]),
  ].filter(
    ({ cells: count, distance }) =>
      count >= leastCells &&
      distance < fits &&
      distance < nearer * asSent.distance &&
      distance < asSent.distance - leastGain,
  )
  const again = sentAgain(cells)
  const nearest = others.toSorted((one, other) => one.distance - other.distance)
  return again === undefined ? nearest : [again, ...nearest]
}

function reading(
  kind: ReadingKind,
  cells: readonly FileCell[],
  pairOf: (cell: FileCell) => readonly [number, number | undefined],
): FileReading {
  const distances = cells.flatMap((cell) => {
    const [sent, meant] = pairOf(cell)
    return meant === undefined ? [] : [Math.abs(Math.log((sent + 0.5) / (meant + 0.5)))]
  })
  return { kind, cells: distances.length, distance: median(distances), identical: 0 }
}

// Nearer to this factor of what the reporter itself sent before than to that; true where too little of it is known.
function movedBy(cells: readonly FileCell[], factor: number): boolean {
  const moves = cells.flatMap(({ sent, sentBefore }) =>
    sentBefore === undefined ? [] : [Math.log((sent + 0.5) / (sentBefore + 0.5))],
  )
  return moves.length < leastCells || median(moves) / Math.log(factor) > 0.5
}

function sentAgain(cells: readonly FileCell[]): FileReading | undefined {
  const telling = cells.filter(
    ({ sent, sentBefore }) =>
      sentBefore !== undefined && Math.max(sent, sentBefore) >= tellingFigure,
  )
  if (telling.length < leastCells) return undefined
  const same = telling.filter(({ sent, sentBefore }) => sent === sentBefore)
  const identical = same.length / telling.length
  if (identical < sameShare) return undefined
  return { kind: 'sent-again', cells: telling.length, distance: 0, identical }
}
