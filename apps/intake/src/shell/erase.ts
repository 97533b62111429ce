// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import { emptyMessageDatasets, messageDatasets } from './message-datasets'

/**
 * Destroys the data key of an accepted message, and with it the payload: what was signed and every dataset of it. Receipt, digest
 * and journal line stay, so that what was said can still be proved by whoever holds the bytes. What
 * intake knows of its cells goes with it. Gives the positions of the datasets, so that others let go of what they derived; none where
 * the message was erased before.
 */
export async function eraseSubmission(
  tx: Tx,
  { position, at }: { readonly position: number; readonly at: Date },
): Promise<readonly number[]> {
  const [erased] = await rowsOfQuery<Erased>(
    tx,
    `with erased as (
       update submission set wrapped_key = null, bytes = '', erased_at = $2
       where position = $1 and wrapped_key is not null returning position, participant, id, digest)
     select position, participant, id, digest from erased`,
    [position, at],
  )
  if (erased === undefined) return []
  await eraseCopies(tx, erased)
  await emptyMessageDatasets(tx, position)
  const positions = await messageDatasets(tx, position)
  await tx.query('delete from vintage where position = any($1::bigint[])', [positions])
  return positions
}

interface Erased {
  readonly position: string
  readonly participant: string
  readonly id: string
  readonly digest: string
}

// What waited for an approver has a data key of its own, and an upload lies as it came until it expires.
async function eraseCopies(tx: Tx, { participant, id, digest }: Erased): Promise<void> {
  await tx.query(
    `update waiting set wrapped_key = null, bytes = '' where participant = $1 and id = $2 and digest = $3`,
    [participant, id, digest],
  )
  await tx.query('delete from upload where participant = $1 and digest = $2', [participant, digest])
}
