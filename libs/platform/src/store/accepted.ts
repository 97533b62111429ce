// SPDX-License-Identifier: Apache-2.0
import {
  structure,
  toNewest,
  withoutHubOnly,
  type Dataset,
  type MigrationFlow,
  type ReportClause,
} from '@corridor/contracts'
import { EntityManager } from 'typeorm'
import { openAtRest } from './at-rest'
import { lockDatasets } from './lock-datasets'
import { atRestName } from './at-rest-name'
import type { MessageKey } from './derived-bytes'
import { rowsOfQuery, type Store, type Tx } from './open-store'
import type { StorageKeys } from './storage-keys'

/** A dataset of an accepted message as intake publishes it to the services that work on figures. */
export interface AcceptedDataset {
  readonly position: number
  readonly participant: string
  readonly contract: string
  readonly version: string
  readonly digest: string
  readonly recordedAt: Date
  /** The role of a sender who is no state; null for a state's own figures. */
  readonly reportedAs: ReportedAs | null
  /** The office whose key signed it; null for what was recorded before offices were noted. */
  readonly office: string | null
  /** By columns, aliases replaced by codes, in the version that it was sent in. */
  readonly dataset: Dataset
}

/** The same, with the key of its message: what is made of it is sealed under that. */
export interface StoredDataset extends AcceptedDataset {
  readonly key: MessageKey
}

/** The role in which a partner reports who is no state. */
export type ReportedAs = ReportClause['as']

interface DatasetRow {
  readonly position: string
  readonly part: number
  readonly participant: string
  readonly contract: string
  readonly version: string
  readonly digest: string
  readonly recorded_at: Date
  readonly storage_key: string
  readonly wrapped_key: Buffer | null
  readonly content: Buffer | null
  readonly bytes: Buffer | null
  readonly withdrawn: boolean
  readonly reported_as: ReportedAs | null
  readonly office: string | null
  readonly doubtful: boolean
}

/**
 * Reads the accepted figures that count as those of states: what a partner reports about a state is not that state's, and what is in
 * doubt since its key was withdrawn may be nobody's. Neither enters a comparison or a sum. Without what is said to the hub alone.
 * Otherwise as `readAcceptedOfAll`.
 */
export async function readAccepted(
  on: Store | Tx,
  positions: readonly number[],
  keys: StorageKeys,
): Promise<readonly AcceptedDataset[]> {
  const rows = await heldRows(on, positions)
  const counted = rows.filter((row) => row.reported_as === null && !row.doubtful)
  return accepted(counted, keys).map(asTold)
}

/**
 * Reads accepted datasets from intake's published view, by position and in its order, and decrypts them. This is the one look
 * into another service's schema that the house allows, because the figures are large. A dataset whose data key was destroyed is
 * left out, and so is one that its sender has withdrawn; a position that intake does not have is an error. Within a transaction the
 * datasets are held, so that nobody withdraws what is about to be used. They are whole: cell keys and contributions, which are said
 * to the hub alone, are among them, for the one who protects figures before they leave.
 */
export async function readAcceptedOfAll(
  on: Store | Tx,
  positions: readonly number[],
  keys: StorageKeys,
): Promise<readonly StoredDataset[]> {
  return accepted(await heldRows(on, positions), keys)
}

/**
 * Reads figures that stay inside the state of their sender, for who compares them there; nobody who hands on, compares between states
 * or adds up asks for them. Without those in doubt, and what is said to the hub alone. Otherwise as `readAcceptedOfAll`.
 */
export async function readInternal(
  tx: Tx,
  positions: readonly number[],
  keys: StorageKeys,
): Promise<readonly AcceptedDataset[]> {
  await lockDatasets(tx, positions, 'together')
  const rows = await datasetRows(tx, positions, 'intake.internal_dataset_v1')
  const standing = rows.filter(({ withdrawn, doubtful }) => !withdrawn && !doubtful)
  return accepted(standing, keys).map(asTold)
}

/**
 * The same for the history of a sender's own figures: with datasets that were withdrawn since, and without holding any. What
 * counts and what does not is the business of who asks. Without what is said to the hub alone.
 */
