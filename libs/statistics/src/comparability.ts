// SPDX-License-Identifier: Apache-2.0
import type { Definition } from './definition'

/** Whether two statements count the same event, or why they do not. A difference of definition is a result, never an error. */
export type Comparability =
  { readonly status: 'comparable' } | { readonly status: 'not-comparable'; readonly reason: string }

/**
 * Eligibility of a pair (step 0 of mirror comparison): the definition records must describe the same event.
 * For now every difference in minimum stay, population or partner concept makes a pair not comparable; declared
 * adjustments come with reconciliation proper. The source (register, survey …) may differ.
 * @example comparability(twelveMonths, permanent).status // 'not-comparable'
 */
export function comparability(origin: Definition, destination: Definition): Comparability {
  const differences = [
    differs('minimum stay', origin.minimumStay, destination.minimumStay),
    differs('population', origin.population, destination.population),
    differs('partner concept', origin.partnerConcept, destination.partnerConcept),
    derived('origin', origin),
    derived('destination', destination),
  ].flatMap((difference) => difference ?? [])
  if (differences.length === 0) return { status: 'comparable' }
  return { status: 'not-comparable', reason: differences.join('; ') }
}

function differs(what: string, origin: string, destination: string): string | null {
  return origin === destination ? null : `${what}: origin ${origin}, destination ${destination}`
}

// A figure that one side took from the other agrees with it by construction and proves nothing.
function derived(side: string, definition: Definition): string | null {
  return definition.source === 'mirror'
    ? `source: the ${side}'s figure is derived from its partner's`
    : null
}
