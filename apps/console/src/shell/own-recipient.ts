// SPDX-License-Identifier: Apache-2.0
import { addressOf } from '@corridor/contracts'
import { refuse } from '@corridor/kernel'
import { Refused } from '@corridor/platform'
import type { Actor } from './actor'

/** What the HTTP interface says of a recipient that the asker names. */
export const recipientTold =
  'The asker’s participant (where it is left out), or its own office, such as BE-STAT'

/** For whom a key may read deliveries: all of its participant, and its own office; no other office of the same participant. */
export function recipientsOf({ participant: recipient, office }: Actor): readonly string[] {
  return [recipient, addressOf({ recipient, office })]
}

/** The recipient that is asked for; refused where it is not the asker's own. */
export function ownRecipient(actor: Actor, asked: string | undefined): string {
  const own = recipientsOf(actor)
  if (asked === undefined) return actor.participant
  if (own.includes(asked)) return asked
  const detail = `with this key deliveries of ${own.join(' and ')} are told, and of nobody else`
  throw new Refused(refuse('NOT_ALLOWED', detail).refusal)
}
