// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { Actor } from './actor'
import { whileInForce } from './while-in-force'

/** What was found of the stages of an agreement's paths, for who may see it: its parties and their committee. */
export async function stagesOf(
  store: Store,
  actor: Actor,
  agreement: string,
): Promise<readonly object[]> {
  const found = await rowsOfQuery<object>(
    store,
    `select agreement, clause, stage, after, period, looked_at as "lookedAt", outcome, why, said_lower as "saidLower",
       said_upper as "saidUpper", range_lower as "rangeLower", range_upper as "rangeUpper", p, basis,
       to_json(compared_at) #>> '{}' as "comparedAt"
     from reconciliation.stage_check_v1 where agreement = $2 and ($1 = any(parties) or committee = $1)
     order by clause, period, stage, looked_at`,
    [actor.participant, agreement],
  )
  if (found.length > 0) await whileInForce(store, agreement)
  return found
}
