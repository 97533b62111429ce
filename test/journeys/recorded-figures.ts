// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf, type FlowRow } from '@corridor/contracts'
import { flowOf, readAccepted, storageKeysOf, type Store } from '@corridor/platform'
import type { Hub } from './raise-hub'

/** The flows that the hub has recorded, one row a figure, with the definition of each. */
export async function recordedFigures(
  hub: Hub,
): Promise<readonly (FlowRow & { readonly minimumStay: string })[]> {
  const keys = storageKeysOf(readFileSync(join(hub.home, 'keys', 'storage.key'), 'utf8'))
  const rows = await hub.query<{ position: string }>('select position from intake.dataset')
  const positions = rows.map(({ position }) => Number(position))
  // Of a store, reading asks nothing but `query`, which a hub of a journey has.
  const datasets = await readAccepted(hub as unknown as Store, positions, keys)
  return datasets.flatMap((dataset) => {
    const flow = flowOf(dataset)
    if (flow === null) return []
    return [...rowsOf(flow)].map((row) => ({ ...row, minimumStay: flow.definition.minimumStay }))
  })
}
