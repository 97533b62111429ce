// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { cellChance } from './cell-chance'
import { figureOf } from './figure'
import type { Protected } from './protection'
import { roundRandomly, roundTable } from './round-table'
import type { RoundingRule } from './rule'
import type { ProtectionTable } from './table'

const key = new Uint8Array(32).fill(7)
const other = new Uint8Array(32).fill(8)
const codes = (n: number): readonly string[] => ['BE', `C${n}`]
const tableOf = (counts: readonly number[]): ProtectionTable => ({
  dimensions: [
    { name: 'reporter', blocks: [] },
    { name: 'code', blocks: [] },
  ],
  cells: counts.map((count, n) => ({ codes: codes(n), figure: figureOf(count) })),
})

function roundedWith(
  table: ProtectionTable,
  rule: RoundingRule,
  drawn: Parameters<typeof roundTable>[2],
): Protected {
  const done = roundTable(table, rule, drawn)
  if (done.outcome === 'refused') throw new Error(done.why)
  return done
}

describe('random rounding', () => {
  it('goes to a neighbouring multiple and leaves multiples alone', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.integer({ min: 2, max: 100 }),
        fc.nat(999),
        (count, base, mille) => {
          const value = roundRandomly(count, base, mille / 1000)
          expect(value % base).toBe(0)
          expect(Math.abs(value - count)).toBeLessThan(base)
          if (count % base === 0) expect(value).toBe(count)
        },
      ),
    )
  })

  it('is right on average', () => {
    const counts = Array.from({ length: 6000 }, (_, n) => 1 + (n % 2))
    const { cells } = roundedWith(tableOf(counts), { method: 'random-rounding', base: 3 }, { key })
    const sum = cells.reduce((total, cell) => total + (cell.as === 'rounded' ? cell.value : NaN), 0)
    // 6,000 draws of variance 2: three standard deviations are 329.
    expect(Math.abs(sum - 9000)).toBeLessThan(330)
  })

  it('falls the same way for the same cell, and another way under another key or scope', () => {
    const table = tableOf(Array.from({ length: 64 }, () => 4))
    const rule = { method: 'random-rounding', base: 7 } as const
    const once = roundedWith(table, rule, { key })
    expect(
      roundedWith({ ...table, cells: table.cells.toReversed() }, rule, { key }).cells.toReversed(),
    ).toEqual(once.cells)
    expect(roundedWith(table, rule, { key: other }).cells).not.toEqual(once.cells)
    expect(roundedWith(table, rule, { key, scope: 'labour-market' }).cells).not.toEqual(once.cells)
  })

  it('tells bounds that hold the figure', () => {
    const counts = Array.from({ length: 200 }, (_, n) => n)
    const { cells } = roundedWith(tableOf(counts), { method: 'random-rounding', base: 5 }, { key })
    for (const [n, cell] of cells.entries()) {
      if (cell.as !== 'rounded') throw new Error(cell.as)
      expect(cell.lower).toBeLessThanOrEqual(n)
      expect(cell.upper).toBeGreaterThanOrEqual(n)
    }
  })

  it('keeps suppressed what its sender suppressed, and missing what is missing', () => {
    const table: ProtectionTable = {
      dimensions: [{ name: 'sex', blocks: [] }],
      cells: [
        { codes: ['F'], figure: { status: 'suppressed', lower: 1, upper: 4 } },
        { codes: ['M'], figure: { status: 'missing' } },
      ],
    }
    expect(roundedWith(table, { method: 'random-rounding', base: 5 }, { key }).cells).toEqual([
      { as: 'suppressed', lower: 0, upper: null },
      { as: 'told', figure: { status: 'missing' } },
    ])
  })
})

describe('the chance of a cell', () => {
  it('is spread evenly', () => {
    const tenths = new Array<number>(10).fill(0)
    for (let n = 0; n < 10_000; n++) tenths[Math.floor(cellChance('test', codes(n), key) * 10)]!++
    // χ² with 9 degrees of freedom: 27.9 is passed once in a thousand times.
    expect(tenths.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.9)
  })

  it('needs a key of 128 bits', () => {
    expect(() => cellChance('test', codes(1), new Uint8Array(15))).toThrow(RangeError)
  })
})
