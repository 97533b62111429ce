// SPDX-License-Identifier: Apache-2.0
import type { Permit } from './policy'
import { eachParty, type KnownAgreement } from './standing'
import { clausesOf, type ClauseOf } from './terms'

/** The protect clauses of an agreement for what a sender gives by a contract. All of them apply. */
export function protectionsOf(
  { terms }: KnownAgreement,
  { contract, sender }: { readonly contract: string; readonly sender: string },
): readonly ClauseOf<'protect'>[] {
  return clausesOf(terms, 'protect').filter(
    ({ from, contracts }) =>
      (from === undefined || from.includes(sender) || from.includes(eachParty)) &&
      (contracts === undefined || contracts.some((one) => one === contract)),
  )
}

/** True when figures leave as they are: clauses say that they are published ones, and none asks for protection. */
export function needsNoProtection(
  agreement: KnownAgreement,
  asked: { readonly contract: string; readonly sender: string },
): boolean {
  const protections = protectionsOf(agreement, asked)
  return (
    protections.length > 0 &&
    protections.every(({ rule }) => rule.method === 'published-figures-no-protection')
  )
}

/** True when an agreement asks for some figures to be protected before they leave. */
export function asksProtection({ terms }: KnownAgreement): boolean {
  return clausesOf(terms, 'protect').some(
    ({ rule }) => rule.method !== 'published-figures-no-protection',
  )
}

/** True when no agreement of a permit asks for protection: what it lets out leaves as it is. */
export function leavesAsItIs({ grants }: Permit): boolean {
  return grants.every(({ protections }) =>
    protections.every(({ rule }) => rule.method === 'published-figures-no-protection'),
  )
}
