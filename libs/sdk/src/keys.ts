// SPDX-License-Identifier: Apache-2.0
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyRotation } from '@corridor/contracts'
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'
import { seal } from '@corridor/message'
import type { Me } from './enrol'
import { signedRequest } from './hub-client'
import { openProfile, profileKeys, writeProfile, type Profile, type ProfileKeys } from './profile'

/** A key of the profile's participant as the hub shows it. */
export interface KeyShown {
  readonly kid: string
  readonly office: string
  readonly holder: string | null
  readonly roles: readonly string[]
  readonly validUntil: string
  readonly revokedFrom: string | null
  readonly replacedBy: string | null
  readonly own: boolean
  readonly daysLeft: number
  /** 60, 30 or 7 days before the end; `ended` after it. */
  readonly warning: number | 'ended' | null
}

/** Keys of the profile's participant. */
export function listKeys(profile: Profile): Promise<Outcome<readonly KeyShown[]>> {
  return signedRequest(profile, { method: 'GET', target: '/api/keys' })
}

/** What has happened to a key or passkey, as a statement of the hub that `openStatement` verifies as a receipt. */
export interface KeyActShown {
  readonly number: number
  readonly kid: string
  readonly act: string
  readonly at: string
  readonly payload: string
  readonly signature: string
}

/** What has happened to keys and passkeys of the profile's participant, in order; of all for the operator. */
export function keyHistory(profile: Profile): Promise<Outcome<readonly KeyActShown[]>> {
  return signedRequest(profile, { method: 'GET', target: '/api/keys/history' })
}

const files = ['signing.jwk', 'signin.seed'] as const

/**
 * Exchanges the profile's keys: new ones are made beside the old, registered by a request that the old key signs, and take their
 * place. Safe to repeat after a crash: where the hub knows the new keys already, they only take their place.
 */
export async function rotateKeys(
  home: string,
  profile: Profile,
  keepDays: number,
): Promise<Outcome<Profile>> {
  const beside = join(profile.folder, 'next')
  // Cut off between the two: the signing key is in its place already, so the sign-in key follows it.
  if (!existsSync(join(beside, files[0])) && existsSync(join(beside, files[1])))
    return takePlace(home, profile, profile.validUntil)
  const keys = await profileKeys(beside)
  if (!keys.ok) return keys
  const asker = { signer: keys.value.signer, hub: profile.hub }
  const known = await signedRequest<Me>(asker, { method: 'GET', target: '/api/me' })
  if (!known.ok && known.refusal.code !== 'KEY_UNKNOWN') return known
  const told = known.ok ? known : await register(profile, keys.value, keepDays)
  if (!told.ok) return told
  return takePlace(home, profile, told.value.validUntil)
}

async function register(
  profile: Profile,
  { signer, signingKey, signinKey }: ProfileKeys,
  keepDays: number,
): Promise<Outcome<Me>> {
  const rotation: KeyRotation = { signingKey, signinKey, keepDays }
  const bytes = Buffer.from(canonicalJson(rotation))
  const purpose = { typ: 'corridor-rotation', aud: profile.hub.id } as const
  const { signature } = await seal(bytes, purpose, signer)
  const body = Buffer.from(JSON.stringify({ bytes: bytes.toString('base64'), signature }))
  return signedRequest(profile, { method: 'POST', target: '/api/keys/rotations', body })
}

async function takePlace(
  home: string,
  profile: Profile,
  validUntil: string,
): Promise<Outcome<Profile>> {
  const beside = join(profile.folder, 'next')
  const { participant, kind, office, hub } = profile
  writeProfile(profile.folder, { participant, kind, office, validUntil, hub })
  for (const file of files)
    if (existsSync(join(beside, file))) renameSync(join(beside, file), join(profile.folder, file))
  const opened = await openProfile(home, profile.name)
  return opened.ok ? accept(opened.value) : refuse(opened.refusal.code, opened.refusal.detail)
}

/** A key that is to be good for nothing from an instant on. */
export interface Withdrawal {
  readonly kid: string
  readonly from: string
  readonly reason: string
}

/** Withdraws a colleague's key, or anybody's as the operator. */
export function withdrawKey(
  profile: Profile,
  withdrawal: Withdrawal,
): Promise<Outcome<Withdrawal>> {
  return post(profile, '/api/keys/withdrawals', withdrawal)
}

/** What came of withdrawn keys. */
export interface Affected {
  readonly doubtful: readonly {
    readonly participant: string
    readonly id: string
    readonly digest: string
    readonly position: number
    readonly kid: string
    readonly since: string
    readonly receivedAt: string
    /** Since when a signatory has said that it is genuine; null while it is in doubt. */
    readonly clearedAt: string | null
  }[]
  readonly refused: readonly { readonly id: string | null; readonly receivedAt: string }[]
  readonly acts: readonly {
    readonly agreement: string
    readonly act: string
    readonly kid: string
    readonly at: string
  }[]
}

/** Asks what came of withdrawn keys of the profile's participant. */
export function affectedByKeys(profile: Profile): Promise<Outcome<Affected>> {
  return signedRequest(profile, { method: 'GET', target: '/api/keys/affected' })
}

/** Says, as a signatory, that doubtful messages are genuine: they are handed over again as far as they are granted. */
export function clearDoubts(
  profile: Profile,
  clearance: { readonly submissions: readonly string[]; readonly reason: string },
): Promise<Outcome<{ readonly cleared: readonly string[] }>> {
  return post(profile, '/api/keys/clearances', clearance)
}

/** Who shall have new keys after a loss. */
export interface ReEnrolment {
  readonly participant: string
  readonly office: string
  readonly roles: readonly string[]
  readonly holder: string
  readonly reason: string
}

/** The first of two officials asks for a new enrolment. */
export function askReEnrolment(
  profile: Profile,
  asked: ReEnrolment,
): Promise<Outcome<{ readonly id: string }>> {
  return post(profile, '/api/keys/re-enrolments', asked)
}

/** The second agrees, and gets the one-time code. */
export function secondReEnrolment(
  profile: Profile,
  id: string,
): Promise<Outcome<{ readonly code: string; readonly expiresAt: string }>> {
  return post(profile, `/api/keys/re-enrolments/${encodeURIComponent(id)}/seconds`, {})
}

function post<Answer>(profile: Profile, target: string, body: object): Promise<Outcome<Answer>> {
  return signedRequest(profile, { method: 'POST', target, body: Buffer.from(JSON.stringify(body)) })
}
