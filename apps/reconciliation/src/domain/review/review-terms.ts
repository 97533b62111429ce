// SPDX-License-Identifier: Apache-2.0
import { clausesOf, type KnownAgreement } from '@corridor/policy'

/** How the parties of an agreement review what is compared: their clause, and what holds where it says nothing. */
export interface ReviewTerms {
  /** Days that each side has to answer. */
  readonly reviewDays: number
  /** Cases of a round at most. */
  readonly budget: number
  /** Who reads and receives besides the parties and their committee. */
  readonly reportTo: readonly string[]
}

/** Two months, and the twenty worst of a round; a report that is late for two weeks goes to the committee's chairs. */
export const reviewDefaults = { reviewDays: 60, budget: 20, graceDays: 14 } as const

/** The terms of an agreement's review of what is compared of a contract. */
export function reviewTerms({ terms }: KnownAgreement, of: string): ReviewTerms {
  const clause = clausesOf(terms, 'reconcile').find(({ contract }) => contract === of)
  return {
    reviewDays: clause?.reviewDays ?? reviewDefaults.reviewDays,
    budget: clause?.budget ?? reviewDefaults.budget,
    reportTo: clause?.reportTo ?? [],
  }
}

/** Who may read the cases and reports of an agreement. To anybody else they do not exist. */
export function readersOf(agreement: KnownAgreement, contract: string): readonly string[] {
  const { terms, standing } = agreement
  const committee = terms.committee === undefined ? [] : [terms.committee]
  return [
    ...new Set([...standing.parties, ...committee, ...reviewTerms(agreement, contract).reportTo]),
  ]
}

/** A week before the term ends, or half-way to it where that is later. */
const reminderDays = 7

/** When those who have not answered are reminded of a term. */
export function reminderAt(since: string, dueAt: string): string {
  const halfDays = (Date.parse(dueAt) - Date.parse(since)) / 86_400_000 / 2
  return daysAfter(dueAt, 0 - Math.min(reminderDays, halfDays))
}

/** The parties of which two people sign a report: those of which two sign the agreement. */
export function twoSigning({ terms, standing }: KnownAgreement): readonly string[] {
  return terms.parties
    .filter(
      ({ participant, signatures }) => signatures === 2 && standing.parties.includes(participant),
    )
    .map(({ participant }) => participant)
}

/** The instant so many days after another. */
export function daysAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString()
}
