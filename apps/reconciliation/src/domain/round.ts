// SPDX-License-Identifier: Apache-2.0
import type { Pair } from './pair'

/** What is ranked and reported together: the comparisons of one agreement, contract and period. */
export interface Round {
  readonly agreement: string
  readonly contract: string
  readonly period: string
}

/** A round in numbers. */
export interface RoundTotals {
  /** Cells that were compared, or that one side alone has given. */
  readonly cells: number
  readonly outside: number
  readonly matters: number
  /** Σ|E − ρI| of what was tested, persons. */
  readonly gaps: number
}

/** The rounds that comparisons belong to, those in which both sides have said something: each once. */
export function roundsOf(agreement: string, pairs: readonly Pair[]): readonly Round[] {
  const found = new Map<string, Round>()
  for (const { contract, period, outcome } of pairs)
    if (outcome !== 'one-sided') found.set(`${contract} ${period}`, { agreement, contract, period })
  return [...found.values()]
}

/**
 * The score of a comparison within its round, S·√(|E − ρI|/Σ|E − ρI|), from 0 to 1; null where it was not tested or tells of a
 * hidden figure.
 */
export function scoreOf({ test }: Pair, { gaps }: RoundTotals): number | null {
  if (test === null) return null
  return gaps === 0 ? 0 : test.suspicion * Math.sqrt(Math.min(1, Math.abs(test.gap) / gaps))
}
