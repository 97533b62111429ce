// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { strictBase64url } from '../base64url'
import { signedInput } from '../seal'
import type { StatementType } from '../statement-type'

/** What a passkey's signature is for: one purpose, one hub, one second. */
export interface PasskeyPurpose {
  readonly typ: StatementType
  readonly aud: string
  /** Seconds since 1970 at which it was asked for; the challenge binds them. */
  readonly iat: number
}

/** What an authenticator gave (WebAuthn, section 5.2.2), as bytes. */
export interface Assertion {
  readonly authenticatorData: Uint8Array
  readonly clientDataJSON: Uint8Array
  readonly signature: Uint8Array
}

/** A passkey's signature as it travels and is kept: `header..assertion`, in the place of a detached JWS. */
export interface PasskeySignature extends PasskeyPurpose {
  readonly kid: string
  readonly assertion: Assertion
}

/** More than any authenticator gives: an RSA signature, and client data with a long address. */
const mostCharacters = 6_000

/**
 * The WebAuthn challenge for bytes (base64url): the hash of a header with purpose, hub and second, a dot, and the bytes as they are.
 * So an assertion serves for these bytes, this kind of act and this hub alone. The passkey is not in it: a person chooses it later.
 */
export function passkeyChallenge(bytes: Uint8Array, purpose: PasskeyPurpose): string {
  const header = Buffer.from(JSON.stringify(headerOf(purpose))).toString('base64url')
  return createHash('sha256').update(signedInput(header, bytes)).digest('base64url')
}

function headerOf({ typ, aud, iat }: PasskeyPurpose) {
  return { alg: 'webauthn', b64: false, crit: ['b64'], iat, typ, aud }
}

/** Writes a passkey's signature: the header with the passkey's thumbprint, two dots, and the assertion. */
export function writePasskeySignature(signature: PasskeySignature): string {
  const { kid, assertion } = signature
  const header = JSON.stringify({ ...headerOf(signature), kid })
  const parts = {
    authenticatorData: base64url(assertion.authenticatorData),
    clientDataJSON: base64url(assertion.clientDataJSON),
    signature: base64url(assertion.signature),
  }
  return `${base64url(Buffer.from(header))}..${base64url(Buffer.from(JSON.stringify(parts)))}`
}

/** Reads a passkey's signature; nothing of it is verified yet. One spelling is accepted: what `writePasskeySignature` writes. */
export function readPasskeySignature(
  text: string,
): Outcome<PasskeySignature, 'SIGNATURE_MALFORMED'> {
  const malformed = refuse('SIGNATURE_MALFORMED', 'the signature of the passkey cannot be read')
  if (text.length > mostCharacters) return malformed
  const [head = '', , tail = ''] = text.split('.')
  const [header, parts] = [membersOf(head), membersOf(tail)]
  const { typ, aud, iat, kid } = header
  const assertion = assertionOf(parts)
  if (typeof typ !== 'string' || typeof aud !== 'string' || typeof kid !== 'string')
    return malformed
  if (typeof iat !== 'number' || !Number.isSafeInteger(iat) || assertion === undefined)
    return malformed
  // The purpose is compared by whoever verifies; here any text may stand.
  const read = { typ: typ as StatementType, aud, iat, kid, assertion }
  return writePasskeySignature(read) === text ? accept(read) : malformed
}

function assertionOf(parts: Readonly<Record<string, unknown>>): Assertion | undefined {
  const [authenticatorData, clientDataJSON, signature] = [
    ...[parts['authenticatorData'], parts['clientDataJSON'], parts['signature']],
  ].map((part) => (typeof part === 'string' ? strictBase64url(part) : undefined))
  if (authenticatorData === undefined || clientDataJSON === undefined) return undefined
  return signature === undefined ? undefined : { authenticatorData, clientDataJSON, signature }
}

function membersOf(encoded: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
