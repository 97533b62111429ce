// SPDX-License-Identifier: Apache-2.0
import {
  mistakenReadings,
  zerosBeyondChance,
  type ExpectedCell,
  type FileCell,
  type FileReading,
  type ZerosFound,
} from '@corridor/statistics'
import type { Pair } from './pair'
import { periodsBefore } from './periods-before'

/** A comparison of the same agreement, as it was kept: of an earlier period, of the opposite corridor, or of the same cell before. */
export type KeptFigures = Pick<
  Pair,
  | 'contract'
  | 'origin'
  | 'destination'
  | 'period'
  | 'breakdown'
  | 'originSays'
  | 'destinationSays'
  | 'originPosition'
  | 'destinationPosition'
>

/** Periods that a series is looked at over, before the one in question. */
export const periodsLookedAt = 8

export type Side = 'origin' | 'destination'

export type Corridor = Pick<Pair, 'contract' | 'origin' | 'destination' | 'breakdown'>

/** What the cells of one reporter and period, read together, show: one cell alone is too small a sign. */
export interface FileEvidence {
  readonly readings: readonly FileReading[]
  readonly zeros?: ZerosFound
}

/** What both sides said of a cell in a period, the newest vintage first. */
type At = (cell: Corridor, period: string) => readonly KeptFigures[]

/** Reads as a whole what a reporter sent for a period: `pairs` are its comparisons, `at` gives those of other periods
 * and corridors. */
export function fileEvidence(pairs: readonly Pair[], side: Side, at: At): FileEvidence {
  const readings = mistakenReadings(pairs.flatMap((pair) => fileCell(pair, side, at) ?? []))
  const says = side === 'origin' ? 'originSays' : 'destinationSays'
  if (!pairs.some((pair) => pair.matters && pair[says] === 0)) return { readings }
  const periods = Math.min(periodsLookedAt, Math.floor(mostForZeros / pairs.length))
  const cells = pairs.flatMap((pair) =>
    expectedCells(pair, side, [
      pair,
      ...periodsBefore(pair.period, periods).flatMap((one) => at(pair, one).slice(0, 1)),
    ]),
  )
  return { readings, zeros: zerosBeyondChance(cells) }
}

/** Figures that zeros are looked for in: of larger files fewer periods. */
const mostForZeros = 5_000

function fileCell(pair: Pair, side: Side, at: At): FileCell | undefined {
  const { originSays, destinationSays, expectation, period } = pair
  if (originSays === null || destinationSays === null || expectation === null) return undefined
  const ratio = Math.exp(expectation.logRatio)
  const isOrigin = side === 'origin'
  const sent = isOrigin ? originSays : destinationSays
  const [last = ''] = periodsBefore(period, 1)
  const vintages = at(pair, last).map((one) => (isOrigin ? one.originSays : one.destinationSays))
  // Where years were shifted, what is sent again is what was said of the year before until now.
  const sentBefore = vintages.find((one) => one === sent) ?? vintages[0]
  const [opposite] = at({ ...pair, origin: pair.destination, destination: pair.origin }, period)
  const partnerOpposite = isOrigin ? opposite?.originSays : opposite?.destinationSays
  return {
    key: corridorKey(pair),
    sent,
    expected: isOrigin ? ratio * destinationSays : originSays / ratio,
    ...(typeof sentBefore === 'number' ? { sentBefore } : {}),
    ...(typeof partnerOpposite === 'number' ? { opposite: partnerOpposite } : {}),
  }
}

// By what the partner counted each time and the ratio that is expected now.
function expectedCells(
  { expectation }: Pair,
  side: Side,
  vintages: readonly KeptFigures[],
): readonly ExpectedCell[] {
  if (expectation === null) return []
  const scale = Math.exp(side === 'origin' ? expectation.logRatio : 0 - expectation.logRatio)
  return vintages.flatMap(({ originSays, destinationSays }) => {
    const [sent, partner] =
      side === 'origin' ? [originSays, destinationSays] : [destinationSays, originSays]
    if (sent === null || partner === null) return []
    // Half a person more: of a partner's zero something is left to expect.
    const counted = partner + 0.5
    return [{ sent, expected: scale * counted, variance: expectation.variance + 1 / counted }]
  })
}

/** A text that is equal for the same figures of all periods. */
export function corridorKey({ contract, origin, destination, breakdown }: Corridor): string {
  return `${contract} ${origin} ${destination} ${breakdown}`
}
