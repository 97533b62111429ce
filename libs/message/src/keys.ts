// SPDX-License-Identifier: Apache-2.0
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey } from 'jose'

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
  readonly key: CryptoKey
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
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: jwk.x, d: jwk.d }, 'Ed25519')
  if (key instanceof Uint8Array)
    throw new Error('could not read the signing key: not an Ed25519 JWK')
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

// Importing costs more than verifying; the register hands out one record per key, so its identity is the cache key.
const imported = new WeakMap<PublicJwk, Promise<CryptoKey>>()

/** The verifying key of a public JWK, imported once per JWK object. */
export function verifyingKey(jwk: PublicJwk): Promise<CryptoKey> {
  const known = imported.get(jwk)
  if (known !== undefined) return known
  const fresh = importJWK(publicHalf(jwk) as unknown as Record<string, string>, 'Ed25519').then(
    (key) => {
      if (key instanceof Uint8Array)
        throw new Error('could not read a public key: not an Ed25519 JWK')
      return key
    },
  )
  imported.set(jwk, fresh)
  return fresh
}
