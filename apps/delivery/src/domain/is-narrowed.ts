// SPDX-License-Identifier: Apache-2.0
import type { AppliedProtection, Dataset } from '@corridor/contracts'
import type { Decision, Permit } from '@corridor/policy'
import { rowsNotGranted } from './rows-not-granted'

/** A release that waits: what it tells, and how its figures are protected. */
export interface WaitingRelease {
  /** In the newest version; null where it cannot be read any more. */
  readonly told: Dataset | null
  readonly protection: readonly AppliedProtection[]
}

/**
 * True where a decision grants less than a release tells that waits: a row of it not at all, or only under a protection that it
 * was made without. What cannot be read counts as more than is granted.
 */
export function isNarrowed(
  { told, protection }: WaitingRelease,
  decision: Decision,
  at: Date,
): boolean {
  if (decision.decision === 'DENY' || told === null) return true
  return lacksProtection(protection, decision) || rowsNotGranted(told, decision, at).length > 0
}

/** True where a decision rests on agreements that a release was not made by: then it may grant less than the release tells. */
export function restsOnOthers(
  protection: readonly AppliedProtection[],
  decision: Decision,
): boolean {
  const known = new Set(protection.map(({ agreement }) => agreement))
  return (
    decision.decision === 'PERMIT' && decision.grants.some(({ agreement }) => !known.has(agreement))
  )
}

function lacksProtection(applied: readonly AppliedProtection[], { grants }: Permit): boolean {
  const known = new Set(applied.map(({ agreement, clause }) => `${agreement} ${clause}`))
  return grants.some(({ agreement, protections }) =>
    protections.some(
      ({ id, rule }) =>
        rule.method !== 'published-figures-no-protection' && !known.has(`${agreement} ${id}`),
    ),
  )
}
