// SPDX-License-Identifier: Apache-2.0
import type { Tx } from './open-store'

/** Any number: the space of advisory locks that stand for datasets of intake. */
const datasetLocks = 7_267_744

/**
 * Holds datasets until the transaction ends: together with others who read them, or alone, to withdraw them. Positions are locked in
 * their order, so two who want the same never wait for each other.
 */
export async function lockDatasets(
  tx: Tx,
  positions: readonly number[],
  how: 'together' | 'alone',
): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared'
  const ordered = [...positions].sort((a, b) => a - b)
  // Positions past 2^31 share locks with earlier ones: then somebody waits who need not.
  await tx.query(
    `select ${lock}(${String(datasetLocks)}, (position % 2147483647)::int) from unnest($1::bigint[]) as position`,
    [ordered],
  )
}
