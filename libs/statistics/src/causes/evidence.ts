// SPDX-License-Identifier: Apache-2.0
import type { PairTest } from '../assess/pair-test'
import type { DefinitionGap } from '../harmonise/eligibility'
import type { UndercountRatio } from '../indices/undercount-ratio'
import type { Expectation } from '../ratios/expectation'
import type { FileReading } from '../series/file-readings'
import type { ReporterBreak } from '../series/reporter-breaks'
import type { SeriesFinding } from '../series/series-checks'
import type { ZerosFound } from '../series/zeros-beyond-chance'

/** What is known of one side of a difference. */
export interface SideEvidence {
  /** The figure as it was reported; null where there is none. Persons. */
  readonly reported: number | null
  /** Its statuses (CL_OBS_STATUS), each a letter of its own. */
  readonly statuses: readonly string[]
  /** True where another vintage has replaced an earlier figure. */
  readonly revised: boolean
  /** True where it was suppressed, rounded or perturbed, whichever, or where only bounds of it are known. */
  readonly protected: boolean
  /** The version of a classification that its codes were carried over from; undefined where they were not. */
  readonly carriedFrom?: string
  /** The variance of the log of a sample; 0 for a count. */
  readonly samplingVariance: number
  /** Persons whom the side counts in that direction with no partner known. */
  readonly unknownPartner: number
  /** How the whole file may be read, the likeliest first. */
  readonly readings: readonly FileReading[]
  /** The zeros of the reporter in all of these cells and the periods before, where what is expected of them is known. */
  readonly zeros?: ZerosFound
  /** The side's undercount against reference reporters, in this direction, where it is known. */
  readonly undercount?: UndercountRatio
}

/** A total with its parts along one dimension, each as it was tested. */
export interface TestedBreakdown {
  readonly total: PairTest
  readonly parts: readonly PairTest[]
}

/** All that a proposal of causes is made from: the metrics of a cell and what its corridor, reporters and files show. */
export interface DifferenceEvidence {
  readonly origin: SideEvidence
  readonly destination: SideEvidence
  /** In what the definitions differ, and R_I/R_E, the ratio of E to I that the stays alone lead to; 1 where no rule applies. */
  readonly gaps: readonly DefinitionGap[]
  readonly derived: boolean
  readonly stayRatio: number
  readonly expectation: Expectation
  readonly test: PairTest
  /** The breakdowns that the cell is a total or a part of: the test of the total, and of each part of it. */
  readonly breakdowns: readonly TestedBreakdown[]
  readonly series: readonly SeriesFinding[]
  readonly period: string
  /** Breaks of the origin as an origin and of the destination as a destination. */
  readonly breaks: readonly ReporterBreak[]
  /** Persons who came back in the period, where that is known. */
  readonly returns?: number
}
