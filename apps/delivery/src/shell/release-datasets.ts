// SPDX-License-Identifier: Apache-2.0
import {
  newestOf,
  readAccepted,
  rowsOfQuery,
  type AcceptedDataset,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { compile, decide, type KnownAgreement, type Permit, type Policy } from '@corridor/policy'
import { commentUntil } from '../domain/comment-until'
import { releaseOf, type Release } from '../domain/release'
import { beginComments, stoppedReleases, type CommentPeriod } from './comment-periods'
import { handOver } from './hand-over'
import { insertReleases, type MadeRelease } from './insert-releases'

/** What releasing goes by: read once for several datasets. */
interface Ground {
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

/**
 * Releases to every recipient what the agreements of a dataset's sender grant at this moment, once. A projection is made once for all
 * recipients who are granted the same by the same clauses.
 */
export async function releaseDatasets(
  tx: Tx,
  context: ServiceContext,
  positions: readonly number[],
): Promise<void> {
  if (positions.length === 0) return
  const agreements = await agreementsOfSenders(tx, positions)
  if (agreements.length === 0) return
  const ground: Ground = {
    at: context.clock(),
    agreements,
    policy: compile(agreements),
    accepted: await acceptedVersions(tx),
    before: await releasedBefore(tx, positions),
    suspended: await suspendedOf(tx),
    stopped: await stoppedReleases(tx, positions),
  }
  let made: readonly MadeRelease[] = []
  for (const dataset of await readAccepted(tx, positions, context.environment.keys.storage)) {
    const { position } = dataset
    const { releases, waiting } = releasesOf(dataset, ground)
    await beginComments(tx, waiting)
    const own = releases.map((release) => ({ ...release, dataset: position }))
    made = [...made, ...own]
    if (weightOf(made) < mostAtOnce) continue
    await save(tx, context, { made, at: ground.at })
    made = []
  }
  await save(tx, context, { made, at: ground.at })
}

/** Saved together: what costs a round trip costs the same for one release as for many. Characters of figures, at most about. */
const mostAtOnce = 1_048_576

function weightOf(made: readonly MadeRelease[]): number {
  return made.reduce((sum, { figures }) => sum + figures.length, 0)
}

function releasesOf(
  dataset: AcceptedDataset,
  ground: Ground,
): { readonly releases: readonly Release[]; readonly waiting: readonly CommentPeriod[] } {
  const { participant: sender, contract } = dataset
  const own = ground.agreements.filter(({ standing }) => standing.parties.includes(sender))
  const made = new Map<string, Release | null>()
  const waiting: CommentPeriod[] = []
  const releases = recipientsOf(own, sender).flatMap((recipient) => {
    if (ground.suspended.has(recipient)) return []
    const permit = decide(ground.policy, { contract, sender, recipient }, ground.at)
    if (permit.decision === 'DENY') return []
    if (ground.stopped.has(`${String(dataset.position)} ${recipient}`)) return []
    const until = commentUntil(permit, own, dataset.recordedAt)
    if (until !== null && ground.at < until) {
      waiting.push({ dataset: dataset.position, recipient, until })
      return []
    }
    const version = ground.accepted.get(`${recipient} ${contract}`) ?? dataset.version
    const projection = `${version} ${grantKey(permit)}`
    const release = made.has(projection)
      ? made.get(projection)
      : releaseOf({ ...dataset, dataset: newestOf(dataset) }, permit, { version, at: ground.at })
    made.set(projection, release ?? null)
    if (release === null || release === undefined) return []
    const isKnown = release.grants.every((one) =>
      ground.before.has(releaseKey({ ...one, recipient }, dataset.position)),
    )
    return isKnown ? [] : [{ ...release, recipient }]
  })
  return { releases, waiting }
}

// Who is granted the same by the same clauses gets the same.
function grantKey({ grants }: Permit): string {
  return grants
    .map(({ agreement, clauses }) => [agreement, ...clauses.map(({ id }) => id)].join('/'))
    .join(' ')
}

async function save(
  tx: Tx,
  context: ServiceContext,
  { made, at }: { readonly made: readonly MadeRelease[]; readonly at: Date },
): Promise<void> {
  if (made.length === 0) return
  const items = made.map((release) => {
    const tells = { subject: 'delivery.released.v1', body: toldOf(release) }
    const { recipient, figures: content } = release
    return { recipient, kind: 'figures' as const, content, tells }
  })
  const handed = await handOver(tx, context, { items, at })
  await insertReleases(tx, { releases: made, handed, at })
}

function toldOf(release: MadeRelease): object {
  const { agreement, clause, recipient, dataset, rows, version, leftOut } = release
  return { agreement, clause, recipient, dataset, rows, version, leftOut }
}

function recipientsOf(agreements: readonly KnownAgreement[], sender: string): readonly string[] {
  const parties = agreements.flatMap(({ standing }) => standing.parties)
  return [...new Set(parties)].filter((party) => party !== sender)
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

// Hearing the same standing twice releases nothing twice. What was withdrawn is released again, where it is granted again.
async function releasedBefore(tx: Tx, positions: readonly number[]): Promise<ReadonlySet<string>> {
  const rows = await rowsOfQuery<ReleaseKey & { readonly dataset: string }>(
    tx,
    `select g.agreement, g.clause, r.recipient, r.dataset from release r join granted_rows g on g.position = r.position
     where r.dataset = any($1::bigint[]) and r.withdrawn_at is null`,
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
