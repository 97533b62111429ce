// SPDX-License-Identifier: Apache-2.0
// An attacker for tests that shares nothing with the code that protects: its unknowns are the finest crossings of all codes, each
// cell of any release is a sum of them, and the programme is written as text. It is whole-numbered, and it presumes that
// what did not change between vintages is known not to have changed.
import type { Highs } from 'highs'
import { figureOf, numberOf } from './figure'
import type { ProtectedCell } from './protection'
import type { ProtectionTable, TableCell } from './table'

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

/** A cell by its codes, and the finest crossings that it is the sum of. */
export interface Cell {
  readonly codes: readonly string[]
  readonly leaves: readonly number[]
}

/** The finest crossings. */
export const leafKeys = cross(trees.map(leavesOf)).map((codes) => codes.join())
/** Every cell of the crossing of three dimensions with hierarchies. */
export const allCells: readonly Cell[] = cross(trees.map(codesOf)).map((coded) => ({
  codes: coded.map(({ code }) => code),
  leaves: cross(coded.map(({ leaves }) => leaves)).map((codes) => leafKeys.indexOf(codes.join())),
}))
const dimensions = trees.map((tree, i) => ({ name: `d${i}`, blocks: blocksOf(tree) }))

/** The figure of a cell. */
export function valueOf({ leaves }: Cell, counts: readonly number[]): number {
  return leaves.reduce((sum, leaf) => sum + (counts[leaf] ?? 0), 0)
}
/** The table of some cells. */
export function tableOf(cells: readonly Cell[], counts: readonly number[]): ProtectionTable {
  return {
    dimensions,
    cells: cells.map((cell): TableCell => ({
      codes: cell.codes,
      figure: figureOf(valueOf(cell, counts)),
    })),
  }
}

export interface Held {
  readonly cell: Cell
  readonly vintage: number
  readonly lower: number
  readonly upper: number | null
  readonly hidden: boolean
}

/** What a release tells. */
export function heldFrom(
  cells: readonly Cell[],
  released: readonly ProtectedCell[],
  vintage: number,
): readonly Held[] {
  return released.flatMap((one, i): readonly Held[] => {
    const cell = cells[i]
    if (cell === undefined) return []
    if (one.as === 'suppressed')
      return [{ cell, vintage, lower: one.lower, upper: one.upper, hidden: true }]
    if (one.as !== 'told') return []
    const value = numberOf(one.figure)
    return value === undefined ? [] : [{ cell, vintage, lower: value, upper: value, hidden: false }]
  })
}

/** What is held, and what is taken for granted. */
export interface Attack {
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
    if (vintage === 0 && counts.length > 1 && isUnchanged(cell, counts))
      lines.push(`${sum(cell, 0)} - ${cell.leaves.map((leaf) => `x1_${leaf}`).join(' - ')} = 0`)
  for (const { cell, lower, upper } of sums)
    lines.push(`${sum(cell, 0)} >= ${lower}`, `${sum(cell, 0)} <= ${upper}`)
  return lines.map((line, i) => ` c${i}: ${line}`).join('\n')
}

function isUnchanged(cell: Cell, [before = [], now = []]: Attack['counts']): boolean {
  return valueOf(cell, before) === valueOf(cell, now)
}

/**
 * What an attacker can work out. The tables that it finds for one figure are kept: two that lie far enough apart in another settle
 * that one without a programme of its own, and it is as certain.
 */
export interface Attacker {
  /** How wide the interval is that can be worked out for a figure; no less than asked is as good as its width. */
  readonly widthOf: (target: Held, asked: number) => number
  /** The highest that a figure can be thought to be; no less than asked is as good. */
  readonly mostOf: (target: Held, asked: number) => number
}

type Table = ReadonlyMap<string, number>

/** An attacker who knows all that. */
export function attackerOf(highs: Highs, attacked: Attack): Attacker {
  const known = constraints(attacked)
  const all = attacked.counts.flatMap((_, vintage) =>
    leafKeys.map((_leaf, leaf) => `x${vintage}_${leaf}`),
  )
  const found: Table[] = []
  const sumIn = (table: Table, { cell, vintage }: Held): number =>
    cell.leaves.reduce((sum, leaf) => sum + (table.get(`x${vintage}_${leaf}`) ?? 0), 0)
  const valuesOf = (target: Held): readonly number[] => found.map((table) => sumIn(table, target))
  const end = (target: Held, sense: 'Maximize' | 'Minimize'): number => {
    const objective = target.cell.leaves.map((leaf) => `x${target.vintage}_${leaf}`).join(' + ')
    const text = `${sense}\n obj: ${objective}\nSubject To\n${known}\nBounds\n${all.map((x) => ` ${x} <= 100000`).join('\n')}\nGenerals\n ${all.join(' ')}\nEnd\n`
    const solved = highs.solve(text, { output_flag: false })
    if (solved.Status !== 'Optimal') throw new Error(`the attacker's programme is ${solved.Status}`)
    const columns = Object.entries<{ readonly Primal?: number }>(solved.Columns)
    found.push(new Map(columns.map(([name, { Primal }]) => [name, Math.round(Primal ?? 0)])))
    return Math.round(solved.ObjectiveValue)
  }
  return {
    widthOf: (target, asked) => {
      const values = valuesOf(target)
      const width = Math.max(...values) - Math.min(...values)
      return width >= asked ? width : end(target, 'Maximize') - end(target, 'Minimize')
    },
    mostOf: (target, asked) => {
      const most = Math.max(...valuesOf(target))
      return most >= asked ? most : end(target, 'Maximize')
    },
  }
}
