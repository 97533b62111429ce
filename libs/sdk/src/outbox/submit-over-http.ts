// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signatureHeader, type Sealed } from '@corridor/message'
import { answerIn, askOver, signedFetch } from '../hub-client'
import { keepInInbox } from '../inbox'
import type { Profile } from '../profile'
import { openFollowing } from '../receive'
import type { Received } from '../received'
import { backOffMs, waitMs } from './back-off'
import { putAway, type Outgoing } from './outbox-folder'
import { receiptIn, settle, type PublishOptions } from './publish'
import { sealSubmission, type Submission } from './submission'
import { upload } from './upload'

/** How messages are sent over HTTP. */
export interface HttpOptions extends PublishOptions {
  /** How long a hub that is away or busy is tried again. */
  readonly patienceMs: number
  readonly stopping?: AbortSignal
  /** Told how many bytes of a large message the hub has. */
  readonly onBytes?: (done: number, of: number) => void
}

/** Seconds that the hub may take to judge before it answers that it has the message. */
const waitSeconds = 20

/** Bytes from which on a message goes in pieces, so that a line that breaks costs one of them. */
const largeBytes = 256_000

/** Sends messages over HTTP, one after the other, and waits for the signed answer to each. What is answered leaves the outbox. */
export async function publishOverHttp(
  profile: Profile,
  messages: readonly Outgoing[],
  options: HttpOptions,
): Promise<Outcome<ReadonlyMap<string, Received>>> {
  const receipts = new Map<string, Received>()
  for (const outgoing of messages) {
    const received = await submitPatiently(profile, outgoing, options)
    if (!received.ok) return received
    receipts.set(outgoing.id, received.value)
    options.progress?.(receipts.size)
  }
  return accept(receipts)
}

async function submitPatiently(
  profile: Profile,
  outgoing: Outgoing,
  options: HttpOptions,
): Promise<Outcome<Received>> {
  const until = Date.now() + options.patienceMs
  for (let tries = 0; ; tries++) {
    const answer = await submit(profile, outgoing, options)
    if (answer.ok || !tryAgain.has(answer.refusal.code)) return answer
    const wait = backOffMs(tries, { firstMs: 1_000, mostMs: 30_000 })
    if (Date.now() + wait > until || !(await waitMs(wait, options.stopping))) return answer
  }
}

const tryAgain: ReadonlySet<string> = new Set(['HUB_UNREACHABLE', 'HUB_BUSY', 'NO_RECEIPT_YET'])

/** Sends one message and keeps what the hub says of it. */
async function submit(
  profile: Profile,
  outgoing: Outgoing,
  options: HttpOptions,
): Promise<Outcome<Received>> {
  const large = outgoing.sealed.bytes.length > largeBytes
  const response = large
    ? await upload(profile, outgoing, options.onBytes)
    : await post(profile, outgoing.sealed)
  const first = await answerTo(profile, outgoing, response)
  if (first.ok || first.refusal.code !== 'NO_RECEIPT_YET' || !response.ok) return first
  // The hub has the message and is not done with it: it is asked where it says that it will answer.
  const location = response.value.headers.get('location')
  return location === null ? first : askAgain(profile, outgoing, location)
}

function post({ hub }: Profile, { bytes, signature }: Sealed): Promise<Outcome<Response>> {
  const url = new URL(`/api/submissions?wait=${String(waitSeconds)}`, hub.http)
  const headers = {
    'content-type': 'application/cloudevents+json',
    [signatureHeader]: signature,
  }
  const init = { method: 'POST', headers, body: Buffer.from(bytes) }
  return askOver(url, init, (waitSeconds + 30) * 1_000)
}

async function askAgain(
  profile: Profile,
  outgoing: Outgoing,
  location: string,
): Promise<Outcome<Received>> {
  const url = new URL(location, profile.hub.http)
  // The hub says where on itself; another host is none of its business.
  if (url.origin !== new URL(profile.hub.http).origin) return notYet(outgoing)
  url.searchParams.set('wait', String(waitSeconds))
  const target = `${url.pathname}${url.search}`
  const response = await signedFetch(profile, { method: 'GET', target })
  const answer = await answerTo(profile, outgoing, response)
  // What is not judged yet has no statement to be found.
  return !answer.ok && answer.refusal.code === 'NOT_FOUND' ? notYet(outgoing) : answer
}

async function answerTo(
  profile: Profile,
  outgoing: Outgoing,
  asked: Outcome<Response>,
): Promise<Outcome<Received>> {
  if (!asked.ok) return asked
  const statement = await statementIn(profile, outgoing, asked.value)
  return statement.ok ? keepAnswer(profile, outgoing, statement.value) : statement
}

function keepAnswer(profile: Profile, outgoing: Outgoing, received: Received): Outcome<Received> {
  keepInInbox(profile, received)
  const receipt = receiptIn(received)
  const place = receipt === null ? undefined : settle(receipt)
  if (place === undefined) return notYet(outgoing)
  putAway(profile, outgoing.id, place)
  return accept(received)
}

function notYet({ id }: Outgoing): Outcome<never, 'NO_RECEIPT_YET'> {
  return refuse(
    'NO_RECEIPT_YET',
    `the hub has ${id} and has not judged it yet; it stays in the outbox`,
  )
}

/**
 * The newest statement in a response, verified with the pinned key: the very bytes in `payload` with their signature, also beside
 * a problem, because a refusal is a statement too.
 */
async function statementIn(
  profile: Profile,
  outgoing: Outgoing,
  response: Response,
): Promise<Outcome<Received>> {
  const body: unknown = await response.json().catch(() => null)
  const { signature, payload, code, detail } = textsOf(body)
  if (signature !== undefined && payload !== undefined)
    return openFollowing(profile, 'receipt', { bytes: Buffer.from(payload), signature })
  if (response.ok) return notYet(outgoing)
  return refuse(code ?? 'UNEXPECTED', detail ?? `the hub answered ${String(response.status)}`)
}

function textsOf(
  body: unknown,
): Readonly<Partial<Record<'signature' | 'payload' | 'code' | 'detail', string>>> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'))
}

/** What the hub would say of a message, were it sent. */
export interface HubDryRun {
  readonly wouldBe: 'accepted' | 'refused'
  readonly problem: { readonly code: string; readonly detail: string } | null
  readonly report: NonNullable<Receipt['report']>
}

/** Asks the hub to judge a message and to keep nothing of it: it compares with what was stated before, which only it knows. */
export async function judgeAtHub(
  profile: Profile,
  submission: Submission,
  at: Date,
): Promise<Outcome<HubDryRun>> {
  const { bytes, signature } = await sealSubmission(profile, submission, at)
  const url = new URL('/api/submissions?dryRun=true', profile.hub.http)
  const headers = { 'content-type': 'application/cloudevents+json', [signatureHeader]: signature }
  return answerIn<HubDryRun>(
    await askOver(url, { method: 'POST', headers, body: Buffer.from(bytes) }),
  )
}
