// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store } from '@corridor/platform'

/** Which lines of an origin's ledger are asked for. */
export interface LedgerAsked {
  readonly origin: string
  readonly recipient: string | null
  readonly contract: string | null
  readonly agreement: string | null
  readonly submission: string | null
  readonly dataset: number | null
  readonly from: Date | null
  readonly until: Date | null
  /** Lines of releases before this position; null for the newest. */
  readonly before: number | null
  readonly limit: number
}

/** A line of the ledger: what went to whom under which clause, in what form, and what became of it. */
export interface LedgerLine {
  readonly release: number
  readonly recipient: string
  readonly contract: string
  readonly submission: string | null
  readonly dataset: number
  readonly version: string | null
  readonly sentVersion: string | null
  readonly agreement: string | null
  readonly clause: string | null
  readonly rows: number
  readonly rolledUp: number | null
  /** The role in which a sender who is no state reported it. */
  readonly reportedAs: string | null
  readonly leftOut: number
  readonly protection: readonly object[] | null
  readonly number: number | null
  readonly digest: string
  readonly state: string
  readonly releasedAt: string
  readonly acknowledgedAt: string | null
  readonly withdrawnAt: string | null
  readonly withdrawal: string | null
  readonly note: number | null
  /** What it was deleted under, in words; null while it is there. */
  readonly deletedUnder: string | null
}

/** A page of an origin's ledger, newest first; `limit` counts releases, so that each comes with all its clauses. */
export async function ledgerOf(
  store: Store,
  asked: LedgerAsked,
): Promise<{ readonly lines: readonly LedgerLine[]; readonly next: number | null }> {
  const { origin, recipient, contract, agreement, submission, dataset, from, until } = asked
  const rows = await rowsOfQuery<LedgerLine & { readonly place: number }>(store, selectLines, [
    ...[origin, recipient, contract, agreement, submission, dataset, from, until],
    ...[asked.before, asked.limit + 1],
  ])
  const lines = rows.flatMap(({ place, ...line }) => (place > asked.limit ? [] : [line]))
  const isMore = rows.length > lines.length
  return { lines, next: isMore ? (lines.at(-1)?.release ?? null) : null }
}

const selectLines = `
select * from (
  select position::float8 as release, recipient, contract, submission, dataset::float8 as dataset, version,
    sent_version as "sentVersion", agreement, clause, rows, rolled_up as "rolledUp", reported_as as "reportedAs", left_out as "leftOut", protection,
    number::float8 as number, digest, state, to_json(released_at) #>> '{}' as "releasedAt",
    to_json(acknowledged_at) #>> '{}' as "acknowledgedAt", to_json(withdrawn_at) #>> '{}' as "withdrawnAt", withdrawal,
    note::float8 as note, deleted_under as "deletedUnder",
    dense_rank() over (order by position desc)::int as place
  from delivery.ledger_v1
  where sender = $1 and ($2::text is null or $2 in (recipient, split_part(recipient, '-', 1))) and ($3::text is null or contract = $3)
    and ($4::text is null or agreement = $4) and ($5::text is null or submission = $5)
    and ($6::bigint is null or dataset = $6) and ($7::timestamptz is null or released_at >= $7)
    and ($8::timestamptz is null or released_at < $8) and ($9::bigint is null or position < $9)
) as ranked where place <= $10 order by place, agreement, clause`
