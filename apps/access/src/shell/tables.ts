// SPDX-License-Identifier: Apache-2.0
import type { Registration } from '@corridor/contracts'
import type { ParticipantKind, PublicJwk, Role } from '@corridor/message'
import { EntitySchema } from 'typeorm'
import { passkeyTable } from './passkey-tables'
import { personTable } from './people-tables'
import { agreementActTable, agreementTable } from './agreement-tables'

/** A row of access.participant. */
export interface ParticipantRow {
  id: string
  kind: ParticipantKind
  name: string
  members: string[]
  registeredAt: Date
  approvalRequiredSince: Date | null
  /** What a partner is. */
  organisation: string | null
  productionSince: Date | null
  productionBy: string | null
  productionReason: string | null
  suspendedSince: Date | null
  suspendedBy: string | null
  suspensionReason: string | null
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
    organisation: { type: 'text', nullable: true },
    productionSince: { type: 'timestamptz', name: 'production_since', nullable: true },
    productionBy: { type: 'text', name: 'production_by', nullable: true },
    productionReason: { type: 'text', name: 'production_reason', nullable: true },
    suspendedSince: { type: 'timestamptz', name: 'suspended_since', nullable: true },
    suspendedBy: { type: 'text', name: 'suspended_by', nullable: true },
    suspensionReason: { type: 'text', name: 'suspension_reason', nullable: true },
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
  /** When it was reported that it is good for nothing from `revokedFrom` on. */
  revokedAt: Date | null
  revokedBy: string | null
  revocationReason: string | null
  replacedBy: string | null
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
    revokedAt: { type: 'timestamptz', name: 'revoked_at', nullable: true },
    revokedBy: { type: 'text', name: 'revoked_by', nullable: true },
    revocationReason: { type: 'text', name: 'revocation_reason', nullable: true },
    replacedBy: { type: 'text', name: 'replaced_by', nullable: true },
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

/** A row of access.registration. */
export interface RegistrationRow {
  kid: string
  claim: Registration
  appliedAt: Date
  decision: 'approved' | 'refused' | null
  decidedAt: Date | null
  decidedBy: string | null
  reason: string | null
}

/** Who asked for a place without a code. */
export const registrationTable = new EntitySchema<RegistrationRow>({
  name: 'registration',
  columns: {
    kid: { type: 'text', primary: true },
    claim: { type: 'jsonb' },
    appliedAt: { type: 'timestamptz', name: 'applied_at' },
    decision: { type: 'text', nullable: true },
    decidedAt: { type: 'timestamptz', name: 'decided_at', nullable: true },
    decidedBy: { type: 'text', name: 'decided_by', nullable: true },
    reason: { type: 'text', nullable: true },
  },
})

/** A row of access.re_enrolment. */
export interface ReEnrolmentRow {
  id: string
  participant: string
  office: string
  roles: readonly Role[]
  holder: string
  reason: string
  askedBy: string
  askedAt: Date
  secondedBy: string | null
  secondedAt: Date | null
}

/** Enrolments after a loss, which two officials ask for. */
export const reEnrolmentTable = new EntitySchema<ReEnrolmentRow>({
  name: 're_enrolment',
  columns: {
    id: { type: 'text', primary: true },
    participant: { type: 'text' },
    office: { type: 'text' },
    roles: { type: 'text', array: true },
    holder: { type: 'text' },
    reason: { type: 'text' },
    askedBy: { type: 'text', name: 'asked_by' },
    askedAt: { type: 'timestamptz', name: 'asked_at' },
    secondedBy: { type: 'text', name: 'seconded_by', nullable: true },
    secondedAt: { type: 'timestamptz', name: 'seconded_at', nullable: true },
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
  agreementActTable,
  participantContractTable,
  registrationTable,
  reEnrolmentTable,
  personTable,
  passkeyTable,
]
