// SPDX-License-Identifier: Apache-2.0
import type { OutboxRow } from '../store/outbox'
import type { Queryable } from '../store/open-store'
import { participantOf } from './stream-lives'

/** Says which of these statements may not leave now. */
export type HeldBack = (on: Queryable, positions: readonly number[]) => Promise<readonly number[]>

/** Where a part of a statement lies in another table than the outbox, once for several statements. */
export interface StoredApart {
  /** The bytes that a statement in the outbox comes to, in SQL. */
  readonly weight: string
  /** Statements as they are carried; without those whose parts cannot be read now. */
  readonly whole: (on: Queryable, rows: readonly OutboxRow[]) => Promise<readonly OutboxRow[]>
}

/** What is done with statements right before they are carried. */
export interface Leaving {
  /** Which of them may not leave now, whatever was decided when they were made. */
  readonly heldBack?: HeldBack
  readonly storedApart?: StoredApart
}

/** Parts rows into those that may leave, whole, and the participants of those that may not: one entry for each row. */
export async function sortHeld(
  on: Queryable,
  rows: readonly OutboxRow[],
  { heldBack, storedApart }: Leaving,
): Promise<{ readonly ready: readonly OutboxRow[]; readonly held: readonly string[] }> {
  const statements = rows.filter(({ typ }) => typ !== null)
  if (statements.length === 0) return { ready: rows, held: [] }
  const positions = statements.map(({ position }) => position)
  // Neither waits for the answer of the other: they travel together.
  const [held, whole] = await Promise.all([
    heldBack?.(on, positions) ?? [],
    storedApart?.whole(on, statements) ?? statements,
  ])
  const kept = new Set(held)
  const leaving = whole.filter(({ position }) => !kept.has(position))
  const left = new Set(leaving.map(({ position }) => position))
  return {
    ready: [...rows.filter(({ typ }) => typ === null), ...leaving],
    held: statements
      .filter(({ position }) => !left.has(position))
      .map(({ subject }) => participantOf(subject)),
  }
}
