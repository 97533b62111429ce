// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  requestBytes,
  requestHeaders,
  seal,
  signatureHeader,
  type PublicJwk,
  type Signer,
} from '@corridor/message'

/** Who asks: a key and the hub it is for. */
export interface Asker {
  readonly signer: Signer
  readonly hub: { readonly id: string; readonly http: string }
}

/** What a hub tells everybody about itself. */
export interface HubFacts {
  readonly id: string
  readonly nats: string
  readonly key: PublicJwk
  readonly version: string
  /** Which key followed which; a hub that never changed its key has none. */
  readonly succession?: readonly SuccessionText[]
}

/** A statement of succession: the signed bytes as text, and the signature of the key that went. */
export interface SuccessionText {
  readonly payload: string
  readonly signature: string
}

/** A request to be signed. */
export interface Asked {
  readonly method: string
  /** Path and query, as on the wire. */
  readonly target: string
  readonly body?: Uint8Array
  /** Beside the signature and its own headers. */
  readonly headers?: Readonly<Record<string, string>>
}

const timeoutMs = 30_000

/** Asks a hub who it is: the first contact, before any enrolment. */
export async function askHub(http: string): Promise<Outcome<HubFacts>> {
  return answerIn<HubFacts>(await askOver(new URL('/api/hub', http), { method: 'GET' }))
}

/** A request signed with the profile's key: method, target, instant, nonce and body. */
export async function signedRequest<Answer>(
  asker: Asker,
  request: Asked,
): Promise<Outcome<Answer>> {
  return answerIn<Answer>(await signedFetch(asker, request))
}

/** The same, with the response as it came: a refusal only where the hub did not answer. */
export async function signedFetch(asker: Asker, request: Asked): Promise<Outcome<Response>> {
  const { method, target } = request
  const body = request.body ?? new Uint8Array()
  const date = new Date().toISOString()
  const nonce = randomBytes(16).toString('base64url')
  const bytes = requestBytes({ method, target, date, nonce, body })
  const { signature } = await seal(
    bytes,
    { typ: 'corridor-request', aud: asker.hub.id },
    asker.signer,
  )
  const headers = {
    'content-type': 'application/json',
    ...request.headers,
    [signatureHeader]: signature,
    [requestHeaders.date]: date,
    [requestHeaders.nonce]: nonce,
  }
  return askOver(new URL(target, asker.hub.http), {
    method,
    headers,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.from(body) }),
  })
}

/** Posts bytes that carry their own signature (an enrolment). */
export async function postSealed<Answer>(
  url: URL,
  sealed: { readonly bytes: Uint8Array; readonly signature: string },
): Promise<Outcome<Answer>> {
  const headers = { 'content-type': 'application/json', [signatureHeader]: sealed.signature }
  const init = { method: 'POST', headers, body: Buffer.from(sealed.bytes) }
  return answerIn<Answer>(await askOver(url, init))
}

/** Asks, with a bound on how long; what does not answer cannot be reached. */
export async function askOver(
  url: URL,
  init: RequestInit,
  waitMs = timeoutMs,
): Promise<Outcome<Response, 'HUB_UNREACHABLE'>> {
  try {
    const signal = AbortSignal.timeout(waitMs)
    return accept(await fetch(url, { ...init, signal, redirect: 'error' }))
  } catch {
    return refuse('HUB_UNREACHABLE', `the hub at ${url.origin} cannot be reached`)
  }
}

/** The answer in a response, or the problem (RFC 9457) that it tells. */
export async function answerIn<Answer>(asked: Outcome<Response>): Promise<Outcome<Answer>> {
  if (!asked.ok) return asked
  const response = asked.value
  if (!response.ok) return problemIn(response)
  // Done, and nothing to say.
  if (response.status === 204) return accept(undefined as Answer)
  const body: unknown = await response.json().catch(() => null)
  // The hub's answers follow its published shapes; a caller names the one it asked for.
  return accept(body as Answer)
}

/** The problem that a response tells. */
export async function problemIn(response: Response): Promise<Outcome<never>> {
  const body: unknown = await response.json().catch(() => null)
  const { code, detail } = (body ?? {}) as { code?: string; detail?: string }
  return refuse(code ?? 'UNEXPECTED', detail ?? `the hub answered ${String(response.status)}`)
}
