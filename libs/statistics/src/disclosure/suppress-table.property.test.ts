// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import loadHighs, { type Highs } from 'highs'
import { figureOf } from './figure'
import { protect } from './protect'
import { isWhole } from './protection'
import {
  allCells,
  attackerOf,
  heldFrom,
  leafKeys,
  tableOf,
  valueOf,
  type Attack,
  type Cell,
  type Held,
} from './raw-attack'
import type { SuppressionRule } from './rule'
import { openSolver, type Solver } from './solver'
import type { HeldCell, HeldSum } from './table'

let highs: Highs
let solver: Solver
beforeAll(async () => {
  highs = await loadHighs()
  solver = await openSolver()
})

const counts = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
    { weight: 2, arbitrary: fc.integer({ min: 5, max: 60 }) },
  ),
  { minLength: leafKeys.length, maxLength: leafKeys.length },
)
const rules = fc.record({
  method: fc.constant('suppression' as const),
  threshold: fc.integer({ min: 1, max: 6 }),
  zeros: fc.boolean(),
  protectionPercent: fc.constantFrom(50, 100, 150),
})
const chosen = fc.array(fc.integer({ min: 0, max: 99 }), {
  minLength: allCells.length,
  maxLength: allCells.length,
})

const left = fc.constantFrom(0, 10, 40, 80)

function widthAsked({ threshold, protectionPercent }: SuppressionRule): number {
  return Math.max(1, Math.ceil((threshold * protectionPercent) / 100))
}

function expectWide(attacked: Attack, rule: SuppressionRule): void {
  const attacker = attackerOf(highs, attacked)
  const asked = widthAsked(rule)
  for (const target of attacked.held)
    if (target.hidden) expect(attacker.widthOf(target, asked)).toBeGreaterThanOrEqual(asked)
}

// A counterexample is small enough as it is drawn; shrinking it takes minutes.
const runs = { numRuns: Number(process.env['RUNS'] ?? 3), endOnFailure: true }

