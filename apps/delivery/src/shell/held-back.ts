// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Queryable, type Store, type Tx } from '@corridor/platform'

/**
 * Statements that may not leave, by what access has committed at this moment: a suspension holds from its commit on, also while the
 * fact of it is still on its way here. A note that something is withdrawn always leaves.
 */
export async function heldBack(
  on: Store | Tx | Queryable,
  positions: readonly number[],
): Promise<readonly number[]> {
  const rows = await rowsOfQuery<{ position: string }>(
    on,
    `select g.position from granted_rows g left join access.agreement_v1 a on a.id = g.agreement
     where g.position = any($1::bigint[]) and a.state is distinct from 'in-force' and a.state is distinct from 'provisional'`,
    [positions],
  )
  return rows.map(({ position }) => Number(position))
}
