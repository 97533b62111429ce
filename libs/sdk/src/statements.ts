// SPDX-License-Identifier: Apache-2.0
import { newestVersion, validate, type Receipt } from '@corridor/contracts'
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from './hub-client'
import { keepInInbox, readInbox } from './inbox'
import type { Profile } from './profile'
import { openFollowing } from './receive'
import type { Received } from './received'

/** A signed statement of the hub about one message: received, refused, accepted, withdrawn, or delivered. */
export interface Statement {
  readonly receipt: Receipt
  readonly received: Received
}

/** The statements about a message that the profile keeps, in the order of their instants. */
export async function keptStatements(profile: Profile, id: string): Promise<readonly Statement[]> {
  const kept = await readInbox(profile, 'receipt')
  return inOrder(kept.flatMap(statementOf).filter(({ receipt }) => receipt.submission.id === id))
}

/**
 * Asks the hub for its statements about a message, verifies each with the pinned key and keeps it. What the hub did not sign is left
 * out and told.
 */
export async function askStatements(
  profile: Profile,
  id: string,
  onRefused: (detail: string) => void = () => undefined,
): Promise<Outcome<readonly Statement[]>> {
  const asked = await signedRequest<unknown>(profile, {
    method: 'GET',
    target: `/api/submissions/${encodeURIComponent(id)}`,
  })
  if (!asked.ok) return asked
  const statements: Statement[] = []
  for (const sealed of sealedIn(asked.value)) {
    const received = await openFollowing(profile, 'receipt', sealed)
    if (!received.ok) {
      onRefused(received.refusal.detail)
      continue
    }
    keepInInbox(profile, received.value)
    statements.push(...statementOf(received.value))
  }
  return accept(inOrder(statements))
}

function statementOf(received: Received): readonly Statement[] {
  const receipt = validate('receipt', newestVersion('receipt'), received.event.data)
  return receipt.ok ? [{ receipt: receipt.value, received }] : []
}

function inOrder(statements: readonly Statement[]): readonly Statement[] {
  const at = ({ receipt, received }: Statement): string => receipt.at ?? received.event.time
  return [...statements].sort((a, b) => at(a).localeCompare(at(b)))
}

// `{ statements: [{ signature, payload }] }`: the very bytes with their signature, as every sealed thing of the API.
function sealedIn(
  body: unknown,
): readonly { readonly bytes: Uint8Array; readonly signature: string }[] {
  const listed: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'statements') : undefined
  if (!Array.isArray(listed)) return []
  return listed.flatMap((one: unknown) => {
    const signature: unknown =
      typeof one === 'object' && one !== null ? Reflect.get(one, 'signature') : ''
    const payload: unknown =
      typeof one === 'object' && one !== null ? Reflect.get(one, 'payload') : ''
    return typeof signature === 'string' && typeof payload === 'string' && signature !== ''
      ? [{ signature, bytes: Buffer.from(payload) }]
      : []
  })
}
