// SPDX-License-Identifier: Apache-2.0
// HTTP requests as a hostile or broken client makes them: the SDK would never let them out.
import {
  newSalt,
  requestBytes,
  requestHeaders,
  seal,
  signatureHeader,
  type Signer,
} from '@corridor/message'
import { problem } from '@corridor/contracts'
import type { Asker } from '@corridor/sdk'

/** A request in full, to be sent as often as a test likes. */
export interface RawRequest {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What was answered, read as text and, where it is JSON, as that. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
}

/** What is asked, and what a test wants otherwise than usual. */
export interface Wanted {
  readonly method?: string
  readonly body?: object | string
  readonly date?: string
  readonly hubId?: string
  readonly signer?: Signer
}

/** A request that the asker's key has signed. */
export async function signedRaw(
  { hub, signer }: Asker,
  target: string,
  wanted: Wanted = {},
): Promise<RawRequest> {
  const method = wanted.method ?? (wanted.body === undefined ? 'GET' : 'POST')
  const body = typeof wanted.body === 'object' ? JSON.stringify(wanted.body) : (wanted.body ?? '')
  const date = wanted.date ?? new Date().toISOString()
  const nonce = newSalt()
  const bytes = requestBytes({ method, target, date, nonce, body: Buffer.from(body) })
  const purpose = { typ: 'corridor-request', aud: wanted.hubId ?? hub.id } as const
  const { signature } = await seal(bytes, purpose, wanted.signer ?? signer)
  const headers = {
    [signatureHeader]: signature,
    [requestHeaders.date]: date,
    [requestHeaders.nonce]: nonce,
  }
  return { method, target, headers, body }
}

/** Sends a request as it is. */
export async function ask(
  http: string,
  { method, target, headers, body }: Partial<RawRequest>,
): Promise<RawAnswer> {
  const response = await fetch(new URL(target ?? '/', http), {
    method: method ?? 'GET',
    headers: { 'content-type': 'application/json', ...headers },
    redirect: 'manual',
    ...(body === undefined || body === '' ? {} : { body }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: jsonOf(text) }
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}

/** Whatever is refused says what happened, under which stable code, and what to do about it. */
export function expectProblem(answer: RawAnswer, status: number, code: string): void {
  expect(answer).toMatchObject({ status, json: { status, code } })
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  const { number, title, remedy } = problem(code) ?? {}
  expect(answer.json).toMatchObject({ type: `urn:corridor:problem:${code}`, number, title, remedy })
  expect(answer.json['detail']).toEqual(expect.any(String))
  expect(answer.text).not.toContain('node_modules')
}
