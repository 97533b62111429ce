// SPDX-License-Identifier: Apache-2.0
// On a synthetic corridor whose law is known: see given-corridor.ts. No figure here is a state's.
import { comparePipeline } from './compare-pipeline'
import { corridor, figuresOf, path, truth, type Counts } from './given-corridor'
import type { StageCheck } from './stage-check'

const periodsAYear = 12
const periods = 72
const seeds = Array.from({ length: 16 }, (_, i) => 100 + i)

/** What is found of one stage. */
const checksOf = (counts: Counts, level: number, stage: string): readonly StageCheck[] => {
  const own = {
    orders: path.orders.filter((order) => order.stage === stage),
    stocks: path.stocks.filter((stock) => stock.stage === stage),
  }
  return comparePipeline(own, figuresOf(counts), { level, periodsAYear }).checks
}

const judged = (checks: readonly StageCheck[], check: StageCheck['check']): readonly StageCheck[] =>
  checks.filter((one) => one.check === check && one.outcome !== 'no-expectation')

const flagged = (checks: readonly StageCheck[]): number =>
  checks.filter(({ outcome }) => outcome !== 'in-range').length

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

/** The corridor with a stage changed from a period on. */
const changed = (
  counts: Counts,
  stage: keyof Counts,
  change: (count: number, t: number) => number,
): Counts => ({ ...counts, [stage]: counts[stage].map(change) })

describe('an untouched synthetic corridor', () => {
  const all = seeds.map((seed) => corridor(periods, seed))
  const found = all.map((counts) =>
    comparePipeline(path, figuresOf(counts), { level: 0.05, periodsAYear }),
  )
  const checks = found.flatMap((one) => one.checks)

  it.each([0.05, 0.01])(
    'raises alarms of single periods at about the nominal rate of %p',
    (level) => {
      const learnt = judged(checks, 'period').filter(({ basis }) => basis === 'learnt')
      const rate = learnt.filter(({ p }) => p !== null && p <= level).length / learnt.length
      // Some 2,300 checks: two standard errors are 0.009 at 0.05 and 0.004 at 0.01.
      expect(learnt.length).toBeGreaterThan(2000)
      expect(rate).toBeGreaterThan(level * 0.5)
      expect(rate).toBeLessThan(level * 1.5)
    },
  )

  it('raises alarms of years at no more than twice the nominal rate: years overlap', () => {
    const years = judged(checks, 'year')
    expect(flagged(years) / years.length).toBeLessThan(0.1)
  })

  it('raises hardly any by the declaration alone, and none of the stock', () => {
    const declared = judged(checks, 'period').filter(({ basis }) => basis === 'declared')
    expect(flagged(declared) / declared.length).toBeLessThan(0.01)
    expect(flagged(judged(checks, 'stock'))).toBe(0)
    expect(judged(checks, 'stock')).toHaveLength(seeds.length * periods)
  })

  it('gives lags and take-up back, although other ones are declared', () => {
    for (const [stage, law] of Object.entries(truth)) {
      const learnt = found.flatMap((one) => one.learnt.get(stage) ?? [])
      const mean = (of: (one: (typeof learnt)[number]) => number): number =>
        learnt.reduce((all, one) => all + of(one), 0) / learnt.length
      expect(learnt).toHaveLength(seeds.length)
      expect(Math.abs(mean(({ takeUp }) => takeUp) - law.takeUp)).toBeLessThan(0.02)
      for (const [k, share] of law.lag.entries()) {
        const told = mean(({ shares, takeUp }) => (shares[k] ?? 0) / takeUp)
        expect(Math.abs(told - share)).toBeLessThan(0.04)
      }
    }
  })

  it('flags fewer, never more, where a figure is only known within bounds', () => {
    const counts = all[0] ?? corridor(periods, 1)
    const wide = new Map(
      [...figuresOf(counts)].map(([stage, of]) => [
        stage,
        of.map((one) => (one === null ? null : { lower: one.lower - 4, upper: one.upper + 4 })),
      ]),
    )
    // Nothing is known exactly, so nothing is learnt: the declaration decides.
    const bounded = comparePipeline(path, wide, { level: 0.05, periodsAYear })
    expect(bounded.learnt.size).toBe(0)
    expect(flagged(judged(bounded.checks, 'period'))).toBe(0)
  })
})

