// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import { compile, type KnownAgreement, type Policy } from '@corridor/policy'
import type { Release } from '../domain/release'
import { stoppedReleases } from './comment-periods'

/** What releasing goes by: read once for several datasets. */
export interface Ground {
  readonly at: Date
  readonly agreements: readonly KnownAgreement[]
  readonly policy: Policy
  /** The version that each participant has said it accepts, by `participant contract`. */
  readonly accepted: ReadonlyMap<string, string>
  /** What was released before and not withdrawn since. */
  readonly before: ReadonlySet<string>
  /** Who gets nothing for now. */
  readonly suspended: ReadonlySet<string>
  /** What senders have stopped, as `dataset recipient`. */
  readonly stopped: ReadonlySet<string>
}

/** Reads what releasing these datasets goes by; null where their senders are party to nothing. */
export async function groundOf(
  tx: Tx,
  positions: readonly number[],
  at: Date,
): Promise<Ground | null> {
  const agreements = await agreementsOfSenders(tx, positions)
  if (agreements.length === 0) return null
  return {
    at,
    agreements,
    policy: compile(agreements),
    accepted: await acceptedVersions(tx),
    before: await releasedBefore(tx, positions),
    suspended: await suspendedOf(tx),
    stopped: await stoppedReleases(tx, positions),
  }
}

/** True where each clause of a release has let the dataset out to its recipient before. */
export function isKnown(
  { grants }: Release,
  { recipient, position }: { readonly recipient: string; readonly position: number },
  { before }: Ground,
): boolean {
  return grants.every((one) => before.has(releaseKey({ ...one, recipient }, position)))
}

async function acceptedVersions(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOfQuery<{ participant: string; contract: string; version: string }>(
    tx,
    'select participant, contract, version from accepted_version',
  )
  return new Map(
    rows.map(({ participant, contract, version }) => [`${participant} ${contract}`, version]),
  )
}

async function suspendedOf(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await rowsOfQuery<{ participant: string }>(tx, 'select participant from suspended')
  return new Set(rows.map(({ participant }) => participant))
}

interface ReleaseKey {
  readonly agreement: string
  readonly clause: string
  readonly recipient: string
}

// Hearing the same standing twice releases nothing twice. What was withdrawn because it was not granted is released
// again, where it is granted again; what was taken back is not.
async function releasedBefore(tx: Tx, positions: readonly number[]): Promise<ReadonlySet<string>> {
  const rows = await rowsOfQuery<ReleaseKey & { readonly dataset: string }>(
    tx,
    `select g.agreement, g.clause, r.recipient, r.dataset from release r join granted_rows g on g.position = r.position
     where r.dataset = any($1::bigint[])
       and (r.withdrawn_at is null or r.withdrawal in ('retracted', 'erased', 'released-in-error'))`,
    [positions],
  )
  return new Set(rows.map((row) => releaseKey(row, Number(row.dataset))))
}

function releaseKey({ agreement, clause, recipient }: ReleaseKey, dataset: number): string {
  return [agreement, clause, recipient, String(dataset)].join(' ')
}

async function agreementsOfSenders(
  tx: Tx,
  positions: readonly number[],
): Promise<readonly KnownAgreement[]> {
  return rowsOfQuery<KnownAgreement>(
    tx,
    `select terms, standing from agreement
     where parties && (select array_agg(distinct participant) from dataset where position = any($1::bigint[]))`,
    [positions],
  )
}
