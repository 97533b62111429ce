// SPDX-License-Identifier: Apache-2.0
// The keys with which one signs in to a NATS server: Ed25519 keys, written in base32 with a prefix and a CRC-16 (nats-io/nkeys).
// The library works them in plain JavaScript, a hundred times slower than OpenSSL does, and each sign-in takes several.
import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import { verifyingKey } from './keys'

/** A key pair that signs in, or signs the sign-ins of others. */
export interface Nkey {
  /** As the server knows it: `U…` of a user, `A…` of an account. */
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

const prefixes = { user: 20 << 3, account: 0 } as const
const seedPrefix = 18 << 3

/** A new seed, as text. Keep it secret. */
export function newNkeySeed(kind: keyof typeof prefixes): string {
  const prefix = prefixes[kind]
  const head = [seedPrefix | (prefix >> 5), (prefix & 31) << 3]
  return textOf(Buffer.concat([Buffer.from(head), randomBytes(32)]))
}

/** The key pair of a seed; throws where the text is none. */
export function nkeyOf(seed: string): Nkey {
  const bytes = bytesOf(seed)
  if (bytes?.length !== 34 || (bytes.readUInt8(0) & 0xf8) !== seedPrefix)
    throw new Error('could not read the seed of a key of the broker')
  const prefix = ((bytes.readUInt8(0) & 7) << 5) | (bytes.readUInt8(1) >> 3)
  const der = Buffer.concat([pkcs8, bytes.subarray(2)])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return {
    publicKey: textOf(Buffer.concat([Buffer.from([prefix]), Buffer.from(x, 'base64url')])),
    sign: (input) => sign(null, input, key),
  }
}

/** Answers the challenge of a server at each sign-in: what the NATS client takes as its `authenticator`. */
export function nkeyAnswer(seed: string): (nonce?: string) => { nkey: string; sig: string } {
  const { publicKey, sign: signed } = nkeyOf(seed)
  return (nonce = '') => ({
    nkey: publicKey,
    sig: Buffer.from(signed(Buffer.from(nonce))).toString('base64url'),
  })
}

/** Whether a signature over bytes is that of a user's public nkey; false where the text is no such key. */
export function nkeySigned(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const raw = bytesOf(publicKey)
  if (raw?.length !== 33 || raw.readUInt8(0) !== prefixes.user) return false
  const x = raw.subarray(1).toString('base64url')
  return verify(null, bytes, verifyingKey({ kty: 'OKP', crv: 'Ed25519', x }), signature)
}

// The head of an Ed25519 private key in PKCS #8 (RFC 8410, section 7); the 32 bytes of the seed follow.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function textOf(payload: Buffer): string {
  const check = Buffer.alloc(2)
  check.writeUInt16LE(crc16(payload))
  const bits = [...payload, ...check].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('')
}

/** What a text stands for, without its checksum; undefined where that does not fit, or the same bytes are written otherwise. */
function bytesOf(text: string): Buffer | undefined {
  const bits = Array.from(text, (one) => letters.indexOf(one).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/[01]{8}/g) ?? []
  const payload = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).subarray(0, -2)
  return textOf(payload) === text ? payload : undefined
}

// CRC-16/XMODEM.
function crc16(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021
  }
  return crc & 0xffff
}
