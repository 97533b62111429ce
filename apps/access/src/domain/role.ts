// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** What the holder of a key may do for its participant: speak for it, or approve what was said. */
export type Role = 'publisher' | 'approver'

/** Decides whether a key may do an act that asks for a role. */
export function decideRole(held: Role, asked: Role): Outcome<Role, 'NOT_ALLOWED'> {
  if (held === asked) return accept(held)
  return asked === 'publisher'
    ? refuse('NOT_ALLOWED', "the key is an approver's: it approves, and speaks for nobody")
    : refuse('NOT_ALLOWED', "only an approver does this, and the key is a publisher's")
}
