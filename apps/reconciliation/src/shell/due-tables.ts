// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { Behind } from '@corridor/policy'
import type { DueReport, Reported } from '../domain/timetable/due-states'

/** Keeps when a report came first. */
export async function keepReported(
  tx: Tx,
  agreement: string,
  reported: readonly Reported[],
): Promise<void> {
  await tx.query(
    `insert into reported (agreement, clause, party, period, at)
     select $1, clause, party, period, at from json_populate_recordset(null::reported, $2::json)
     on conflict (agreement, clause, party, period) do update set at = least(reported.at, excluded.at)`,
    [agreement, JSON.stringify(reported)],
  )
}

/** The reports that came under an agreement. */
export async function reportedUnder(tx: Tx, agreement: string): Promise<readonly Reported[]> {
  return rowsOfQuery<Reported>(
    tx,
    'select clause, party, period, at from reported where agreement = $1',
    [agreement],
  )
}

/** The states as they were kept last. */
export async function keptStates(
  tx: Tx,
  agreement: string,
): Promise<readonly Pick<DueReport, 'clause' | 'party' | 'period' | 'state' | 'oneSided'>[]> {
  return rowsOfQuery(
    tx,
    'select clause, party, period, state, one_sided as "oneSided" from due where agreement = $1',
    [agreement],
  )
}

/** Puts the states of an agreement's owed reports in the place of what was kept before. */
export async function keepStates(
  tx: Tx,
  reports: readonly DueReport[],
  { agreement, at }: { readonly agreement: string; readonly at: Date },
): Promise<void> {
  const rows = reports.map((one) => ({
    ...one,
    due_at: one.dueAt,
    reported_at: one.reportedAt,
    one_sided: one.oneSided,
    ...{ agreement, changed_at: at },
  }))
  await tx.query(
    `with now as (select * from json_populate_recordset(null::due, $2::json)),
       gone as (delete from due where agreement = $1 and (clause, party, period) not in (select clause, party, period from now))
     insert into due select * from now
     on conflict (agreement, clause, party, period) do update
     set contract = excluded.contract, due_at = excluded.due_at, state = excluded.state, reported_at = excluded.reported_at,
       one_sided = excluded.one_sided, changed_at = excluded.changed_at
     where (due.state, due.one_sided, due.due_at, due.reported_at)
       is distinct from (excluded.state, excluded.one_sided, excluded.due_at, excluded.reported_at)`,
    [agreement, JSON.stringify(rows)],
  )
}

/** Keeps who is behind under an agreement; true where that is not what was kept before. */
export async function keepBehind(
  tx: Tx,
  agreement: string,
  behind: readonly Behind[],
): Promise<boolean> {
  const changed = await rowsOfQuery(
    tx,
    `insert into behind (agreement, behind)
     select $1, $2::jsonb where $2::jsonb <> '[]' or exists (select from behind where agreement = $1)
     on conflict (agreement) do update set behind = excluded.behind where behind.behind <> excluded.behind
     returning behind`,
    [agreement, JSON.stringify(behind)],
  )
  return changed.length > 0
}

/** Who is behind under agreements of these participants. */
export async function behindAmong(
  tx: Tx,
  participants: readonly string[],
): Promise<readonly Behind[]> {
  const rows = await rowsOfQuery<{ behind: readonly Behind[] }>(
    tx,
    'select b.behind from behind b join agreement a on a.id = b.agreement where a.parties && $1::text[]',
    [participants],
  )
  return rows.flatMap(({ behind }) => behind)
}
