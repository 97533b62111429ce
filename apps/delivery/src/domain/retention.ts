// SPDX-License-Identifier: Apache-2.0
import { clausesOf, type KnownAgreement } from '@corridor/policy'

/** How long figures of a contract are kept after their delivery, by a clause. */
export interface RetentionRule {
  readonly agreement: string
  readonly clause: string
  readonly contract: string
  readonly days: number
  /** What counts as delivered. */
  readonly moment: 'handed-over' | 'acknowledged'
}

/**
 * The retention clauses of agreements. An agreement that has ended keeps them: whoever has figures from the time before deletes them
 * all the same. Of several clauses about one contract the shortest decides.
 */
export function retentionRules(agreements: readonly KnownAgreement[]): readonly RetentionRule[] {
  return agreements.flatMap(({ terms }) => {
    const [delivered] = clausesOf(terms, 'delivered')
    const moment = delivered?.moment ?? 'acknowledged'
    const shortest = new Map<string, RetentionRule>()
    for (const { id: clause, contract, days } of clausesOf(terms, 'retention')) {
      const known = shortest.get(contract)
      if (known !== undefined && known.days <= days) continue
      shortest.set(contract, { agreement: terms.id, clause, contract, days, moment })
    }
    return [...shortest.values()]
  })
}

/** Until when something had to be delivered for its days to have passed at an instant. */
export function deliveredUntil({ days }: Pick<RetentionRule, 'days'>, at: Date): Date {
  return new Date(at.getTime() - days * 86_400_000)
}
