// SPDX-License-Identifier: Apache-2.0
import type { MigrationFlow } from '@corridor/contracts'
import { rowsOfQuery, type Store, type Tx } from './open-store'

/** An accepted message as intake publishes it to the services that work on figures. */
export interface AcceptedDataset {
  readonly position: number
  readonly participant: string
  readonly contract: string
  readonly version: string
  readonly digest: string
  readonly recordedAt: Date
  readonly flow: MigrationFlow
}

interface DatasetRow {
  readonly position: string
  readonly participant: string
  readonly contract: string
  readonly version: string
  readonly digest: string
  readonly recorded_at: Date
  readonly columns: Columns
}

/** The row as JSON, which Node reads several times faster than PostgreSQL's text of arrays. */
interface Columns {
  readonly definition: MigrationFlow['definition']
  readonly rows: number
  readonly value: readonly (number | null)[]
  readonly lower: readonly (number | null)[]
  readonly upper: readonly (number | null)[]
  readonly [column: string]: unknown
}

/**
 * Reads accepted messages from intake's published view, by position and in its order. This is the one look into another
 * service's schema that the house allows, because the figures are large.
 */
export async function readAccepted(
  on: Store | Tx,
  positions: readonly number[],
): Promise<readonly AcceptedDataset[]> {
  const rows = await rowsOfQuery<DatasetRow>(
    on,
    `select position, participant, contract, version, digest, recorded_at, to_json(dataset) as columns
     from intake.dataset_v1 as dataset where position = any($1::bigint[]) order by position`,
    [positions],
  )
  return rows.map((row) => ({
    position: Number(row.position),
    participant: row.participant,
    contract: row.contract,
    version: row.version,
    digest: row.digest,
    recordedAt: row.recorded_at,
    flow: flowOf(row.columns),
  }))
}

function flowOf(row: Columns): MigrationFlow {
  const code = (name: string): string | string[] => unfolded(row[name] as string[])
  // Persons stay far below 2^53, so JSON's numbers hold them.
  const { value, lower, upper } = row
  const bounds = lower.length > 0 ? { lower, upper } : {}
  const columns = {
    definition: row.definition,
    rows: row.rows,
    reporter: code('reporter'),
    direction: code('direction'),
    origin: code('origin'),
    destination: code('destination'),
    period: code('period'),
    sex: code('sex'),
    age: code('age'),
    occupation: code('occupation'),
    sector: code('sector'),
    stay: code('stay'),
    value,
    valueStatus: code('value_status'),
    ...bounds,
    obsStatus: code('obs_status'),
    confStatus: code('conf_status'),
  }
  // Intake recorded only what the contract's judge had accepted.
  return columns as MigrationFlow
}

function unfolded(column: string[]): string | string[] {
  const [only] = column
  return column.length === 1 && only !== undefined ? only : column
}
