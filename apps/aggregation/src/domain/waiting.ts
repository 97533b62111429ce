// SPDX-License-Identifier: Apache-2.0
import {
  committedFirst,
  isWithinPeriods,
  type KnownAgreement,
  type OpenedPeriod,
} from '@corridor/policy'
import type { Flow } from './aggregate'
import { added } from './consent'

/** True where the parties of an agreement commit to flows before they compare them. */
export function bindsFlows(agreement: KnownAgreement): boolean {
  return committedFirst(agreement).includes(added)
}

/**
 * The flows that go into sums now. Under an agreement whose parties commit before they compare, a flow between two of them waits until
 * its period is open: a sum of few members would tell one side what the other has said. Where several agreements bind it, all of them decide.
 */
export function notWaiting(
  flows: readonly Flow[],
  agreements: readonly KnownAgreement[],
  opened: readonly OpenedPeriod[],
): readonly Flow[] {
  const binding = agreements.filter(bindsFlows)
  const own = opened.filter(({ contract }) => contract === added)
  const periods = new Set(flows.map(({ period }) => period))
  const open = new Set(
    binding.flatMap(({ terms: { id } }) =>
      [...periods]
        .filter((period) => own.some((one) => one.agreement === id && isWithin(period, one.period)))
        .map((period) => `${id} ${period}`),
    ),
  )
  return flows.filter(({ origin, destination, period }) =>
    binding.every(
      ({ terms, standing: { parties } }) =>
        !parties.includes(origin) ||
        !parties.includes(destination) ||
        open.has(`${terms.id} ${period}`),
    ),
  )
}

// A year opens its quarters, and no quarter its year.
function isWithin(period: string, whole: string): boolean {
  return isWithinPeriods({ from: whole, until: whole }, period)
}
