// SPDX-License-Identifier: Apache-2.0
import {
  mistakenReadings,
  proposeCauses,
  seriesChecks,
  type DefinitionGap,
  type Expectation,
  type FileCell,
  type FileReading,
  type PairTest,
  type ProposedCause,
  type SeriesFinding,
} from '@corridor/statistics'
import { carriedFrom } from './grid/parts'
import { groupedBy } from './grouped-by'
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

type Corridor = Pick<Pair, 'contract' | 'origin' | 'destination' | 'breakdown'>

/** Periods that a series is looked at over, before the one in question. */
export const periodsLookedAt = 8

/** The cells whose kept figures bear on the causes of comparisons: the same ones before, and the opposite corridors. */
export function cellsAround(pairs: readonly Pair[]): readonly Omit<KeptFigures, Figures>[] {
  return pairs.flatMap(({ contract, origin, destination, period, breakdown }) => [
    ...[period, ...periodsBefore(period, periodsLookedAt)].map((one) => ({
      ...{ contract, origin, destination, period: one, breakdown },
    })),
    { contract, origin: destination, destination: origin, period, breakdown },
  ])
}

type Figures = 'originSays' | 'destinationSays' | 'originPosition' | 'destinationPosition'

/**
 * The causes that the figures of an agreement suggest for those of its comparisons that somebody must answer for. Only figures of
 * that agreement are looked at, so evidence tells nobody of others. People decide.
 */
export function withCauses(pairs: readonly Pair[], kept: readonly KeptFigures[]): readonly Pair[] {
  const placed = (one: KeptFigures) => [`${keyOf(one)} ${one.period}`, one] as const
  const before = new Map(kept.map(placed))
  // What came with the same messages is newer than what was kept.
  const known = new Map([...before, ...pairs.map(placed)])
  const at = (cell: Corridor, period: string) => known.get(`${keyOf(cell)} ${period}`)
  const files = new Map<string, readonly FileReading[]>()
  for (const side of ['origin', 'destination'] as const)
    for (const [file, own] of groupedBy(pairs, (pair) => fileOf(pair, side)))
      files.set(`${side} ${file}`, readingsOf(own, side, at))
  return pairs.map((pair) => {
    if (!pair.matters) return pair
    const earlier = periodsBefore(pair.period, periodsLookedAt).flatMap(
      (period) => at(pair, period) ?? [],
    )
    const readings = {
      origin: files.get(`origin ${fileOf(pair, 'origin')}`) ?? [],
      destination: files.get(`destination ${fileOf(pair, 'destination')}`) ?? [],
    }
    const last = before.get(`${keyOf(pair)} ${pair.period}`)
    return { ...pair, causes: causesOf(pair, { earlier, before: last, readings }) }
  })
}

interface Around {
  readonly earlier: readonly KeptFigures[]
  readonly before: KeptFigures | undefined
  readonly readings: Readonly<Record<'origin' | 'destination', readonly FileReading[]>>
}

function causesOf(pair: Pair, { earlier, before, readings }: Around): readonly ProposedCause[] {
  const expectation = expectationIn(pair)
  return proposeCauses({
    origin: {
      ...{ reported: pair.originSays, statuses: statusesIn(pair.originStatus) },
      revised: isRevised(before?.originPosition, pair.originPosition),
      protected: pair.originSays === null,
      ...carried(pair.originParts),
      ...{ samplingVariance: 0, unknownPartner: 0, readings: readings.origin },
    },
    destination: {
      ...{ reported: pair.destinationSays, statuses: statusesIn(pair.destinationStatus) },
      revised: isRevised(before?.destinationPosition, pair.destinationPosition),
      protected: pair.destinationSays === null,
      ...carried(pair.destinationParts),
      ...{ samplingVariance: 0, unknownPartner: 0, readings: readings.destination },
    },
    gaps: pair.gaps.flatMap(({ cause, text }) => (isDefinition(cause) ? [{ cause, text }] : [])),
    ...{ derived: false, stayRatio: stayRatioOf(pair), expectation, test: testIn(pair) },
    ...{ parts: [], breaks: [], period: pair.period },
    series: seriesOf(pair, earlier, expectation),
  })
}

function carried(parts: string | null): { readonly carriedFrom?: string } {
  const from = parts === null ? undefined : carriedFrom(parts)
  return from === undefined ? {} : { carriedFrom: from }
}

