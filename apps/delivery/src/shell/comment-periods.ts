// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'

/** A recipient who waits for figures while their sender may comment. */
export interface CommentPeriod {
  readonly dataset: number
  readonly recipient: string
  readonly until: Date
}

/** Begins comment periods; one that runs already, or was stopped, stays as it is. */
export async function beginComments(tx: Tx, periods: readonly CommentPeriod[]): Promise<void> {
  if (periods.length === 0) return
  await tx.query(
    `insert into comment_period (dataset, recipient, until)
     select * from unnest($1::bigint[], $2::text[], $3::timestamptz[]) on conflict do nothing`,
    [
      periods.map(({ dataset }) => dataset),
      periods.map(({ recipient }) => recipient),
      periods.map(({ until }) => until),
    ],
  )
}

/** What senders have stopped, as `dataset recipient`: it is not handed over, whatever is agreed. */
export async function stoppedReleases(
  tx: Tx,
  datasets: readonly number[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOfQuery<{ dataset: string; recipient: string }>(
    tx,
    'select dataset, recipient from comment_period where dataset = any($1::bigint[]) and stopped_at is not null',
    [datasets],
  )
  return new Set(rows.map(({ dataset, recipient }) => `${dataset} ${recipient}`))
}

/** Datasets whose comment periods are over by an instant: what is granted then is released. */
export async function endComments(
  tx: Tx,
  { at, most }: { readonly at: Date; readonly most: number },
): Promise<readonly number[]> {
  const rows = await rowsOfQuery<{ dataset: string }>(
    tx,
    `with ended as (update comment_period set over = true where (dataset, recipient) in (
       select dataset, recipient from comment_period where not over and stopped_at is null and until <= $1
       order by until limit $2 for update skip locked)
     returning dataset)
     select dataset from ended`,
    [at, most],
  )
  return [...new Set(rows.map(({ dataset }) => Number(dataset)))].sort((a, b) => a - b)
}
