// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'

/** A public Ed25519 key as JWK (RFC 8037). */
export interface PublicJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
}

/** A private Ed25519 key as JWK; it never leaves the machine that made it. */
export interface PrivateJwk extends PublicJwk {
  readonly d: string
}

/** A key that can sign, with its RFC 7638 thumbprint. */
export interface Signer {
  readonly kid: string
  readonly key: KeyObject
}

/** What a register knows of a key: whose it is and when it may be used (ISO instants, `validUntil` exclusive). */
export interface KeyRecord {
  readonly kid: string
  readonly participant: string
  readonly jwk: PublicJwk
  readonly validFrom: string
  readonly validUntil: string
  readonly revokedFrom: string | null
}

/** A new Ed25519 key pair with its thumbprint. */
export async function newSigningKey(): Promise<{
  kid: string
  privateJwk: PrivateJwk
  publicJwk: PublicJwk
}> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true })
  const { x, d } = await exportJWK(privateKey)
  if (x === undefined || d === undefined) throw new Error('could not export a new Ed25519 key')
  const publicJwk: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x }
  return { kid: await thumbprint(publicJwk), publicJwk, privateJwk: { ...publicJwk, d } }
}

/** The signer that holds a private key. */
export async function signerOf(jwk: PrivateJwk): Promise<Signer> {
  const { x, d } = jwk
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' })
  return { kid: await thumbprint(jwk), key }
}

/** RFC 7638 thumbprint (SHA-256, base64url) of a public key. */
export async function thumbprint(jwk: PublicJwk): Promise<string> {
  return calculateJwkThumbprint({ kty: jwk.kty, crv: jwk.crv, x: jwk.x })
}

/** The public half of a key. */
export function publicHalf(jwk: PublicJwk): PublicJwk {
  return { kty: jwk.kty, crv: jwk.crv, x: jwk.x }
}

// Importing costs more than verifying. Grows with the registers that this process has read, and is bounded all the same.
const imported = new Map<string, KeyObject>()
const mostImported = 10_000

/** The verifying key of a public JWK, imported once. */
export function verifyingKey({ x }: PublicJwk): KeyObject {
  const known = imported.get(x)
  if (known !== undefined) return known
  const fresh = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  if (imported.size >= mostImported) imported.clear()
  imported.set(x, fresh)
  return fresh
}
