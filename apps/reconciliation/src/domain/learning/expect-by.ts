// SPDX-License-Identifier: Apache-2.0
import { frequencyOf } from '@corridor/contracts'
import { expectationOf, type LearntExpectations } from '@corridor/statistics'
import type { Cell } from '../cell'
import { nothingLearnt, type Expect, type Expected } from '../expected'

/** A version of what was learnt of a contract's figures, ready to be asked. */
export interface LearntVersion {
  readonly version: number
  readonly alarm: number
  /** By `seriesOf`, the models of the series with the period that each is for, the earliest first and the open one last. */
  readonly series: ReadonlyMap<string, readonly LearntModel[]>
}

/** For periods up to `until`; an empty one is for all that come after. */
export interface LearntModel {
  readonly until: string
  readonly learnt: LearntExpectations
}

/** The series that a cell belongs to: figures of one frequency and breakdown. */
export function seriesOf({ period, breakdown }: Pick<Cell, 'period' | 'breakdown'>): string {
  return `${frequencyOf(period)} ${breakdown}`
}

// A figure is no witness of itself, nor is what came after it.
const tooEarly: Expected = {
  ...{ version: null, alarm: null, coverage: null },
  expectation: {
    status: 'none',
    reason: 'there is no expectation of so early a period: fewer than three come before it',
    unlockedBy: 'earlier periods that both sides report',
  },
}

/** Expects of a cell what the periods before it teach, by the newest version of its contract. */
export function expectBy(versions: ReadonlyMap<string, LearntVersion>): Expect {
  return (cell, factors) => {
    const known = versions.get(cell.contract)
    const models = known?.series.get(seriesOf(cell)) ?? []
    const model = models.find(({ until }) => until === '' || until >= cell.period)
    if (known === undefined || model === undefined) return nothingLearnt(cell, factors)
    if (model.learnt.periods.some((period) => period >= cell.period)) return tooEarly
    const { learnt } = model
    const { origin, destination } = cell
    const expectation = expectationOf(learnt, { origin, destination, factors })
    const b = learnt.factors.emigration.get(origin)
    const a = learnt.factors.immigration.get(destination)
    return {
      version: expectation.status === 'none' ? null : known.version,
      expectation,
      alarm: known.alarm,
      coverage: a === undefined || b === undefined ? null : { origin: b, destination: a },
    }
  }
}
