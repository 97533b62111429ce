// SPDX-License-Identifier: Apache-2.0
import { cellKey } from '../cell'
import type { Finding, Outcome, Pair } from '../pair'

/** How many comparisons of a round came to the same. */
export interface Tally {
  readonly outcome: Outcome
  readonly finding: Finding | null
  readonly matters: boolean
  readonly pairs: number
}

/** A comparison that is suspect, or that somebody must answer for. */
export type Flag = Pick<
  Pair,
  'contract' | 'origin' | 'destination' | 'period' | 'breakdown' | 'outcome' | 'finding' | 'matters'
> & { readonly p: number | null }

/** What the comparisons of one agreement and period come to. */
export interface RoundState {
  readonly tallies: readonly Tally[]
  readonly flags: readonly Flag[]
}

/** The same in one order and without doubles. */
export function roundState(tallies: readonly Tally[], flags: readonly Flag[]): RoundState {
  const sums = new Map<string, Tally>()
  for (const one of tallies) {
    const key = [one.outcome, one.finding ?? '', String(one.matters)].join(' ')
    sums.set(key, { ...one, pairs: one.pairs + (sums.get(key)?.pairs ?? 0) })
  }
  return {
    tallies: [...sums]
      .filter(([, { pairs }]) => pairs > 0)
      .sort(byKey)
      .map(([, one]) => one),
    flags: flags
      .map((flag) => [cellKey(flag), flag] as const)
      .sort(byKey)
      .map(([, flag]) => flag),
  }
}

/** Whether a comparison is a flag. */
export function isFlag({ finding, matters }: Pick<Pair, 'finding' | 'matters'>): boolean {
  return matters || finding === 'suspect'
}

/** A comparison as a flag: `flagOf(pair).p`. */
export function flagOf(pair: Pair): Flag {
  const { contract, origin, destination, period, breakdown, outcome, finding, matters } = pair
  const about = { contract, origin, destination, period, breakdown }
  return { ...about, outcome, finding, matters, p: pair.test?.p ?? null }
}

/** Whether two ways to the comparisons of a round came to the same, to the last flag and the last digit of its p-value. */
export function agree(one: RoundState, other: RoundState): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function byKey(one: readonly [string, unknown], other: readonly [string, unknown]): number {
  return one[0] < other[0] ? -1 : 1
}
