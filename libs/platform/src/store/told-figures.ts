// SPDX-License-Identifier: Apache-2.0
import { toNewest, type Dataset } from '@corridor/contracts'
import { atRestName } from './at-rest-name'
import { openDerived } from './derived-bytes'
import { rowsOfQuery, type Tx } from './open-store'
import type { StorageKeys } from './storage-keys'

/** Figures of a dataset as a participant was told them, protected as agreements ask for. */
export interface ToldFigures {
  /** Of the dataset in intake's record. */
  readonly position: number
  readonly contract: string
  readonly recipient: string
  /** The position of the release in delivery's record. */
  readonly release: number
  /** In the newest version of the contract. */
  readonly dataset: Dataset
}

interface ToldRow {
  readonly release: string
  readonly position: string
  readonly recipient: string
  readonly contract: string
  readonly version: string
  readonly fingerprint: Buffer
  readonly sealed: Buffer
  readonly participant: string
  readonly digest: string
  readonly storage_key: string
  readonly wrapped_key: Buffer
}

/**
 * Reads from delivery's published view what participants as a whole were told last of some datasets under protection, in the order of the
 * datasets, and decrypts it. What was withdrawn or deleted, and what is in doubt, is left out; so is what offices alone were told.
 */
export async function readTold(
  tx: Tx,
  datasets: readonly number[],
  keys: StorageKeys,
): Promise<readonly ToldFigures[]> {
  const rows = await rowsOfQuery<ToldRow>(tx, selectTold, [datasets])
  return rows.map((row): ToldFigures => {
    const { contract, version, recipient, fingerprint, sealed } = row
    const { storage_key: storageKey, wrapped_key: wrappedKey, participant, digest } = row
    const under = { storageKey, wrappedKey, of: atRestName(participant, digest) }
    const json = openDerived(keys, under, { fingerprint, sealed }).toString()
    // Delivery wrote it, under the contract of deliveries.
    const dataset = toNewest({ name: contract, version }, JSON.parse(json) as Dataset)
    const [position, release] = [Number(row.position), Number(row.release)]
    return { position, contract, recipient, release, dataset }
  })
}

const selectTold = `
select distinct on (t.dataset, t.recipient) t.position as release, t.dataset as position, t.recipient, t.contract, t.version, t.fingerprint,
  t.sealed, d.participant, d.digest, d.storage_key, d.wrapped_key
from delivery.told_v1 t join intake.dataset_v1 d on d.position = t.dataset
where t.dataset = any($1::bigint[]) and position('-' in t.recipient) = 0 and d.wrapped_key is not null and not d.withdrawn
  and not exists (select from intake.doubtful_dataset_v1 x where x.position = t.dataset)
order by t.dataset, t.recipient, t.position desc`
