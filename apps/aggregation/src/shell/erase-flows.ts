// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, withdrawStatements, type Tx } from '@corridor/platform'

/** What was deleted, as intake tells it: one fact for each dataset of the message. */
export interface ErasedTold {
  readonly participant: string
  readonly dataset: number
  readonly recordedAt: string
  readonly under: string
  readonly at: string
}

/**
 * Deletes what was derived of a dataset: its totals, and every feed since then of the regions that its sender is a member of. Gives the
 * regions that are to be fed anew.
 */
export async function eraseFlows(tx: Tx, told: ErasedTold): Promise<readonly string[]> {
  const { dataset, participant, recordedAt, under } = told
  const [known] = await rowsOfQuery<{ kept: boolean }>(
    tx,
    'select kept from dataset where position = $1',
    [dataset],
  )
  // Nobody had consented to add them up: intake never gave them away.
  if (known?.kept !== true) return []
  await tx.query('delete from flow where position = $1', [dataset])
  const feeds = await rowsOfQuery<{ region: string; position: string }>(
    tx,
    `with emptied as (
       update feed set bytes = '', deleted_under = $3
       where region in (select id from region where $1 = any(members)) and made_at >= $2::timestamptz and deleted_under is null
       returning region, position)
     select region, position from emptied`,
    [participant, recordedAt, under],
  )
  const positions = feeds.map(({ position }) => Number(position))
  await withdrawStatements(tx, positions, new Date(told.at))
  return [...new Set(feeds.map(({ region }) => region))]
}
