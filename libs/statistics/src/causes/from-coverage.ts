// SPDX-License-Identifier: Apache-2.0
import type { ProposedCause, Side } from './cause'
import type { DifferenceEvidence, SideEvidence } from './evidence'

/** A ratio that lies this far from the one that definitions lead to is more than chance of estimation. */
const tellingFactor = 1.25

/** What the corridor and its reporters do every period: a lasting ratio, an undercount, persons without a partner. */
export function fromCoverage(evidence: DifferenceEvidence): readonly ProposedCause[] {
  return [
    ...lastingRatio(evidence),
    ...undercounts(evidence),
    ...partnersUnknown(evidence),
    ...returned(evidence),
  ]
}

function lastingRatio({
  expectation,
  stayRatio,
  destination,
}: DifferenceEvidence): readonly ProposedCause[] {
  if (expectation.status === 'none' || destination.reported === null) return []
  const ratio = Math.exp(expectation.logRatio)
  const beyondStays = ratio / stayRatio
  const apart = Math.abs(Math.log(beyondStays))
  if (apart < Math.log(tellingFactor)) return []
  const fewer: Side = beyondStays < 1 ? 'origin' : 'destination'
  return [
    {
      cause: 'COVERAGE_UNDERCOUNT',
      side: fewer,
      evidence:
        `the origin is expected to count ${ratio.toFixed(2)} for each person that the destination counts, ` +
        `after ${expectation.periods} earlier periods of the corridor`,
      strength: Math.min(0.8, 0.3 + apart / 4),
      persons: Math.round(destination.reported * (ratio - stayRatio)),
      adjustment: 'systematic',
    },
  ]
}

function undercounts({ origin, destination }: DifferenceEvidence): readonly ProposedCause[] {
  const of = (
    side: 'origin' | 'destination',
    { undercount }: SideEvidence,
  ): readonly ProposedCause[] => {
    if (undercount === undefined || (undercount.lower <= 1 && undercount.upper >= 1)) return []
    const under = undercount.upper < 1
    return [
      {
        cause: under ? 'COVERAGE_UNDERCOUNT' : 'COVERAGE_OVERCOUNT',
        side,
        evidence:
          `the ${side} counts ${undercount.ratio.toFixed(2)} of what reference reporters count with it ` +
          `(${undercount.lower.toFixed(2)} to ${undercount.upper.toFixed(2)})`,
        strength: Math.min(0.7, 0.3 + Math.abs(Math.log(undercount.ratio)) / 3),
        persons: null,
        adjustment: 'systematic',
      },
    ]
  }
  return [...of('origin', origin), ...of('destination', destination)]
}

// Who is missing on a side may stand there without a partner: as many as would do at least for half of the difference.
function partnersUnknown({ origin, destination }: DifferenceEvidence): readonly ProposedCause[] {
  if (origin.reported === null || destination.reported === null) return []
  const difference = origin.reported - destination.reported
  const [side, own] =
    difference < 0 ? (['origin', origin] as const) : (['destination', destination] as const)
  if (difference === 0 || own.unknownPartner < Math.abs(difference) / 2) return []
  return [
    {
      cause: 'PARTNER_MISALLOCATION',
      side,
      evidence: `the ${side} has persons without a known partner, enough for half of the difference or more`,
      strength: 0.4,
      persons: null,
      adjustment: 'systematic',
    },
  ]
}

function returned({ test, returns }: DifferenceEvidence): readonly ProposedCause[] {
  if (test.status !== 'tested' || returns === undefined || returns === 0) return []
  if (Math.abs(Math.abs(test.gap) - returns) > returns / 4) return []
  return [
    {
      cause: 'RETURNS',
      side: 'both',
      evidence: 'about as many persons came back in the period as the two sides differ by',
      strength: 0.4,
      persons: Math.round(test.gap),
      adjustment: 'known-specific',
    },
  ]
}
