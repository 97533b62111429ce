// SPDX-License-Identifier: Apache-2.0
import {
  newestVersion,
  toColumns,
  validate,
  type FlowRow,
  type MigrationFlow,
  type ProtectionRule as AgreedRule,
} from '@corridor/contracts'
import { attack } from './attack'
import { cellsOf } from './dataset-cells'
import { dimensionsOf } from './dataset-dimensions'
import {
  bySex,
  definition,
  figure,
  flow,
  held,
  protectedOf,
  rowsLeft,
  suppression,
  tryOn,
} from './given'
import { knownFrom } from './known-datasets'
import type { DatasetMeans } from './protect-dataset'
import type { ProtectionRule } from './rule'
import { openSolver, type Solver } from './solver'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

type Means = Omit<DatasetMeans, 'structure' | 'solver'>
const protectedBy = (
  rows: readonly FlowRow[],
  rules: readonly ProtectionRule[] = [suppression],
  means: Means = {},
) => protectedOf(rows, rules, { solver, ...means })
const tried = (dataset: MigrationFlow, rules: readonly ProtectionRule[] = [suppression]) =>
  tryOn(dataset, rules, { solver })

describe('a dataset under suppression', () => {
  it('hides a small count and the cell that would give it away, both in the same way', () => {
    const rows = rowsLeft(protectedBy(bySex(60, 3)))
    const hidden = { value: null, valueStatus: 'suppressed', obsStatus: 'Q', confStatus: 'C' }
    expect(rows[0]).toMatchObject({ value: 60, valueStatus: 'value', confStatus: 'F' })
    expect(rows.slice(1)).toEqual([
      expect.objectContaining({ ...hidden, lower: 0, upper: 60 }),
      expect.objectContaining({ ...hidden, lower: 0, upper: 60 }),
    ])
  })

  it('is still a dataset of its contract', () => {
    const { dataset } = protectedBy(bySex(60, 3))
    expect(
      validate('migration-flow', newestVersion('migration-flow'), { ...dataset }),
    ).toMatchObject({ ok: true })
  })

  it('tells nothing beside a suppressed figure from which it could be worked out', () => {
    const rows = bySex(60, 3)
    const dataset = {
      ...toColumns(definition, rows),
      sampleSize: [600, 30, 570],
      standardError: [5, 1, 5],
      imputed: [0, 3, 0],
      confRedist: ['ALL', 'NONE', 'ALL'],
    }
    const done = tried(dataset)
    if (done.outcome === 'refused') throw new Error(done.why)
    expect(done.dataset).toMatchObject({
      sampleSize: [600, null, null],
      standardError: [5, null, null],
      imputed: [0, null, null],
      confRedist: ['ALL', 'NONE', 'ALL'],
    })
  })

  it('makes no difference between what the sender hid and what the hub did', () => {
    const [total, women, men] = bySex(60, 20)
    const hidden = {
      ...women!,
      value: null,
      valueStatus: 'suppressed',
      lower: 1,
      upper: 4,
      confStatus: 'A',
    } as const
    const rows = rowsLeft(protectedBy([total!, hidden, { ...men!, value: 40 }]))
    expect(rows.slice(1).map(({ sex: _sex, ...said }) => said)).toEqual([
      expect.objectContaining({ valueStatus: 'suppressed', lower: 0, upper: 60, confStatus: 'C' }),
      expect.objectContaining({ valueStatus: 'suppressed', lower: 0, upper: 60, confStatus: 'C' }),
    ])
  })

  it('leaves a dataset without small counts as it is', () => {
    const rows = bySex(60, 20)
    expect(rowsLeft(protectedBy(rows))).toEqual(rows)
    expect(protectedBy(rows).rows).toEqual([0, 1, 2])
  })

  it('protects a group that no row tells', () => {
    const [total, women] = bySex(60, 57)
    const { dataset, report } = protectedBy([total!, women!])
    expect(report.secondary).toHaveLength(1)
    expect(dataset?.valueStatus).toContain('suppressed')
  })

  it('keeps hidden across periods: a year and its quarters', () => {
    const quarters = [20, 15, 30, 3].map((value, i) => figure({ value, period: `2016-Q${i + 1}` }))
    const done = protectedBy(quarters, [suppression], {
      known: { datasets: [held(toColumns(definition, [figure({ value: 68 })]))] },
    })
    expect(rowsLeft(done).filter(({ valueStatus }) => valueStatus === 'suppressed')).toHaveLength(2)
  })

  it('asks for a threshold of its own where a group has one, below its code too', () => {
    const rows = ['Y_LT15', 'Y15T19', 'Y20T64'].map((age) => figure({ value: 7, age }))
    const groups = [{ dimension: 'age', codes: ['Y_LT20'], threshold: 9 }]
    const { report } = protectedBy(rows, [{ ...suppression, groups }])
    expect(report.primary.map(({ cell }) => cell)).toEqual([0, 1])
  })

  it('takes rules as agreements have them', () => {
    const agreed: AgreedRule = { ...suppression, dominance: { contributors: 2, percent: 85 } }
    // What its sender says nothing of does not pass.
    const { report } = protectedBy(bySex(600, 300), [agreed])
    expect(report.primary.map(({ reason }) => reason)).toEqual(
      new Array(3).fill('contributions-unknown'),
    )
    const contributions = { contributors: 30, largest: 60, second: 50 }
    const hubOnly = Array.from({ length: 3 }, () => ({ contributions }))
    expect(protectedBy(bySex(600, 300), [agreed], { hubOnly }).report.primary).toEqual([])
  })

  it('lets the strictest of several rules decide, and never forgets one', () => {
    const rows = bySex(60, 6)
    const stricter = { ...suppression, threshold: 8, protectionPercent: 50 }
    const published = { method: 'published-figures-no-protection' } as const
    expect(protectedBy(rows, [published, suppression]).report.primary).toHaveLength(0)
    expect(protectedBy(rows, [suppression, published, stricter]).report.primary).toHaveLength(1)
    const rounding = { method: 'random-rounding', base: 5 } as const
    expect(tried(toColumns(definition, rows), [suppression, rounding])).toMatchObject({
      why: 'several-methods',
    })
    expect(tried(toColumns(definition, rows), [])).toMatchObject({ outcome: 'refused' })
  })

  it('refuses bands of ages that overlap', () => {
    const rows = ['Y15T24', 'Y20T29', '_T'].map((age) => figure({ value: 70, age }))
    expect(tried(toColumns(definition, rows))).toMatchObject({ why: 'overlapping-ages' })
  })

  it('refuses a table that tells a cell twice', () => {
    expect(
      tried(toColumns(definition, [figure({ value: 1 }), figure({ value: 2 })])),
    ).toMatchObject({
      why: 'cell-twice',
    })
  })
})

