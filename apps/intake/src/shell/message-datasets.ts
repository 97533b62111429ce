// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'

/** The positions of a message's datasets, in their order: those that go on, and those that stay inside its state. */
export async function messageDatasets(tx: Tx, message: number): Promise<readonly number[]> {
  const rows = await rowsOfQuery<{ position: string }>(tx, selectDatasets, [message])
  return rows.map(({ position }) => Number(position))
}

// A message has at most 64 datasets, and they follow each other from its own position on.
const ofMessage = 'submission = $1 and position >= $1 and position < $1 + 64'

const selectDatasets = `
select position from dataset where ${ofMessage}
union all
select position from internal_dataset where ${ofMessage} order by position`

/** Destroys what stands of a message's datasets beside its signed bytes. */
export async function emptyMessageDatasets(tx: Tx, message: number): Promise<void> {
  for (const table of ['dataset', 'internal_dataset'])
    await tx.query(
      `update ${table} set content = ''::bytea where ${ofMessage} and content is not null`,
      [message],
    )
}
