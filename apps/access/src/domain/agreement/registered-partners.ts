// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { clausesOf } from '@corridor/policy'

/** What the register says of a participant that a report clause names. */
export interface Registered {
  readonly id: string
  readonly kind: string
  readonly organisation: string | null
}

/**
 * Terms by which only partners report, each in the role that it is registered with. A state reports for itself without a clause, a
 * researcher reports nothing, and whoever is not registered is nobody.
 */
export function judgePartners(
  terms: Agreement,
  registered: readonly Registered[],
): Outcome<Agreement, 'AGREEMENT_TERM_NOT_ENFORCEABLE'> {
  const known = new Map(registered.map((one) => [one.id, one]))
  for (const { id, by, as: role } of clausesOf(terms, 'report'))
    for (const name of by) {
      const partner = known.get(name)
      if (partner?.kind === 'partner' && partner.organisation === role) continue
      const is = partner?.kind === 'partner' ? (partner.organisation ?? 'nothing') : partner?.kind
      const why = `${name} is registered as ${is ?? 'nobody'}, and cannot report as ${role}`
      return refuse('AGREEMENT_TERM_NOT_ENFORCEABLE', `clause ${id}: ${why}`)
    }
  return accept(terms)
}
