// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import type { ParticipantKind, PublicJwk, Role } from '@corridor/message'
import { EntitySchema } from 'typeorm'

/** A row of access.participant. */
export interface ParticipantRow {
  id: string
  kind: ParticipantKind
  name: string
  members: string[]
  registeredAt: Date
  approvalRequiredSince: Date | null
}

/** Participants. */
export const participantTable = new EntitySchema<ParticipantRow>({
  name: 'participant',
  columns: {
    id: { type: 'text', primary: true },
    kind: { type: 'text' },
    name: { type: 'text' },
    members: { type: 'text', array: true },
    registeredAt: { type: 'timestamptz', name: 'registered_at' },
    approvalRequiredSince: {
      type: 'timestamptz',
      name: 'approval_required_since',
      nullable: true,
    },
  },
})

/** A row of access.office. */
export interface OfficeRow {
  participant: string
  code: string
  name: string
}

/** Offices of participants. */
export const officeTable = new EntitySchema<OfficeRow>({
  name: 'office',
  columns: {
    participant: { type: 'text', primary: true },
    code: { type: 'text', primary: true },
    name: { type: 'text' },
  },
})

/** A row of access.invitation. */
export interface InvitationRow {
  codeHash: string
  participant: string
  expiresAt: Date
  usedAt: Date | null
  roles: readonly Role[]
  office: string | null
  holder: string | null
}

/** One-time enrolment codes, by their hash. */
export const invitationTable = new EntitySchema<InvitationRow>({
  name: 'invitation',
  columns: {
    codeHash: { type: 'text', primary: true, name: 'code_hash' },
    participant: { type: 'text' },
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
    usedAt: { type: 'timestamptz', name: 'used_at', nullable: true },
    roles: { type: 'text', array: true },
    office: { type: 'text', nullable: true },
    holder: { type: 'text', nullable: true },
  },
})

/** A row of access.signing_key. */
export interface SigningKeyRow {
  kid: string
  participant: string
  office: string
  jwk: PublicJwk
  validFrom: Date
  validUntil: Date
  revokedFrom: Date | null
  roles: readonly Role[]
  holder: string | null
}

/** Keys that sign statements. */
export const signingKeyTable = new EntitySchema<SigningKeyRow>({
  name: 'signing_key',
  columns: {
    kid: { type: 'text', primary: true },
    participant: { type: 'text' },
    office: { type: 'text' },
    jwk: { type: 'jsonb' },
    validFrom: { type: 'timestamptz', name: 'valid_from' },
    validUntil: { type: 'timestamptz', name: 'valid_until' },
    revokedFrom: { type: 'timestamptz', name: 'revoked_from', nullable: true },
    roles: { type: 'text', array: true },
    holder: { type: 'text', nullable: true },
  },
})

/** A row of access.signin_key. */
export interface SigninKeyRow {
  nkey: string
  participant: string
  office: string
  validFrom: Date
  validUntil: Date
  revokedFrom: Date | null
  /** The signing key that came with it. */
  kid: string | null
}

/** Keys that sign in to the broker. */
export const signinKeyTable = new EntitySchema<SigninKeyRow>({
  name: 'signin_key',
  columns: {
    nkey: { type: 'text', primary: true },
    participant: { type: 'text' },
    office: { type: 'text' },
    validFrom: { type: 'timestamptz', name: 'valid_from' },
    validUntil: { type: 'timestamptz', name: 'valid_until' },
    revokedFrom: { type: 'timestamptz', name: 'revoked_from', nullable: true },
    kid: { type: 'text', nullable: true },
  },
})

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

/** A row of access.participant_contract. */
export interface ParticipantContractRow {
  participant: string
  contract: string
  version: string
  acceptedAt: Date
}

/** The version of a contract that a participant accepts. */
export const participantContractTable = new EntitySchema<ParticipantContractRow>({
  name: 'participant_contract',
  columns: {
    participant: { type: 'text', primary: true },
    contract: { type: 'text', primary: true },
    version: { type: 'text' },
    acceptedAt: { type: 'timestamptz', name: 'accepted_at' },
  },
})

/** All tables of access. */
export const accessTables = [
  participantTable,
  officeTable,
  invitationTable,
  signingKeyTable,
  signinKeyTable,
  agreementTable,
  agreementSignatureTable,
  participantContractTable,
]
