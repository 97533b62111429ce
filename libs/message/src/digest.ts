// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto'

/**
 * SHA-256 of bytes as `sha-256:<base64url>`.
 * Over a whole message it is a salted commitment: every message carries 128 random bits that are never handed on.
 */
export function digestOf(bytes: Uint8Array): string {
  return `sha-256:${createHash('sha256').update(bytes).digest('base64url')}`
}

// Asking for random bits costs as much for one salt as for many. Written by `newSalt`.
let random = Buffer.alloc(0)
const saltBytes = 16
const saltsAtOnce = 256

/** 128 random bits, base64url (22 characters). */
export function newSalt(): string {
  if (random.length === 0) random = randomBytes(saltsAtOnce * saltBytes)
  const salt = random.toString('base64url', 0, saltBytes)
  random = random.subarray(saltBytes)
  return salt
}
