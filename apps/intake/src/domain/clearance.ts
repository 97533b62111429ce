// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { decideAct, type RoleHolder } from '@corridor/message'

/** A signed word of a participant that doubtful messages are its own. */
export interface Clearance {
  readonly submissions: readonly string[]
  readonly reason: string
}

/** A doubtful message, and the key that it came under. */
export interface DoubtfulMessage {
  readonly id: string
  readonly kid: string
}

/**
 * Decides whether a key's holder may clear messages: a signatory of the same participant, by another key than the one in doubt, and
 * only what is in doubt.
 */
export function decideClearance(
  { submissions }: Clearance,
  holder: RoleHolder & { readonly kid: string },
  doubtful: readonly DoubtfulMessage[],
): Outcome<readonly string[]> {
  const allowed = decideAct(holder, 'keep-keys')
  if (!allowed.ok) return allowed
  const known = new Map(doubtful.map(({ id, kid }) => [id, kid]))
  const unknown = submissions.find((id) => !known.has(id))
  if (unknown !== undefined)
    return refuse('NOT_FOUND', `no message ${unknown} of yours is in doubt`)
  return submissions.some((id) => known.get(id) === holder.kid)
    ? refuse('NOT_ALLOWED', 'the key in doubt clears nothing that it has signed itself')
    : accept(submissions)
}
