// SPDX-License-Identifier: Apache-2.0
import { toColumns, type FlowRow } from '@corridor/contracts'
import { bySex, definition, figure, held, protectedOf, rowsLeft, suppression } from './given'
import type { KnownDatasets } from './known-datasets'
import { openSolver, type Solver } from './solver'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const protectedBy = (rows: readonly FlowRow[], known: KnownDatasets = { datasets: [] }) =>
  protectedOf(rows, [suppression], { solver, known })

describe('what the recipient holds', () => {
  it('is reckoned with: the other part of the total', () => {
    const [total, women, men] = bySex(60, 3)
    const known = { datasets: [held(toColumns(definition, [men!]))] }
    const done = protectedBy([total!, women!], known)
    expect(rowsLeft(done).map(({ valueStatus }) => valueStatus)).toEqual([
      'suppressed',
      'suppressed',
    ])
  })

  it('is reckoned with where one who shares with it holds it, and bounds tell nothing of that', () => {
    const [total, women, men] = bySex(60, 3)
    const known = { datasets: [held(toColumns(definition, [men!]), { by: 'sharer' })] }
    const rows = rowsLeft(protectedBy([total!, women!], known))
    expect(rows.map(({ lower, upper }) => [lower, upper])).toEqual([
      [0, null],
      [0, null],
    ])
  })

  it('withholds what follows from it already, and says so', () => {
    const [total, women, men] = bySex(60, 3)
    const known = { datasets: [held(toColumns(definition, [total!, men!]))] }
    const done = protectedBy([women!], known)
    expect(done.dataset).toBeNull()
    expect(done.report.withheld).toEqual([{ cell: 0, why: 'already-computable' }])
  })

  it('withholds a small count that an earlier vintage told and no revision changed', () => {
    const rows = bySex(60, 3)
    const told = { datasets: [held(toColumns(definition, rows), { vintage: 'v1' })] }
    expect(protectedBy(rows, told).report.withheld).toHaveLength(1)
    const revised = [
      figure({ value: 61 }),
      figure({ value: 4, sex: 'F' }),
      figure({ value: 57, sex: 'M' }),
    ]
    // The total would tell by how much the small count was revised.
    const [total] = rowsLeft(protectedBy(revised, told))
    expect(total).toMatchObject({ sex: '_T', valueStatus: 'suppressed' })
  })

  it('keeps hidden in a new vintage what it hid in the one before', () => {
    const first = protectedBy(bySex(60, 3))
    const known = {
      datasets: [held(first.dataset!, { vintage: 'v1', truths: [60, 3, 57] })],
    }
    const revised = [
      figure({ value: 63 }),
      figure({ value: 6, sex: 'F' }),
      figure({ value: 57, sex: 'M' }),
    ]
    const rows = rowsLeft(protectedBy(revised, known))
    expect(rows.find(({ sex }) => sex === 'M')).toMatchObject({ valueStatus: 'suppressed' })
  })

  it('tells the recipient nothing of what the hub alone knows: that a revision left hidden figures alone', () => {
    const first = protectedBy(bySex(60, 3)).dataset!
    const revised = [
      figure({ value: 63 }),
      figure({ value: 6, sex: 'F' }),
      figure({ value: 57, sex: 'M' }),
    ]
    const given = { vintage: 'v1', truths: [60, 3, 57] }
    const bounds = [undefined, [false, false, true]].map((unchanged) => {
      const known = { datasets: [held(first, { ...given, ...(unchanged && { unchanged }) })] }
      return rowsLeft(protectedBy(revised, known)).map(({ value, lower, upper }) => [
        value,
        lower,
        upper,
      ])
    })
    expect(bounds[0]).toEqual([
      [63, null, null],
      [null, 0, 63],
      [null, 0, 63],
    ])
    expect(bounds[1]).toEqual(bounds[0])
  })

  it("is the partner's figure too: near which a suppressed one is presumed to lie", () => {
    const mirror = toColumns(definition, [
      figure({ reporter: 'DK', direction: 'inflow', value: 1, sex: 'F' }),
    ])
    const rows = bySex(60, 2)
    const near = protectedBy(rows, {
      datasets: [],
      mirrors: [{ dataset: mirror, by: 'recipient' }],
    })
    expect(near.report.withheld).toEqual([{ cell: 1, why: 'already-computable' }])
    const far = toColumns(definition, [
      figure({ reporter: 'DK', direction: 'inflow', value: 40, sex: 'F' }),
    ])
    const misled = protectedBy(rows, { datasets: [], mirrors: [{ dataset: far, by: 'recipient' }] })
    expect(misled.report.withheld).toEqual([])
  })

  it('tells nothing of that figure by the bounds that travel, which its sender is shown too', () => {
    const boundsBeside = (value: number) => {
      const own = figure({ reporter: 'DK', direction: 'inflow', value, sex: 'F' })
      const mirrors = [{ dataset: toColumns(definition, [own]), by: 'recipient' as const }]
      const rows = rowsLeft(protectedBy(bySex(60, 3), { datasets: [], mirrors }))
      return rows.map(({ lower, upper }) => [lower, upper])
    }
    expect(boundsBeside(6)).toEqual([
      [null, null],
      [0, 60],
      [0, 60],
    ])
    expect(boundsBeside(500)).toEqual(boundsBeside(6))
  })

  it('misleads nobody about a whole that no cell tells: figures that are far from it leave as they would', () => {
    const own = figure({ reporter: 'DK', direction: 'inflow', value: 42 })
    const mirrors = [{ dataset: toColumns(definition, [own]), by: 'recipient' as const }]
    const [, women, men] = bySex(4_040, 40)
    const rows = rowsLeft(protectedBy([women!, men!], { datasets: [], mirrors }))
    expect(rows.map(({ value }) => value)).toEqual([40, 4_000])
  })
})
