// SPDX-License-Identifier: Apache-2.0
import { digestOf } from './digest'

/** Headers that travel beside the signature of an HTTP request. */
export const requestHeaders = { date: 'Corridor-Date', nonce: 'Corridor-Nonce' } as const

/** Seconds that a signed request may be away from the hub's clock. */
export const requestWindowSeconds = 300

/** What of an HTTP request is signed: method, target, instant, nonce and the digest of the body. */
export interface SignedRequest {
  readonly method: string
  /** Path and query, as on the wire. */
  readonly target: string
  /** RFC 3339 instant. */
  readonly date: string
  /** 128 random bits, base64url; served once within the window. */
  readonly nonce: string
  readonly body: Uint8Array
}

/** The bytes that a request's signature covers. */
export function requestBytes(request: SignedRequest): Uint8Array {
  const { method, target, date, nonce, body } = request
  return Buffer.from(`${method.toUpperCase()} ${target}\n${date}\n${nonce}\n${digestOf(body)}\n`)
}
