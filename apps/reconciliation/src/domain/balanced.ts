// SPDX-License-Identifier: Apache-2.0
import { balance } from '@corridor/statistics'
import type { Expected } from './expected'
import type { BalancedFigure } from './pair'
import type { Harmonised } from './said'

/**
 * A balanced figure of two that are harmonised: each is multiplied by its coverage factor, so that both have the expected level, and
 * weighs by what chance and the spread of its corridor leave of it. What a corridor's own history moves the ratio by is shared
 * evenly between its sides, and so is all of it where there is no factor. None where a figure is hidden or nothing is expected.
 */
export function balancedOf(
  { said, factors }: Harmonised,
  { expectation, coverage }: Expected,
): BalancedFigure | null {
  const { origin, destination } = said
  const [e, i] = [origin.measured?.value ?? null, destination.measured?.value ?? null]
  if (e === null || i === null || expectation.status === 'none') return null
  const harmonisedRatio =
    expectation.logRatio + Math.log(factors.origin) - Math.log(factors.destination)
  const { origin: b, destination: a } = coverage ?? { origin: 1, destination: 1 }
  const own = harmonisedRatio - Math.log(a / b)
  const side = (
    harmonised: number,
    { factor, sampled }: { readonly factor: number; readonly sampled: number },
  ) => ({ harmonised, factor, tau: Math.sqrt(expectation.variance / 2 + sampled) })
  const { estimate, interval } = balance(
    side(e * factors.origin, {
      factor: b * Math.exp(-own / 2),
      sampled: origin.measured?.logVariance ?? 0,
    }),
    side(i * factors.destination, {
      factor: a * Math.exp(own / 2),
      sampled: destination.measured?.logVariance ?? 0,
    }),
  )
  return { estimate, interval }
}
