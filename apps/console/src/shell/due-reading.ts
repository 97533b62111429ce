// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { Actor } from './actor'

/** What is due, late or missing under the timetables of agreements whose party or committee an actor is. */
export async function dueOf(store: Store, actor: Actor): Promise<readonly object[]> {
  return rowsOfQuery<object>(
    store,
    `select agreement, clause, contract, party, period, to_json(due_at) #>> '{}' as "dueAt", state, one_sided as "oneSided",
       to_json(reported_at) #>> '{}' as "reportedAt", behind
     from reconciliation.due_v1 where $1 = any(parties) or committee = $1 order by due_at desc, agreement, clause, party limit 10000`,
    [actor.participant],
  )
}
