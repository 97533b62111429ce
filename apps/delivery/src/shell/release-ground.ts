// SPDX-License-Identifier: Apache-2.0
import { addressOf } from '@corridor/contracts'
import { rowsOfQuery, type Tx } from '@corridor/platform'
import { type KnownAgreement, type Permit, type Policy } from '@corridor/policy'
import { hasGrown } from '../domain/embargo'
import { hasOpened, type OpenedSince } from '../domain/opened-at'
import type { Release, Source } from '../domain/release'
import { openedEver, policyNow } from './opened'
import { stoppedReleases } from './comment-periods'

/** What releasing goes by: read once for several datasets. */
export interface Ground {
  readonly at: Date
  readonly agreements: readonly KnownAgreement[]
  readonly policy: Policy
  /** The version that each participant has said it accepts, by `participant contract`. */
  readonly accepted: ReadonlyMap<string, string>
  /** What was released before and not withdrawn since, with the instant of its newest release. */
  readonly before: ReadonlyMap<string, Date>
  /** Where parties commit first: what is open, and since when. */
  readonly opened: readonly OpenedSince[]
  /** Who gets nothing for now. */
  readonly suspended: ReadonlySet<string>
  /** Datasets in doubt, of which nobody gets anything. */
  readonly doubtful: ReadonlySet<number>
  /** What senders have stopped, as `dataset recipient`. */
  readonly stopped: ReadonlySet<string>
}

/** Reads what releasing these datasets goes by; null where their senders are party to nothing. */
export async function groundOf(
  tx: Tx,
  positions: readonly number[],
  at: Date,
): Promise<Ground | null> {
  // They travel together; none waits for the answer of another.
  const [agreements, accepted, before, opened, suspended, doubtful, stopped] = await Promise.all([
    agreementsOfSenders(tx, positions),
    acceptedVersions(tx),
    releasedBefore(tx, positions),
    openedEver(tx),
    suspendedOf(tx),
    doubtfulOf(tx, positions),
    stoppedReleases(tx, positions),
  ])
  if (agreements.length === 0) return null
  const policy = await policyNow(tx, agreements)
  return { at, agreements, policy, accepted, before, opened, suspended, doubtful, stopped }
}

/**
 * True where each clause of a release has let the dataset out to its recipient before, and since then no embargo has ended and no period
 * was opened that kept rows of it.
 */
export function isKnown(
  { grants }: Release,
  { source, permit }: { readonly source: Source; readonly permit: Permit },
  { before, opened, at }: Ground,
): boolean {
  const recipient = addressOf(permit)
  const released = grants.map((one) =>
    before.get(releaseKey({ ...one, recipient }, source.position)),
  )
  const agreements = grants.map(({ agreement }) => agreement)
  return released.every(
    (since) =>
      since !== undefined &&
      !hasGrown(source.dataset, permit, { since, at }) &&
      !hasOpened(source.dataset, agreements, { since, opened }),
  )
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

async function doubtfulOf(tx: Tx, positions: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await rowsOfQuery<{ position: string }>(
    tx,
    'select position from dataset where position = any($1::bigint[]) and doubtful_since is not null',
    [positions],
  )
  return new Set(rows.map(({ position }) => Number(position)))
}

interface ReleaseKey {
  readonly agreement: string
  readonly clause: string
  readonly recipient: string
}

// Hearing the same standing twice releases nothing twice. What was withdrawn because it was not granted is released
// again, where it is granted again; what was taken back is not.
async function releasedBefore(
  tx: Tx,
  positions: readonly number[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await rowsOfQuery<ReleaseKey & { readonly dataset: string; readonly at: Date }>(
    tx,
    `select g.agreement, g.clause, r.recipient, r.dataset, max(r.released_at) as at
     from release r join granted_rows g on g.position = r.position
     where r.dataset = any($1::bigint[])
       and (r.withdrawn_at is null or r.withdrawal in ('retracted', 'erased', 'released-in-error'))
     group by g.agreement, g.clause, r.recipient, r.dataset`,
    [positions],
  )
  return new Map(rows.map((row) => [releaseKey(row, Number(row.dataset)), row.at]))
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
