// SPDX-License-Identifier: Apache-2.0
import type { Doubt } from '@corridor/contracts'
import { eventBytes, hubSource } from '@corridor/message'
import type { Statement } from './receipt'

/** A key that is good for nothing from an instant on. */
export interface WithdrawnKey {
  readonly participant: string
  readonly kid: string
  readonly from: string
  readonly reason: string
}

/** Messages that one statement names at most. */
export const mostDoubtful = 1_000

/** The statements that tell a participant which of its accepted messages came after a key of it was withdrawn. */
export function doubtsOf(
  { participant, kid, from, reason }: WithdrawnKey,
  messages: Doubt['messages'],
  made: Statement & { readonly number: (part: number) => string },
): readonly Uint8Array[] {
  const parts = Math.ceil(messages.length / mostDoubtful)
  return Array.from({ length: parts }, (_, part) => {
    const some = messages.slice(part * mostDoubtful, (part + 1) * mostDoubtful)
    return eventBytes({
      id: `doubt:${participant}:${kid}:${made.number(part)}`,
      source: hubSource(made.hubId),
      type: 'corridor.receipt.v1',
      time: made.at,
      contract: { name: 'doubt', version: '0.1.0' },
      salt: made.salt,
      data: { kid, since: from, reason, messages: some },
    })
  })
}
