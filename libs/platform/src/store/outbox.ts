// SPDX-License-Identifier: Apache-2.0
import type { StatementType } from '@corridor/message'
import { bytesAsOne } from './bytes-as-one'
import { rowsOfQuery, type Tx } from './open-store'

/** A fact for the other services: `<service>.<fact>.v<n>`, a plain JSON object with ids, never with figures. */
export interface Fact {
  readonly kind: 'fact'
  readonly subject: string
  readonly body: object
}

/** A statement for a participant, which the relay seals with the hub's key after the commit. */
export interface Statement {
  readonly kind: 'statement'
  readonly participant: string
  readonly channel: 'receipt' | 'delivery' | 'report' | 'feed'
  readonly bytes: Uint8Array
}

const typOf: Readonly<Record<Statement['channel'], StatementType>> = {
  receipt: 'corridor-receipt',
  delivery: 'corridor-delivery',
  report: 'corridor-report',
  feed: 'corridor-feed',
}

/** A fact to tell. */
export function fact(subject: string, body: object): Fact {
  return { kind: 'fact', subject, body }
}

/** A statement to hand to a participant. */
export function statement(
  participant: string,
  channel: Statement['channel'],
  bytes: Uint8Array,
): Statement {
  return { kind: 'statement', participant, channel, bytes }
}

/**
 * Takes `count` positions of the service's counter and gives the first. The counter stays locked until the
 * commit, so this belongs right before the last writes of a transaction.
 */
export async function takePositions(tx: Tx, count: number): Promise<number> {
  const rows = await rowsOfQuery<{ first: string }>(
    tx,
    'with taken as (update counter set position = position + $1 returning position) select position - $1 + 1 as first from taken',
    [count],
  )
  return Number(rows[0]?.first)
}

/** Writes what a transaction tells, in order, at the positions taken for it (one for each, from `first`). */
export async function tellAt(
  tx: Tx,
  first: number,
  told: readonly (Fact | Statement)[],
): Promise<void> {
  if (told.length === 0) return
  const subjects = told.map((one) =>
    one.kind === 'fact' ? one.subject : `corridor.out.${one.participant}.${one.channel}`,
  )
  const types = told.map((one) => (one.kind === 'fact' ? null : typOf[one.channel]))
  const bodies = bytesAsOne(
    told.map((one) => (one.kind === 'fact' ? Buffer.from(JSON.stringify(one.body)) : one.bytes)),
  )
  await tx.query(insertOutbox, [
    first,
    subjects,
    types,
    bodies.whole,
    bodies.starts,
    bodies.lengths,
  ])
}

// previous_fact chains the facts of this service, so that the stream can refuse a gap. The counter's lock makes
// the look-up of the last fact safe.
const insertOutbox = `
insert into outbox (position, subject, typ, body, previous_fact)
select $1::bigint + n - 1, subject, typ, substring($4::bytea, body_start, body_length),
  case when typ is null then coalesce(
    max(case when typ is null then $1::bigint + n - 1 end) over (order by n rows between unbounded preceding and 1 preceding),
    (select max(position) from outbox where typ is null)) end
from unnest($2::text[], $3::text[], $5::int[], $6::int[]) with ordinality
  as told (subject, typ, body_start, body_length, n)`

/** Takes positions and tells in one go; gives the first position. */
export async function tell(tx: Tx, told: readonly (Fact | Statement)[]): Promise<number> {
  const first = await takePositions(tx, told.length)
  await tellAt(tx, first, told)
  return first
}
