// SPDX-License-Identifier: Apache-2.0
import type { Aggregate } from '@corridor/contracts'
import { rowsOfQuery, type Tx } from '@corridor/platform'

/** Who sent messages, by what commitment they can be held to them, and when they were recorded, in the order of their positions. */
export async function messagesAt(
  tx: Tx,
  positions: readonly number[],
): Promise<Aggregate['madeOf']> {
  const found = await rowsOfQuery<{ member: string; commitment: string; recordedAt: Date }>(
    tx,
    `select participant as member, digest as commitment, recorded_at as "recordedAt" from intake.dataset_v1
     where position = any($1::bigint[]) order by position`,
    [positions],
  )
  return {
    rows: found.length,
    member: found.map(({ member }) => member),
    commitment: found.map(({ commitment }) => commitment),
    recordedAt: found.map(({ recordedAt }) => recordedAt.toISOString()),
  }
}
