// SPDX-License-Identifier: Apache-2.0
import type { MessageKey, Tx } from '@corridor/platform'
import type { Release } from '../domain/release'
import type { HandedOver } from './hand-over'

/** A release, and the dataset that it was made of. */
export interface MadeRelease extends Release {
  readonly dataset: number
  /** Of the dataset's message. */
  readonly key: MessageKey
}

/** Keeps what was released to whom, and which clause let out which of its rows. */
export async function insertReleases(
  tx: Tx,
  {
    releases,
    fingerprints,
    handed,
    at,
  }: {
    readonly releases: readonly MadeRelease[]
    /** Of the body of each, in the same order. */
    readonly fingerprints: readonly Buffer[]
    /** Where each of them was handed over, in the same order. */
    readonly handed: readonly HandedOver[]
    readonly at: Date
  },
): Promise<void> {
  const grants = releases.flatMap(({ grants: own }, i) =>
    own.map((rows) => ({ ...rows, position: handed[i]?.position })),
  )
  await Promise.all([
    tx.query(insertRows, [
      releases.map(({ agreement }) => agreement),
      releases.map(({ clause }) => clause),
      releases.map(({ recipient }) => recipient),
      handed.map(({ position }) => position),
      releases.map(({ rows }) => rows),
      handed.map(({ digest }) => digest),
      releases.map(({ version }) => version),
      releases.map(({ leftOut }) => leftOut),
      handed.map(({ number }) => number),
      releases.map(({ dataset }) => dataset),
      at,
      releases.map(({ rolledUp }) => rolledUp),
      releases.map(({ protection }) => JSON.stringify(protection)),
      releases.map(({ reportedAs }) => reportedAs),
      fingerprints.map((one) => one.toString('hex')),
      releases.map(({ periods }) => JSON.stringify(periods)),
    ]),
    tx.query(insertGrantedRows, [
      grants.map(({ position }) => position),
      grants.map(({ agreement }) => agreement),
      grants.map(({ clause }) => clause),
      grants.map(({ first }) => first),
      grants.map(({ last }) => last),
    ]),
  ])
}

const insertRows = `
insert into release (agreement, clause, recipient, position, rows, digest, version, left_out, number, dataset, rolled_up, protection,
  reported_as, body, periods, released_at)
select agreement, clause, recipient, position, rows, digest, version, left_out, number, dataset, rolled_up, protection, reported_as,
  decode(body, 'hex'), array(select json_array_elements_text(periods)), $11::timestamptz
from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::int[], $6::text[], $7::text[], $8::int[], $9::bigint[], $10::bigint[], $12::int[],
  $13::jsonb[], $14::text[], $15::text[], $16::json[]) as made (agreement, clause, recipient, position, rows, digest, version, left_out, number,
  dataset, rolled_up, protection, reported_as, body, periods)`

const insertGrantedRows = `
insert into granted_rows (position, agreement, clause, first_row, last_row)
select * from unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::int[])`
