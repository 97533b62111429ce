// SPDX-License-Identifier: Apache-2.0
import type { Expectation } from '@corridor/statistics'
import type { Cell } from './cell'

/** What two figures are multiplied by to be harmonised: 1 where they need nothing. */
export interface SideFactors {
  readonly origin: number
  readonly destination: number
}

/** What is expected of a cell, by which version of what was learnt; version and alarm are null where nothing was learnt of it. */
export interface Expected {
  readonly version: number | null
  readonly expectation: Expectation
  /** The p-value at or below which a figure is suspect, set by untouched history; null where that is too short to say. */
  readonly alarm: number | null
  /** Relative coverage factors, b of the origin and a of the destination; null where the corridor has none but its own history. */
  readonly coverage: SideFactors | null
}

/** What to expect of a cell whose figures are harmonised by such factors. */
export type Expect = (cell: Cell, factors: SideFactors) => Expected

/** Before anything was learnt: no score is pretended, and what unlocks one is said. */
export const nothingLearnt: Expect = () => ({
  version: null,
  alarm: null,
  coverage: null,
  expectation: {
    status: 'none',
    reason: 'there is no expectation yet: nothing was learnt of such figures so far',
    unlockedBy: 'three earlier periods that both sides report, and the next round of learning',
  },
})