describe('the other methods', () => {
  const key = new Uint8Array(32).fill(1)

  it('round every figure, and say its bounds', () => {
    const rows = rowsLeft(
      protectedBy(bySex(61, 3), [{ method: 'random-rounding', base: 5 }], { secret: key }),
    )
    for (const { value, lower, upper } of rows) {
      expect(value! % 5).toBe(0)
      expect([lower, upper]).toEqual([Math.max(0, value! - 4), value! + 4])
    }
    expect(
      tried(toColumns(definition, bySex(61, 3)), [{ method: 'random-rounding', base: 5 }]),
    ).toMatchObject({
      why: 'no-secret',
    })
  })

  it('perturb by the keys of the sender, and withhold what has none', () => {
    const rule = { method: 'cell-key', maximumNoise: 3, variance: 1, smallest: 0 } as const
    const done = protectedBy(bySex(61, 3), [rule], {
      hubOnly: [{ cellKey: 2 ** 31 }, { cellKey: 2 ** 25 }, {}],
    })
    expect(rowsLeft(done).map(({ value }) => value)).toEqual([61, 1])
    expect(done.rows).toEqual([0, 1])
    expect(done.report.withheld).toEqual([{ cell: 2, why: 'no-cell-key' }])
  })

  it('hand published figures on as they are', () => {
    const rows = bySex(61, 3)
    expect(rowsLeft(protectedBy(rows, [{ method: 'published-figures-no-protection' }]))).toEqual(
      rows,
    )
  })
})

describe('amounts of money', () => {
  const amounts = {
    ...toColumns(definition, bySex(61_000, 3_000)),
    unit: { measure: 'EUR', multiplier: 0, decimals: 0 } as const,
  }
  const hubOnly = [7, 8, 9].map((cellKey) => ({ cellKey }))
  const money = (rule: ProtectionRule) => tryOn(amounts, [rule], { solver, hubOnly })

  it.each([
    suppression,
    { method: 'random-rounding', base: 5 } as const,
    { method: 'cell-key', maximumNoise: 3, variance: 1, smallest: 0 } as const,
  ])('never leave under a rule on counts: $method', (rule) => {
    expect(money(rule)).toMatchObject({ outcome: 'refused', why: 'no-counts' })
  })

  it('leave as published ones, or by who contributed', () => {
    expect(money({ method: 'published-figures-no-protection' })).toMatchObject({ rows: [0, 1, 2] })
    const contributions = { contributors: 30, largest: 600, second: 500 }
    const told = [0, 1, 2].map(() => ({ contributions }))
    const rule = { ...suppression, estimatePercent: 10 }
    expect(tryOn(amounts, [rule], { solver, hubOnly: told })).toMatchObject({ rows: [0, 1, 2] })
  })
})

describe('the attacker', () => {
  it('works out what a naive release gives away, and nothing of a protected one', () => {
    const naive = toColumns(definition, [
      ...bySex(60, 3).filter(({ sex }) => sex !== 'F'),
      figure({ sex: 'F', valueStatus: 'suppressed', lower: 1, upper: 4, confStatus: 'A' }),
    ])
    const worked = (dataset: MigrationFlow) => {
      const known = knownFrom({ datasets: [] }, flow)
      const cells = cellsOf(dataset, flow)
      const codes = flow.dimensions.map((_, i) => new Set(cells.map((one) => one.codes[i]!)))
      const dimensions = dimensionsOf({
        structure: flow,
        classifications: dataset.classifications,
        codes,
        groups: [],
      })
      return attack({ dimensions: dimensions!, cells }, known, solver)
    }
    expect(worked(naive)).toEqual([expect.objectContaining({ cell: 2, lower: 3, upper: 3 })])
    expect(worked(protectedBy(bySex(60, 3)).dataset!)).toEqual([
      expect.objectContaining({ lower: 0, upper: 60 }),
      expect.objectContaining({ lower: 0, upper: 60 }),
    ])
  })
})
