// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Queryable, type Store, type Tx } from '@corridor/platform'

/**
 * Statements that may not leave, by what access and intake have committed at this moment: a suspension holds from its commit on, also while the
 * fact of it is still on its way here. A note that something is withdrawn leaves, unless its recipient
 * is suspended; figures leave where neither recipient nor sender is.
 */
export async function heldBack(
  on: Store | Tx | Queryable,
  positions: readonly number[],
): Promise<readonly number[]> {
  const rows = await rowsOfQuery<{ position: string }>(
    on,
    `select g.position from granted_rows g left join access.agreement_v1 a on a.id = g.agreement
     where g.position = any($1::bigint[]) and a.state is distinct from 'in-force' and a.state is distinct from 'provisional'
     union
     select n.position from numbered n join access.participant_v1 p on p.id = split_part(n.recipient, '-', 1)
     where n.position = any($1::bigint[]) and p.suspended_since is not null
     union
     select r.position from release r join dataset d on d.position = r.dataset join access.participant_v1 p on p.id = d.participant
     where r.position = any($1::bigint[]) and p.suspended_since is not null
     union
     select r.position from release r join intake.doubtful_dataset_v1 t on t.position = r.dataset
     where r.position = any($1::bigint[])
     union
     select r.position from release r join dataset d on d.position = r.dataset join access.standing_told_v1 t
       on t.position > coalesce((select position from cursor where source = 'access'), 0)
     where r.position = any($1::bigint[]) and t.parties @> array[d.participant, split_part(r.recipient, '-', 1)]`,
    [positions],
  )
  return rows.map(({ position }) => Number(position))
}
