// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { Refused, rowsOfQuery, type Store } from '@corridor/platform'

/** A message that was deleted. Its receipt and digest stay. */
export interface ErasureShown {
  readonly participant: string
  readonly submission: string
  readonly contract: string
  readonly digest: string
  readonly datasets: readonly number[]
  readonly under: string
  readonly reference: string | null
  readonly reason: string | null
  readonly at: string
  /** The signed order: base64 of the exact bytes, the signature, the key. Null where a clause's days had passed. */
  readonly order: {
    readonly bytes: string
    readonly signature: string
    readonly kid: string
  } | null
}

/** What was deleted of a participant, newest first; of everybody where none is named. */
export async function erasuresOf(
  store: Store,
  participant: string | null,
): Promise<readonly ErasureShown[]> {
  return rowsOfQuery<ErasureShown>(
    store,
    `select participant, submission, contract, digest, array_to_json(datasets) as datasets, under, reference, reason,
       to_json(erased_at) #>> '{}' as at,
       case when kid is null then null
         else json_build_object('bytes', ordered, 'signature', signature, 'kid', kid) end as order
     from intake.erasure_v1 where $1::text is null or participant = $1 order by erased_at desc limit 1000`,
    [participant],
  )
}

/** When and under what a message of a participant was deleted; undefined while it is there. */
export async function erasureOf(
  store: Store,
  participant: string,
  submission: string,
): Promise<{ readonly at: string; readonly under: string } | undefined> {
  const [row] = await rowsOfQuery<{ at: string; under: string }>(
    store,
    `select to_json(erased_at) #>> '{}' as at, under from intake.erasure_v1 where participant = $1 and submission = $2`,
    [participant, submission],
  )
  return row
}

/** Ends a read of figures that finds nothing, where there were figures and they were deleted. */
export async function unlessDeleted(
  store: Store,
  participant: string,
  contract: string,
): Promise<void> {
  const [row] = await rowsOfQuery<{ under: string; count: number }>(
    store,
    `select e.under, (count(*) over ())::int as count
     from intake.erasure_v1 e join intake.dataset_v1 d on d.position = any(e.datasets)
     where e.participant = $1 and d.contract = $2 order by e.erased_at desc limit 1`,
    [participant, contract],
  )
  if (row !== undefined) throw deleted(row.under)
}

/** The refusal of figures that were deleted. */
export function deleted(under: string): Refused {
  return new Refused(refuse('FIGURES_DELETED', `deleted under ${under}`).refusal)
}
