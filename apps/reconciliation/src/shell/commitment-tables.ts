// SPDX-License-Identifier: Apache-2.0
import type { Commitments } from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import { rowsOfQuery, type Store, type Tx } from '@corridor/platform'
import type { OpenedPeriod } from '@corridor/policy'
import type { Commitment, Opening } from '../domain/timetable/commitments'

/** Keeps that a party has said something of periods. */
export async function keepCommitments(
  tx: Tx,
  commitments: readonly Commitment[],
  { agreement, position }: { readonly agreement: string; readonly position: number },
): Promise<void> {
  await tx.query(
    `insert into commitment select $1, contract, party, period, at, $2
     from json_populate_recordset(null::commitment, $3::json) on conflict do nothing`,
    [agreement, position, JSON.stringify(commitments)],
  )
}

/** The agreements with commitments that the journal had no line of when it was looked at last. */
export async function agreementsUnjournalled(store: Store): Promise<readonly string[]> {
  const rows = await rowsOfQuery<{ agreement: string }>(
    store,
    'select distinct agreement from commitment where not journalled order by 1',
  )
  return rows.map(({ agreement }) => agreement)
}

/** Marks the commitments of which the journal has the receipt by now. */
export async function markJournalled(tx: Tx, agreement: string): Promise<void> {
  const waiting = await rowsOfQuery<{ position: string; receipt: Buffer }>(
    tx,
    `select distinct d.position, r.receipt from commitment c join intake.dataset_v1 d on d.position = c.position
     join intake.receipt_v1 r on r.position = d.submission where c.agreement = $1 and not c.journalled`,
    [agreement],
  )
  if (waiting.length === 0) return
  await tx.query(
    `update commitment set journalled = true from unnest($2::bigint[], $3::text[]) as w (position, digest)
     where agreement = $1 and commitment.position = w.position
       and exists (select from journal.entry_v1 e where e.digest = w.digest and e.kind = 'accepted')`,
    [
      ...[agreement, waiting.map(({ position }) => position)],
      waiting.map(({ receipt }) => digestOf(receipt)),
    ],
  )
}

/** When each party was bound first, by contract and period. */
export async function commitmentsUnder(tx: Tx, agreement: string): Promise<readonly Commitment[]> {
  return rowsOfQuery<Commitment>(
    tx,
    `select contract, party, period, min(at) as at from commitment where agreement = $1 and journalled group by 1, 2, 3`,
    [agreement],
  )
}

/** Opens periods that are not open yet, and gives those. What is open stays open. */
export async function open(
  tx: Tx,
  openings: readonly Opening[],
  { agreement, at }: { readonly agreement: string; readonly at: Date },
): Promise<readonly Opening[]> {
  return rowsOfQuery<Opening>(
    tx,
    `insert into opened select $1, o.contract, o.period, o.by, $2
     from json_to_recordset($3::json) as o (contract text, period text, by text) on conflict do nothing
     returning contract, period, opened_by as by`,
    [agreement, at, JSON.stringify(openings)],
  )
}

/** What is open under agreements of these participants. */
export async function openedAmong(
  tx: Tx,
  participants: readonly string[],
): Promise<readonly OpenedPeriod[]> {
  return rowsOfQuery<OpenedPeriod>(
    tx,
    `select o.agreement, o.contract, o.period from opened o join agreement a on a.id = o.agreement
     where a.parties && $1::text[] order by 1, 2, 3`,
    [participants],
  )
}

/** What a report tells of the commitments of its period; undefined where the parties do not commit first. */
export async function commitmentsOf(
  tx: Tx,
  { agreement, contract, period }: OpenedPeriod,
): Promise<Commitments | undefined> {
  const about = [agreement, contract, period]
  const [opened] = await rowsOfQuery<{ at: Date; by: Opening['by'] }>(
    tx,
    `select opened_at as at, opened_by as by from opened where agreement = $1 and contract = $2 and period = $3`,
    about,
  )
  if (opened === undefined) return undefined
  const said = await rowsOfQuery<{ party: string; at: Date }>(
    tx,
    `select party, at from commitment where agreement = $1 and contract = $2 and period = $3 order by at, party limit 1000`,
    about,
  )
  const told = said.map(({ party, at }) => ({ party, at: at.toISOString() }))
  return {
    openedAt: opened.at.toISOString(),
    by: opened.by,
    parties: told.filter((one, i) => told.findIndex(({ party }) => party === one.party) === i),
    changedSince: told.filter((_, i) => (said[i]?.at ?? opened.at) > opened.at),
  }
}
