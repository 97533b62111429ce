// SPDX-License-Identifier: Apache-2.0
import { createHash, verify as signatureFits } from 'node:crypto'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson } from '../open'
import { requestWindowSeconds } from '../request'
import type { Sealed } from '../seal'
import type { StatementType } from '../statement-type'
import { passkeyVerifier, type PasskeyRecord } from './passkey'
import { passkeyChallenge, readPasskeySignature, type Assertion } from './passkey-signature'

/** Why a passkey's signature was not taken. */
export type PasskeyRefusal =
  | 'SIGNATURE_MALFORMED'
  | 'SIGNATURE_HEADER_UNEXPECTED'
  | 'SIGNATURE_WRONG'
  | 'KEY_UNKNOWN'
  | 'KEY_NOT_YET_VALID'
  | 'KEY_REVOKED'
  | 'REQUEST_STALE'
  | 'PASSKEY_OTHER_ACT'
  | 'PASSKEY_OTHER_PLACE'
  | 'PASSKEY_PERSON_UNVERIFIED'

/** What the verifier expects: the purpose, its own id, its register of passkeys, and the instant that it judges at. */
export interface PasskeyExpectation {
  readonly typ: StatementType
  readonly aud: string
  /** The sender controls `kid`: it is looked up here and never fetched. */
  readonly passkeyOf: (kid: string) => PasskeyRecord | undefined
  /** When the hub received it; the signature is at most 300 s away. */
  readonly at: Date
}

/** A passkey's signature that was verified. */
export interface PasskeyVerified {
  readonly passkey: PasskeyRecord
  readonly iat: number
  /** What the authenticator counts, or 0 where it does not count: whoever keeps the last one notices a copy. */
  readonly counter: number
}

/**
 * Verifies that a passkey signed exactly these bytes, for this purpose and hub, on a page of the hub, by somebody whom the
 * authenticator has verified (WebAuthn, section 7.2). Pure: the same answer years later, from what was kept.
 */
export function verifyPasskey(
  sealed: Sealed,
  expected: PasskeyExpectation,
): Outcome<PasskeyVerified, PasskeyRefusal> {
  const read = readPasskeySignature(sealed.signature)
  if (!read.ok) return read
  const { typ, aud, iat, kid, assertion } = read.value
  if (typ !== expected.typ || aud !== expected.aud)
    return refuse(
      'SIGNATURE_HEADER_UNEXPECTED',
      `the signature is not for ${expected.typ} at ${expected.aud}`,
    )
  const usable = usablePasskey(kid, expected)
  if (!usable.ok) return usable
  const fresh = isFresh(iat, expected.at)
  if (!fresh.ok) return fresh
  const passkey = usable.value
  const about = isAbout(assertion, passkeyChallenge(sealed.bytes, { typ, aud, iat }), passkey)
  if (!about.ok) return about
  const told = toldByAuthenticator(assertion, passkey)
  if (!told.ok) return told
  return signatureFitsKey(assertion, passkey)
    ? accept({ passkey, iat, counter: told.value })
    : refuse('SIGNATURE_WRONG', "the signature is not the passkey's")
}

function usablePasskey(
  kid: string,
  { passkeyOf, at }: PasskeyExpectation,
): Outcome<PasskeyRecord, PasskeyRefusal> {
  const passkey = /^[A-Za-z0-9_-]{43}$/.test(kid) ? passkeyOf(kid) : undefined
  if (passkey === undefined) return refuse('KEY_UNKNOWN', 'the passkey is not registered here')
  if (passkey.revokedFrom !== null && at.getTime() >= Date.parse(passkey.revokedFrom))
    return refuse('KEY_REVOKED', `the passkey was removed on ${passkey.revokedFrom}`)
  if (at.getTime() < Date.parse(passkey.validFrom))
    return refuse('KEY_NOT_YET_VALID', `the passkey is good from ${passkey.validFrom} on`)
  return accept(passkey)
}

function isFresh(iat: number, at: Date): Outcome<null, 'REQUEST_STALE'> {
  const awaySeconds = Math.abs(at.getTime() / 1_000 - iat)
  return awaySeconds <= requestWindowSeconds
    ? accept(null)
    : refuse(
        'REQUEST_STALE',
        `the signature was asked for ${String(Math.round(awaySeconds))} s away`,
      )
}

/** What the browser says that was signed, and where. The authenticator signs a hash of it, so nobody alters it later. */
function isAbout(
  { clientDataJSON }: Assertion,
  challenge: string,
  { origin }: PasskeyRecord,
): Outcome<null, PasskeyRefusal> {
  const read = parseJson(clientDataJSON)
  const told: unknown = read.ok ? read.value : undefined
  if (typeof told !== 'object' || told === null)
    return refuse('SIGNATURE_MALFORMED', 'the client data of the passkey cannot be read')
  const { type, challenge: signed, origin: from, crossOrigin, topOrigin } = told as ClientData
  if (type !== 'webauthn.get' || signed !== challenge)
    return refuse('PASSKEY_OTHER_ACT', 'the passkey has signed something else than this')
  if (from !== origin || topOrigin !== undefined || (crossOrigin ?? false) !== false)
    return refuse('PASSKEY_OTHER_PLACE', `the passkey has not signed on a page of ${origin}`)
  return accept(null)
}

interface ClientData {
  readonly type?: unknown
  readonly challenge?: unknown
  readonly origin?: unknown
  readonly crossOrigin?: unknown
  readonly topOrigin?: unknown
}

/** WebAuthn, section 6.1: 32 bytes hash of the relying party id, one of flags, four of a counter, then extensions. */
function toldByAuthenticator(
  { authenticatorData }: Assertion,
  { rpId, origin }: PasskeyRecord,
): Outcome<number, PasskeyRefusal> {
  const told = Buffer.from(authenticatorData)
  if (told.length < 37)
    return refuse('SIGNATURE_MALFORMED', 'the authenticator data of the passkey is too short')
  if (!told.subarray(0, 32).equals(createHash('sha256').update(rpId).digest()))
    return refuse('PASSKEY_OTHER_PLACE', `the passkey has not signed for ${rpId} (${origin})`)
  const flags = told.readUInt8(32)
  const [isPresent, isVerified] = [(flags & 0x01) !== 0, (flags & 0x04) !== 0]
  if (!isPresent || !isVerified)
    return refuse(
      'PASSKEY_PERSON_UNVERIFIED',
      'the authenticator did not ask who uses it (PIN, finger or face)',
    )
  return accept(told.readUInt32BE(33))
}

function signatureFitsKey(
  { authenticatorData, clientDataJSON, signature }: Assertion,
  { jwk }: PasskeyRecord,
): boolean {
  const { key, hash } = passkeyVerifier(jwk)
  const clientHash = createHash('sha256').update(clientDataJSON).digest()
  return signatureFits(hash, Buffer.concat([authenticatorData, clientHash]), key, signature)
}
