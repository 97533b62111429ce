// SPDX-License-Identifier: Apache-2.0
import type { LearntExpectations } from './expectation'
import type { ExpectationModel } from './expectation-model'
import type { Identification } from './identify'
import type { CorridorHistory } from './spread'

/** A learnt model as plain JSON, to be stored and signed under a version: from it, any expectation can be worked out again. */
export interface ExpectationRecord {
  readonly estimator: ExpectationModel['factors']['estimator']
  readonly identification: Identification
  /** a_j by destination and b_i by origin, in the order of `tied`. */
  readonly immigration: readonly (readonly [string, number])[]
  readonly emigration: readonly (readonly [string, number])[]
  /** Var(ln a_j − ln b_i): a row for each origin, a column for each destination; null where there is none. */
  readonly tied: readonly (readonly (number | null)[])[]
  readonly corridors: readonly (readonly [string, CorridorHistory])[]
  readonly kinds: readonly (readonly [string, number])[]
  readonly overall: number
  readonly priorPeriods: number
  readonly between: number
  readonly periods: readonly string[]
  readonly leastPeriods: number
  readonly variance: LearntExpectations['variance']
}

/**
 * A model as a record. Nothing is rounded: the record gives the same expectations to the last digit.
 * @example JSON.stringify(expectationRecord(model))
 */
export function expectationRecord(model: ExpectationModel): ExpectationRecord {
  const { factors, doubt, spreads, periods, leastPeriods, variance } = model
  const [destinations, origins] = [[...factors.immigration], [...factors.emigration]]
  return {
    estimator: factors.estimator,
    identification: factors.identification,
    immigration: destinations,
    emigration: origins,
    tied: origins.map(([origin]) =>
      destinations.map(([destination]) => doubt.varianceOf({ origin, destination }) ?? null),
    ),
    corridors: [...spreads.corridors],
    kinds: [...spreads.kinds],
    overall: spreads.overall,
    priorPeriods: spreads.priorPeriods,
    between: spreads.between,
    periods,
    leastPeriods,
    variance,
  }
}

/** The expectations that a record keeps: `expectationOf(learntFrom(record), corridor)`. */
export function learntFrom(record: ExpectationRecord): LearntExpectations {
  const rows = new Map(record.emigration.map(([origin], row) => [origin, row]))
  const columns = new Map(record.immigration.map(([destination], column) => [destination, column]))
  const { overall, priorPeriods, between, periods, leastPeriods, variance } = record
  return {
    factors: {
      immigration: new Map(record.immigration),
      emigration: new Map(record.emigration),
      identification: record.identification,
    },
    doubt: {
      varianceOf: ({ origin, destination }) =>
        record.tied[rows.get(origin) ?? -1]?.[columns.get(destination) ?? -1] ?? undefined,
    },
    spreads: {
      corridors: new Map(record.corridors),
      kinds: new Map(record.kinds),
      overall,
      priorPeriods,
      between,
    },
    periods,
    leastPeriods,
    variance,
  }
}
