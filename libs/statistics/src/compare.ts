// SPDX-License-Identifier: Apache-2.0
import { comparability } from './comparability'
import type { Definition } from './definition'

/** What one side says about one cell: persons (null where there is no value), and how it counts. */
export interface Statement {
  readonly value: number | null
  readonly definition: Definition
}

/** Two statements about one flow set side by side. Persons; asymmetry in percent. */
export interface Comparison {
  readonly originSays: number | null
  readonly destinationSays: number | null
  /** Origin's outflow minus destination's inflow (sign kept); null where not both sides give a value. */
  readonly difference: number | null
  readonly asymmetryPercent: number | null
  readonly outcome: 'within' | 'outside' | 'not-comparable' | 'one-sided'
  readonly reason: string | null
}

/**
 * SDMX asymmetry coefficient for mirror flows: 2·|E − I| / (E + I), in percent (0 to 200).
 * Two true zeros agree (0). Source: SDMX glossary, "Asymmetry for mirror flows statistics – coefficient".
 * @example asymmetryPercent(90, 110) // 20
 */
export function asymmetryPercent(origin: number, destination: number): number {
  if (origin === destination) return 0
  return (200 * Math.abs(origin - destination)) / (origin + destination)
}

/**
 * Compares the origin's outflow with the destination's inflow of one cell.
 * Outside means: the asymmetry coefficient is greater than the agreement's tolerance.
 * The difference is shown for pairs that are not comparable too; it is never judged.
 */
export function compareFigures(
  origin: Statement | null,
  destination: Statement | null,
  tolerancePercent: number,
): Comparison {
  const originSays = origin?.value ?? null
  const destinationSays = destination?.value ?? null
  const sides = { originSays, destinationSays }
  if (origin === null || destination === null || originSays === null || destinationSays === null) {
    return {
      ...sides,
      difference: null,
      asymmetryPercent: null,
      outcome: 'one-sided',
      reason: missing(originSays, destinationSays),
    }
  }
  const difference = originSays - destinationSays
  const asymmetry = asymmetryPercent(originSays, destinationSays)
  const eligible = comparability(origin.definition, destination.definition)
  if (eligible.status === 'not-comparable') {
    return {
      ...sides,
      difference,
      asymmetryPercent: asymmetry,
      outcome: 'not-comparable',
      reason: eligible.reason,
    }
  }
  const outcome = asymmetry > tolerancePercent ? 'outside' : 'within'
  return { ...sides, difference, asymmetryPercent: asymmetry, outcome, reason: null }
}

function missing(origin: number | null, destination: number | null): string {
  if (origin === null && destination === null) return 'neither side gives a figure'
  return origin === null ? 'the origin gives no figure' : 'the destination gives no figure'
}
