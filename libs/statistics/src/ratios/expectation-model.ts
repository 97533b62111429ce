// SPDX-License-Identifier: Apache-2.0
import type { LearntExpectations } from './expectation'
import { logLinear, type LogLinearFactors } from './log-linear'
import { logRatioOf, type CoverageFactors } from './coverage-factors'
import { corridorKey, pooled, type MirrorPair } from './mirror-pair'
import { ratioIteration } from './ratio-iteration'
import { kindBySize, spreadsOf, type SpreadOptions } from './spread'
import { totalPreserving } from './total-preserving'

/** A harmonised pair of an earlier period. */
export type EarlierPair = MirrorPair & { readonly period: string }

/** What expectations are worked out from, and how. */
export interface ExpectationOptions extends Partial<Omit<SpreadOptions, 'fitted'>> {
  /** The reporter whose a is 1: trusted by tradition, chosen for each round. */
  readonly reference: string
  readonly estimator: CoverageFactors['estimator']
  /** Without as many periods there is no expectation; 3 where it is left out. */
  readonly leastPeriods?: number
  /** How the variance is made up, see `expectationOf`; posterior where it is left out. */
  readonly variance?: LearntExpectations['variance']
}

/** What earlier periods teach about ratios: kept with a version (see `expectationRecord`), and named by every case that used it. */
export interface ExpectationModel extends LearntExpectations {
  readonly factors: CoverageFactors
  /** The log-linear fit, which alone knows the doubt of the factors. */
  readonly doubt: LogLinearFactors
}

/**
 * Learns what to expect from harmonised pairs of earlier periods. Corridors count once in the factors, with the sums of their
 * periods, so that years of one corridor are no independent witnesses. The chosen estimator gives the factors; their doubt is that
 * of the log-linear fit, in which outliers weigh less.
 * @example expectationModel(earlier, { reference: 'SE', estimator: 'log-linear' })
 */
export function expectationModel(
  earlier: readonly EarlierPair[],
  options: ExpectationOptions,
): ExpectationModel {
  const { reference, estimator, kindOf = kindBySize, priorPeriods } = options
  const { leastPeriods = 3, variance = 'posterior' } = options
  const corridors = pooled(earlier)
  const doubt = logLinear(corridors, { reference, robust: 'huber' })
  const factors = factorsBy(estimator, corridors, doubt)
  const { immigration, emigration, identification } = factors
  const fitted = immigration.size + emigration.size - identification.components.length
  const exact = new Set(identification.fittedExactly)
  const expectedOf = (pair: MirrorPair) =>
    exact.has(corridorKey(pair)) ? undefined : logRatioOf(factors, pair)
  return {
    factors,
    doubt,
    spreads: spreadsOf(earlier, expectedOf, {
      kindOf,
      fitted,
      ...(priorPeriods === undefined ? {} : { priorPeriods }),
    }),
    periods: [...new Set(earlier.map(({ period }) => period))].sort(),
    leastPeriods,
    variance,
  }
}

function factorsBy(
  estimator: CoverageFactors['estimator'],
  pairs: readonly MirrorPair[],
  doubt: LogLinearFactors,
): CoverageFactors {
  const { reference } = doubt.identification
  switch (estimator) {
    case 'ratio-iteration':
      return ratioIteration(pairs, reference)
    case 'total-preserving':
      return totalPreserving(pairs, reference)
    case 'log-linear':
      return doubt
  }
}
