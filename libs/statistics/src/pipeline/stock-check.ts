// SPDX-License-Identifier: Apache-2.0
import type { Interval } from '../grid/amount'
import type { NoRange, StageCheck } from './stage-check'
import type { StageFigures, StockOrder } from './stage'

/**
 * Holds those who leave a stock against those who are there: in each period at most the stock at the end of the one before and the entries of
 * the period can leave it. The stock is a stage's own figure where it is declared, otherwise the balance, opening + Σ entries − Σ leavers.
 * No chance enters: a figure above it cannot be. Persons. Limits: intervals are taken at their mildest end; deaths and changes of
 * status leave the stock too, so nothing is said of a balance that stays high; without stock or opening nothing is expected.
 * @example stockChecks({ stage: 'return', entries: 'entry', opening: known(10) }, figures)
 */
export function stockChecks(
  order: StockOrder,
  figures: ReadonlyMap<string, StageFigures>,
): readonly StageCheck[] {
  const of = (stage: string): StageFigures => figures.get(stage) ?? []
  const [leavers, entries] = [of(order.stage), of(order.entries)]
  const stock = order.stock === undefined ? balance(order, leavers, entries) : of(order.stock)
  const opening = order.opening ?? null
  return leavers.map((said, period) => {
    const before = period === 0 ? opening : (stock[period - 1] ?? null)
    const enters = entries[period] ?? null
    return checkOf({ order, period }, { said, before, enters })
  })
}

function checkOf(
  { order, period }: { readonly order: StockOrder; readonly period: number },
  { said, before, enters }: Record<'said' | 'before' | 'enters', Interval | null>,
): StageCheck {
  const about = { stage: order.stage, after: order.entries, period, check: 'stock' } as const
  const common = { ...about, said, p: null, basis: 'stock' } as const
  if (said === null || before === null || enters === null)
    return { ...common, outcome: 'no-expectation', why: lacking(order, said, enters), range: null }
  const upper = before.upper + enters.upper
  const outcome = said.lower > upper ? 'above' : 'in-range'
  return { ...common, outcome, why: null, range: { lower: 0, upper } }
}

function lacking(order: StockOrder, said: Interval | null, enters: Interval | null): NoRange {
  if (said === null) return 'figure-missing'
  if (enters === null) return 'stage-before-missing'
  return order.stock === undefined && order.opening === undefined
    ? 'opening-missing'
    : 'stock-missing'
}

// Known until the first period of which a side is not known: from there on nobody can say who is there.
function balance(order: StockOrder, leavers: StageFigures, entries: StageFigures): StageFigures {
  const kept: (Interval | null)[] = []
  let last: Interval | null = order.opening ?? null
  for (const [period, left] of leavers.entries()) {
    const came = entries[period] ?? null
    last =
      last === null || left === null || came === null
        ? null
        : {
            lower: Math.max(0, last.lower + came.lower - left.upper),
            upper: Math.max(0, last.upper + came.upper - left.lower),
          }
    kept.push(last)
  }
  return kept
}
