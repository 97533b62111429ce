// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import { noiseOf, noiseTable, type NoiseTable } from './noise-table'
import { perturbTable } from './perturb-table'
import type { CellKeyRule } from './rule'
import type { ProtectionTable } from './table'

function rule(maximumNoise: number, variance: number, smallest: number): CellKeyRule {
  return { method: 'cell-key', maximumNoise, variance, smallest }
}

function tableFor(given: CellKeyRule): NoiseTable {
  const made = noiseTable(given)
  if (made === undefined) throw new Error('no such table')
  return made
}

const oracles = fs.readdirSync(path.join(__dirname, 'oracles')).flatMap((file) => {
  const [, D, V, js] = /^ptable_cnts_D(\d+)_V(\d+)_js(\d+)\.csv$/.exec(file) ?? []
  return D === undefined ? [] : [{ file, given: rule(Number(D), Number(V), Number(js)) }]
})

describe('the perturbation table', () => {
  it.each(oracles)('is that of ptable: $file', ({ file, given }) => {
    const table = tableFor(given)
    const lines = fs
      .readFileSync(path.join(__dirname, 'oracles', file), 'utf8')
      .trim()
      .split('\n')
    let last = 0
    for (const line of lines.slice(1)) {
      const [count, , probability, change, , below] = line.split(',').map(Number)
      last = count!
      const step = table[last]?.find((one) => one.change === change)
      expect(step?.probability).toBeCloseTo(probability!, 6)
      expect(step?.below).toBeCloseTo(below!, 6)
    }
    expect(oracles).toHaveLength(6)
    expect(table).toHaveLength(last + 1)
  })

  it.each([rule(2, 1, 0), rule(5, 3, 2), rule(10, 4, 3), rule(20, 100, 10)])(
    'has mean 0, no more than the variance, and no result that must not be: %j',
    (given) => {
      for (const [count, row] of tableFor(given).entries()) {
        const moment = (power: number): number =>
          row.reduce((sum, { change, probability }) => sum + probability * change ** power, 0)
        expect(moment(0)).toBeCloseTo(1, 9)
        expect(moment(1)).toBeCloseTo(0, 6)
        expect(moment(2)).toBeLessThanOrEqual(given.variance + 1e-6)
        for (const { change } of row) {
          expect(Math.abs(change)).toBeLessThanOrEqual(given.maximumNoise)
          expect(count + change === 0 || count + change > given.smallest).toBe(true)
        }
      }
    },
  )

  it('is none where the variance is too small for what must not remain', () => {
    expect(noiseTable(rule(8, 0.5, 4))).toBeUndefined()
    expect(noiseTable(rule(2, 10, 4))).toBeUndefined()
  })

  it('gives the change into whose steps the cell key falls', () => {
    const table = tableFor(rule(2, 1, 0))
    expect(
      [0, 0.36, 0.37, 0.73, 0.74, 0.89, 0.91, 0.999].map((key) => noiseOf(table, 1, key)),
    ).toEqual([-1, -1, 0, 0, 1, 1, 2, 2])
    expect(noiseOf(table, 2000, 0.5)).toBe(noiseOf(table, 2, 0.5))
  })
})

describe('perturbation', () => {
  const dimensions = [{ name: 'sex', blocks: [{ whole: '_T', parts: ['F', 'M'] }] }]
  const table: ProtectionTable = {
    dimensions,
    cells: [
      { codes: ['_T'], figure: { status: 'value', value: 30 }, cellKey: 2 ** 30 },
      { codes: ['F'], figure: { status: 'value', value: 30 }, cellKey: 2 ** 30 },
      { codes: ['M'], figure: { status: 'zero' } },
    ],
  }

  it('gives the same people the same noise, and leaves zeros', () => {
    const done = perturbTable(table, rule(5, 3, 2))
    if (done.outcome !== 'protected') throw new Error(done.why)
    const [whole, women, men] = done.cells
    expect(whole).toEqual(women)
    expect(men).toEqual({ as: 'perturbed', value: 0, lower: 0, upper: 5 })
    expect(done.method).toEqual({
      name: 'cell-key',
      parameters: { maximumNoise: 5, variance: 3, smallest: 2 },
    })
  })

  it('withholds a cell without a key, or with one that is none', () => {
    const keys = [undefined, -1, 2 ** 32, 0.5]
    const cells = keys.map((cellKey, n) => ({
      codes: [`C${n}`],
      figure: { status: 'value', value: 9 } as const,
      ...(cellKey !== undefined && { cellKey }),
    }))
    const done = perturbTable({ dimensions, cells }, rule(5, 3, 2))
    if (done.outcome !== 'protected') throw new Error(done.why)
    expect(done.cells.map(({ as }) => as)).toEqual(new Array(4).fill('withheld'))
    expect(done.report.withheld).toHaveLength(4)
  })

  it('is refused where no noise has the properties agreed', () => {
    expect(perturbTable(table, rule(2, 10, 4))).toEqual({
      outcome: 'refused',
      why: 'impossible-noise',
    })
  })
})
