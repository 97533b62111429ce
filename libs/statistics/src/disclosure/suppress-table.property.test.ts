// SPDX-License-Identifier: Apache-2.0
// The attacker of this file shares nothing with the code that protects: its unknowns are the finest crossings of all codes, each
// cell of any release is a sum of them, and the programme is written as text. It is whole-numbered, and it presumes that
// what did not change between vintages is known not to have changed.
import fc from 'fast-check'
import loadHighs, { type Highs } from 'highs'
import { figureOf } from './figure'
import { protect } from './protect'
import type { ProtectedCell } from './protection'
import type { SuppressionRule } from './rule'
import { openSolver, type Solver } from './solver'
import type { HeldCell, HeldSum, ProtectionTable, TableCell } from './table'

interface Tree {
  readonly whole: string
  readonly parts: readonly (Tree | string)[]
}

const trees: readonly Tree[] = [
  { whole: '_T', parts: ['F', 'M'] },
  { whole: '_T', parts: ['Y_LT15', { whole: 'Y_GE15', parts: ['Y15T64', 'Y_GE65'] }] },
  { whole: '_T', parts: ['OC1', { whole: 'OC2', parts: ['OC21', 'OC22'] }, 'OC3'] },
]

function leavesOf(tree: Tree | string): readonly string[] {
  return typeof tree === 'string' ? [tree] : tree.parts.flatMap(leavesOf)
}
function codesOf(tree: Tree | string): readonly { code: string; leaves: readonly string[] }[] {
  if (typeof tree === 'string') return [{ code: tree, leaves: [tree] }]
  return [{ code: tree.whole, leaves: leavesOf(tree) }, ...tree.parts.flatMap(codesOf)]
}
function blocksOf(tree: Tree | string): { whole: string; parts: string[] }[] {
  if (typeof tree === 'string') return []
  const parts = tree.parts.map((part) => (typeof part === 'string' ? part : part.whole))
  return [{ whole: tree.whole, parts }, ...tree.parts.flatMap(blocksOf)]
}
function cross<Of>(lists: readonly (readonly Of[])[]): readonly (readonly Of[])[] {
  return lists.reduce<readonly (readonly Of[])[]>(
    (made, list) => made.flatMap((one) => list.map((next) => [...one, next])),
    [[]],
  )
}

interface Cell {
  readonly codes: readonly string[]
  readonly leaves: readonly number[]
}

const leafKeys = cross(trees.map(leavesOf)).map((codes) => codes.join())
const allCells: readonly Cell[] = cross(trees.map(codesOf)).map((coded) => ({
  codes: coded.map(({ code }) => code),
  leaves: cross(coded.map(({ leaves }) => leaves)).map((codes) => leafKeys.indexOf(codes.join())),
}))
const dimensions = trees.map((tree, i) => ({ name: `d${i}`, blocks: blocksOf(tree) }))

function valueOf({ leaves }: Cell, counts: readonly number[]): number {
  return leaves.reduce((sum, leaf) => sum + (counts[leaf] ?? 0), 0)
}
function tableOf(cells: readonly Cell[], counts: readonly number[]): ProtectionTable {
  return {
    dimensions,
    cells: cells.map((cell): TableCell => ({
      codes: cell.codes,
      figure: figureOf(valueOf(cell, counts)),
    })),
  }
}

/** One thing that the attacker holds: a cell of a vintage, and what was told of it. */
interface Held {
  readonly cell: Cell
  readonly vintage: number
  readonly lower: number
  readonly upper: number | null
  readonly hidden: boolean
}

function heldFrom(
  cells: readonly Cell[],
  released: readonly ProtectedCell[],
  vintage: number,
): Held[] {
  return released.flatMap((one, i) => {
    const cell = cells[i]!
    if (one.as === 'suppressed')
      return [{ cell, vintage, lower: one.lower, upper: one.upper, hidden: true }]
    if (one.as !== 'told' || !(one.figure.status === 'value' || one.figure.status === 'zero'))
      return []
    const value = one.figure.status === 'value' ? one.figure.value : 0
    return [{ cell, vintage, lower: value, upper: value, hidden: false }]
  })
}

let highs: Highs
let solver: Solver
beforeAll(async () => {
  highs = await loadHighs()
  solver = await openSolver()
})

interface Attack {
  readonly held: readonly Held[]
  /** The counts of each vintage: the attacker is told only which sums did not change. */
  readonly counts: readonly (readonly number[])[]
  readonly floor: number
  readonly sums?: readonly { cell: Cell; lower: number; upper: number }[]
}

function constraints({ held, counts, floor, sums = [] }: Attack): string {
  const sum = (cell: Cell, vintage: number): string =>
    cell.leaves.map((leaf) => `x${vintage}_${leaf}`).join(' + ')
  const lines = held.flatMap(({ cell, vintage, lower, upper, hidden }) =>
    hidden
      ? [
          `${sum(cell, vintage)} >= ${Math.max(lower, floor)}`,
          ...(upper === null ? [] : [`${sum(cell, vintage)} <= ${upper}`]),
        ]
      : [`${sum(cell, vintage)} = ${lower}`],
  )
  for (const { cell, vintage } of held)
    if (
      vintage === 0 &&
      counts.length > 1 &&
      valueOf(cell, counts[0]!) === valueOf(cell, counts[1]!)
    )
      lines.push(`${sum(cell, 0)} - ${cell.leaves.map((leaf) => `x1_${leaf}`).join(' - ')} = 0`)
  for (const { cell, lower, upper } of sums)
    lines.push(`${sum(cell, 0)} >= ${lower}`, `${sum(cell, 0)} <= ${upper}`)
  return lines.map((line, i) => ` c${i}: ${line}`).join('\n')
}

function widthOf(target: Held, attacked: Attack): number {
  const all = attacked.counts.flatMap((_, vintage) =>
    leafKeys.map((_leaf, leaf) => `x${vintage}_${leaf}`),
  )
  const objective = target.cell.leaves.map((leaf) => `x${target.vintage}_${leaf}`).join(' + ')
  const ends = ['Maximize', 'Minimize'].map((sense) => {
    const text = `${sense}\n obj: ${objective}\nSubject To\n${constraints(attacked)}\nBounds\n${all.map((x) => ` ${x} <= 100000`).join('\n')}\nGenerals\n ${all.join(' ')}\nEnd\n`
    const solved = highs.solve(text, { output_flag: false })
    if (solved.Status !== 'Optimal') throw new Error(`the attacker's programme is ${solved.Status}`)
    return Math.round(solved.ObjectiveValue)
  })
  return ends[0]! - ends[1]!
}

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
  for (const target of attacked.held)
    if (target.hidden) expect(widthOf(target, attacked)).toBeGreaterThanOrEqual(widthAsked(rule))
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
  return heldFrom(cells, done.cells, vintage)
}
