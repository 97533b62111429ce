// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Queryable, type Store, type Tx } from '@corridor/platform'
import { asOpened, compile, type KnownAgreement, type Policy } from '@corridor/policy'
import type { OpenedSince } from '../domain/opened-at'
import { behindNow } from './behind'

/** Periods whose figures both sides have committed to, as reconciliation tells it. */
export interface OpenedTold {
  readonly agreement: string
  readonly opened: readonly { readonly contract: string; readonly period: string }[]
}

/** Keeps that periods are open from an instant on. */
export async function keepOpened(
  tx: Tx,
  { agreement, opened }: OpenedTold,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into opened select $1, o.contract, o.period, $2
     from json_to_recordset($3::json) as o (contract text, period text) on conflict do nothing`,
    [agreement, at, JSON.stringify(opened)],
  )
}

/** What is open, with since when. */
export async function openedEver(on: Store | Tx | Queryable): Promise<readonly OpenedSince[]> {
  return rowsOfQuery<OpenedSince>(
    on,
    'select agreement, contract, period, opened_at as at from opened order by 1, 2, 3',
  )
}

/** What agreements grant now: who is behind receives nothing, and what the other side has not committed to waits. */
export async function policyNow(
  on: Store | Tx | Queryable,
  agreements: readonly KnownAgreement[],
): Promise<Policy> {
  return compile(asOpened(agreements, await openedEver(on)), await behindNow(on))
}
