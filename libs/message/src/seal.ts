// SPDX-License-Identifier: Apache-2.0
import { FlattenedSign } from 'jose'
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

/**
 * Signs bytes for one purpose (`typ`) at one hub (`aud`).
 * Ed25519 is deterministic: the same bytes, key and purpose give the same signature for ever.
 */
export async function seal(
  bytes: Uint8Array,
  purpose: { readonly typ: StatementType; readonly aud: string },
  signer: Signer,
): Promise<Sealed> {
  const header = protectedHeader(signer.kid, purpose.typ, purpose.aud)
  const jws = await new FlattenedSign(bytes)
    .setProtectedHeader({ ...header, crit: ['b64'] })
    .sign(signer.key)
  return { bytes, signature: `${jws.protected ?? ''}..${jws.signature}` }
}
