// SPDX-License-Identifier: Apache-2.0
import type { PairTest } from '../assess/pair-test'
import type { Adjustment, Cause, ProposedCause } from './cause'
import { mostSuppressed } from '../series/zeros-beyond-chance'
import type { DifferenceEvidence, SideEvidence, TestedBreakdown } from './evidence'

/** What a sender's own statuses (CL_OBS_STATUS) say of a difference. */
const ofStatus: Readonly<Record<string, readonly [Cause, string, Adjustment]>> = {
  P: ['PROVISIONAL', 'marks its figure as provisional', 'irregular'],
  E: ['ESTIMATION', 'marks its figure as estimated', 'irregular'],
  I: ['ESTIMATION', 'has a figure that was imputed', 'irregular'],
  B: ['BREAK', 'marks a break in its series', 'systematic'],
  K: ['CLASSIFICATION', 'includes these persons in another category', 'systematic'],
  W: ['CLASSIFICATION', 'includes persons of another category', 'systematic'],
  L: ['NOT_COLLECTED', 'did not collect the figure', 'systematic'],
}

/** What the senders say themselves, and what protection and samples leave open. */
export function fromStatus(evidence: DifferenceEvidence): readonly ProposedCause[] {
  const { origin, destination } = evidence
  return [
    ...ofSide('origin', origin),
    ...ofSide('destination', destination),
    ...fromProtection(evidence),
    ...fromZeros('origin', evidence),
    ...fromZeros('destination', evidence),
    ...evidence.breakdowns.flatMap(fromParts),
  ]
}

function ofSide(
  side: 'origin' | 'destination',
  { statuses, revised, reported, samplingVariance, carriedFrom }: SideEvidence,
): readonly ProposedCause[] {
  const said = statuses.flatMap((status): readonly ProposedCause[] => {
    const meaning = ofStatus[status]
    if (meaning === undefined) return []
    const [cause, words, adjustment] = meaning
    return [
      { cause, side, evidence: `the ${side} ${words}`, strength: 0.6, persons: null, adjustment },
    ]
  })
  const more: ProposedCause[] = []
  const about = { side, persons: null } as const
  if (revised)
    more.push({
      ...about,
      cause: 'PROVISIONAL',
      evidence: `the ${side} has revised its figure`,
      strength: 0.5,
      adjustment: 'known-specific',
    })
  if (carriedFrom !== undefined)
    more.push({
      ...about,
      cause: 'CLASSIFICATION',
      evidence: `the ${side} counts by ${carriedFrom}, and its figure was carried over`,
      strength: 0.5,
      adjustment: 'systematic',
    })
  // A coefficient of variation above a tenth: the interval reaches a fifth either way.
  if (samplingVariance > 0.01)
    more.push({
      ...about,
      cause: 'SAMPLING',
      evidence: `the ${side} has its figure from a sample with a coefficient of variation of ${Math.round(100 * Math.sqrt(samplingVariance))} %`,
      strength: Math.min(0.6, 2 * Math.sqrt(samplingVariance)),
      adjustment: 'irregular',
    })
  const collected = said.every(({ cause }) => cause !== 'NOT_COLLECTED')
  if (reported === null && collected && statuses.some((status) => status === 'M' || status === 'O'))
    more.push({
      ...about,
      cause: 'NOT_COLLECTED',
      evidence: `the ${side} has no figure`,
      strength: 0.5,
      adjustment: 'systematic',
    })
  return [...said, ...more]
}

// Which side is protected, and how, is never told.
function fromProtection({
  origin,
  destination,
  test,
}: DifferenceEvidence): readonly ProposedCause[] {
  const isHidden = (side: SideEvidence): boolean => side.protected && side.carriedFrom === undefined
  if (!isHidden(origin) && !isHidden(destination)) return []
  const agrees = test.status === 'agrees-within-intervals'
  return [
    {
      cause: 'SDC',
      side: 'both',
      evidence: agrees
        ? 'figures that protection leaves possible agree'
        : 'a figure is protected, so the difference is not known exactly',
      strength: agrees ? 0.9 : 0.2,
      persons: null,
      adjustment: 'systematic',
    },
  ]
}

/** Zeros are more than chance gives from here on. */
const beyondChance = 0.01

// Open zeros, and not protected figures: what they stand for is not told by anybody.
function fromZeros(
  side: 'origin' | 'destination',
  evidence: DifferenceEvidence,
): readonly ProposedCause[] {
  const { reported, zeros } = evidence[side]
  const { test } = evidence
  if (reported !== 0 || zeros === undefined || zeros.p > beyondChance) return []
  if (test.status !== 'tested' || Math.abs(test.gap) > mostSuppressed) return []
  return [
    {
      cause: 'SDC',
      side,
      evidence:
        `the ${side} has ${zeros.zeros} zeros in ${zeros.cells} figures, where chance gives ${zeros.expected.toFixed(1)}: ` +
        'as when small counts are suppressed and sent as zeros',
      strength: 0.65,
      persons: Math.round(test.gap),
      adjustment: 'known-specific',
    },
  ]
}

/** A cell counts as different from here, a total as agreeing below. */
const [differs, agreesBelow] = [0.5, 0.22]

// Persons whom one side counts in another part are missing in one and too many in the other.
function fromParts({ total, parts }: TestedBreakdown): readonly ProposedCause[] {
  const different = parts.flatMap((part) =>
    part.status === 'tested' && part.suspicion >= differs ? [part] : [],
  )
  const both = new Set(different.map(({ gap }) => Math.sign(gap)))
  if (both.size < 2 || !isAgreed(total)) return []
  return [
    {
      cause: 'CLASSIFICATION',
      side: 'both',
      evidence: `the totals agree, but ${different.length} of ${parts.length} parts of them do not`,
      strength: 0.8,
      persons: null,
      adjustment: 'systematic',
    },
  ]
}

function isAgreed(test: PairTest): boolean {
  if (test.status === 'agrees-within-intervals') return true
  return test.status === 'tested' && test.suspicion < agreesBelow
}
