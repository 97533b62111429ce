// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Queryable, type Store, type Tx } from '@corridor/platform'
import type { Behind } from '@corridor/policy'
import type { BehindSince } from '../domain/behind-at'

/** Who does not give under an agreement what its clauses of reciprocity count on, from an instant on, as reconciliation tells it. */
export interface BehindTold {
  readonly agreement: string
  readonly behind: readonly Behind[]
  readonly at: string
}

/** Keeps who is behind from an instant on, and who was until then: decisions of the past are explained by it. */
export async function keepBehind(tx: Tx, { agreement, behind, at }: BehindTold): Promise<void> {
  await tx.query(
    `with now as (select * from json_populate_recordset(null::behind, $2::json))
     update behind b set until = $3 where b.agreement = $1 and b.until is null
       and not exists (select from now n where n.clause = b.clause and n.party = b.party)`,
    [agreement, JSON.stringify(behind), at],
  )
  await tx.query(
    `insert into behind (agreement, clause, party, since)
     select $1, n.clause, n.party, $3 from json_populate_recordset(null::behind, $2::json) n
     where not exists (select from behind b where b.agreement = $1 and b.clause = n.clause and b.party = n.party and b.until is null)`,
    [agreement, JSON.stringify(behind), at],
  )
}

/** Who is behind now, under any agreement. */
export async function behindNow(on: Store | Tx | Queryable): Promise<readonly Behind[]> {
  return rowsOfQuery<Behind>(
    on,
    'select agreement, clause, party from behind where until is null order by 1, 2, 3',
  )
}

/** Who was behind at any time. */
export async function behindEver(on: Store | Tx | Queryable): Promise<readonly BehindSince[]> {
  return rowsOfQuery<BehindSince>(on, 'select agreement, clause, party, since, until from behind')
}
