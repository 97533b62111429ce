// SPDX-License-Identifier: Apache-2.0
import {
  rowsOfQuery,
  withdrawStatements,
  type Fact,
  type Queryable,
  type Statement,
  type Tx,
} from '@corridor/platform'

/** Notes under which agreement statements are made: of what is told from a position on, in its order. */
export async function keepSaidUnder(
  tx: Tx,
  agreement: string,
  { first, told }: { readonly first: number; readonly told: readonly (Fact | Statement)[] },
): Promise<void> {
  const positions = told.flatMap(({ kind }, i) => (kind === 'statement' ? [first + i] : []))
  if (positions.length === 0) return
  await tx.query('insert into said_under (position, agreement) select unnest($1::bigint[]), $2', [
    positions,
    agreement,
  ])
}

/** Statements whose agreement does not stand, by what access has committed at this moment. */
export async function heldBack(
  on: Queryable,
  positions: readonly number[],
): Promise<readonly number[]> {
  const rows = await rowsOfQuery<{ position: string }>(
    on,
    `select s.position from said_under s left join access.agreement_v1 a on a.id = s.agreement
     where s.position = any($1::bigint[]) and a.state is distinct from 'in-force' and a.state is distinct from 'provisional'`,
    [positions],
  )
  return rows.map(({ position }) => Number(position))
}

/** Withdraws what was said under an agreement that does not stand any more, and that nobody has acknowledged. */
export async function withdrawSaidUnder(tx: Tx, agreement: string, at: Date): Promise<void> {
  const rows = await rowsOfQuery<{ position: string }>(
    tx,
    `select s.position from said_under s join outbox o on o.position = s.position
     where s.agreement = $1 and o.acknowledged_at is null and o.withdrawn_at is null order by s.position`,
    [agreement],
  )
  if (rows.length > 0)
    await withdrawStatements(
      tx,
      rows.map(({ position }) => Number(position)),
      at,
    )
  await tx.query('delete from said_under where agreement = $1', [agreement])
}
