// SPDX-License-Identifier: Apache-2.0
import { addressOf } from '@corridor/contracts'
import {
  fact,
  newestOf,
  rowsOfQuery,
  tell,
  type StoredDataset,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import type { Permit } from '@corridor/policy'
import { openSolver } from '@corridor/statistics'
import { togetherOf } from '../domain/held'
import { releaseOf } from '../domain/release'
import { askCatchUp } from './ask-catch-up'
import { heldFigures, roundingSecret } from './held-figures'
import { isKnown, type Ground } from './release-ground'
import { saveReleases } from './save-releases'
import type { Sources } from './sources'

/** Who may get a dataset by what, and in which version. */
export interface Permitted {
  readonly permit: Permit
  readonly version: string
}

/** One recipient's release of figures that are protected for it. What cannot be protected stays, and it is noted why. */
export async function releaseProtected(
  tx: Tx,
  context: ServiceContext,
  {
    dataset,
    permit,
    version,
    all,
    ground,
    sources,
  }: Permitted & {
    readonly dataset: StoredDataset
    /** Whatever else is granted of the dataset. */
    readonly all: readonly Permit[]
    readonly ground: Ground
    readonly sources: Sources
  },
): Promise<void> {
  const { position } = dataset
  const { at } = ground
  const recipient = addressOf(permit)
  const { storage } = context.environment.keys
  const source = { ...dataset, dataset: newestOf(dataset) }
  const together = { position, dataset: source.dataset, permit: togetherOf(permit, all), at }
  const known = await heldFigures(tx, together, { sources, keys: storage })
  const protecting = known && {
    ...{ known, solver: await openSolver() },
    secret: roundingSecret(storage),
  }
  const release =
    protecting === undefined
      ? ({ outcome: 'refused', why: 'too-much-held' } as const)
      : releaseOf(source, permit, { version, at, protecting })
  if (release === null) return
  if ('outcome' in release) {
    const { why } = release
    await tx.query(insertNotReleased, [position, recipient, why, at])
    context.log.warn('figures cannot be protected and stay', { dataset: position, recipient, why })
    return askAgain(tx, permit, at)
  }
  if (isKnown(release, { source, permit }, ground)) return
  const made = [{ ...release, recipient, dataset: position, key: dataset.key }]
  await saveReleases(tx, context, { made, at })
  const { participant: sender } = dataset
  // Who compares learns here what the recipient knows from now on.
  await tell(tx, [
    fact('delivery.protected.v1', { dataset: position, sender, recipient, at: at.toISOString() }),
  ])
}

// What was withdrawn a moment ago may prove never to have been fetched: then it is tried once more.
async function askAgain(tx: Tx, { recipient, grants }: Permit, at: Date): Promise<void> {
  const [open] = await rowsOfQuery<object>(
    tx,
    `select 1 as open from outbox where withdrawn_at is not null and taken_out_at is null
       and split_part(split_part(subject, '.', 3), '-', 1) = any($1::text[]) limit 1`,
    [[recipient, ...grants.flatMap(({ parties }) => parties)]],
  )
  if (open === undefined) return
  for (const { agreement } of grants) await askCatchUp(tx, { agreement, at })
}

const insertNotReleased = `
insert into not_released (dataset, recipient, why, at) values ($1, $2, $3, $4)
on conflict (dataset, recipient) do update set why = excluded.why, at = excluded.at`
