// SPDX-License-Identifier: Apache-2.0
import { EntitySchema } from 'typeorm'
import type { AgreementFact } from '../domain/agreement/acts'
import type { KnownState } from '../domain/agreement/state'

/** A row of access.agreement. */
export interface AgreementRow {
  id: string
  salt: string
  status: string
  state: KnownState
  proposedAt: Date
  dueAt: Date | null
}

/** Agreements, with what their facts come to. */
export const agreementTable = new EntitySchema<AgreementRow>({
  name: 'agreement',
  columns: {
    id: { type: 'text', primary: true },
    salt: { type: 'text' },
    status: { type: 'text' },
    state: { type: 'jsonb' },
    proposedAt: { type: 'timestamptz', name: 'proposed_at' },
    dueAt: { type: 'timestamptz', name: 'due_at', nullable: true },
  },
})

/** A row of access.agreement_act. */
export interface AgreementActRow {
  agreement: string
  number: number
  act: string
  by: string | null
  at: Date
  detail: AgreementFact
  kid: string | null
  passkey: string | null
  bytes: Buffer | null
  signature: string | null
}

/** What has happened to an agreement, in order, with what was signed. */
export const agreementActTable = new EntitySchema<AgreementActRow>({
  name: 'agreement_act',
  columns: {
    agreement: { type: 'text', primary: true },
    number: { type: 'integer', primary: true },
    act: { type: 'text' },
    by: { type: 'text', nullable: true },
    at: { type: 'timestamptz' },
    detail: { type: 'jsonb' },
    kid: { type: 'text', nullable: true },
    passkey: { type: 'text', nullable: true },
    bytes: { type: 'bytea', nullable: true },
    signature: { type: 'text', nullable: true },
  },
})
