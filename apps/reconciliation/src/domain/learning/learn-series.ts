// SPDX-License-Identifier: Apache-2.0
import {
  expectationModel,
  expectationOf,
  expectationRecord,
  measured,
  reporterBreaks,
  testPair,
  type Expectation,
  type ExpectationModel,
  type ExpectationRecord,
  type ReporterBreak,
} from '@corridor/statistics'

/** A comparison of the past: exact, free figures of both sides under comparable definitions. Persons. */
export interface PastPair {
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly outflow: number
  readonly inflow: number
  /** The same under the common definition. */
  readonly harmonisedOutflow: number
  readonly harmonisedInflow: number
}

/** What one series (one contract, frequency and breakdown) teaches. */
export interface LearntSeries {
  /** For periods up to `until` what those before it teach; with an empty `until` what all of them do. */
  readonly models: readonly { readonly until: string; readonly record: ExpectationRecord }[]
  /** What figures of the past were worth, each by the periods before it; those of reporters that broke are left out. */
  readonly judged: readonly JudgedPast[]
}

/** A figure of the past, judged by the periods before it. */
export interface JudgedPast {
  readonly period: string
  readonly p: number
}

/** Periods that it takes before anything is expected. */
const leastPeriods = 3

/**
 * Learns a series: each period is judged by those before it, as it would have been had it come then. A reporter that broke in a
 * period is no witness for the next ones. Where fewer than three periods are there, nothing is learnt.
 */
export function learnSeries(past: readonly PastPair[]): LearntSeries {
  const periods = [...new Set(past.map(({ period }) => period))].sort()
  const reference = referenceOf(past)
  const broken = new Set<PastPair>()
  const models: { until: string; record: ExpectationRecord }[] = []
  const judged: JudgedPast[] = []
  for (const period of periods.slice(leastPeriods)) {
    const model = modelOf(
      past.filter((pair) => pair.period < period && !broken.has(pair)),
      reference,
    )
    models.push({ until: period, record: expectationRecord(model) })
    const own = past
      .filter((pair) => pair.period === period)
      .flatMap((pair) => judgedBy(model, pair) ?? [])
    const breaks = breaksOf(own)
    const moved = new Set(breaks.flatMap(({ cells }) => cells))
    for (const { pair, p } of own)
      if (moved.has(keyOf(pair))) broken.add(pair)
      else judged.push({ period, p })
  }
  if (periods.length < leastPeriods) return { models, judged }
  const whole = modelOf(
    past.filter((pair) => !broken.has(pair)),
    reference,
  )
  return { models: [...models, { until: '', record: expectationRecord(whole) }], judged }
}

function modelOf(past: readonly PastPair[], reference: string): ExpectationModel {
  const earlier = past.map((pair) => ({
    ...{ origin: pair.origin, destination: pair.destination, period: pair.period },
    ...{ outflow: pair.harmonisedOutflow, inflow: pair.harmonisedInflow },
  }))
  return expectationModel(earlier, { reference, estimator: 'log-linear', leastPeriods })
}

// Sweden by tradition; else who counts most arrivals. Factors are relative to it, ratios are not.
function referenceOf(past: readonly PastPair[]): string {
  const sums = new Map<string, number>()
  for (const { destination, harmonisedInflow } of past)
    sums.set(destination, (sums.get(destination) ?? 0) + harmonisedInflow)
  if (sums.has('SE')) return 'SE'
  const [largest] = [...sums].toSorted(
    ([one, some], [other, more]) => more - some || (one < other ? -1 : 1),
  )
  return largest?.[0] ?? ''
}

interface Judged {
  readonly pair: PastPair
  readonly p: number
  readonly expected: Extract<Expectation, { status: 'expected' }>
}

function judgedBy(model: ExpectationModel, pair: PastPair): Judged | undefined {
  const expected = expectationOf(model, {
    ...{ origin: pair.origin, destination: pair.destination },
    factors: {
      origin: factorOf(pair.harmonisedOutflow, pair.outflow),
      destination: factorOf(pair.harmonisedInflow, pair.inflow),
    },
  })
  if (expected.status === 'none') return undefined
  const test = testPair({
    origin: measured({ status: 'value', value: pair.outflow }),
    destination: measured({ status: 'value', value: pair.inflow }),
    expectation: expected,
  })
  return test.status === 'tested' ? { pair, p: test.p, expected } : undefined
}

function factorOf(harmonised: number, reported: number): number {
  return reported === 0 ? 1 : harmonised / reported
}

function breaksOf(judged: readonly Judged[]): readonly ReporterBreak[] {
  const residuals = judged.flatMap(({ pair, expected }) => {
    const { origin, destination, outflow, inflow } = pair
    if (outflow === 0 || inflow === 0) return []
    const residual = Math.log(outflow / inflow) - expected.logRatio
    const deviation = Math.sqrt(expected.variance + 1 / outflow + 1 / inflow)
    return [{ key: keyOf(pair), origin, destination, residual, deviation }]
  })
  return reporterBreaks(residuals, {})
}

function keyOf({ origin, destination }: PastPair): string {
  return `${origin} ${destination}`
}
