// SPDX-License-Identifier: Apache-2.0
import type { ProposedCause } from './cause'
import type { DifferenceEvidence } from './evidence'

/** Definitions that differ come first: they explain more than anything else, every period alike. */
export function fromDefinitions({
  gaps,
  derived,
  stayRatio,
  destination,
}: DifferenceEvidence): readonly ProposedCause[] {
  const differing = gaps.map(({ cause, text }): ProposedCause => {
    const reported = cause === 'DEF_DURATION' && stayRatio !== 1 ? destination.reported : null
    return {
      cause,
      side: 'both',
      evidence: text,
      strength: 0.9,
      persons: reported === null ? null : Math.round(reported * (stayRatio - 1)),
      adjustment: 'systematic',
    }
  })
  if (!derived) return differing
  return [
    ...differing,
    {
      cause: 'ESTIMATION',
      side: 'both',
      evidence: 'one side derives its figure from the other',
      strength: 0.9,
      persons: null,
      adjustment: 'systematic',
    },
  ]
}
