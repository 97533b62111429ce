// SPDX-License-Identifier: Apache-2.0
import type { Agreement, AgreementAct } from '@corridor/contracts'
import { canonicalJson, type Outcome } from '@corridor/kernel'
import { digestOf, seal } from '@corridor/message'
import type { AgreementStatus, Standing } from '@corridor/policy'
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
  readonly state: AgreementStatus
  readonly terms: Agreement
  readonly digest: string
  /** 1 for the first proposal; each counter-proposal adds one. */
  readonly revision: number
  /** The journal holds `sha-256(salt.digest)`. */
  readonly salt: string
  readonly proposedBy: string
  readonly proposedAt: string
  /** Who is a party now. */
  readonly parties: readonly string[]
  readonly reservations: Standing['reservations']
  /** Who asks to become a party, and until when the parties can consent. */
  readonly accessions: readonly {
    readonly participant: string
    readonly until: string
    readonly consents: readonly string[]
  }[]
  readonly notices: readonly string[]
  readonly suspendedBy: readonly string[]
  /** When the waiting ends, with or without what is waited for; null where nothing is. */
  readonly until: string | null
  readonly inForceAt: string | null
  readonly endedAt: string | null
  readonly lastAct: {
    readonly act: string
    readonly by: string | null
    readonly at: string
    readonly reason: string | null
  }
  readonly signatures: readonly {
    readonly participant: string
    readonly kid: string
    readonly signature: string
    readonly signedAt: string
  }[]
}

/** One thing that happened to an agreement. */
export interface AgreementActShown {
  readonly number: number
  readonly act: string
  /** Null: the clock, or another agreement. */
  readonly by: string | null
  readonly at: string
  /** What happened in full: the terms of a proposal, the reason of a suspension … */
  readonly detail: Readonly<Record<string, unknown>>
  readonly kid: string | null
  /** Base64 of what was signed, and the signature. */
  readonly bytes: string | null
  readonly signature: string | null
  /** Null where nobody signed: the clock, or another agreement. */
  readonly signedWith: 'office-key' | 'passkey' | null
  readonly signerName: string | null
  readonly signerOffice: string | null
}

/** A signed act and whose key it was, sealed by the hub. */
export interface ProofShown {
  readonly number: number
  readonly act: string
  readonly payload: string
  readonly signature: string
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

/** Terms that the hub will judge. */
type AnyTerms = Agreement | (Pick<Agreement, 'id'> & Readonly<Record<string, unknown>>)

/** Proposes terms to the other parties; `answers` is the digest of the terms of theirs that these answer. */
export async function proposeAgreement(
  profile: Profile,
  terms: AnyTerms,
  answers?: string,
): Promise<Outcome<AgreementStanding>> {
  const digest = digestOf(Buffer.from(canonicalJson(terms)))
  const about = { agreement: terms.id, act: 'propose', digest } as const
  const statement: AgreementAct = {
    ...about,
    at: new Date().toISOString(),
    ...(answers !== undefined && { answers }),
  }
  const signed = await signedStatement(profile, { typ: 'corridor-agreement-act', statement })
  const body = Buffer.from(canonicalJson({ ...signed, terms }))
  return signedRequest(profile, { method: 'POST', target: '/api/agreements', body })
}

/** Signs terms: the signature is over their RFC 8785 bytes, so both sides sign the same. */
export async function signAgreement(
  profile: Profile,
  terms: Agreement,
): Promise<Outcome<AgreementStanding>> {
  return act(profile, terms.id, { verb: 'signatures', typ: 'corridor-agreement', statement: terms })
}

/** What is done about an agreement, with what its kind needs. */
export type OwnAct = Pick<AgreementAct, 'act' | 'reason' | 'clauses' | 'participant'>

/** Acts on an agreement whose terms have a digest: suspends, resumes, terminates … The act is signed, and holds from the hub's answer on. */
export async function actOnAgreement(
  profile: Profile,
  { id, digest }: Pick<AgreementShown, 'id' | 'digest'>,
  own: OwnAct,
): Promise<Outcome<AgreementStanding>> {
  const statement: AgreementAct = { agreement: id, digest, at: new Date().toISOString(), ...own }
  return act(profile, id, { verb: 'acts', typ: 'corridor-agreement-act', statement })
}

/** What has happened to an agreement, with the signed acts, oldest first. */
export async function agreementHistory(
  profile: Profile,
  id: string,
): Promise<Outcome<{ readonly acts: readonly AgreementActShown[] }>> {
  const target = `/api/agreements/${encodeURIComponent(id)}/acts`
  return signedRequest(profile, { method: 'GET', target })
}

/** The signed acts of an agreement, sealed by the hub, for `openSignedAct` now or later. */
export async function agreementProofs(
  profile: Profile,
  id: string,
): Promise<Outcome<{ readonly proofs: readonly ProofShown[] }>> {
  const target = `/api/agreements/${encodeURIComponent(id)}/proofs`
  return signedRequest(profile, { method: 'GET', target })
}

async function act(
  profile: Profile,
  id: string,
  { verb, ...what }: Statement & { readonly verb: string },
): Promise<Outcome<AgreementStanding>> {
  const body = Buffer.from(JSON.stringify(await signedStatement(profile, what)))
  const target = `/api/agreements/${encodeURIComponent(id)}/${verb}`
  return signedRequest(profile, { method: 'POST', target, body })
}

interface Statement {
  readonly typ: 'corridor-agreement' | 'corridor-agreement-act'
  readonly statement: object
}

async function signedStatement(
  profile: Profile,
  { typ, statement }: Statement,
): Promise<{ readonly bytes: string; readonly signature: string }> {
  const bytes = Buffer.from(canonicalJson(statement))
  const { signature } = await seal(bytes, { typ, aud: profile.hub.id }, profile.signer)
  return { bytes: bytes.toString('base64'), signature }
}
