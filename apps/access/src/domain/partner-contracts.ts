// SPDX-License-Identifier: Apache-2.0
import { reportRights, type KnownAgreement } from '@corridor/policy'

/** A participant that is no state, and what it is registered as. */
export interface Partner {
  readonly participant: string
  readonly organisation: string | null
}

/**
 * What a partner may publish: the contracts of report clauses that name it in the very role that it is registered with, in agreements that
 * are in force or provisionally applied at an instant. Without an agreement that is nothing, and for a researcher it always is.
 */
export function partnerContracts(
  { participant, organisation }: Partner,
  agreements: readonly KnownAgreement[],
  at: Date,
): readonly string[] {
  const now = at.getTime()
  const rights = agreements.flatMap((one) => reportRights(one, participant))
  const own = rights.filter(
    ({ clause, from, until }) => now >= from && now < until && clause.as === organisation,
  )
  return [...new Set(own.map(({ clause }) => clause.contract))].sort()
}
