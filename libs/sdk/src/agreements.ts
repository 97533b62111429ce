// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { canonicalJson, type Outcome } from '@corridor/kernel'
import { seal } from '@corridor/message'
import { signedRequest } from './hub-client'
import type { Profile } from './profile'

/** Where an agreement stands. */
export interface AgreementStanding {
  readonly agreement: string
  readonly state: string
  readonly digest: string
}

/** An agreement as the hub shows it to a party. */
export interface AgreementShown {
  readonly id: string
  readonly state: 'proposed' | 'in-force' | 'revoked'
  readonly terms: Agreement
  readonly digest: string
  /** The journal holds `sha-256(salt.digest)`. */
  readonly salt: string
  readonly proposedBy: string
  readonly proposedAt: string
  readonly inForceAt: string | null
  readonly revokedAt: string | null
  readonly signatures: readonly {
    readonly participant: string
    readonly kid: string
    readonly signature: string
    readonly signedAt: string
  }[]
}

/** The agreements that a participant may see. */
export async function listAgreements(
  profile: Profile,
): Promise<Outcome<readonly AgreementShown[]>> {
  return signedRequest(profile, { method: 'GET', target: '/api/agreements' })
}

/** One agreement. */
export async function showAgreement(
  profile: Profile,
  id: string,
): Promise<Outcome<AgreementShown>> {
  return signedRequest(profile, {
    method: 'GET',
    target: `/api/agreements/${encodeURIComponent(id)}`,
  })
}

/** Proposes terms to the other party. */
export async function proposeAgreement(
  profile: Profile,
  terms: unknown,
): Promise<Outcome<AgreementStanding>> {
  const body = Buffer.from(canonicalJson(terms))
  return signedRequest(profile, { method: 'POST', target: '/api/agreements', body })
}

/** Signs terms: the signature is over their RFC 8785 bytes, so both sides sign the same. */
export async function signAgreement(
  profile: Profile,
  terms: Agreement,
): Promise<Outcome<AgreementStanding>> {
  return act(profile, terms.id, { verb: 'signatures', typ: 'corridor-agreement', statement: terms })
}

/** Revokes an agreement: as soon as delivery hears of it (moments after the answer), nothing more is released under it. */
export async function revokeAgreement(
  profile: Profile,
  id: string,
  reason: string,
): Promise<Outcome<AgreementStanding>> {
  const statement = { agreement: id, reason, at: new Date().toISOString() }
  return act(profile, id, { verb: 'revocations', typ: 'corridor-revocation', statement })
}

async function act(
  profile: Profile,
  id: string,
  what: {
    readonly verb: string
    readonly typ: 'corridor-agreement' | 'corridor-revocation'
    readonly statement: object
  },
): Promise<Outcome<AgreementStanding>> {
  const bytes = Buffer.from(canonicalJson(what.statement))
  const { signature } = await seal(bytes, { typ: what.typ, aud: profile.hub.id }, profile.signer)
  const body = Buffer.from(JSON.stringify({ bytes: bytes.toString('base64'), signature }))
  return signedRequest(profile, {
    method: 'POST',
    target: `/api/agreements/${encodeURIComponent(id)}/${what.verb}`,
    body,
  })
}
