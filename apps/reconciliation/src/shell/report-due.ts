// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { Round } from '../domain/round'

/**
 * Notes that reports have to be made. One that is due already stays due and is locked until the commit: who takes it then sees what
 * was compared.
 */
export async function askReports(tx: Tx, rounds: readonly Round[], at: Date): Promise<void> {
  const column = (name: keyof Round): readonly string[] => rounds.map((round) => round[name])
  await tx.query(
    `insert into report_due (agreement, contract, period, since)
     select distinct *, $4::timestamptz from unnest($1::text[], $2::text[], $3::text[])
     order by 1, 2, 3
     on conflict (agreement, contract, period) do update set since = report_due.since`,
    [column('agreement'), column('contract'), column('period'), at],
  )
}

/** The rounds of an agreement that have a report. */
export async function roundsReported(tx: Tx, agreement: string): Promise<readonly Round[]> {
  return rowsOfQuery<Round>(
    tx,
    `select distinct agreement, contract, period from report where agreement = $1 and period <> '' order by contract, period`,
    [agreement],
  )
}

/** Takes reports that are due, the longest waiting first: what fails is due again. */
export async function takeDueReports(tx: Tx, most: number): Promise<readonly Round[]> {
  return rowsOfQuery<Round>(
    tx,
    `with taken as (delete from report_due where (agreement, contract, period) in (
       select agreement, contract, period from report_due order by since, agreement, period limit $1 for update skip locked)
     returning agreement, contract, period)
     select * from taken order by agreement, contract, period`,
    [most],
  )
}
