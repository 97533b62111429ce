// SPDX-License-Identifier: Apache-2.0
import type { StatementType } from '@corridor/message'
import { bytesAsOne } from './bytes-as-one'
import { rowsOfQuery, type Queryable, type Tx } from './open-store'
import { outboxRuns } from './outbox-runs'
import type { Fact, Statement } from './told'

/** A row of the outbox, as the relay carries it. */
export interface OutboxRow {
  /** Of the fact or statement; of the last one where the row holds a run. */
  readonly position: number
  readonly subject: string
  /** The purpose of the hub's seal; null for facts, which stay inside. */
  readonly typ: StatementType | null
  /** A run of facts is a JSON array; receipts stand one behind the other. */
  readonly body: Buffer
  /** The fact before, which the stream must end with. */
  readonly previousFact: number | null
  /** Receipts of a run: the length of each. */
  readonly lengths: readonly number[] | null
  /** How often it was carried anew: each time it is another message for the stream. */
  readonly sentAgain: number
}

/**
 * Takes `count` positions of the service's counter and gives the first. The counter stays locked until the
 * commit, so this belongs right before the last writes of a transaction. What is told must be on disk before it is told.
 */
export async function takePositions(tx: Tx | Queryable, count: number): Promise<number> {
  noteToCarry(tx)
  const rows = await rowsOfQuery<{ first: string }>(tx, takeFromCounter, [count])
  return Number(rows[0]?.first)
}

// Written by `noteToCarry`; forgets a transaction with whoever held it.
const somethingToCarry = new WeakSet<Tx | Queryable>()

/** Notes that a transaction has something for the relay. */
export function noteToCarry(tx: Tx | Queryable): void {
  somethingToCarry.add(tx)
}

/** True where a transaction has something for the relay, once it is committed. */
export function hasToCarry(tx: Tx | Queryable): boolean {
  return somethingToCarry.has(tx)
}

const takeFromCounter = `
with taken as (update counter set position = position + $1 returning position)
select position - $1 + 1 as first, set_config('synchronous_commit', 'on', true) from taken`

/**
 * Writes what a transaction tells, in order, at the positions taken for it (one for each, from `first`). Gives the rows: whoever
 * hands them to the relay after the commit saves it from reading them.
 */
export async function tellAt(
  tx: Tx | Queryable,
  first: number,
  told: readonly (Fact | Statement)[],
): Promise<readonly OutboxRow[]> {
  if (told.length === 0) return []
  const rows = rowsFor(first, told)
  const bodies = bytesAsOne(rows.map(({ body }) => body))
  const written = await rowsOfQuery<{ position: string; previous_fact: string | null }>(
    tx,
    insertOutbox,
    [
      rows.map(({ position }) => position),
      rows.map(({ count, position }) => (count === 1 ? null : position - count + 1)),
      rows.map(({ subject }) => subject),
      rows.map(({ typ }) => typ),
      bodies.whole,
      bodies.starts,
      bodies.lengths,
      rows.map(({ lengths }) => (lengths === null ? null : `{${lengths.join(',')}}`)),
      rows.map(({ factBefore }) => factBefore),
    ],
  )
  const previous = new Map(written.map((row) => [Number(row.position), row.previous_fact]))
  return rows.map(({ count: _count, factBefore: _factBefore, ...row }) => {
    const fact = previous.get(row.position) ?? null
    return {
      ...row,
      previousFact: fact === null ? null : Number(fact),
      sentAgain: 0,
    }
  })
}

interface NewRow extends Pick<OutboxRow, 'position' | 'subject' | 'typ' | 'body' | 'lengths'> {
  readonly count: number
  readonly factBefore: number | null
}

function rowsFor(first: number, told: readonly (Fact | Statement)[]): readonly NewRow[] {
  let position = first - 1
  let factBefore: number | null = null
  return outboxRuns(told).map((run) => {
    position += run.count
    const row = { ...run, position, factBefore: run.typ === null ? factBefore : null }
    if (run.typ === null) factBefore = position
    return row
  })
}

// previous_fact chains the facts of this service, so that the stream can refuse a gap. The counter's lock makes
// the look-up of the last fact safe.
const insertOutbox = `
insert into outbox (position, first_position, subject, typ, body, lengths, previous_fact)
select position, first_position, subject, typ, substring($5::bytea, body_start, body_length), lengths::int[],
  case when typ is null then coalesce(fact_before, (select max(position) from outbox where typ is null)) end
from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $6::int[], $7::int[], $8::text[], $9::bigint[])
  as told (position, first_position, subject, typ, body_start, body_length, lengths, fact_before)
returning position, previous_fact`

/** Takes positions and tells in one go; gives the first position. */
export async function tell(
  tx: Tx | Queryable,
  told: readonly (Fact | Statement)[],
): Promise<number> {
  const first = await takePositions(tx, told.length)
  await tellAt(tx, first, told)
  return first
}
