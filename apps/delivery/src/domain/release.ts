// SPDX-License-Identifier: Apache-2.0
import type { Delivery, MigrationFlow } from '@corridor/contracts'
import { eventBytes, hubSource } from '@corridor/message'
import { project, type Granted } from '@corridor/policy'

/** An accepted message, as far as a release speaks of it. */
export interface Source {
  readonly participant: string
  readonly contract: string
  readonly version: string
  /** Salted commitment to the sender's bytes: the recipient can hold the sender to it, and learns nothing from it. */
  readonly digest: string
  readonly position: number
  readonly recordedAt: Date
  readonly flow: MigrationFlow
}

/** What leaves: only granted cells exist in it. */
export interface Release {
  readonly agreement: string
  readonly clause: string
  readonly recipient: string
  readonly rows: number
  readonly bytes: Uint8Array
}

/** The part of a message that a clause grants, as the bytes that the hub seals for the recipient; null where it grants nothing of it. */
export function releaseOf(
  source: Source,
  granted: Granted,
  made: { hubId: string; at: Date; salt: string },
): Release | null {
  const flow = project(source.flow, granted.clause)
  if (flow === null) return null
  const { agreement, clause } = granted
  const data: Delivery = {
    agreement,
    clause: clause.id,
    sender: source.participant,
    contract: granted.clause.contract,
    version: source.version,
    commitment: source.digest,
    recordedAt: source.recordedAt.toISOString(),
    dataset: { ...flow },
  }
  const bytes = eventBytes({
    id: `delivery:${agreement}:${clause.id}:${String(source.position)}`,
    source: hubSource(made.hubId),
    type: 'corridor.delivery.v1',
    time: made.at,
    contract: { name: 'delivery', version: '0.1.0' },
    salt: made.salt,
    data,
  })
  return { agreement, clause: clause.id, recipient: clause.to, rows: flow.rows, bytes }
}
