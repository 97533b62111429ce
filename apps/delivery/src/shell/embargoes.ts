// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type AcceptedDataset, type Tx } from '@corridor/platform'
import { nextEmbargoEnd } from '../domain/embargo'

/** Notes when the next embargo of each of these datasets ends, so that the clock releases what it kept. */
export async function noteEmbargoes(
  tx: Tx,
  datasets: readonly AcceptedDataset[],
  at: Date,
): Promise<void> {
  const ends = datasets.flatMap((one) => {
    const until = nextEmbargoEnd(one.dataset, at)
    return until === null ? [] : [{ position: one.position, until }]
  })
  if (ends.length === 0) return
  await tx.query(
    `update dataset set embargo_until = ends.until from unnest($1::bigint[], $2::timestamptz[]) as ends (position, until)
     where dataset.position = ends.position`,
    [ends.map(({ position }) => position), ends.map(({ until }) => until)],
  )
}

/** Datasets of which an embargo has ended by an instant: what is granted then is released, and the next end is noted. */
export async function endEmbargoes(
  tx: Tx,
  { at, most }: { readonly at: Date; readonly most: number },
): Promise<readonly number[]> {
  const rows = await rowsOfQuery<{ position: string }>(
    tx,
    `with ended as (update dataset set embargo_until = null where position in (
       select position from dataset where embargo_until <= $1 order by embargo_until limit $2 for update skip locked)
     returning position)
     select position from ended`,
    [at, most],
  )
  return rows.map(({ position }) => Number(position)).sort((a, b) => a - b)
}
