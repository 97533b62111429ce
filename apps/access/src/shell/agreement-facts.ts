// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@corridor/message'
import { fact, type Fact } from '@corridor/platform'
import type { AgreementFact } from '../domain/agreement/acts'
import { standingOf, wasSigned, type KnownState } from '../domain/agreement/state'
import type { Evidence } from './agreement-store'

/**
 * What is told of an act: a line for the journal of each thing that happened, and, once all have signed, where the agreement stands
 * now. Terms can be guessed, a salt or a signature cannot: the journal tells a stranger nothing.
 */
export function toldOf(
  facts: readonly AgreementFact[],
  {
    state,
    salt,
    evidence,
  }: { readonly state: KnownState; readonly salt: string; readonly evidence: Evidence },
): readonly Fact[] {
  const { terms, digest } = state
  const agreement = terms.id
  const { signature } = evidence
  const salted = (of: string): string => digestOf(Buffer.from(`${salt}.${of}`))
  const acts = facts.map((happened) => {
    const { fact: act, by, at } = happened
    const signed = by !== null && signature !== undefined ? digestOf(Buffer.from(signature)) : null
    const commitment = signed ?? salted(act === 'proposed' ? happened.digest : digest)
    return fact('access.agreement-act.v1', { agreement, act, by, at, commitment })
  })
  const at = facts.at(-1)?.at
  const told = { agreement, at, terms, standing: standingOf(state) }
  return wasSigned(state) ? [...acts, fact('access.agreement-standing.v1', told)] : acts
}
