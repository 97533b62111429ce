// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@corridor/message'
import { EntitySchema } from 'typeorm'

/** A row of access.person. */
export interface PersonRow {
  id: string
  issuer: string
  subject: string
  participant: string
  office: string
  roles: readonly Role[]
  name: string
  registeredAt: Date
  registeredBy: string
  endedAt: Date | null
  endedBy: string | null
  passphraseHash: string | null
  tries: number
  lastTry: Date | null
}

/** People who sign in by OpenID Connect. */
export const personTable = new EntitySchema<PersonRow>({
  name: 'person',
  columns: {
    id: { type: 'text', primary: true },
    issuer: { type: 'text' },
    subject: { type: 'text' },
    participant: { type: 'text' },
    office: { type: 'text' },
    roles: { type: 'text', array: true },
    name: { type: 'text' },
    registeredAt: { type: 'timestamptz', name: 'registered_at' },
    registeredBy: { type: 'text', name: 'registered_by' },
    endedAt: { type: 'timestamptz', name: 'ended_at', nullable: true },
    endedBy: { type: 'text', name: 'ended_by', nullable: true },
    passphraseHash: { type: 'text', name: 'passphrase_hash', nullable: true },
    tries: { type: 'integer' },
    lastTry: { type: 'timestamptz', name: 'last_try', nullable: true },
  },
})
