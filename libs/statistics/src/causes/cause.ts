// SPDX-License-Identifier: Apache-2.0

/** Why two figures of one flow differ: the codes of CL_CAUSE. */
export type Cause =
  | 'DEF_DURATION'
  | 'DEF_PARTNER'
  | 'DEF_POPULATION'
  | 'DEF_AGE'
  | 'TIMING'
  | 'COVERAGE_UNDERCOUNT'
  | 'COVERAGE_OVERCOUNT'
  | 'CLASSIFICATION'
  | 'PARTNER_MISALLOCATION'
  | 'SAMPLING'
  | 'SDC'
  | 'PROVISIONAL'
  | 'BREAK'
  | 'ADMIN_CORRECTION'
  | 'PROCESSING_ERROR'
  | 'DUPLICATE'
  | 'RETURNS'
  | 'ESTIMATION'
  | 'NOT_COLLECTED'
  | 'UNEXPLAINED'

/** Whose figure a cause is about. */
export type Side = 'origin' | 'destination' | 'both'

/** What kind of adjustment a cause asks for: the same every period, known for this one, or neither. */
export type Adjustment = 'systematic' | 'known-specific' | 'irregular'

/** A cause that the pattern of the figures suggests. People decide. */
export interface ProposedCause {
  readonly cause: Cause
  readonly side: Side
  /** What in the figures suggests it, in plain words. Names no figure that either side does not see. */
  readonly evidence: string
  /** How much the pattern is like that cause, from 0 to 1; to put proposals in order, no probability. */
  readonly strength: number
  /** What it would explain by itself of E − I, in persons, sign kept; null where the pattern does not say. */
  readonly persons: number | null
  readonly adjustment: Adjustment
}

/** A cause that was decided, with its part of the difference. */
export interface CauseAmount {
  readonly cause: Cause
  readonly persons: number
}

/**
 * The amounts of a case: those that were decided, and what is left of E − I as not yet explained, so that they sum to the difference.
 * @example withRemainder([{ cause: 'TIMING', persons: -30 }], -40) // … and { cause: 'UNEXPLAINED', persons: -10 }
 */
export function withRemainder(
  decided: readonly CauseAmount[],
  difference: number,
): readonly CauseAmount[] {
  const known = decided.filter(({ cause }) => cause !== 'UNEXPLAINED')
  const left = difference - known.reduce((sum, { persons }) => sum + persons, 0)
  return left === 0 ? known : [...known, { cause: 'UNEXPLAINED', persons: left }]
}
