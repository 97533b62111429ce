// SPDX-License-Identifier: Apache-2.0
import { newSalt } from '@corridor/message'
import {
  fact,
  rowsOfQuery,
  statement,
  takePositions,
  tellAt,
  type Fact,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import {
  numberStatements,
  type Head,
  type NumberedStatement,
  type Unnumbered,
} from '../domain/number-statements'

/** A statement in its place, with its position in the outbox. */
export interface HandedOver extends NumberedStatement {
  readonly position: number
}

/** What is handed over, and the fact that tells of it: its number, digest and instant are added to its body. */
export interface HandingOver extends Unnumbered {
  readonly tells: Pick<Fact, 'subject' | 'body'>
}

/**
 * Numbers statements and puts them into the outbox with their facts. The counter of positions is taken first: its lock keeps the
 * numbers of all recipients without a gap and in the order of the commits.
 */
export async function handOver(
  tx: Tx,
  { environment }: Pick<ServiceContext, 'environment'>,
  {
    items,
    at,
    keep = () => Promise.resolve(),
  }: {
    readonly items: readonly HandingOver[]
    readonly at: Date
    /** What is written beside them; it travels to the database together with them. */
    readonly keep?: (handed: readonly HandedOver[]) => Promise<void>
  },
): Promise<readonly HandedOver[]> {
  const [first, heads] = await Promise.all([
    takePositions(tx, 2 * items.length),
    headsOf(tx, [...new Set(items.map(({ recipient }) => recipient))]),
  ])
  const salts = items.map(() => newSalt())
  const numbered = numberStatements(items, heads, { hubId: environment.hubId, at, salts })
  const handed = numbered.map((one, i) => ({ ...one, position: first + i }))
  // None waits for the answer of another: they travel together, and are worked in this order.
  await Promise.all([
    tellAt(tx, first, [
      ...numbered.map(({ recipient, envelope }) => statement(recipient, 'delivery', envelope)),
      ...items.map(({ tells }, i) => factOf(tells, { at, place: numbered[i] })),
    ]),
    number(tx, handed, at),
    keep(handed),
  ])
  return handed
}

async function number(tx: Tx, handed: readonly HandedOver[], at: Date): Promise<void> {
  const last = [...new Map(handed.map((one) => [one.recipient, one])).values()]
  await Promise.all([
    tx.query(insertNumbered, [
      handed.map(({ recipient }) => recipient),
      handed.map((one) => one.number),
      handed.map(({ position }) => position),
      handed.map(({ kind }) => kind),
      handed.map(({ digest }) => digest),
      handed.map(({ previous }) => previous),
      at,
    ]),
    tx.query(moveHeads, [
      last.map(({ recipient }) => recipient),
      last.map((one) => one.number),
      last.map(({ digest }) => digest),
    ]),
  ])
}

function factOf(
  { subject, body }: HandingOver['tells'],
  { at, place }: { readonly at: Date; readonly place: NumberedStatement | undefined },
): Fact {
  const { number, digest } = place ?? {}
  return fact(subject, { ...body, number, digest, at: at.toISOString() })
}

async function headsOf(tx: Tx, recipients: readonly string[]): Promise<ReadonlyMap<string, Head>> {
  const rows = await rowsOfQuery<{ recipient: string; number: string; digest: string }>(
    tx,
    'select recipient, number, digest from head where recipient = any($1::text[])',
    [recipients],
  )
  return new Map(
    rows.map(({ recipient, number, digest }) => [recipient, { number: Number(number), digest }]),
  )
}

const insertNumbered = `
insert into numbered (recipient, number, position, kind, digest, previous, at)
select *, $7::timestamptz from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[])`

const moveHeads = `
insert into head (recipient, number, digest) select * from unnest($1::text[], $2::bigint[], $3::text[])
on conflict (recipient) do update set number = excluded.number, digest = excluded.digest`
