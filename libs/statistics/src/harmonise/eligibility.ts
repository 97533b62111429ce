// SPDX-License-Identifier: Apache-2.0
import type { Definition } from '../definition'
import { durationFactor, monthsOfStay, type DurationRule } from './duration-rule'

/** Two definitions set side by side, the corridor that they are of, and the rule that may carry one to the other. */
export interface DefinitionPair {
  readonly origin: Definition
  readonly destination: Definition
  readonly corridor: { readonly origin: string; readonly destination: string }
  readonly rule: DurationRule | undefined
}

/** In what two definitions differ, as a code for a cause (A7) and in words. */
export interface DefinitionGap {
  readonly cause: 'DEF_DURATION' | 'DEF_PARTNER' | 'DEF_POPULATION' | 'DEF_AGE' | 'TIMING'
  readonly text: string
}

/**
 * Whether a pair can be compared. Comparable ones may count by different events or sources; adjustable ones differ in a way that a
 * declared rule carries over; the others are shown side by side and never judged. `derived` says that a side has its figure from
 * the other: such a pair earns no reliability and estimates no factor.
 */
export interface Eligibility {
  readonly status: 'comparable' | 'adjustable' | 'not-comparable'
  readonly gaps: readonly DefinitionGap[]
  readonly derived: boolean
}

/**
 * Step 0 of a mirror comparison: do both sides count the same event, or does a rule carry one side to the other?
 * Adjustable: a minimum stay from 0 to 12 months, inside what the rule is valid for. Never: residence against citizenship, permanent
 * moves against any other stay, another population, ages reached against ages completed where the cell is of an age, fiscal
 * against calendar years.
 * @example eligibility(bothTwelveMonths).status // 'comparable'
 */
export function eligibility(pair: DefinitionPair, byAge = false): Eligibility {
  const { origin, destination } = pair
  const derived = origin.source === 'mirror' || destination.source === 'mirror'
  const [population, partner] = [
    gap('DEF_POPULATION', 'population', [origin.population, destination.population]),
    gap('DEF_PARTNER', 'partner concept', [origin.partnerConcept, destination.partnerConcept]),
  ]
  const stay = gap('DEF_DURATION', 'minimum stay', [origin.minimumStay, destination.minimumStay])
  const age = byAge
    ? gap('DEF_AGE', 'age definition', [origin.ageDefinition, destination.ageDefinition])
    : undefined
  const year = gap('TIMING', 'period convention', [yearOf(origin), yearOf(destination)])
  const closed = [population, partner, age, year].flatMap((one) => one ?? [])
  const gaps = [...closed, ...(stay === undefined ? [] : [stay])]
  if (derived || closed.length > 0) return { status: 'not-comparable', gaps, derived }
  if (stay === undefined) return { status: 'comparable', gaps, derived }
  return { status: carries(pair) ? 'adjustable' : 'not-comparable', gaps, derived }
}

function gap(
  cause: DefinitionGap['cause'],
  what: string,
  [origin, destination]: readonly [string, string],
): DefinitionGap | undefined {
  if (origin === destination) return undefined
  return { cause, text: `${what}: origin ${origin}, destination ${destination}` }
}

function yearOf({ periodConvention, fiscalYearStart }: Definition): string {
  return periodConvention === 'calendar' ? 'calendar' : `fiscal from ${fiscalYearStart ?? '?'}`
}

function carries({ origin, destination, corridor, rule }: DefinitionPair): boolean {
  if (rule === undefined) return false
  const { populations, areas } = rule.valid
  return (
    [origin, destination].every((side) => {
      const months = monthsOfStay(side.minimumStay)
      return months !== undefined && durationFactor(rule, months) !== undefined
    }) &&
    populations.includes(origin.population) &&
    areas.includes(corridor.origin) &&
    areas.includes(corridor.destination)
  )
}