describe('no suppressed cell is narrower than the rule', () => {
  it('in a hierarchical table of three dimensions, whole or with cells left out', () => {
    fc.assert(
      fc.property(fc.tuple(counts, rules), chosen, left, ([leaf, rule], draw, least) => {
        const cells = allCells.filter((_, i) => draw[i]! >= least)
        const done = protect(tableOf(cells, leaf), rule, { solver })
        if (done.outcome !== 'protected') throw new Error(done.why)
        const held = heldFrom(cells, done.cells, 0)
        expectWide({ held, counts: [leaf], floor: rule.zeros ? 0 : 1 }, rule)
      }),
      runs,
    )
  })

  it('in a table with holes, where two subtractions and a third give a small count away', () => {
    const leaf = [0, 1, 1, 0, 54, 2, 2, 6, 7, 60, 9, 10, 0, 6, 58, 1, 4, 4, 1, 5, 2, 3, 7, 1]
    const rule: SuppressionRule = {
      method: 'suppression',
      threshold: 6,
      zeros: false,
      protectionPercent: 100,
    }
    const named =
      '_T,_T,OC21 _T,_T,OC22 _T,Y_GE15,OC22 _T,Y15T64,_T _T,Y15T64,OC2 _T,Y15T64,OC22 _T,Y_GE65,OC1 _T,Y_GE65,OC21 ' +
      'F,Y_LT15,OC22 F,Y15T64,_T F,Y_GE65,_T M,_T,OC1 M,_T,OC22 M,Y_LT15,OC21 M,Y_GE15,OC2 M,Y_GE15,OC22 M,Y_GE65,OC2 M,Y_GE65,OC21'
    const cells = allCells.filter(({ codes }) => named.split(' ').includes(codes.join(',')))
    expect(cells).toHaveLength(18)
    const done = protect(tableOf(cells, leaf), rule, { solver })
    if (done.outcome !== 'protected') throw new Error(done.why)
    const held = heldFrom(cells, done.cells, 0)
    expectWide({ held, counts: [leaf], floor: 1 }, rule)
  })

  it('in linked tables: margins of a crossing that no table tells', () => {
    const views = fc.subarray([[], [0], [1], [2], [0, 1], [1, 2], [0, 2]], { minLength: 2 })
    fc.assert(
      fc.property(counts, rules, views, (leaf, rule, chosenViews) => {
        const cells = allCells.filter(({ codes }) =>
          chosenViews.some((view) => codes.every((code, i) => code === '_T' || view.includes(i))),
        )
        const done = protect(tableOf(cells, leaf), rule, { solver })
        if (done.outcome !== 'protected') throw new Error(done.why)
        const held = heldFrom(cells, done.cells, 0)
        expectWide({ held, counts: [leaf], floor: rule.zeros ? 0 : 1 }, rule)
      }),
      runs,
    )
  })

  it('in what three releases tell to two recipients who share, of two vintages', () => {
    const changes = fc.array(
      fc.tuple(fc.nat(leafKeys.length - 1), fc.integer({ min: 0, max: 9 })),
      {
        maxLength: 5,
      },
    )
    fc.assert(
      fc.property(
        fc.tuple(counts, changes),
        rules,
        fc.array(fc.tuple(chosen, left), { minLength: 3, maxLength: 3 }),
        ([before, changed], rule, draws) => {
          const now = before.map((count, leaf) => changed.find(([at]) => at === leaf)?.[1] ?? count)
          const [first, second, third] = draws.map(([draw, least]) =>
            allCells.filter((_, i) => draw[i]! >= least),
          )
          const one = release(first!, before, { rule, vintage: 0, known: [] })
          const two = release(second!, now, {
            rule,
            vintage: 1,
            known: [...knownOf(one, [before, now], 'sharer')],
          })
          const three = release(third!, now, {
            rule,
            vintage: 1,
            known: [
              ...knownOf(one, [before, now], 'recipient'),
              ...knownOf(two, [before, now], 'sharer'),
            ],
          })
          const held = [...one, ...two, ...three]
          expectWide({ held, counts: [before, now], floor: rule.zeros ? 0 : 1 }, rule)
        },
      ),
      runs,
    )
  })

  it('beside the figures of the partner', () => {
    const mirrors = fc.array(fc.tuple(fc.nat(allCells.length - 1), fc.nat(4), fc.nat(4)), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(counts, rules, mirrors, (leaf, rule, drawn) => {
        const sums = drawn.map(([number, below, above]) => {
          const cell = allCells[number]!
          const value = valueOf(cell, leaf)
          return { cell, lower: Math.max(0, value - below), upper: value + above }
        })
        const known = sums.map(({ cell, lower, upper }): HeldSum => ({
          plus: [cell.codes],
          lower,
          upper,
          by: 'recipient',
          presumed: true,
        }))
        const done = protect(tableOf(allCells, leaf), rule, {
          solver,
          known: { cells: [], sums: known },
        })
        if (done.outcome !== 'protected') throw new Error(done.why)
        const held = heldFrom(allCells, done.cells, 0)
        expectWide({ held, counts: [leaf], floor: rule.zeros ? 0 : 1, sums }, rule)
      }),
      runs,
    )
  })
})

function knownOf(
  held: readonly Held[],
  counts: readonly (readonly number[])[],
  by: 'recipient' | 'sharer',
): readonly HeldCell[] {
  return held.map(({ cell, vintage, lower, upper, hidden }) => ({
    codes: cell.codes,
    figure: hidden ? { status: 'suppressed', lower, upper } : figureOf(lower),
    vintage: vintage === 1 ? 'now' : 'earlier',
    by,
    truth: valueOf(cell, counts[vintage]!),
    ...(vintage === 0 && { unchanged: valueOf(cell, counts[0]!) === valueOf(cell, counts[1]!) }),
  }))
}

function release(
  cells: readonly Cell[],
  counts: readonly number[],
  { rule, vintage, known }: { rule: SuppressionRule; vintage: number; known: readonly HeldCell[] },
): readonly Held[] {
  const done = protect(tableOf(cells, counts), rule, { solver, known: { cells: known } })
  if (done.outcome !== 'protected') throw new Error(done.why)
  // As delivery does: where something was given up nothing is released.
  return isWhole(done.report) ? heldFrom(cells, done.cells, vintage) : []
}
