// SPDX-License-Identifier: Apache-2.0
import type { ClauseOf } from '@corridor/policy'
import {
  comparePipeline,
  type Path,
  type StageCheck,
  type StageFigures,
} from '@corridor/statistics'
import { periodAt, periodsAYear, placeOf } from '../calendar'
import type { StageFigure } from './stage-figures'

/** What was found of a stage in a period, with the period by its name. */
export interface StageFinding extends Omit<StageCheck, 'period'> {
  readonly period: string
}

/** A path that is longer than this is looked at in its last periods only. */
const mostPeriods = 240

/** Holds the stages of a clause against each other, over all periods from the first to the last of which one has a figure. */
export function compareStages(
  clause: ClauseOf<'pipeline'>,
  figures: readonly StageFigure[],
): readonly StageFinding[] {
  const { frequency, levelPercent } = clause
  const placed = figures.flatMap((figure) => {
    const place = placeOf(figure.period, frequency)
    return place === undefined ? [] : [{ ...figure, place }]
  })
  if (placed.length === 0) return []
  const last = Math.max(...placed.map(({ place }) => place))
  const first = Math.max(Math.min(...placed.map(({ place }) => place)), last + 1 - mostPeriods)
  const known = new Map<string, StageFigures>(
    clause.stages.map(({ stage }) => {
      const own = new Map(
        placed.flatMap((one) => (one.stage === stage ? [[one.place, one] as const] : [])),
      )
      const periods = Array.from({ length: last + 1 - first }, (_, i) => {
        const { lower = null, upper = null } = own.get(first + i) ?? {}
        return lower === null || upper === null ? null : { lower, upper }
      })
      return [stage, periods]
    }),
  )
  const options = { level: levelPercent / 100, periodsAYear: periodsAYear[frequency] }
  const { checks } = comparePipeline(pathOf(clause), known, options)
  return checks.map((check) => ({ ...check, period: periodAt(first + check.period, frequency) }))
}

/** The path that a clause declares, in shares instead of percentages. */
function pathOf({ stages, stocks = [] }: ClauseOf<'pipeline'>): Path {
  return {
    orders: stages.flatMap(({ stage, after, lagPercent, takeUp }) => {
      if (after === undefined || lagPercent === undefined || takeUp === undefined) return []
      const whole = lagPercent.reduce((sum, one) => sum + one, 0)
      const { leastPercent, mostPercent } = takeUp
      const declared = {
        lag: lagPercent.map((one) => one / whole),
        takeUp: { lower: leastPercent / 100, upper: mostPercent / 100 },
      }
      return [{ stage, after, declared }]
    }),
    stocks: stocks.map(({ leaves, enters, stock, opening }) => ({
      stage: leaves,
      entries: enters,
      ...(stock === undefined ? {} : { stock }),
      ...(opening === undefined ? {} : { opening: { lower: opening, upper: opening } }),
    })),
  }
}
