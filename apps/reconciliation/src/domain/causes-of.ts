// SPDX-License-Identifier: Apache-2.0
import {
  proposeCauses,
  seriesChecks,
  type DefinitionGap,
  type Expectation,
  type PairTest,
  type ProposedCause,
  type SeriesFinding,
} from '@corridor/statistics'
import { breakdownsAround, type Breakdown } from './breakdowns-around'
import { flowKey } from './cell'
import { carriedFrom } from './grid/parts'
import { groupedBy } from './grouped-by'
import {
  corridorKey,
  fileEvidence,
  periodsLookedAt,
  type Corridor,
  type FileEvidence,
  type KeptFigures,
  type Side,
} from './file-evidence'
import type { Pair } from './pair'
import { periodsBefore } from './periods-before'

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
 * that agreement are looked at, so evidence tells nobody of others. `among` are comparisons of the same flows, the totals and other parts
 * of breakdowns. People decide.
 */
export function withCauses(
  pairs: readonly Pair[],
  kept: readonly KeptFigures[],
  among = pairs,
): readonly Pair[] {
  const placed = (one: KeptFigures) => [`${corridorKey(one)} ${one.period}`, one] as const
  const before = new Map(kept.map(placed))
  const now = new Map(pairs.map(placed))
  // What came with the same messages is newer than what was kept.
  const at = (cell: Corridor, period: string): readonly KeptFigures[] => {
    const key = `${corridorKey(cell)} ${period}` as const
    return [now.get(key) ?? [], before.get(key) ?? []].flat()
  }
  const files = new Map<string, FileEvidence>()
  for (const side of ['origin', 'destination'] as const)
    for (const [file, own] of groupedBy(pairs, (pair) => fileOf(pair, side)))
      files.set(`${side} ${file}`, fileEvidence(own, side, at))
  const asked = new Set(pairs.filter(({ matters }) => matters).map(flowKey))
  const breakdownsOf = breakdownsAround(among.filter((pair) => asked.has(flowKey(pair))))
  return pairs.map((pair) => {
    if (!pair.matters) return pair
    const earlier = periodsBefore(pair.period, periodsLookedAt).flatMap((period) =>
      at(pair, period).slice(0, 1),
    )
    const file = (side: Side) => files.get(`${side} ${fileOf(pair, side)}`) ?? { readings: [] }
    const own = { origin: file('origin'), destination: file('destination') }
    const last = before.get(`${corridorKey(pair)} ${pair.period}`)
    const around = { earlier, before: last, files: own, breakdowns: breakdownsOf(pair) }
    return { ...pair, causes: causesOf(pair, around) }
  })
}

interface Around {
  readonly earlier: readonly KeptFigures[]
  readonly before: KeptFigures | undefined
  readonly files: Readonly<Record<Side, FileEvidence>>
  readonly breakdowns: readonly Breakdown[]
}

function causesOf(pair: Pair, around: Around): readonly ProposedCause[] {
  const { earlier, before, files, breakdowns } = around
  const expectation = expectationIn(pair)
  return proposeCauses({
    origin: {
      ...{ reported: pair.originSays, statuses: statusesIn(pair.originStatus) },
      revised: isRevised(before?.originPosition, pair.originPosition),
      protected: pair.originSays === null,
      ...carried(pair.originParts),
      ...{ samplingVariance: 0, unknownPartner: 0, ...files.origin },
    },
    destination: {
      ...{ reported: pair.destinationSays, statuses: statusesIn(pair.destinationStatus) },
      revised: isRevised(before?.destinationPosition, pair.destinationPosition),
      protected: pair.destinationSays === null,
      ...carried(pair.destinationParts),
      ...{ samplingVariance: 0, unknownPartner: 0, ...files.destination },
    },
    gaps: pair.gaps.flatMap(({ cause, text }) => (isDefinition(cause) ? [{ cause, text }] : [])),
    ...{ derived: false, stayRatio: stayRatioOf(pair), expectation, test: testIn(pair) },
    breakdowns: breakdowns.map(({ total, parts }) => ({
      ...{ total: testIn(total), parts: parts.map(testIn) },
    })),
    ...{ breaks: [], period: pair.period },
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

function fileOf({ contract, origin, destination, period }: Pair, side: string): string {
  return `${contract} ${side === 'origin' ? origin : destination} ${period}`
}
