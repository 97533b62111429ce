// SPDX-License-Identifier: Apache-2.0
// Figures about employers: an attacker that shares no code with the protection tries to bound what the largest of them have.
import fc from 'fast-check'
import loadHighs, { type Highs } from 'highs'
import { protect } from './protect'
import { allCells, attackerOf, heldFrom, leafKeys, tableOf, valueOf, type Cell } from './raw-attack'
import type { SuppressionRule } from './rule'
import { openSolver, type Solver } from './solver'
import type { ProtectionTable } from './table'

let highs: Highs
let solver: Solver
beforeAll(async () => {
  highs = await loadHighs()
  solver = await openSolver()
})

/** What each of six employers has in each of the finest crossings. */
type Shares = readonly (readonly number[])[]

const share = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 30, max: 90 }) },
)
const shares = fc.array(fc.array(share, { minLength: 6, maxLength: 6 }), {
  minLength: leafKeys.length,
  maxLength: leafKeys.length,
})
const dominance = fc.record({
  contributors: fc.integer({ min: 1, max: 3 }),
  percent: fc.integer({ min: 60, max: 95 }),
})
const rules: fc.Arbitrary<SuppressionRule> = fc
  .tuple(fc.option(dominance), fc.integer({ min: 5, max: 60 }))
  .map(([dominant, estimatePercent]) => ({
    ...{ method: 'suppression', threshold: 1, zeros: false, protectionPercent: 100 },
    ...(dominant === null ? { estimatePercent } : { dominance: dominant }),
  }))

/** What employers have of a cell, largest first. */
function contributionsTo({ leaves }: Cell, of: Shares): readonly number[] {
  const sums = [0, 1, 2, 3, 4, 5].map((employer) =>
    leaves.reduce((sum, leaf) => sum + (of[leaf]?.[employer] ?? 0), 0),
  )
  return sums.filter((one) => one > 0).sort((a, b) => b - a)
}

function tableWith(cells: readonly Cell[], of: Shares): ProtectionTable {
  const table = tableOf(cells, countsOf(of))
  return {
    ...table,
    cells: table.cells.map((cell, i) => {
      const [largest = 0, second = 0, ...rest] = contributionsTo(cells[i]!, of)
      const contributors = rest.length + Math.min(1, largest) + Math.min(1, second)
      return { ...cell, contributions: { contributors, largest, second } }
    }),
  }
}

const countsOf = (of: Shares): readonly number[] =>
  of.map((leaf) => leaf.reduce((sum, one) => sum + one, 0))

/** The least that anybody must take a figure to be at most; nothing where it may be told. */
function upperAsked(
  parts: readonly number[],
  { dominance: agreed, estimatePercent }: SuppressionRule,
): number | undefined {
  const figure = parts.reduce((sum, one) => sum + one, 0)
  const [largest = 0, second = 0] = parts
  if (figure === 0) return undefined
  if (agreed !== undefined) {
    const top = parts.slice(0, agreed.contributors).reduce((sum, one) => sum + one, 0)
    return top > (agreed.percent / 100) * figure ? (100 * top) / agreed.percent : undefined
  }
  const needed = ((estimatePercent ?? 0) / 100) * largest
  return figure - largest - second < needed ? largest + second + needed : undefined
}

const runs = { numRuns: Number(process.env['RUNS'] ?? 3), endOnFailure: true }

describe('a figure that few employers have most of', () => {
  it('is hidden, and nobody can work out that it is less than the rule asks for', () => {
    const left = fc.constantFrom(0, 10, 40, 80)
    const chosen = fc.array(fc.nat(99), {
      minLength: allCells.length,
      maxLength: allCells.length,
    })
    let tried = 0
    fc.assert(
      fc.property(shares, rules, fc.tuple(chosen, left), (of, rule, [draw, least]) => {
        const cells = allCells.filter((_, i) => draw[i]! >= least)
        const done = protect(tableWith(cells, of), rule, { solver })
        if (done.outcome !== 'protected') throw new Error(done.why)
        const held = heldFrom(cells, done.cells, 0)
        const attacker = attackerOf(highs, { held, counts: [countsOf(of)], floor: 1 })
        for (const target of held) {
          const parts = contributionsTo(target.cell, of)
          const asked = parts.length > 0 && parts.length < 3 ? 0 : upperAsked(parts, rule)
          if (asked === undefined) continue
          expect([target.cell.codes, target.hidden]).toEqual([target.cell.codes, true])
          const least = Math.max(Math.ceil(asked - 1e-9), valueOf(target.cell, countsOf(of)) + 1)
          expect(attacker.mostOf(target, least)).toBeGreaterThanOrEqual(least)
          tried++
        }
      }),
      runs,
    )
    expect(tried).toBeGreaterThan(0)
  })
})
