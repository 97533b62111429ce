// SPDX-License-Identifier: Apache-2.0
import { rowsOf, type FlowRow, type MigrationFlow } from '@corridor/contracts'
import type { Hub } from './raise-hub'

/** The flows that the hub has recorded, one row a figure, with the definition of each. */
export async function recordedFigures(
  hub: Hub,
): Promise<readonly (FlowRow & { readonly minimumStay: string })[]> {
  const datasets = await hub.query<{ content: Buffer }>(
    'select content from intake.dataset order by position',
  )
  return datasets.flatMap(({ content }) => {
    const flow = JSON.parse(content.toString('utf8')) as MigrationFlow
    return [...rowsOf(flow)].map((row) => ({ ...row, minimumStay: flow.definition.minimumStay }))
  })
}
