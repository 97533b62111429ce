// SPDX-License-Identifier: Apache-2.0
import type { Cause, Interval, ProposedCause } from '@corridor/statistics'
import type { Cell } from './cell'

/** In what two statements differ before their figures do: a code of CL_CAUSE, and words. */
export interface Gap {
  readonly cause: Cause
  readonly text: string
}

/** What was expected of a comparison, by which version of what was learnt. Logs are of E/I as reported. */
export interface UsedExpectation {
  readonly version: number
  /** ln ρ. */
  readonly logRatio: number
  /** s², of the log ratio beyond chance. */
  readonly variance: number
  readonly basis: 'factors' | 'factors-and-history' | 'history'
  /** Earlier periods of the corridor itself. */
  readonly periods: number
}

/** What the test said. Not there where a side is hidden: all of it would tell of the hidden figure. */
export interface Tested {
  readonly by: 'both-zero' | 'beta-binomial' | 'log-ratio'
  readonly p: number
  readonly z: number
  /** From 0 to 1. */
  readonly suspicion: number
  /** E − ρI, persons. */
  readonly gap: number
}

/** One figure made of both, with its 95 % interval, widened where the two contradict each other. Persons. */
export interface BalancedFigure {
  readonly estimate: number
  readonly interval: Interval
}

/** `within` and `outside` tell of the harmonised figures and the agreement's tolerance. */
export type Outcome = 'within' | 'outside' | 'not-comparable' | 'one-sided'

/** What the figures show against what is expected of them. */
export type Finding = 'agrees-within-intervals' | 'as-expected' | 'suspect' | 'no-expectation'

/** Two statements about one cell, compared under one agreement. Persons. */
export interface Pair extends Cell {
  /** The figures as they were reported; null where one is hidden or there is none. */
  readonly originSays: number | null
  readonly destinationSays: number | null
  /** In which the figures lie; null where a side says nothing that bounds its figure. */
  readonly originInterval: Interval | null
  readonly destinationInterval: Interval | null
  /** v*, under the common definition; null where it is not known, or nothing carries it there. */
  readonly originHarmonised: number | null
  readonly destinationHarmonised: number | null
  /** The rule that harmonised them, such as `duration-imem 1.0.0`; null where none was needed. */
  readonly rule: string | null
  /** E − I as reported, sign kept. */
  readonly difference: number | null
  /** SDMX's coefficient of the harmonised figures, 0 to 200. */
  readonly asymmetryPercent: number | null
  readonly outcome: Outcome
  /** Null where one side is silent. */
  readonly eligibility: 'comparable' | 'adjustable' | 'not-comparable' | null
  readonly gaps: readonly Gap[]
  /** Null where nothing can be found: not comparable, one-sided, or a sample that is too uncertain. */
  readonly finding: Finding | null
  /** Why the outcome is what it is; null where figures speak for themselves. */
  readonly reason: string | null
  /** Why the figures were not tested, and what would unlock it; null where they were, or cannot be. */
  readonly untested: string | null
  readonly unlockedBy: string | null
  readonly expectation: UsedExpectation | null
  readonly test: Tested | null
  /** One figure of both, offered and never imposed: null where a figure is hidden or nothing is expected. */
  readonly balanced: BalancedFigure | null
  /** Somebody must answer. */
  readonly matters: boolean
  /** S·√|E − ρI|: the order within a round, whose own sum is taken out where the score is shown. */
  readonly weight: number
  /** True where expectations may be learnt from it: free, exact figures of both sides, neither taken from the other. */
  readonly teaches: boolean
  /** Of what matters only. People decide. */
  readonly causes: readonly ProposedCause[]
  /** Sets of CL_OBS_STATUS, such as `B P`. */
  readonly originStatus: string | null
  readonly destinationStatus: string | null
  /** What a side's figure was added up from, such as `age Y15T19 + Y20T24`; null where it was given as such. */
  readonly originParts: string | null
  readonly destinationParts: string | null
  /** Where the statements stand in the hub's record; of a sum its newest part. */
  readonly originPosition: number | null
  readonly destinationPosition: number | null
}
