// SPDX-License-Identifier: Apache-2.0
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { StorageKeys } from './storage-keys'

/** Byte strings of one message as they lie in PostgreSQL, with the key that opens them, itself wrapped. */
export interface AtRest {
  readonly storageKey: string
  readonly wrappedKey: Buffer
  readonly parts: readonly Buffer[]
}

/** What it takes to open a part, beside the key file. */
export interface SealedPart {
  readonly storageKey: string
  readonly wrappedKey: Buffer
  /** Whose message it is and which, as when it was sealed: a row's bytes serve in no other row. */
  readonly of: string
  readonly part: number
  readonly bytes: Buffer
}

const cipher = 'aes-256-gcm'
/** RFC 3394: made for wrapping keys, without a nonce that could run out. */
const wrap = 'id-aes256-wrap'
const wrapStart = Buffer.alloc(8, 0xa6)
/** The first byte of a part says how it is sealed, so that it can change. */
const form = 1
const tagBytes = 16

/**
 * Encrypts the parts of one message with a data key of their own: AES-256-GCM, each part under its own number. Whoever destroys
 * the wrapped key has destroyed the parts.
 */
export function sealAtRest(keys: StorageKeys, of: string, parts: readonly Uint8Array[]): AtRest {
  const dataKey = randomBytes(32)
  const sealed = parts.map((bytes, part) => sealPart(dataKey, { of, part, bytes }))
  return { storageKey: keys.current.id, wrappedKey: wrapped(keys, dataKey), parts: sealed }
}

/** Decrypts a part; throws where the key is not at hand, or where it is not what was sealed there. */
export function openAtRest(keys: StorageKeys, sealed: SealedPart): Buffer {
  const dataKey = dataKeyOf(keys, sealed)
  const { bytes, of, part } = sealed
  if (bytes[0] !== form)
    throw new Error(`could not open ${of}: form ${String(bytes[0])} is not known`)
  const decipher = createDecipheriv(cipher, dataKey, nonceOf(part))
  decipher.setAAD(boundTo(of, part))
  decipher.setAuthTag(bytes.subarray(1, 1 + tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + tagBytes)), decipher.final()])
  } catch (cause) {
    throw new Error(`could not open ${of}: these are not the bytes that were stored`, { cause })
  }
}

/** The same data key under the current storage key. */
export function wrapAgain(
  keys: StorageKeys,
  sealed: Pick<SealedPart, 'storageKey' | 'wrappedKey' | 'of'>,
): Pick<AtRest, 'storageKey' | 'wrappedKey'> {
  return { storageKey: keys.current.id, wrappedKey: wrapped(keys, dataKeyOf(keys, sealed)) }
}

function sealPart(
  dataKey: Buffer,
  { of, part, bytes }: { readonly of: string; readonly part: number; readonly bytes: Uint8Array },
): Buffer {
  const encrypt = createCipheriv(cipher, dataKey, nonceOf(part))
  encrypt.setAAD(boundTo(of, part))
  const text = encrypt.update(bytes)
  encrypt.final()
  return Buffer.concat([Buffer.of(form), encrypt.getAuthTag(), text])
}

// The data key serves this one message and each part of it once: its number is nonce enough.
function nonceOf(part: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(part, 8)
  return nonce
}

function boundTo(of: string, part: number): Buffer {
  return Buffer.from(`${of} ${String(part)}`)
}

function wrapped(keys: StorageKeys, dataKey: Buffer): Buffer {
  const wrapper = createCipheriv(wrap, keys.current.key, wrapStart)
  return Buffer.concat([wrapper.update(dataKey), wrapper.final()])
}

/** A message's data key, unwrapped; throws where its storage key is not at hand. */
export function dataKeyOf(
  keys: StorageKeys,
  { storageKey, wrappedKey, of }: Pick<SealedPart, 'storageKey' | 'wrappedKey' | 'of'>,
): Buffer {
  const known = keys.byId.get(storageKey)
  if (known === undefined)
    throw new Error(`could not open ${of}: keys/storage.key does not hold the key ${storageKey}`)
  try {
    const unwrapper = createDecipheriv(wrap, known.key, wrapStart)
    return Buffer.concat([unwrapper.update(wrappedKey), unwrapper.final()])
  } catch (cause) {
    throw new Error(`could not open ${of}: its data key is not under the key ${storageKey}`, {
      cause,
    })
  }
}
