// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import type { KnownAgreement, Standing } from './standing'

/** Where signed terms stood from an instant on, until the next one of their history. */
export interface StandingSince {
  readonly since: string
  readonly standing: Standing
}

/** What became of signed terms, oldest first. */
export interface AgreementHistory {
  readonly terms: Agreement
  readonly standings: readonly StandingSince[]
}

/** The agreements as they stood at an instant; those that nobody had signed by then are left out. */
export function agreementsAt(
  histories: readonly AgreementHistory[],
  at: Date,
): readonly KnownAgreement[] {
  return histories.flatMap(({ terms, standings }) => {
    const last = standings.findLast(({ since }) => Date.parse(since) <= at.getTime())
    return last === undefined ? [] : [{ terms, standing: last.standing }]
  })
}
