// SPDX-License-Identifier: Apache-2.0
import type { Interval } from '../grid/amount'

/**
 * The figures of one stage, in persons: one entry a period, periods that follow each other without a gap, the same for all stages
 * of a path. Null stands for a period of which nothing is known; a figure that is protected or not told exactly is its interval.
 */
export type StageFigures = readonly (Interval | null)[]

/** How people go on from one stage to the next, as the parties declare it or as history tells it. */
export interface PassingOn {
  /** Of those who go on, the share that does so 0, 1, 2 … periods later. Sums to 1. */
  readonly lag: readonly number[]
  /** The share of all that goes on, at least and at most: 0 to 1, or above 1 where one event may be followed by several. */
  readonly takeUp: Interval
}

/** What the figures of a stage are held against. */
export interface StageOrder {
  readonly stage: string
  /** The stage before it. */
  readonly after: string
  readonly declared: PassingOn
}

/** A stage that takes people out of a stock, such as returns. */
export interface StockOrder {
  /** The stage that leaves the stock. */
  readonly stage: string
  /** The stage that enters it. */
  readonly entries: string
  /** The stage whose figures are the stock at the end of each period; without it, it is reckoned from `opening`. */
  readonly stock?: string
  /** How many are there before the first period, in persons. */
  readonly opening?: Interval
}

/** A path of labour migration, in the order of its stages. */
export interface Path {
  readonly orders: readonly StageOrder[]
  readonly stocks: readonly StockOrder[]
}

/** A figure that is known. */
export const known = (value: number): Interval => ({ lower: value, upper: value })
