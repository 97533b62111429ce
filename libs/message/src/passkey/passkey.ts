// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import type { PublicJwk } from '../keys'

/** The public key of a passkey as JWK: the three kinds that authenticators make (ES256, RS256, Ed25519). */
export type PasskeyJwk =
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  | { readonly kty: 'RSA'; readonly n: string; readonly e: string }
  | PublicJwk

/** What a register knows of a passkey: whose it is, where it was made, and when it may be used (ISO instants). */
export interface PasskeyRecord {
  /** RFC 7638 thumbprint of its public key. */
  readonly kid: string
  readonly participant: string
  /** The id of the person in the register; one person may have several. */
  readonly person: string
  readonly jwk: PasskeyJwk
  /** The name that it is bound to (WebAuthn relying party id), such as "hub.example". */
  readonly rpId: string
  /** The only address whose pages it may sign on, such as "https://hub.example". */
  readonly origin: string
  readonly validFrom: string
  readonly revokedFrom: string | null
}

/** RFC 7638 thumbprint (SHA-256, base64url) of a passkey's public key. */
export async function passkeyThumbprint(jwk: PasskeyJwk): Promise<string> {
  return calculateJwkThumbprint({ ...jwk })
}

/** The verifying key, and the hash that goes with it: null for Ed25519, which hashes by itself. */
export function passkeyVerifier(jwk: PasskeyJwk): { key: KeyObject; hash: 'sha256' | null } {
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
  return { key, hash: jwk.kty === 'OKP' ? null : 'sha256' }
}
