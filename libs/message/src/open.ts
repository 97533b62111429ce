// SPDX-License-Identifier: Apache-2.0
import { verify as signatureFits } from 'node:crypto'
import { accept, refuse, type Brand, type Outcome } from '@corridor/kernel'
import { strictBase64url } from './base64url'
import { digestOf } from './digest'
import { verifyingKey, type KeyRecord } from './keys'
import { encodedHeader, signedInput, type Sealed } from './seal'
import { statementTypes, type StatementType } from './statement-type'

/** Why a sealed message was not opened. */
export type OpenRefusal =
  | 'SIGNATURE_MISSING'
  | 'SIGNATURE_MALFORMED'
  | 'SIGNATURE_HEADER_UNEXPECTED'
  | 'SIGNATURE_WRONG'
  | 'KEY_UNKNOWN'
  | 'KEY_EXPIRED'
  | 'KEY_NOT_YET_VALID'
  | 'KEY_REVOKED'
  | 'ENVELOPE_UNREADABLE'

/** A statement whose signature was verified; only `open` makes one. The body is still unknown. */
export type Opened = Brand<
  {
    readonly bytes: Uint8Array
    readonly digest: string
    readonly kid: string
    readonly participant: string
    readonly body: unknown
  },
  'Opened'
>

/** What the opener expects: the purpose, its own id, its register of keys, and the instant that judges their validity. */
export interface Expectation {
  readonly typ: StatementType
  readonly aud: string
  /** The sender controls `kid`: it is looked up here and never fetched. */
  readonly keyOf: (kid: string) => KeyRecord | undefined
  readonly at: Date
}

/** Verifies a detached signature and reads the JSON below it. Never throws on what a sender can send. */
export function open(sealed: Sealed, expected: Expectation): Promise<Outcome<Opened, OpenRefusal>> {
  return later(() => openNow(sealed, expected))
}

/** `open`, for whoever opens one after the other: it takes about 0.1 ms of this thread, and more for large messages. */
export function openNow(sealed: Sealed, expected: Expectation): Outcome<Opened, OpenRefusal> {
  const verified = verifyNow(sealed, expected)
  if (!verified.ok) return verified
  const body = parseJson(sealed.bytes)
  if (!body.ok) return body
  const { kid, participant } = verified.value
  const opened = {
    bytes: sealed.bytes,
    digest: digestOf(sealed.bytes),
    kid,
    participant,
    body: body.value,
  }
  // The brand says "verified": this is its only maker.
  return accept(opened as Opened)
}

/** Verifies a detached signature over bytes that are not JSON, and tells whose key made it. */
export function verify(
  sealed: Sealed,
  expected: Expectation,
): Promise<Outcome<KeyRecord, OpenRefusal>> {
  return later(() => verifyNow(sealed, expected))
}

function later<Result>(task: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(task())
  })
}

function verifyNow(sealed: Sealed, expected: Expectation): Outcome<KeyRecord, OpenRefusal> {
  const parts = splitSignature(sealed.signature)
  if (!parts.ok) return parts
  const kid = readKid(parts.value.protected, expected)
  if (!kid.ok) return kid
  const key = usableKey(kid.value, expected)
  if (!key.ok) return key
  const { protected: header, signature } = parts.value
  const input = signedInput(header, sealed.bytes)
  return signatureFits(null, input, verifyingKey(key.value.jwk), signature)
    ? accept(key.value)
    : refuse('SIGNATURE_WRONG', 'the signature does not match the bytes')
}

interface SignatureParts {
  readonly protected: string
  readonly signature: Buffer
}

function splitSignature(text: string): Outcome<SignatureParts, OpenRefusal> {
  if (text === '') return refuse('SIGNATURE_MISSING', 'the message carries no signature')
  const [head, middle, signature, ...rest] = text.split('.')
  if (head === undefined || middle !== '' || signature === undefined || rest.length > 0) {
    return refuse('SIGNATURE_MALFORMED', 'the signature is not a detached JWS')
  }
  const bytes = text.length > 1_024 ? undefined : strictBase64url(signature)
  if (bytes?.length !== 64) {
    return refuse('SIGNATURE_MALFORMED', 'the signature is not 64 bytes in strict base64url')
  }
  return accept({ protected: head, signature: bytes })
}

// What was accepted once under the same purpose and hub is accepted again, letter by letter.
const acceptedHeaders = new Map<string, string>()
const mostHeaders = 1_000

