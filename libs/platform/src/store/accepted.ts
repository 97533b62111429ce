// SPDX-License-Identifier: Apache-2.0
import type { Dataset, MigrationFlow } from '@corridor/contracts'
import { rowsOfQuery, type Store, type Tx } from './open-store'

/** A dataset of an accepted message as intake publishes it to the services that work on figures. */
export interface AcceptedDataset {
  readonly position: number
  readonly participant: string
  readonly contract: string
  readonly version: string
  readonly digest: string
  readonly recordedAt: Date
  /** By columns, aliases replaced by codes, in the version that it was sent in. */
  readonly dataset: Dataset
}

interface DatasetRow {
  readonly position: string
  readonly participant: string
  readonly contract: string
  readonly version: string
  readonly digest: string
  readonly recorded_at: Date
  readonly content: Buffer
}

/**
 * Reads accepted datasets from intake's published view, by position and in its order. This is the one look into another
 * service's schema that the house allows, because the figures are large.
 */
export async function readAccepted(
  on: Store | Tx,
  positions: readonly number[],
): Promise<readonly AcceptedDataset[]> {
  const rows = await rowsOfQuery<DatasetRow>(
    on,
    `select position, participant, contract, version, digest, recorded_at, content
     from intake.dataset_v1 where position = any($1::bigint[]) order by position`,
    [positions],
  )
  return rows.map((row) => ({
    position: Number(row.position),
    participant: row.participant,
    contract: row.contract,
    version: row.version,
    digest: row.digest,
    recordedAt: row.recorded_at,
    // Intake recorded only what the contract's judge had accepted.
    dataset: JSON.parse(row.content.toString('utf8')) as Dataset,
  }))
}

/** The flows of a dataset, or null where it is of another contract. */
export function flowOf({ contract, dataset }: AcceptedDataset): MigrationFlow | null {
  // Intake recorded under this name only what the contract's judge had accepted.
  return contract === 'migration-flow' ? (dataset as Dataset & MigrationFlow) : null
}
