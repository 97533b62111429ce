// SPDX-License-Identifier: Apache-2.0
import type { GrantedRows } from '@corridor/contracts'
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { LedgerEntry } from '../domain/audit-ledger'

interface EntryRow extends Omit<LedgerEntry, 'position' | 'grants'> {
  readonly position: string
  readonly grants: readonly GrantedRows[] | null
}

/** The releases at these positions of the outbox, as the ledger has them. */
export function entriesAt(
  store: Store,
  positions: readonly number[],
): Promise<ReadonlyMap<number, LedgerEntry>> {
  return entriesOf(store, 'r.position = any($1::bigint[])', positions)
}

/** The releases of these statements, by the digest of their bytes. */
export async function entriesWith(
  store: Store,
  digests: readonly string[],
): Promise<ReadonlyMap<string, LedgerEntry>> {
  const found = await entriesOf(store, 'r.digest = any($1::text[])', digests)
  return new Map([...found.values()].map((entry) => [entry.digest, entry]))
}

async function entriesOf(
  store: Store,
  which: string,
  wanted: readonly unknown[],
): Promise<ReadonlyMap<number, LedgerEntry>> {
  const rows = await rowsOfQuery<EntryRow>(
    store,
    `select r.position, d.participant as sender, r.recipient, d.contract, r.rows, r.digest, r.released_at as "releasedAt",
       r.reported_as as "reportedAs",
       not (o.withdrawn_at is not null and o.taken_out_at is not null and not coalesce(o.was_fetched, true)) as "mayHaveLeft",
       (select json_agg(json_build_object('agreement', g.agreement, 'clause', g.clause, 'first', g.first_row, 'last', g.last_row)
          order by g.first_row) from granted_rows g where g.position = r.position) as grants
     from release r join dataset d on d.position = r.dataset join outbox o on o.position = r.position where ${which}`,
    [wanted],
  )
  return new Map(
    rows.map((row) => {
      const position = Number(row.position)
      return [position, { ...row, position, grants: row.grants ?? [] }]
    }),
  )
}
