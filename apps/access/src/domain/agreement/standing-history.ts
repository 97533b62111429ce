// SPDX-License-Identifier: Apache-2.0
import type { AgreementHistory, StandingSince } from '@corridor/policy'
import type { AgreementFact } from './acts'
import { evolve } from './evolve'
import { standingOf, wasSigned, type AgreementState, type KnownState } from './state'

/** What became of an agreement, out of its facts in order; null where it was never signed by all, so that it bound nobody. */
export function standingHistory(facts: readonly AgreementFact[]): AgreementHistory | null {
  const standings: StandingSince[] = []
  let state: AgreementState = { status: 'none' }
  let signed: KnownState | null = null
  for (const fact of facts) {
    state = evolve(state, fact)
    if (state.status === 'none' || !wasSigned(state)) continue
    signed = state
    // Of facts of one instant the last one says where it stands.
    if (standings.at(-1)?.since === fact.at) standings.pop()
    standings.push({ since: fact.at, standing: standingOf(state) })
  }
  return signed === null ? null : { terms: signed.terms, standings }
}
