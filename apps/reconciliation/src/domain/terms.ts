// SPDX-License-Identifier: Apache-2.0
import type { DoubleCoding } from '@corridor/contracts'
import { clausesOf, type ClauseOf, type KnownAgreement } from '@corridor/policy'
import { durationRule, type DurationRule } from '@corridor/statistics'

/** How the parties of an agreement have their figures compared: their clause, and what holds where it says nothing. */
export interface ComparisonTerms {
  readonly contract: string
  /** SDMX's asymmetry coefficient beyond which figures are outside, in percent. */
  readonly tolerancePercent: number
  /** The suspicion from which somebody must answer, from 0 to 1. */
  readonly level: number
  /** The least |E − ρI|, or |E − I| where nothing is expected, that somebody must answer for: so many persons, and such a share. */
  readonly floorPersons: number
  readonly floorShare: number
  /** The coefficient of variation above which a sampled figure makes no case. */
  readonly mostVariation: number
  /** The rule that carries a minimum stay over, where the parties agreed on one. */
  readonly rule: DurationRule | undefined
  /** How codes that another version of their classification splits are shared out. */
  readonly doubleCoding: readonly DoubleCoding[]
}

/**
 * What holds where a clause says nothing. `level` is the suspicion of a p-value of one in a hundred; `falseAlarms` the share of
 * untouched figures that may raise an alarm; `mostVariation` a fifth: the interval then reaches two fifths either way.
 */
export const comparisonDefaults = {
  level: 1 / 3,
  floorPersons: 50,
  floorShare: 0.01,
  mostVariation: 0.2,
  falseAlarms: 0.05,
} as const

/** The terms of an agreement's comparisons, one for each contract: none where it compares nothing. */
export function comparisonTerms({ terms }: KnownAgreement): readonly ComparisonTerms[] {
  return clausesOf(terms, 'reconcile').map(termsOf)
}

function termsOf(clause: ClauseOf<'reconcile'>): ComparisonTerms {
  const { contract, tolerance, materiality, level, mostVariation } = clause
  const percent = materiality?.percent ?? (materiality === undefined ? undefined : 0)
  return {
    contract,
    tolerancePercent: tolerance.asymmetryPercent,
    level: level ?? comparisonDefaults.level,
    floorPersons: materiality?.persons ?? comparisonDefaults.floorPersons,
    floorShare: percent === undefined ? comparisonDefaults.floorShare : percent / 100,
    mostVariation: mostVariation ?? comparisonDefaults.mostVariation,
    rule: clause.durationRule === undefined ? undefined : durationRule(clause.durationRule),
    doubleCoding: clause.doubleCoding ?? [],
  }
}

/** The least difference that somebody must answer for in a cell, in persons: `floorOf(terms, 409, 553)`. */
export function floorOf(
  { floorPersons, floorShare }: ComparisonTerms,
  origin: number,
  destination: number,
): number {
  return Math.max(floorPersons, (floorShare * (origin + destination)) / 2)
}
