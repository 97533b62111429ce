// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@corridor/kernel'
import type { Pair } from '../pair'
import type { SideOfFigure } from './figure'
import type { ComparedCell } from './take-up'

/** The name of a figure within its round: `BE.DK._T._T._T._T._T._T`. */
export function figureKey({
  origin,
  destination,
  breakdown,
}: Pick<Pair, 'origin' | 'destination' | 'breakdown'>): string {
  return `${origin}.${destination}.${breakdown}`
}

/** A comparison as its review needs it: the same figure with the same definition is the same input, in whatever message it came. */
export function comparedCell(pair: Pair): ComparedCell {
  const { origin, destination, contract, difference, matters, weight, expectation, rule } = pair
  return {
    key: figureKey(pair),
    ...{ origin, destination, dataflow: contract, difference, matters, weight, rule },
    originSide: sideOf(pair, 'origin'),
    destinationSide: sideOf(pair, 'destination'),
    expectation: expectation?.version ?? null,
  }
}

function sideOf(pair: Pair, side: 'origin' | 'destination'): SideOfFigure {
  const { eligibility, gaps, rule } = pair
  const stated = canonicalJson({
    ...{ eligibility, gaps, rule },
    interval: pair[`${side}Interval`],
    status: pair[`${side}Status`],
    parts: pair[`${side}Parts`],
  })
  return { value: pair[`${side}Says`], position: pair[`${side}Position`], stated }
}
