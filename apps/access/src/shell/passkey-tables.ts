// SPDX-License-Identifier: Apache-2.0
import type { PasskeyJwk } from '@corridor/message'
import { EntitySchema } from 'typeorm'

/** A row of access.passkey. */
export interface PasskeyRow {
  kid: string
  credential: string
  person: string
  participant: string
  office: string
  name: string
  jwk: PasskeyJwk
  rpId: string
  origin: string
  /** A bigint, which comes as text. */
  counter: string
  synced: boolean
  registeredAt: Date
  confirmedAt: Date | null
  confirmedBy: string | null
  removedAt: Date | null
  removedBy: string | null
  removalReason: string | null
  /** From when on what it signed is doubtful. */
  lostFrom: Date | null
}

/** Passkeys of people. */
export const passkeyTable = new EntitySchema<PasskeyRow>({
  name: 'passkey',
  columns: {
    kid: { type: 'text', primary: true },
    credential: { type: 'text' },
    person: { type: 'text' },
    participant: { type: 'text' },
    office: { type: 'text' },
    name: { type: 'text' },
    jwk: { type: 'jsonb' },
    rpId: { type: 'text', name: 'rp_id' },
    origin: { type: 'text' },
    counter: { type: 'bigint' },
    synced: { type: 'boolean' },
    registeredAt: { type: 'timestamptz', name: 'registered_at' },
    confirmedAt: { type: 'timestamptz', name: 'confirmed_at', nullable: true },
    confirmedBy: { type: 'text', name: 'confirmed_by', nullable: true },
    removedAt: { type: 'timestamptz', name: 'removed_at', nullable: true },
    removedBy: { type: 'text', name: 'removed_by', nullable: true },
    removalReason: { type: 'text', name: 'removal_reason', nullable: true },
    lostFrom: { type: 'timestamptz', name: 'lost_from', nullable: true },
  },
})
