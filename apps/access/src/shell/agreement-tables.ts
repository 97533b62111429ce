// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { EntitySchema } from 'typeorm'

/** A row of access.agreement. */
export interface AgreementRow {
  id: string
  terms: Agreement
  digest: string
  salt: string
  proposedBy: string
  proposedAt: Date
  inForceAt: Date | null
  revokedAt: Date | null
  revokedBy: string | null
  revocationReason: string | null
  revocationSignature: string | null
  revocationBytes: Buffer | null
}

/** Agreements with their terms. */
export const agreementTable = new EntitySchema<AgreementRow>({
  name: 'agreement',
  columns: {
    id: { type: 'text', primary: true },
    terms: { type: 'jsonb' },
    digest: { type: 'text' },
    salt: { type: 'text' },
    proposedBy: { type: 'text', name: 'proposed_by' },
    proposedAt: { type: 'timestamptz', name: 'proposed_at' },
    inForceAt: { type: 'timestamptz', name: 'in_force_at', nullable: true },
    revokedAt: { type: 'timestamptz', name: 'revoked_at', nullable: true },
    revokedBy: { type: 'text', name: 'revoked_by', nullable: true },
    revocationReason: { type: 'text', name: 'revocation_reason', nullable: true },
    revocationSignature: { type: 'text', name: 'revocation_signature', nullable: true },
    revocationBytes: { type: 'bytea', name: 'revocation_bytes', nullable: true },
  },
})

/** A row of access.agreement_signature. */
export interface AgreementSignatureRow {
  agreement: string
  participant: string
  kid: string
  signature: string
  signedAt: Date
}

/** Each side's signature over the canonical terms. */
export const agreementSignatureTable = new EntitySchema<AgreementSignatureRow>({
  name: 'agreement_signature',
  columns: {
    agreement: { type: 'text', primary: true },
    participant: { type: 'text', primary: true },
    kid: { type: 'text' },
    signature: { type: 'text' },
    signedAt: { type: 'timestamptz', name: 'signed_at' },
  },
})
