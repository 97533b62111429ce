// SPDX-License-Identifier: Apache-2.0
import { sign } from 'node:crypto'
import type { Signer } from './keys'
import type { StatementType } from './statement-type'

/** Bytes with the detached JWS (RFC 7797) over exactly them. */
export interface Sealed {
  readonly bytes: Uint8Array
  readonly signature: string
}

/** The name of the NATS and HTTP header that carries the signature. */
export const signatureHeader = 'Corridor-Signature'

/** The protected header, in the one member order that is accepted. */
export interface ProtectedHeader {
  readonly alg: 'Ed25519'
  readonly b64: false
  readonly crit: readonly ['b64']
  readonly kid: string
  readonly typ: StatementType
  readonly aud: string
}

/** The one accepted protected header for a purpose, hub and key. */
export function protectedHeader(kid: string, typ: StatementType, aud: string): ProtectedHeader {
  return { alg: 'Ed25519', b64: false, crit: ['b64'], kid, typ, aud }
}

// A hub signs a thousand statements a second under one header.
const headers = new Map<string, string>()
const mostHeaders = 1_000

/** The protected header as it stands in front of the dots. */
export function encodedHeader(kid: string, typ: StatementType, aud: string): string {
  const name = `${kid} ${typ} ${aud}`
  const known = headers.get(name)
  if (known !== undefined) return known
  const fresh = Buffer.from(JSON.stringify(protectedHeader(kid, typ, aud))).toString('base64url')
  if (headers.size >= mostHeaders) headers.clear()
  headers.set(name, fresh)
  return fresh
}

/** What is signed (RFC 7797, section 3): the encoded header, a dot, the bytes as they are. */
export function signedInput(header: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${header}.`), bytes])
}

/**
 * Signs bytes for one purpose (`typ`) at one hub (`aud`).
 * Ed25519 is deterministic: the same bytes, key and purpose give the same signature for ever.
 */
export function sealNow(
  bytes: Uint8Array,
  purpose: { readonly typ: StatementType; readonly aud: string },
  signer: Signer,
): Sealed {
  const header = encodedHeader(signer.kid, purpose.typ, purpose.aud)
  const signature = sign(null, signedInput(header, bytes), signer.key).toString('base64url')
  return { bytes, signature: `${header}..${signature}` }
}

/** `sealNow` for callers that wait: where a key lies elsewhere (an HSM, a card), signing takes a while. */
export function seal(...words: Parameters<typeof sealNow>): Promise<Sealed> {
  return new Promise((resolve) => {
    resolve(sealNow(...words))
  })
}
