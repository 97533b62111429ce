// SPDX-License-Identifier: Apache-2.0
import { alarmBand } from '@corridor/statistics'
import type { Cell } from '../cell'
import { carriedBy, gapsOf, type Counting } from '../counting'
import { nothingLearnt, type Expect } from '../expected'
import type { ComparisonTerms } from '../terms'

/** What all comparisons have in common that are of one corridor, class of breakdown, and pair of ways of counting. */
export interface JudgingRow {
  readonly corridor: number
  readonly class: number
  readonly originWay: number
  readonly destinationWay: number
  readonly comparable: boolean
  /** What harmonises the two figures. */
  readonly originFactor: number
  readonly destinationFactor: number
  readonly expected: boolean
  /** The band of shares in which no alarm is raised; see `alarmBand`. */
  readonly lower: number
  readonly upper: number
  readonly half: number
}

/** Everything that may meet in a part of the record: one agreement and one period. */
export interface Meeting {
  readonly contract: string
  readonly period: string
  readonly parties: readonly string[]
  readonly corridors: readonly number[]
  /** A breakdown for each class, by number. */
  readonly classes: readonly string[]
  readonly ways: readonly Counting[]
  /** Those of the corridors that were brought to a common grid. */
  readonly onGrid: readonly number[]
}

/** By what pairs are judged, and of which breakdowns anything was learnt. */
export interface RoundJudging {
  readonly terms: ComparisonTerms
  readonly expect: Expect
  readonly learnt: readonly string[]
}

/**
 * A row for everything that may meet. Breakdowns of which something was learnt come as classes of their own, numbered after the others; of
 * all others nothing is expected, so one breakdown stands for all of its class.
 */
export function judgingRows(meeting: Meeting, judging: RoundJudging): readonly JudgingRow[] {
  const { classes } = meeting
  const { terms, expect, learnt } = judging
  return [
    ...classes.flatMap((breakdown, place) =>
      rowsOfClass(meeting, { breakdown, place }, { terms, expect: nothingLearnt }),
    ),
    ...learnt.flatMap((breakdown, place) =>
      rowsOfClass(meeting, { breakdown, place: classes.length + place }, { terms, expect }),
    ),
  ]
}

function rowsOfClass(
  meeting: Meeting,
  { breakdown, place }: { readonly breakdown: string; readonly place: number },
  judging: Omit<RoundJudging, 'learnt'>,
): readonly JudgingRow[] {
  const { corridors, ways } = meeting
  return corridors.flatMap((corridor) =>
    ways.flatMap((origin, originWay) =>
      ways.map((destination, destinationWay) => ({
        ...{ corridor, class: place, originWay, destinationWay },
        ...judgingOf(cellIn(meeting, { corridor, breakdown }), { origin, destination }, judging),
      })),
    ),
  )
}

/** A cell of a part of the record. */
export function cellIn(
  { contract, period, parties }: Pick<Meeting, 'contract' | 'period' | 'parties'>,
  { corridor, breakdown }: { readonly corridor: number; readonly breakdown: string },
): Cell {
  const [origin = '', destination = ''] = [
    parties[Math.floor(corridor / parties.length)],
    parties[corridor % parties.length],
  ]
  return { contract, period, origin, destination, breakdown }
}

const nowhere = { lower: 0, upper: 1, half: 0 }

function judgingOf(
  cell: Cell,
  sides: Readonly<Record<'origin' | 'destination', Counting>>,
  { terms, expect }: { readonly terms: ComparisonTerms; readonly expect: Expect },
): Omit<JudgingRow, 'corridor' | 'class' | 'originWay' | 'destinationWay'> {
  const { status } = gapsOf(cell, sides, terms)
  const { factors } = carriedBy(sides, status, terms)
  const comparable = status !== 'not-comparable'
  const { expectation, alarm } = expect(cell, factors)
  const expected = comparable && expectation.status === 'expected'
  const band =
    comparable && expectation.status === 'expected' ? alarmBand(expectation, alarm ?? 0) : nowhere
  return {
    ...{ comparable, expected },
    ...{ originFactor: factors.origin, destinationFactor: factors.destination },
    ...band,
  }
}
