// SPDX-License-Identifier: Apache-2.0
// What somebody can work out who keeps every vintage and every table that it was given, rounded or perturbed.
import { addCellKeys, cellKeyRange } from '@corridor/contracts'
import fc from 'fast-check'
import { figureOf } from './figure'
import { perturbTable } from './perturb-table'
import { bySex, figure, held, protectedOf, rowsLeft } from './given'
import type { NotProtected, Protected } from './protection'
import { roundTable } from './round-table'
import { openSolver } from './solver'
import type { ProtectionTable } from './table'

const key = new Uint8Array(32).fill(7)
const dimensions = [{ name: 'sex', blocks: [] }]
const tableOf = (counts: Readonly<Record<string, number>>): ProtectionTable => ({
  dimensions,
  cells: Object.entries(counts).map(([code, count]) => ({
    ...{ codes: [code], figure: figureOf(count) },
  })),
})

function toldOf(done: Protected | NotProtected, cell = 0): number {
  if (done.outcome === 'refused') throw new Error(done.why)
  const told = done.cells[cell]
  if (told?.as !== 'rounded' && told?.as !== 'perturbed') throw new Error('not told')
  return told.value
}

const roundedAs = (count: number, base: number, code = 'F'): number =>
  toldOf(roundTable(tableOf({ [code]: count }), { method: 'random-rounding', base }, { key }))

describe('rounding, to who keeps all vintages and tables', () => {
  const base = fc.integer({ min: 3, max: 20 })

  it('tells one value of a count that stays, whatever stands beside it: there is nothing to average', () => {
    const others = fc.array(fc.nat(50), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(base, fc.nat(200), fc.array(others, { minLength: 5 }), (b, count, vintages) => {
        const told = vintages.map((beside) => {
          const counts = Object.fromEntries(beside.map((one, n) => [`C${String(n)}`, one]))
          const table = tableOf({ ...counts, F: count })
          const done = roundTable(table, { method: 'random-rounding', base: b }, { key })
          return toldOf(done, beside.length)
        })
        expect(new Set(told).size).toBe(1)
      }),
      { numRuns: 50 },
    )
  })

  it('leaves as many counts open as the base has, also where each change is known to the person', () => {
    fc.assert(
      fc.property(base, fc.nat(300), fc.string({ minLength: 1 }), (b, more, code) => {
        const count = b + more
        const steps = Array.from({ length: 2 * b }, (_, step) => step)
        const told = steps.map((step) => roundedAs(count + step, b, code))
        expect(countsThatTell(told, b)).toContain(count)
        expect(countsThatTell(told, b).length).toBeGreaterThanOrEqual(b)
      }),
      { numRuns: 60 },
    )
  })

  it('would not, were each vintage drawn anew: the attack finds what there is to find', () => {
    const [count, b] = [107, 5]
    const anew = Array.from({ length: 60 }, (_, n) => roundedAs(count, b, `drawn ${String(n)}`))
    const mean = anew.reduce((sum, one) => sum + one, 0) / anew.length
    expect(Math.abs(mean - count)).toBeLessThan(1.5)
    expect(new Set(anew).size).toBe(2)
  })
})

