// SPDX-License-Identifier: Apache-2.0
import { alarmBand } from '@corridor/statistics'
import type { Cell } from '../cell'
import { carriedBy, gapsOf, type Counting } from '../compare-sides'
import type { Expect } from '../expected'
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
}

/**
 * A row for everything that may meet. Expectations are of a corridor and a class, so one breakdown stands for all of its class.
 */
export function judgingRows(
  meeting: Meeting,
  { terms, expect }: { readonly terms: ComparisonTerms; readonly expect: Expect },
): readonly JudgingRow[] {
  const { corridors, classes, ways } = meeting
  return corridors.flatMap((corridor) =>
    classes.flatMap((breakdown, place) =>
      ways.flatMap((origin, originWay) =>
        ways.map((destination, destinationWay) => ({
          ...{ corridor, class: place, originWay, destinationWay },
          ...judgingOf(
            cellIn(meeting, { corridor, breakdown }),
            { origin, destination },
            { terms, expect },
          ),
        })),
      ),
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
