// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type ServiceContext, type Tx } from '@corridor/platform'
import { letGoOfBodies } from './bodies'
import { withdrawReleases } from './withdraw-releases'

/** What was deleted, as intake tells it: one fact for each dataset of the message. */
export interface ErasedTold {
  readonly dataset: number
  readonly under: string
  readonly agreement: string | null
  readonly clause: string | null
  readonly at: string
}

/** Which releases go, and under what. */
export interface Erasing {
  readonly positions: readonly number[]
  readonly under: string
  readonly agreement?: string
  readonly clause?: string
  readonly at: Date
}

/**
 * Deletes what was handed over: bodies go, copies from the streams, acknowledged ones too, and each recipient is told the
 * numbers and the clause, so that it deletes them as well. The lines of the ledger, numbers and digests stay.
 */
export async function eraseReleases(
  tx: Tx,
  context: ServiceContext,
  { positions, under, agreement, clause, at }: Erasing,
): Promise<void> {
  await withdrawReleases(tx, context, {
    positions,
    why: {
      reason: 'erased',
      ...(agreement === undefined ? {} : { agreement }),
      ...(clause === undefined ? {} : { clause }),
      at,
    },
  })
  // Also what was withdrawn before for another reason: its line says now that nobody has it here any more.
  await tx.query(
    `update release set deleted_under = $2 where position = any($1::bigint[]) and deleted_under is null`,
    [positions, under],
  )
  await letGoOfBodies(tx, positions)
}

/** A message was deleted: every release of its dataset goes. */
export async function datasetErased(
  tx: Tx,
  context: ServiceContext,
  { dataset, under, agreement, clause, at }: ErasedTold,
): Promise<void> {
  await tx.query('update dataset set erased_at = $2 where position = $1 and erased_at is null', [
    dataset,
    at,
  ])
  const rows = await rowsOfQuery<{ position: string }>(
    tx,
    'select position from release where dataset = $1 and deleted_under is null order by position',
    [dataset],
  )
  await eraseReleases(tx, context, {
    positions: rows.map(({ position }) => Number(position)),
    under,
    ...(agreement === null ? {} : { agreement }),
    ...(clause === null ? {} : { clause }),
    at: context.clock(),
  })
}
