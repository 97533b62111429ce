// SPDX-License-Identifier: Apache-2.0
import type { Tx } from '@corridor/platform'

/**
 * Releases go on side by side; a change of standing waits for those under way and goes alone. So a dataset is released by what stood
 * when it was recorded, or it is there when the change looks for earlier ones: never neither.
 */
export async function lockStanding(tx: Tx, how: 'together' | 'alone'): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared'
  await tx.query(`select ${lock}(hashtext('corridor-delivery-standing'))`)
}
