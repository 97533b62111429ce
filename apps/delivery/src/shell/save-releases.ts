// SPDX-License-Identifier: Apache-2.0
import type { ServiceContext, Tx } from '@corridor/platform'
import { insertBodies } from './bodies'
import { handOver } from './hand-over'
import { insertReleases, type MadeRelease } from './insert-releases'

/** Hands releases over and keeps what was released. */
export async function saveReleases(
  tx: Tx,
  context: ServiceContext,
  { made, at }: { readonly made: readonly MadeRelease[]; readonly at: Date },
): Promise<void> {
  if (made.length === 0) return
  const items = made.map((release) => {
    const tells = { subject: 'delivery.released.v1', body: toldOf(release) }
    const { recipient, figures: content, body } = release
    return { recipient, kind: 'figures' as const, content, body, tells }
  })
  await handOver(tx, context, {
    ...{ items, at },
    keep: async (handed) => {
      const { fingerprints, stored } = insertBodies(tx, made, context.environment.keys.storage)
      await Promise.all([stored, insertReleases(tx, { releases: made, fingerprints, handed, at })])
    },
  })
}

function toldOf(release: MadeRelease): object {
  const { agreement, clause, recipient, dataset, rows, version, leftOut } = release
  return { agreement, clause, recipient, dataset, rows, version, leftOut }
}
