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
    ...{ contract: 'deployment', sender: 'BE', told: new Map(), isGranted },
    rows: rows as (typeof cleared)[],
  })

/** What is found of a path whose first stage is told under protection: Belgium says one thing, each other party was told another. */
const foundUnder = (
  parties: readonly string[],
  stated: readonly object[],
  told: Readonly<Record<string, readonly object[]>>,
) => {
  const among = { ...known, standing: { ...known.standing, parties } }
  const figures = stageFiguresOf(among, clause, {
    ...{ contract: 'deployment', sender: 'BE', rows: stated as (typeof cleared)[] },
    told: new Map(Object.entries(told) as [string, (typeof cleared)[]][]),
    isGranted: ({ as = 'stated' }) => as === 'told',
  })
  const permits = ['2025-Q1', '2025-Q2'].map((period) => ({
    ...{ clause: '7', stage: 'permit', period, lower: 95, upper: 95 },
  }))
  return { figures, found: compareStages(clause, [...figures, ...permits]) }
}
const hidden = { ...cleared, value: null, valueStatus: 'suppressed', lower: 1, upper: 4 }

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
    const missing = { ...cleared, value: null, valueStatus: 'missing', period: '2025-Q2' }
    expect(figuresOf([hidden, missing])).toMatchObject([
      { lower: 1, upper: 4 },
      { lower: null, upper: null },
    ])
  })
})

describe('the figures of a stage that agreements protect', () => {
  it('are what the other party was told, and the same is found whatever is true', () => {
    const rounded = { ...cleared, value: 100, lower: 96, upper: 104, period: '2025-Q2' }
    const madeOf = (first: number, second: number) =>
      foundUnder(
        ['BE', 'DK'],
        [
          { ...cleared, value: first },
          { ...cleared, value: second, period: '2025-Q2' },
        ],
        { DK: [hidden, rounded] },
      )
    const one = madeOf(3, 97)
    expect(one.figures).toMatchObject([
      { period: '2025-Q1', lower: 1, upper: 4 },
      { period: '2025-Q2', lower: 96, upper: 104 },
    ])
    expect(one.found.filter(({ outcome }) => outcome !== 'no-expectation')).not.toEqual([])
    expect(madeOf(1, 103)).toEqual(one)
  })

  it('are nothing where a party was told none, and the widest where they were told different things', () => {
    const parties = ['BE', 'DK', 'SE']
    const told = (...se: readonly object[]) =>
      foundUnder(parties, [cleared], { DK: [cleared], SE: se }).figures
    expect(told()).toEqual([])
    expect(told({ ...cleared, value: 100, lower: 96, upper: 104 })).toMatchObject([
      { lower: 96, upper: 104 },
    ])
    expect(told({ ...hidden, lower: null, upper: null })).toMatchObject([
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
