// SPDX-License-Identifier: Apache-2.0
// Synthetic figures of a corridor that no state reported.
import type { PipelineStage } from '@corridor/contracts'
import type { ClauseOf, KnownAgreement, RowTest } from '@corridor/policy'
import { agreement } from '../given'
import { compareStages } from './compare-stages'
import { stageFiguresOf, type StageFigure } from './stage-figures'

const stages: readonly PipelineStage[] = [
  {
    ...{ stage: 'clearance', from: 'BE', contract: 'deployment' },
    at: [{ dimension: 'stage', code: 'CLEARANCE' }],
  },
  {
    ...{ stage: 'permit', from: 'DK', contract: 'work-permits', after: 'clearance' },
    at: [{ dimension: 'event', code: 'FIRST' }],
    lagPercent: [50, 50],
    takeUp: { leastPercent: 80, mostPercent: 100 },
  },
]
const clause: ClauseOf<'pipeline'> = {
  ...{
    id: '7',
    kind: 'pipeline',
    frequency: 'Q',
    origin: 'BE',
    destination: 'DK',
    levelPercent: 1,
  },
  stages,
}
const known: KnownAgreement = {
  ...agreement,
  terms: { ...agreement.terms, enforced: [...agreement.terms.enforced, clause] },
}
const totals = { sex: '_T', age: '_T', occupation: '_T', sector: '_T' }
const cleared = {
  ...{
    reporter: 'BE',
    destination: 'DK',
    stage: 'CLEARANCE',
    contractType: '_T',
    period: '2025-Q1',
  },
  ...{ ...totals, value: 100, valueStatus: 'value', lower: null, upper: null, confStatus: 'F' },
}
const all: RowTest = () => true
const figuresOf = (rows: readonly object[], isGranted = all): readonly StageFigure[] =>
  stageFiguresOf(known, clause, {
    ...{ contract: 'deployment', sender: 'BE', isGranted },
    rows: rows as (typeof cleared)[],
  })

describe('the figures of a stage', () => {
  it('are the totals of its code on its corridor', () => {
    const others = [
      { ...cleared, stage: 'DEPARTURE' },
      { ...cleared, sex: 'F' },
      { ...cleared, destination: 'SE' },
      { ...cleared, period: '2025' },
    ]
    expect(figuresOf([cleared, ...others])).toEqual([
      { clause: '7', stage: 'clearance', period: '2025-Q1', lower: 100, upper: 100 },
    ])
  })

  it('are none that another party is not given as they are', () => {
    expect(figuresOf([cleared], () => false)).toEqual([])
  })

  it('are bounds where they are hidden, and nothing where they are missing: never a zero', () => {
    const hidden = { ...cleared, value: null, valueStatus: 'suppressed', lower: 1, upper: 4 }
    const missing = { ...cleared, value: null, valueStatus: 'missing', period: '2025-Q2' }
    expect(figuresOf([hidden, missing])).toMatchObject([
      { lower: 1, upper: 4 },
      { lower: null, upper: null },
    ])
  })
})

describe('stages held against each other', () => {
  const said = (stage: string, period: string, value: number): StageFigure => ({
    ...{ clause: '7', stage, period, lower: value, upper: value },
  })

  it('are told by the names of their periods, a gap being a figure that lacks', () => {
    const found = compareStages(clause, [
      ...['2025-Q1', '2025-Q2', '2025-Q4'].map((period) => said('clearance', period, 100)),
      said('permit', '2025-Q2', 95),
      said('permit', '2025-Q4', 99),
      said('permit', '2026-Q1', 160),
    ])
    const periods = found.filter(({ check }) => check === 'period')
    expect(periods.map(({ period, outcome, why }) => [period, outcome, why])).toEqual([
      ['2025-Q1', 'no-expectation', 'figure-missing'],
      ['2025-Q2', 'in-range', null],
      ['2025-Q3', 'no-expectation', 'figure-missing'],
      ['2025-Q4', 'no-expectation', 'stage-before-missing'],
      ['2026-Q1', 'no-expectation', 'stage-before-missing'],
    ])
  })

  it('are flagged outside their range, by the declaration alone where there is no history', () => {
    const [, second] = compareStages(clause, [
      ...['2025-Q1', '2025-Q2'].map((period) => said('clearance', period, 100)),
      said('permit', '2025-Q2', 160),
    ])
    expect(second).toMatchObject({ outcome: 'above', basis: 'declared', period: '2025-Q2' })
  })
})
