// SPDX-License-Identifier: Apache-2.0
import type { LogLinearFactors } from './log-linear'
import { logRatioOf, type KnownFactors } from './coverage-factors'
import { corridorKey } from './mirror-pair'
import { startWithin, type CorridorHistory, type Spreads } from './spread'

/** The ratio that a corridor's reported figures are expected to have, or why there is none and what would unlock it. */
export type Expectation =
  | {
      readonly status: 'expected'
      /** ln ρ of the reported outflow to the reported inflow. */
      readonly logRatio: number
      /** s², the variance of the log ratio of a new period beyond chance. */
      readonly variance: number
      readonly basis: 'factors' | 'factors-and-history' | 'history'
      /** Earlier periods of the corridor itself. */
      readonly periods: number
      /** k: how much of the corridor's own mean residual is believed; 1 where there is nothing else. */
      readonly shrinkage: number
    }
  | { readonly status: 'none'; readonly reason: string; readonly unlockedBy: string }

/** As much of a model as an expectation needs: what `expectationModel` learns, or what a record of it keeps. */
export interface LearntExpectations {
  readonly factors: KnownFactors
  readonly doubt: Pick<LogLinearFactors, 'varianceOf'>
  readonly spreads: Spreads
  readonly periods: readonly string[]
  readonly leastPeriods: number
  readonly variance: 'posterior' | 'sum'
}

/** A corridor, and what its two figures are multiplied by to be harmonised (R_E and R_I; 1 where they need nothing). */
export interface CorridorAsked {
  readonly origin: string
  readonly destination: string
  readonly factors?: { readonly origin: number; readonly destination: number }
}

/**
 * What to expect of a corridor: ρ = (a_j·R_I)/(b_i·R_E) with ln ρ moved by k times the corridor's mean
 * residual. With v = Var(ln a_j − ln b_i) and c, the mean of 1/E + 1/I over the history (what chance adds there; s_w² is without it):
 *   posterior  k = n/(n + (s_w² + c)/(s_b² + v)),  s² = s_w² + (1 − k)(s_b² + v)
 *   sum        k = n/(n + (s_w² + c)/s_b²),        s² = s_w² + (s_w² + c)/n + v + (1 − k)·s_b², without the second term where n = 0
 * `sum` adds up every source of doubt; it counts the doubt of the level up to three times and raises a tenth of the alarms that are
 * promised. `posterior` is the variance of a new period given factors and history (normal-normal), and keeps the promise.
 * Where the factors do not tie the corridor's sides, v is without bound: k = 1, s² = s_w² + (s_w² + c)/n, and n must do.
 * @example expectationOf(model, { origin: 'BE', destination: 'DK' }).status // 'expected'
 */
export function expectationOf(model: LearntExpectations, asked: CorridorAsked): Expectation {
  const { periods, leastPeriods, spreads, factors } = model
  if (periods.length < leastPeriods)
    return none(
      `there is no expectation yet: ${periods.length} earlier periods, of ${leastPeriods} that it takes`,
      `${leastPeriods - periods.length} more periods that both sides report`,
    )
  const key = corridorKey(asked)
  const history = spreads.corridors.get(key)
  const { origin: ofOrigin, destination: ofDestination } = asked.factors ?? plain
  const reported = Math.log(ofDestination / ofOrigin)
  const exact = factors.identification.fittedExactly.includes(key)
  const fromFactors = exact ? undefined : logRatioOf(factors, asked)
  if (fromFactors === undefined) return fromHistory(history, reported, leastPeriods)
  const tied = model.doubt.varianceOf(asked) ?? model.spreads.between
  return combined({ fromFactors: fromFactors + reported, tied }, history, model)
}

const plain = { origin: 1, destination: 1 }

function none(reason: string, unlockedBy: string): Expectation {
  return { status: 'none', reason, unlockedBy }
}

function fromHistory(
  history: CorridorHistory | undefined,
  reported: number,
  leastPeriods: number,
): Expectation {
  const periods = history?.periods ?? 0
  if (history === undefined || periods < leastPeriods)
    return none(
      'there is no expectation yet: no other pairs tie the two sides, and the corridor has too short a history',
      `${leastPeriods - periods} more periods of this corridor, or a third state that both report on`,
    )
  const { meanResidual, withinVariance, chance } = history
  return {
    status: 'expected',
    logRatio: meanResidual + reported,
    variance: withinVariance + (withinVariance + chance) / periods,
    basis: 'history',
    periods,
    shrinkage: 1,
  }
}

function combined(
  { fromFactors, tied }: { readonly fromFactors: number; readonly tied: number },
  history: CorridorHistory | undefined,
  { spreads, variance }: LearntExpectations,
): Expectation {
  const within = history?.withinVariance ?? Math.max(spreads.overall, startWithin)
  const periods = history?.periods ?? 0
  const ofOne = within + (history?.chance ?? 0)
  const level = spreads.between + (variance === 'posterior' ? tied : 0)
  const shrinkage = periods / (periods + ofOne / level)
  const summed = (periods === 0 ? 0 : ofOne / periods) + tied
  return {
    status: 'expected',
    logRatio: fromFactors + shrinkage * (history?.meanResidual ?? 0),
    variance: within + (1 - shrinkage) * level + (variance === 'sum' ? summed : 0),
    basis: periods === 0 ? 'factors' : 'factors-and-history',
    periods,
    shrinkage,
  }
}
