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
}

const timeoutMs = 30_000

/** Asks a hub who it is: the first contact, before any enrolment. */
export async function askHub(http: string): Promise<Outcome<HubFacts>> {
  return call<HubFacts>(new URL('/api/hub', http), { method: 'GET' })
}

/** A request signed with the profile's key: method, target, instant, nonce and body. */
export async function signedRequest<Answer>(
  asker: Asker,
  request: { readonly method: string; readonly target: string; readonly body?: Uint8Array },
): Promise<Outcome<Answer>> {
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
    [signatureHeader]: signature,
    [requestHeaders.date]: date,
    [requestHeaders.nonce]: nonce,
  }
  return call<Answer>(new URL(target, asker.hub.http), {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: Buffer.from(body) }),
  })
}

/** Posts bytes that carry their own signature (an enrolment). */
export async function postSealed<Answer>(
  url: URL,
  sealed: { readonly bytes: Uint8Array; readonly signature: string },
): Promise<Outcome<Answer>> {
  const headers = { 'content-type': 'application/json', [signatureHeader]: sealed.signature }
  return call<Answer>(url, { method: 'POST', headers, body: Buffer.from(sealed.bytes) })
}

async function call<Answer>(url: URL, init: RequestInit): Promise<Outcome<Answer>> {
  let response: Response
  try {
    response = await fetch(url, {
      ...init,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
  } catch {
    return refuse('HUB_UNREACHABLE', `the hub at ${url.origin} cannot be reached`)
  }
  const body: unknown = await response.json().catch(() => null)
  // The hub's answers follow its published shapes; a caller names the one it asked for.
  if (response.ok) return accept(body as Answer)
  const { code, detail } = (body ?? {}) as { code?: string; detail?: string }
  return refuse(code ?? 'UNEXPECTED', detail ?? `the hub answered ${String(response.status)}`)
}