export async function readRecorded(
  on: Store | Tx,
  positions: readonly number[],
  keys: StorageKeys,
): Promise<readonly AcceptedDataset[]> {
  return accepted(await datasetRows(on, positions), keys).map(asTold)
}

function asTold(accepted: AcceptedDataset): AcceptedDataset {
  const known = structure(accepted.contract, accepted.version)
  return known === undefined
    ? accepted
    : { ...accepted, dataset: withoutHubOnly(accepted.dataset, known) }
}

async function heldRows(
  on: Store | Tx,
  positions: readonly number[],
): Promise<readonly DatasetRow[]> {
  // The lock and the read travel together, and are worked in this order.
  const locked = on instanceof EntityManager ? lockDatasets(on, positions, 'together') : undefined
  const [rows] = await Promise.all([datasetRows(on, positions), locked])
  return rows.filter(({ withdrawn }) => !withdrawn)
}

async function datasetRows(
  on: Store | Tx,
  positions: readonly number[],
  view: 'intake.dataset_v1' | 'intake.internal_dataset_v1' = 'intake.dataset_v1',
): Promise<readonly DatasetRow[]> {
  const rows = await rowsOfQuery<DatasetRow>(
    on,
    `select position, part, participant, contract, version, digest, recorded_at, storage_key, wrapped_key, content, bytes, withdrawn, reported_as, office,
       exists (select from intake.doubtful_dataset_v1 t where t.position = d.position) as doubtful
     from ${view} d where position = any($1::bigint[]) order by position`,
    [positions],
  )
  const found = new Set(rows.map(({ position }) => Number(position)))
  const lost = positions.find((position) => !found.has(position))
  if (lost !== undefined)
    throw new Error(`could not read the dataset at ${String(lost)}: there is none`)
  return rows
}

function accepted(rows: readonly DatasetRow[], keys: StorageKeys): readonly StoredDataset[] {
  return rows.flatMap((row) => {
    const key = keyOf(row)
    if (key === null) return []
    const dataset = datasetOf(row, key, keys)
    const { participant, contract, version, digest, office } = row
    const told = { recordedAt: row.recorded_at, reportedAs: row.reported_as, office, key }
    const position = Number(row.position)
    return [{ position, participant, contract, version, digest, ...told, dataset }]
  })
}

function keyOf(row: DatasetRow): MessageKey | null {
  const { wrapped_key: wrappedKey, storage_key: storageKey, participant, digest } = row
  return wrappedKey && { storageKey, wrappedKey, of: atRestName(participant, digest) }
}

// What the judge left as it was is not stored twice: it is read out of the signed bytes.
function datasetOf(row: DatasetRow, key: MessageKey, keys: StorageKeys): Dataset {
  const { content, bytes, part } = row
  const open = (number: number, sealed: Buffer): unknown =>
    JSON.parse(openAtRest(keys, { ...key, part: number, bytes: sealed }).toString())
  // Intake recorded only what the contract's judge had accepted.
  if (content !== null) return open(part, content) as Dataset
  if (bytes === null)
    throw new Error(`could not read the dataset at ${row.position}: it has no bytes`)
  const { data } = open(0, bytes) as { data: Dataset | { parts: { data: Dataset }[] } }
  const dataset = 'parts' in data ? data.parts[part - 1]?.data : data
  if (dataset === undefined)
    throw new Error(`could not read the dataset at ${row.position}: its message has no such part`)
  return dataset
}

/** A dataset in the newest version of its contract, whichever it was sent in. */
export function newestOf({ contract, version, dataset }: AcceptedDataset): Dataset {
  return toNewest({ name: contract, version }, dataset)
}

/** The flows of a dataset in the newest version, whichever it was sent in; null where it is of another contract. */
export function flowOf(accepted: AcceptedDataset): MigrationFlow | null {
  // Intake recorded under this name only what the contract's judge had accepted.
  return accepted.contract === 'migration-flow'
    ? (newestOf(accepted) as Dataset & MigrationFlow)
    : null
}
