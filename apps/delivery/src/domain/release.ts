// SPDX-License-Identifier: Apache-2.0
import {
  convertDown,
  newestVersion,
  type AppliedProtection,
  type DeliveredFigures,
  type GrantedRows,
  type MigrationFlow,
} from '@corridor/contracts'
import { project, type Granted } from '@corridor/policy'

/** An accepted message, as far as a release speaks of it. */
export interface Source {
  readonly participant: string
  readonly contract: string
  /** The version that it was sent in. */
  readonly version: string
  /** Salted commitment to the sender's bytes: the recipient can hold the sender to it, and learns nothing from it. */
  readonly digest: string
  readonly position: number
  readonly recordedAt: Date
  /** The figures in the newest version, whichever they were sent in. */
  readonly flow: MigrationFlow
}

/** What leaves: only granted cells exist in it. */
export interface Release {
  readonly agreement: string
  readonly clause: string
  readonly recipient: string
  readonly rows: number
  /** The version that the figures go out in. */
  readonly version: string
  /** Granted rows that this version has no words for. */
  readonly leftOut: number
  /** Which clause lets which rows out. */
  readonly grants: readonly GrantedRows[]
  /** The contract's `figures` as JSON. */
  readonly figures: string
}

/** What a release is made with. */
export interface Making {
  /** The version that the recipient takes. */
  readonly version: string
  /** How the agreement wants the figures protected. */
  readonly protection: readonly AppliedProtection[]
}

/**
 * The part of a message that a clause grants, in the version that the recipient takes; null where the clause grants nothing of it
 * that this version could say.
 */
export function releaseOf(source: Source, granted: Granted, made: Making): Release | null {
  const projected = project(source.flow, granted)
  if (projected === null) return null
  const { version, protection } = made
  const from = newestVersion('migration-flow')
  const { dataset, leftOut } = convertDown(source.contract, { from, to: version }, projected)
  if (dataset === null) return null
  const { agreement, clause } = granted
  const grants = [{ agreement, clause: clause.id, first: 1, last: dataset.rows }]
  const figures: DeliveredFigures = {
    sender: source.participant,
    contract: clause.contract,
    version,
    commitment: source.digest,
    recordedAt: source.recordedAt.toISOString(),
    grants,
    protection,
    dataset: { ...dataset },
  }
  return {
    agreement,
    clause: clause.id,
    recipient: granted.recipient,
    rows: dataset.rows,
    version,
    leftOut,
    grants,
    figures: JSON.stringify(figures),
  }
}
