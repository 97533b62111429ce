// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'

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
  const [erased] = await rowsOfQuery<{ position: string }>(
    tx,
    `with erased as (
       update submission set wrapped_key = null, bytes = '', erased_at = $2
       where position = $1 and wrapped_key is not null returning position)
     select position from erased`,
    [position, at],
  )
  if (erased === undefined) return []
  const datasets = await rowsOfQuery<{ position: string }>(
    tx,
    `with emptied as (
       update dataset set content = case when content is not null then ''::bytea end
       where submission = $1 and position >= $1 and position < $1 + 64 returning position)
     select position from emptied order by position`,
    [position],
  )
  const positions = datasets.map((dataset) => Number(dataset.position))
  await tx.query('delete from vintage where position = any($1::bigint[])', [positions])
  return positions
}
