// SPDX-License-Identifier: Apache-2.0
import { addressOf } from '@corridor/contracts'
import {
  newestOf,
  readAcceptedOfAll,
  type StoredDataset,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { leavesAsItIs, permitsOf, type KnownAgreement, type Permit } from '@corridor/policy'
import { commentUntil } from '../domain/comment-until'
import { releaseOf } from '../domain/release'
import { beginComments, type CommentPeriod } from './comment-periods'
import { noteEmbargoes } from './embargoes'
import type { MadeRelease } from './insert-releases'
import { groundOf, isKnown, type Ground } from './release-ground'
import { releaseProtected, type Permitted } from './release-protected'
import { saveReleases } from './save-releases'
import { Sources } from './sources'

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
  const ground = await groundOf(tx, positions, context.clock())
  if (ground === null) return
  let made: readonly MadeRelease[] = []
  const sources = new Sources(context.environment.keys.storage)
  const datasets = await readAcceptedOfAll(tx, positions, context.environment.keys.storage)
  await noteEmbargoes(tx, datasets, ground.at)
  for (const dataset of datasets) {
    const { permits, waiting } = permittedOf(dataset, ground)
    await beginComments(tx, waiting)
    made = [...made, ...releasesOf(dataset, permits, ground)]
    // What is to be protected is tried against all that its recipient holds, so what was made before is written first.
    const asking = permits.filter(({ permit }) => !leavesAsItIs(permit))
    if (asking.length === 0 && weightOf(made) < mostAtOnce) continue
    await saveReleases(tx, context, { made, at: ground.at })
    made = []
    const all = permits.map(({ permit }) => permit)
    for (const one of asking)
      await releaseProtected(tx, context, { dataset, ...one, all, ground, sources })
  }
  await saveReleases(tx, context, { made, at: ground.at })
}

/** Saved together: what costs a round trip costs the same for one release as for many. Characters of figures, at most about. */
const mostAtOnce = 1_048_576

function weightOf(made: readonly MadeRelease[]): number {
  return made.reduce((sum, { body }) => sum + body.length, 0)
}

/** Who may get a dataset by what, in which version: a participant before its offices. And who waits while its sender may comment. */
function permittedOf(
  dataset: StoredDataset,
  ground: Ground,
): { readonly permits: readonly Permitted[]; readonly waiting: readonly CommentPeriod[] } {
  const { participant: sender, contract, position } = dataset
  if (ground.suspended.has(sender) || ground.doubtful.has(position))
    return { permits: [], waiting: [] }
  const own = ground.agreements.filter(({ standing }) => standing.parties.includes(sender))
  const waiting: CommentPeriod[] = []
  const all = recipientsOf(own, sender)
    .filter((recipient) => !ground.suspended.has(recipient))
    .flatMap((recipient) => permitsOf(ground.policy, { contract, sender, recipient }, ground.at))
  const permits = all.flatMap((permit): readonly Permitted[] => {
    const recipient = addressOf(permit)
    if (ground.stopped.has(`${String(position)} ${recipient}`)) return []
    const until = commentUntil(permit, own, dataset.recordedAt)
    if (until !== null && ground.at < until) {
      waiting.push({ dataset: position, recipient, until })
      return []
    }
    const version = ground.accepted.get(`${permit.recipient} ${contract}`) ?? dataset.version
    return [{ permit, version }]
  })
  return { permits, waiting }
}

/** Releases of figures that leave as they are: a projection is made once for all who are granted the same. */
function releasesOf(
  dataset: StoredDataset,
  permits: readonly Permitted[],
  ground: Ground,
): readonly MadeRelease[] {
  const made = new Map<string, ReturnType<typeof releaseOf>>()
  const source = { ...dataset, dataset: newestOf(dataset) }
  return permits.flatMap(({ permit, version }) => {
    if (!leavesAsItIs(permit)) return []
    const projection = `${version} ${grantKey(permit)}`
    const release = made.has(projection)
      ? made.get(projection)
      : releaseOf(source, permit, { version, at: ground.at })
    made.set(projection, release ?? null)
    const recipient = addressOf(permit)
    if (release === null || release === undefined || 'outcome' in release) return []
    if (isKnown(release, { source, permit }, ground)) return []
    return [{ ...release, recipient, dataset: dataset.position, key: dataset.key }]
  })
}

// Who is granted the same by the same clauses gets the same.
function grantKey({ grants }: Permit): string {
  return grants
    .map(({ agreement, clauses }) => [agreement, ...clauses.map(({ id }) => id)].join('/'))
    .join(' ')
}

function recipientsOf(agreements: readonly KnownAgreement[], sender: string): readonly string[] {
  const parties = agreements.flatMap(({ standing }) => standing.parties)
  return [...new Set(parties)].filter((party) => party !== sender)
}
