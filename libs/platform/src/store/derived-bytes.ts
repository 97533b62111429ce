// SPDX-License-Identifier: Apache-2.0
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { dataKeyOf, type SealedPart } from './at-rest'
import type { StorageKeys } from './storage-keys'

/** The data key of a message, wrapped: what is made of the message is sealed under it too, and goes with it. */
export type MessageKey = Pick<SealedPart, 'storageKey' | 'wrappedKey' | 'of'>

/** Bytes made of a message as they lie in PostgreSQL. */
export interface Derived {
  /** The same for the same bytes, so that they are stored once; without the data key it tells nothing of them. */
  readonly fingerprint: Buffer
  readonly sealed: Buffer
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * Seals bytes that were made of a message: AES-256-GCM under a key derived of the message's data key. The nonce is a keyed digest of the
 * bytes (as in SIV, RFC 5297): two different byte strings never share one, and the same bytes are sealed to the same. Whoever
 * destroys the message's wrapped key has destroyed what was made of it.
 */
export function sealDerived(keys: StorageKeys, under: MessageKey, bytes: Uint8Array): Derived {
  const { sealing, naming } = keysOf(keys, under)
  const fingerprint = createHmac('sha256', naming).update(bytes).digest().subarray(0, nonceBytes)
  const encrypt = createCipheriv(cipher, sealing, fingerprint)
  encrypt.setAAD(Buffer.from(under.of))
  const text = encrypt.update(bytes)
  encrypt.final()
  return { fingerprint, sealed: Buffer.concat([encrypt.getAuthTag(), text]) }
}

/** Opens what `sealDerived` sealed; throws where the storage key is not at hand, or where these are not the bytes that were sealed. */
export function openDerived(
  keys: StorageKeys,
  under: MessageKey,
  { fingerprint, sealed }: Derived,
): Buffer {
  const decrypt = createDecipheriv(cipher, keysOf(keys, under).sealing, fingerprint)
  decrypt.setAAD(Buffer.from(under.of))
  decrypt.setAuthTag(sealed.subarray(0, tagBytes))
  try {
    return Buffer.concat([decrypt.update(sealed.subarray(tagBytes)), decrypt.final()])
  } catch (cause) {
    const what = `what was made of ${under.of}`
    throw new Error(`could not open ${what}: these are not the bytes that were stored`, { cause })
  }
}

// Keys of their own, so that no nonce here is ever one of the message's own parts.
function keysOf(
  keys: StorageKeys,
  under: MessageKey,
): { readonly sealing: Buffer; readonly naming: Buffer } {
  const dataKey = dataKeyOf(keys, under)
  const derived = (purpose: string): Buffer =>
    createHmac('sha256', dataKey).update(`corridor derived bytes, ${purpose}`).digest()
  return { sealing: derived('sealing'), naming: derived('naming') }
}