describe('a part whose whole has nobody else', () => {
  const rounding = [{ method: 'random-rounding', base: 5 } as const]
  const noise = [{ method: 'cell-key', maximumNoise: 5, variance: 2, smallest: 0 } as const]
  const counts = Array.from({ length: 40 }, (_, n) => n + 1)

  it('is rounded as its whole is, though each falls by itself where somebody else is in it', async () => {
    const means = { solver: await openSolver(), secret: key }
    const rounded = (total: number, women: number): readonly unknown[] =>
      rowsLeft(protectedOf(bySex(total, women), rounding, means)).map(({ value }) => value)
    const together = counts.map((count) => rounded(count, count))
    expect(together.every(([total, women, men]) => total === women && men === 0)).toBe(true)
    const apart = counts.map((count) => rounded(count + 5, count))
    expect(apart.some(([total, women]) => Number(total) !== Number(women) + 5)).toBe(true)
  })

  it('is told as its whole was told before, in another release', async () => {
    const means = { solver: await openSolver(), secret: key }
    const pairs = counts.map((count) => {
      const [total, women] = bySex(count, count)
      const first = protectedOf([total!], rounding, means)
      const before = held(first.dataset!, { vintage: 'v1', truths: [count], unchanged: [true] })
      const known = { datasets: [before] }
      const then = protectedOf([women!], rounding, { ...means, known })
      return [rowsLeft(first)[0]?.value, rowsLeft(then)[0]?.value]
    })
    expect(pairs.filter(([total, women]) => total !== women)).toEqual([])
  })

  it('has one noise, whatever keys its sender gives in one message and the next', async () => {
    const means = { solver: await openSolver() }
    const drawn = counts.map((n) => Math.floor(((n * 0.618034) % 1) * cellKeyRange))
    const told = drawn.map((cellKey) => {
      const rows = [figure({ value: 20 }), figure({ value: 20, sex: 'F' })]
      const keys = { hubOnly: [{ cellKey }, { cellKey: cellKeyRange - 1 - cellKey }] }
      const first = protectedOf(rows, noise, { ...means, ...keys })
      const before = held(first.dataset!, { truths: [20, 20] })
      const later = { known: { datasets: [before] }, hubOnly: [{ cellKey: 7 }] }
      const then = protectedOf([figure({ value: 20, sex: 'F' })], noise, { ...means, ...later })
      return [...rowsLeft(first), ...rowsLeft(then)].map(({ value }) => value)
    })
    expect(told.filter((values) => new Set(values).size > 1)).toEqual([])
    expect(new Set(told.flat()).size).toBeGreaterThan(2)
  })
})

/** Counts that could have told this, one more of them each time: for every way in which the cell may fall. */
function countsThatTell(told: readonly number[], base: number): readonly number[] {
  const [first = 0] = told
  const candidates = Array.from({ length: 2 * base - 1 }, (_, i) => first - base + 1 + i)
  const falls = Array.from({ length: base }, (_, i) => i + 1)
  return candidates.filter(
    (count) =>
      count >= 0 &&
      falls.some((from) =>
        told.every((one, step) => one === roundedFrom(count + step, { base, from })),
      ),
  )
}

// Up from this remainder on, else down.
function roundedFrom(
  count: number,
  { base, from }: { readonly base: number; readonly from: number },
): number {
  const over = count % base
  return over > 0 && over >= from ? count - over + base : count - over
}

describe('noise by cell keys, to who keeps all vintages and tables', () => {
  const rule = { method: 'cell-key', maximumNoise: 5, variance: 2, smallest: 0 } as const
  const cellKey = fc.nat(cellKeyRange - 1)
  const told = (cells: readonly { count: number; cellKey: number }[]): readonly number[] => {
    const done = perturbTable(
      {
        dimensions,
        cells: cells.map(({ count, cellKey: own }, n) => ({
          ...{ codes: [`C${String(n)}`], figure: figureOf(count), cellKey: own },
        })),
      },
      rule,
    )
    if (done.outcome === 'refused') throw new Error(done.why)
    return cells.map((_, cell) => toldOf(done, cell))
  }

  it('is the same for the same people, in each table and each vintage, as a part or as the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        cellKey,
        fc.array(cellKey, { maxLength: 8 }),
        (count, own, beside) => {
          const alone = told([{ count, cellKey: own }])[0]
          // The whole of this part and of empty ones counts the same people, so its key is the same.
          const part = { count, cellKey: own }
          const parts = [
            { value: count, cellKey: own },
            { value: 0, cellKey: null },
          ]
          const whole = { count, cellKey: addCellKeys(parts).cellKey ?? NaN }
          const others = beside.map((one, n) => ({ count: n, cellKey: one }))
          const all = told([...others, part, whole])
          expect(all.slice(-2)).toEqual([alone, alone])
        },
      ),
      { numRuns: 100 },
    )
  })

  it('is never more than was agreed, so that averaging over cells of other people is all that is left', () => {
    const many = Array.from({ length: 4_000 }, (_, n) => ({
      count: 20,
      cellKey: Math.floor(((n * 0.618034) % 1) * cellKeyRange),
    }))
    const values = told(many)
    for (const value of values) expect(Math.abs(value - 20)).toBeLessThanOrEqual(5)
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length
    expect(Math.abs(mean - 20)).toBeLessThan(0.2)
  })
})
