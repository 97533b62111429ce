// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto'

/**
 * SHA-256 of bytes as `sha-256:<base64url>`.
 * Over a whole message it is a salted commitment: every message carries 128 random bits that are never handed on.
 */
export function digestOf(bytes: Uint8Array): string {
  return `sha-256:${createHash('sha256').update(bytes).digest('base64url')}`
}

/** 128 random bits, base64url (22 characters). */
export function newSalt(): string {
  return randomBytes(16).toString('base64url')
}
