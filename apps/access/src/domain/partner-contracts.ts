// SPDX-License-Identifier: Apache-2.0
import type { KnownAgreement } from '@corridor/policy'

/**
 * What a participant that is no state may publish: the contracts of share clauses that name it as the sender, in agreements that are
 * in force or provisionally applied at an instant, and that it has not reserved. Without an agreement that is nothing.
 */
export function partnerContracts(
  participant: string,
  agreements: readonly KnownAgreement[],
  at: Date,
): readonly string[] {
  const contracts = agreements
    .filter((one) => grants(one, participant, at))
    .flatMap(({ terms, standing }) =>
      terms.enforced.flatMap((clause) => {
        if (clause.kind !== 'share') return []
        const reserved = standing.reservations.some(
          (one) => one.party === participant && one.clause === clause.id,
        )
        const named = clause.from.some((from) => from === participant || from === everyParty)
        return named && !reserved ? [clause.contract] : []
      }),
    )
  return [...new Set(contracts)].sort()
}

const everyParty = '_PARTIES'

function grants({ terms, standing }: KnownAgreement, participant: string, at: Date): boolean {
  const day = at.toISOString().slice(0, 10)
  const { status, parties } = standing
  return (
    (status === 'in-force' || status === 'provisional') &&
    parties.includes(participant) &&
    day >= terms.term.from &&
    day <= terms.term.until
  )
}
