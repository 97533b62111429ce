// SPDX-License-Identifier: Apache-2.0
import type { OutboxRow } from '../store/outbox'
import type { Queryable } from '../store/open-store'
import { participantOf } from './stream-lives'

/** Says which of these statements may not leave now. */
export type HeldBack = (on: Queryable, positions: readonly number[]) => Promise<readonly number[]>

/** Parts rows into those that may leave and the participants of those that may not: one entry for each row. */
export async function sortHeld(
  on: Queryable,
  rows: readonly OutboxRow[],
  heldBack: HeldBack | undefined,
): Promise<{ readonly ready: readonly OutboxRow[]; readonly held: readonly string[] }> {
  const statements = rows.filter(({ typ }) => typ !== null)
  if (heldBack === undefined || statements.length === 0) return { ready: rows, held: [] }
  const held = new Set(
    await heldBack(
      on,
      statements.map(({ position }) => position),
    ),
  )
  return {
    ready: rows.filter(({ position }) => !held.has(position)),
    held: statements
      .filter(({ position }) => held.has(position))
      .map(({ subject }) => participantOf(subject)),
  }
}
