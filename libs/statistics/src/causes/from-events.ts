// SPDX-License-Identifier: Apache-2.0
import type { FileReading, ReadingKind } from '../series/file-readings'
import type { ReporterBreak } from '../series/reporter-breaks'
import type { SeriesFinding } from '../series/series-checks'
import type { ProposedCause } from './cause'
import type { DifferenceEvidence } from './evidence'

/** What happened once: a mistaken file, a reporter that broke, a jump, a period that was shifted. */
export function fromEvents(evidence: DifferenceEvidence): readonly ProposedCause[] {
  const { origin, destination, breaks, series, period } = evidence
  return [
    ...fromReadings('origin', origin.readings, origin.reported),
    ...fromReadings('destination', destination.readings, destination.reported),
    ...breaks.flatMap((one) => fromBreak(one, evidence[one.role].reported)),
    ...series.flatMap((finding) => fromSeries(finding, period, evidence)),
    ...twice(evidence),
  ]
}

const readingWords: Readonly<Record<Exclude<ReadingKind, 'as-sent'>, string>> = {
  thousandfold: 'the file fits what is expected if its figures are a thousand times too large',
  thousandth: 'the file fits what is expected if its figures are thousands',
  'opposite-direction': 'the file fits what is expected of the opposite flow',
  'sent-again': 'the file holds the figures of the period before',
}

/** Proposals from how the file of a side reads; `reported` its figure in this cell. */
export function fromReadings(
  side: 'origin' | 'destination',
  readings: readonly FileReading[],
  reported: number | null,
): readonly ProposedCause[] {
  const [likeliest] = readings
  if (likeliest === undefined || likeliest.kind === 'as-sent') return []
  const sign = side === 'origin' ? 1 : -1
  const scale = { thousandfold: 1 - 1 / 1000, thousandth: 1 - 1000 }
  const { kind, distance } = likeliest
  const share = kind === 'thousandfold' || kind === 'thousandth' ? scale[kind] : null
  return [
    {
      cause: 'PROCESSING_ERROR',
      side,
      evidence: `${readingWords[kind]} (${likeliest.cells} cells of the ${side})`,
      strength: 0.95 - distance / 4,
      persons: share === null || reported === null ? null : Math.round(sign * reported * share),
      adjustment: 'known-specific',
    },
  ]
}

/** Proposals from a reporter whose cells moved together; `reported` its figure in this cell, null for the reporter as a whole. */
export function fromBreak(
  { reporter, role, factor, cells, movedShare }: ReporterBreak,
  reported: number | null,
): readonly ProposedCause[] {
  const evidence =
    `${reporter} reports ${factor.toFixed(2)} of what is expected of it as ${role === 'origin' ? 'an origin' : 'a destination'}, ` +
    `in ${Math.round(100 * movedShare)} % of its ${cells.length} cells`
  const moved = reported === null ? null : Math.round(reported * (1 - 1 / factor))
  const persons = moved !== null && role === 'destination' ? 0 - moved : moved
  const about = { side: role, evidence, persons } as const
  const found: ProposedCause[] = [
    { ...about, cause: 'BREAK', strength: 0.8, adjustment: 'known-specific' },
  ]
  // One sex for both is about half, in all cells alike.
  if (factor > 0.35 && factor < 0.65)
    found.push({
      ...about,
      cause: 'PROCESSING_ERROR',
      evidence: `${evidence}: as when one sex is sent for the total`,
      strength: 0.7,
      adjustment: 'known-specific',
    })
  if (role === 'origin' && factor > 1.5)
    found.push({
      ...about,
      cause: 'ADMIN_CORRECTION',
      evidence: `${evidence}: as when a register removes many at once`,
      strength: 0.75,
      adjustment: 'known-specific',
    })
  return found
}

function fromSeries(
  finding: SeriesFinding,
  period: string,
  { origin, destination }: DifferenceEvidence,
): readonly ProposedCause[] {
  switch (finding.kind) {
    case 'timing-shift': {
      if (finding.period !== period && finding.next !== period) return []
      const gap = Math.sign((origin.reported ?? 0) - (destination.reported ?? 0))
      return [
        {
          cause: 'TIMING',
          side: 'both',
          evidence: `the differences of ${finding.period} and ${finding.next} are opposite and cancel`,
          strength: 0.7,
          persons: Math.round(gap * finding.persons),
          adjustment: 'known-specific',
        },
      ]
    }
    case 'break':
      return [
        {
          cause: 'BREAK',
          side: finding.side,
          evidence: `the ${finding.side} keeps another level from ${finding.period} on`,
          strength: 0.6,
          persons: null,
          adjustment: 'systematic',
        },
      ]
    case 'jump':
      return finding.period === period ? fromJump(finding) : []
  }
}

function fromJump({
  side,
  factor,
  returned,
}: Extract<SeriesFinding, { kind: 'jump' }>): readonly ProposedCause[] {
  const after = returned ? 'and returns after it' : 'and there is no later period yet'
  const evidence = `the ${side} leaves its own level in this period alone, ${after}`
  const about = { side, evidence, persons: null } as const
  const unit = Math.abs(Math.abs(Math.log10(factor)) - 3) < 0.2
  if (unit)
    return [{ ...about, cause: 'PROCESSING_ERROR', strength: 0.8, adjustment: 'known-specific' }]
  if (side === 'origin' && factor > 1.5)
    return [{ ...about, cause: 'ADMIN_CORRECTION', strength: 0.5, adjustment: 'known-specific' }]
  return [{ ...about, cause: 'PROCESSING_ERROR', strength: 0.35, adjustment: 'irregular' }]
}

/** A cell near twice or half of what is expected may have been counted twice; a weak sign, and only in a cell that is suspect. */
function twice({ test, expectation, breaks }: DifferenceEvidence): readonly ProposedCause[] {
  if (test.status !== 'tested' || test.suspicion < 0.5) return []
  if (expectation.status === 'none' || breaks.length > 0) return []
  const { outflow, inflow } = test.figures
  const off = Math.log((outflow + 0.5) / (inflow + 0.5)) - expectation.logRatio
  if (Math.abs(Math.abs(off) - Math.LN2) > 0.1) return []
  return [
    {
      cause: 'DUPLICATE',
      side: off > 0 ? 'origin' : 'destination',
      evidence: 'the figure is about twice what is expected, in this cell alone',
      strength: 0.3,
      persons: Math.round(off > 0 ? outflow / 2 : -inflow / 2),
      adjustment: 'known-specific',
    },
  ]
}
