// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { command, Refused } from '@corridor/platform'
import type { Edge } from './edge'

/** A signed act about a case or a report, base64. It names what it is about: nothing of an address is believed. */
export interface SignedReviewAct {
  readonly bytes: string
  readonly signature: string
}

/** Asks reconciliation to let a signed act take effect; it proves and decides. Throws what it refuses. */
export async function askReview(
  { bus }: Pick<Edge, 'bus'>,
  { bytes, signature }: SignedReviewAct,
): Promise<unknown> {
  const subject = 'reconciliation.command.review.v1'
  const outcome: Outcome<unknown> = await command(bus, subject, { bytes, signature })
  if (!outcome.ok) throw new Refused(outcome.refusal)
  return outcome.value
}