describe('a synthetic corridor with a planted fault', () => {
  const from = 60
  type Expected = Pick<StageCheck, 'stage' | 'check' | 'outcome'>
  const faults: readonly (readonly [string, (counts: Counts) => Counts, Expected, number])[] = [
    [
      'more entries than permits: half as many again in one period',
      (counts) => changed(counts, 'entry', (n, t) => (t === from ? Math.round(n * 1.5) : n)),
      { stage: 'entry', check: 'period', outcome: 'above' },
      0.95,
    ],
    [
      'permits of which a third was not sent in one period',
      (counts) => changed(counts, 'permit', (n, t) => (t === from ? Math.round(n * 0.67) : n)),
      { stage: 'permit', check: 'period', outcome: 'below' },
      0.95,
    ],
    [
      'clearances of which a tenth never become permits any more, found over the year',
      (counts) => changed(counts, 'permit', (n, t) => (t >= from ? Math.round(n * 0.9) : n)),
      { stage: 'permit', check: 'year', outcome: 'below' },
      0.9,
    ],
    [
      'returns above the stock: one more than ever came',
      (counts) =>
        changed(counts, 'return', (n, t) =>
          t === from ? 401 + sum(counts.entry.slice(0, t + 1)) : n,
        ),
      { stage: 'return', check: 'stock', outcome: 'above' },
      1,
    ],
    [
      'a unit slip of a thousand',
      (counts) => changed(counts, 'permit', (n, t) => (t === from ? n * 1000 : n)),
      { stage: 'permit', check: 'period', outcome: 'above' },
      1,
    ],
    [
      'suppressed figures sent as zero',
      (counts) => changed(counts, 'entry', (n, t) => (t === from ? 0 : n)),
      { stage: 'entry', check: 'period', outcome: 'below' },
      1,
    ],
  ]

  it.each(faults)('finds %s', (...[, plant, expected, least]) => {
    const found = seeds.filter((seed) =>
      checksOf(plant(corridor(periods, seed)), 0.01, expected.stage).some(
        ({ check, outcome, period }) =>
          check === expected.check &&
          outcome === expected.outcome &&
          (check === 'year' ? period >= from : period === from),
      ),
    )
    expect(found.length / seeds.length).toBeGreaterThanOrEqual(least)
  })

  it('claims nothing of a small fault: a tenth in one period is mostly not found', () => {
    const found = seeds.filter((seed) =>
      checksOf(
        changed(corridor(periods, seed), 'entry', (n, t) => (t === from ? Math.round(n * 1.1) : n)),
        0.01,
        'entry',
      ).some((one) => one.period === from && one.outcome === 'above'),
    )
    expect(found.length / seeds.length).toBeLessThan(0.5)
  })
})

describe('without history', () => {
  it('the declaration alone decides, and a figure that lacks is no zero', () => {
    const figures = new Map([
      ['clearance', [100, 100, 100, 100].map((n) => ({ lower: n, upper: n }))],
      ['permit', [null, null, { lower: 150, upper: 150 }, { lower: 20, upper: 20 }]],
    ])
    const { checks } = comparePipeline({ orders: path.orders.slice(0, 1), stocks: [] }, figures, {
      level: 0.01,
      periodsAYear,
    })
    expect(checks.map(({ outcome, why, basis }) => [outcome, why, basis])).toEqual([
      ['no-expectation', 'figure-missing', 'declared'],
      ['no-expectation', 'figure-missing', 'declared'],
      ['above', null, 'declared'],
      ['below', null, 'declared'],
    ])
    // 60 to 100 are expected, and chance beyond both.
    expect(checks[2]?.range).toEqual({ lower: 41, upper: 127 })
  })

  it('a stock without opening is not judged', () => {
    const stocks = [{ stage: 'return', entries: 'entry' }]
    const { checks } = comparePipeline({ orders: [], stocks }, figuresOf(corridor(3, 1)), {
      level: 0.01,
      periodsAYear,
    })
    expect(checks.map(({ why }) => why)).toEqual(Array(3).fill('opening-missing'))
  })
})
