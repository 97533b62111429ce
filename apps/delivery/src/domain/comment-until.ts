// SPDX-License-Identifier: Apache-2.0
import { clausesOf, type KnownAgreement, type Permit } from '@corridor/policy'

const dayMs = 86_400_000

/**
 * Until when a sender may comment on figures, or stop them, before they are handed over; null where they leave at once. Of several
 * agreements the longest time counts.
 */
export function commentUntil(
  { grants, contract }: Pick<Permit, 'grants' | 'contract'>,
  agreements: readonly KnownAgreement[],
  recordedAt: Date,
): Date | null {
  const days = grants.map(({ agreement }) => {
    const terms = agreements.find((one) => one.terms.id === agreement)?.terms
    const clauses = terms === undefined ? [] : clausesOf(terms, 'release')
    return Math.max(
      0,
      ...clauses
        .filter((one) => one.contract === contract && one.rule === 'after-comment')
        .map(({ commentDays = longestDays }) => commentDays),
    )
  })
  const most = Math.max(0, ...days)
  return most === 0 ? null : new Date(recordedAt.getTime() + most * dayMs)
}

// A clause that asks for comment and does not say how long: the longest time that one can say.
const longestDays = 90