function statusesIn(status: string | null): readonly string[] {
  return status === null ? [] : status.split(' ')
}

function isRevised(before: number | null | undefined, now: number | null): boolean {
  return before !== undefined && before !== null && now !== null && before !== now
}

const definitions = ['DEF_DURATION', 'DEF_PARTNER', 'DEF_POPULATION', 'DEF_AGE', 'TIMING'] as const

function isDefinition(cause: string): cause is DefinitionGap['cause'] {
  return definitions.some((one) => one === cause)
}

// R_I/R_E: the ratio of the figures as reported that the stays alone lead to.
function stayRatioOf(pair: Pair): number {
  const { originSays, destinationSays, originHarmonised, destinationHarmonised } = pair
  if (!originSays || !destinationSays || !originHarmonised || !destinationHarmonised) return 1
  return destinationHarmonised / destinationSays / (originHarmonised / originSays)
}

function expectationIn({ expectation, untested, unlockedBy }: Pair): Expectation {
  if (expectation === null)
    return { status: 'none', reason: untested ?? '', unlockedBy: unlockedBy ?? '' }
  return { status: 'expected', shrinkage: 1, ...expectation }
}

function testIn({ test, finding, untested, originSays, destinationSays }: Pair): PairTest {
  if (finding === 'agrees-within-intervals') return { status: 'agrees-within-intervals' }
  if (test === null || originSays === null || destinationSays === null)
    return { status: 'not-tested', reason: untested ?? '', unlockedBy: null }
  return { status: 'tested', ...test, figures: { outflow: originSays, inflow: destinationSays } }
}

function seriesOf(
  pair: Pair,
  earlier: readonly KeptFigures[],
  expectation: Expectation,
): readonly SeriesFinding[] {
  if (expectation.status === 'none') return []
  const points = [...earlier, pair].flatMap(({ period, originSays, destinationSays }) =>
    originSays === null || destinationSays === null
      ? []
      : [{ period, outflow: originSays, inflow: destinationSays }],
  )
  const ordered = points.toSorted((one, other) => (one.period < other.period ? -1 : 1))
  const { logRatio, variance: withinVariance } = expectation
  return seriesChecks(ordered, { logRatio, withinVariance })
}

type At = (cell: Corridor, period: string) => KeptFigures | undefined

/** A message is read as a whole: the cells of one reporter and period that were compared together. */
function readingsOf(
  pairs: readonly Pair[],
  side: 'origin' | 'destination',
  at: At,
): readonly FileReading[] {
  return mistakenReadings(pairs.flatMap((pair) => fileCell(pair, side, at) ?? []))
}

function fileCell(pair: Pair, side: 'origin' | 'destination', at: At): FileCell | undefined {
  const { originSays, destinationSays, expectation, period } = pair
  if (originSays === null || destinationSays === null || expectation === null) return undefined
  const ratio = Math.exp(expectation.logRatio)
  const [last = ''] = periodsBefore(period, 1)
  const before = at(pair, last)
  const opposite = at({ ...pair, origin: pair.destination, destination: pair.origin }, period)
  const isOrigin = side === 'origin'
  const sentBefore = isOrigin ? before?.originSays : before?.destinationSays
  const partnerBefore = isOrigin ? before?.destinationSays : before?.originSays
  const partnerOpposite = isOrigin ? opposite?.originSays : opposite?.destinationSays
  const scale = isOrigin ? ratio : 1 / ratio
  return {
    key: keyOf(pair),
    sent: isOrigin ? originSays : destinationSays,
    expected: isOrigin ? ratio * destinationSays : originSays / ratio,
    ...(typeof partnerBefore === 'number' ? { expectedBefore: scale * partnerBefore } : {}),
    ...(typeof sentBefore === 'number' ? { sentBefore } : {}),
    ...(typeof partnerOpposite === 'number' ? { opposite: partnerOpposite } : {}),
  }
}

function fileOf({ contract, origin, destination, period }: Pair, side: string): string {
  return `${contract} ${side === 'origin' ? origin : destination} ${period}`
}

function keyOf({ contract, origin, destination, breakdown }: Corridor): string {
  return `${contract} ${origin} ${destination} ${breakdown}`
}
