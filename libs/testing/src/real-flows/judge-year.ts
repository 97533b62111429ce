// SPDX-License-Identifier: Apache-2.0
import {
  expectationModel,
  expectationOf,
  measured,
  reporterBreaks,
  testPair,
  type Expectation,
  type LearntExpectations,
  type ReporterBreak,
} from '@corridor/statistics'
import { flowKey, type RealPair } from './real-figures'

/** A flow of a year, tested by what the years before it teach. */
export interface JudgedPair extends RealPair {
  readonly key: string
  readonly expected: Extract<Expectation, { status: 'expected' }>
  readonly p: number
  readonly z: number
  /** E − ρI, in persons. */
  readonly gap: number
}

/** Flows of a year, and the reporters that broke in it. */
export interface JudgedYear {
  readonly period: string
  readonly learnt: LearntExpectations
  readonly pairs: readonly JudgedPair[]
  readonly breaks: readonly ReporterBreak[]
}

/** What the years before a period teach: factors by the log-linear fit with Sweden as reference. What broke is left out. */
export function learnBefore(
  period: string,
  all: readonly RealPair[],
  broken: ReadonlySet<string>,
): LearntExpectations {
  const earlier = all.filter(
    (pair) => pair.comparable && pair.period < period && !broken.has(flowKey(pair)),
  )
  return expectationModel(earlier, { reference: 'SE', estimator: 'log-linear' })
}

/** Tests pairs against what was learnt. Pairs that are not comparable, and those without an expectation, are left out. */
export function judgePairs(
  learnt: LearntExpectations,
  pairs: readonly RealPair[],
): readonly JudgedPair[] {
  return pairs.flatMap((pair) => {
    if (!pair.comparable) return []
    const expected = expectationOf(learnt, pair)
    if (expected.status === 'none') return []
    const test = testPair({
      origin: measured({ status: 'value', value: pair.outflow }),
      destination: measured({ status: 'value', value: pair.inflow }),
      expectation: expected,
    })
    if (test.status !== 'tested') return []
    return [{ ...pair, key: flowKey(pair), expected, p: test.p, z: test.z, gap: test.gap }]
  })
}

/** The reporters of which more moved than chance moves: their cells are one case each, and no longer untouched. */
export function breaksIn(pairs: readonly JudgedPair[]): readonly ReporterBreak[] {
  return reporterBreaks(
    pairs
      .filter(({ outflow, inflow }) => outflow > 0 && inflow > 0)
      .map(({ key, origin, destination, outflow, inflow, expected }) => ({
        key,
        origin,
        destination,
        residual: Math.log(outflow / inflow) - expected.logRatio,
        deviation: Math.sqrt(expected.variance + 1 / outflow + 1 / inflow),
      })),
    {},
  )
}

/** Year after year, each tested by those before it; what broke in one is no witness for the next. */
export function judgeYears(
  all: readonly RealPair[],
  periods: readonly string[],
): readonly JudgedYear[] {
  const broken = new Set<string>()
  return periods.map((period) => {
    const learnt = learnBefore(period, all, broken)
    const pairs = judgePairs(
      learnt,
      all.filter((pair) => pair.period === period),
    )
    const breaks = breaksIn(pairs)
    for (const key of breaks.flatMap(({ cells }) => cells)) broken.add(key)
    return { period, learnt, pairs, breaks }
  })
}