function readKid(encoded: string, expected: Expectation): Outcome<string, OpenRefusal> {
  const name = `${expected.typ} ${expected.aud} ${encoded}`
  const known = acceptedHeaders.get(name)
  if (known !== undefined) return accept(known)
  const kid = parseHeader(encoded)
  if (kid === undefined) return refuse('SIGNATURE_MALFORMED', 'the protected header cannot be read')
  // Written again and compared: one spelling, these members, this purpose, this hub, and nothing else.
  if (encodedHeader(kid, expected.typ, expected.aud) === encoded) {
    if (acceptedHeaders.size >= mostHeaders) acceptedHeaders.clear()
    acceptedHeaders.set(name, kid)
    return accept(kid)
  }
  return refuse(
    'SIGNATURE_HEADER_UNEXPECTED',
    `the protected header is not the one for ${expected.typ} at ${expected.aud}`,
  )
}

function parseHeader(encoded: string): string | undefined {
  const bytes = strictBase64url(encoded)
  if (bytes === undefined) return undefined
  const header = parseJson(bytes)
  if (!header.ok || typeof header.value !== 'object' || header.value === null) return undefined
  const kid = 'kid' in header.value ? header.value.kid : undefined
  return isThumbprint(kid) ? kid : undefined
}

// The sender controls `kid`, and registers are asked for it: nothing but the shape of an RFC 7638 thumbprint gets there.
function isThumbprint(kid: unknown): kid is string {
  return typeof kid === 'string' && /^[A-Za-z0-9_-]{43}$/.test(kid)
}

function usableKey(kid: string, expected: Expectation): Outcome<KeyRecord, OpenRefusal> {
  const key = expected.keyOf(kid)
  if (key === undefined) return refuse('KEY_UNKNOWN', 'the signing key is not registered here')
  const at = expected.at.getTime()
  if (key.revokedFrom !== null && at >= Date.parse(key.revokedFrom)) {
    return refuse('KEY_REVOKED', `the signing key was revoked from ${key.revokedFrom}`)
  }
  if (at < Date.parse(key.validFrom)) {
    return refuse('KEY_NOT_YET_VALID', `the signing key is valid from ${key.validFrom}`)
  }
  if (at >= Date.parse(key.validUntil)) {
    return refuse('KEY_EXPIRED', `the signing key was valid until ${key.validUntil}`)
  }
  return accept(key)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Strict UTF-8 and JSON of bytes that a sender controls, without text that nobody could keep. */
export function parseJson(bytes: Uint8Array): Outcome<unknown, 'ENVELOPE_UNREADABLE'> {
  try {
    const text = utf8.decode(bytes)
    const body: unknown = JSON.parse(text)
    if (!mayHideUnkeepable.test(text) || isKeepable(text)) return accept(body)
    return refuse('ENVELOPE_UNREADABLE', 'the message has U+0000 or half a character in a text')
  } catch {
    return refuse('ENVELOPE_UNREADABLE', 'the message is not JSON in UTF-8')
  }
}

// Only escapes can bring them, and hardly any message has such an escape: the costly look is taken where one stands.
const mayHideUnkeepable = /\\u(?:0000|d[89a-f])/i
// PostgreSQL holds no U+0000, and a lone surrogate (RFC 7493, section 2.1) has no UTF-8: both would fail after the judgement.
const unkeepable = /[\0\p{Surrogate}]/u

function isKeepable(text: string): boolean {
  let keepable = true
  JSON.parse(text, (name: string, value: unknown) => {
    const texts = typeof value === 'string' ? [name, value] : [name]
    if (texts.some((one) => unkeepable.test(one))) keepable = false
    return value
  })
  return keepable
}

/**
 * The purpose and key that a signature claims, unverified: for showing a statement and choosing what to check it against.
 */
export function claimOf(
  signature: string,
): { typ: StatementType; kid: string; aud: string } | undefined {
  const bytes = strictBase64url(signature.split('.')[0] ?? '')
  const header = bytes === undefined ? undefined : parseJson(bytes)
  if (!header?.ok || typeof header.value !== 'object' || header.value === null) return undefined
  const { typ, kid, aud } = header.value as Record<string, unknown>
  const known = statementTypes.find((type) => type === typ)
  if (known === undefined || !isThumbprint(kid) || typeof aud !== 'string') return undefined
  return { typ: known, kid, aud }
}
