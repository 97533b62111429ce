// SPDX-License-Identifier: Apache-2.0
import { rulesOf, type Dimension, type Structure, type SumRule } from '@corridor/contracts'
import { addUp } from './add-up'
import { partsOf } from './blocks'
import type { ClauseJudge, GrantableRow } from './clause-judge'
import type { Grain } from './grain'

/** A row, and the rows of the dataset (from 0) that it was added up from. */
export interface RolledUp {
  readonly row: GrantableRow
  readonly from: readonly number[]
}

/** A row of the dataset with its number. */
export interface NumberedRow {
  readonly row: GrantableRow
  readonly number: number
}

/** The clauses that have to grant a row together, one of each agreement, and the contract that they speak of. */
export interface Joint {
  readonly judges: readonly ClauseJudge[]
  readonly structure: Structure
  readonly reporter: string
}

/**
 * Adds rows up to the codes that all of the clauses tell, one dimension after the other. Only complete blocks are added up, by the
 * rule with which the contract itself checks its sums. A row that the sender gives, or keeps back, is never made of others.
 */
export function rollUp(rows: readonly NumberedRow[], joint: Joint): readonly RolledUp[] {
  const cells = new Map<string, Cell>()
  for (const { row, number } of rows) {
    const isOpen = joint.judges.every(({ roughDenial }) => roughDenial(row) === null)
    cells.set(keyOf(row, joint.structure), { row, from: [number], isOpen, isMade: false })
  }
  let level: ReadonlyMap<string, Cell> = cells
  for (const [place, { column }] of (joint.judges[0]?.grains ?? []).entries()) {
    const grains = joint.judges.flatMap(({ grains }) => grains[place] ?? [])
    const rule = sumRuleOf(joint.structure, column)
    level =
      rule === undefined
        ? kept(level, column, grains)
        : lifted(level, { column, grains, rule, joint })
  }
  return [...level.values()].filter(({ isOpen, isMade }) => isOpen && isMade)
}

interface Cell extends RolledUp {
  /** False for what is there and must not be used: kept back by its sender, or of parts that are. */
  readonly isOpen: boolean
  readonly isMade: boolean
}

interface Step {
  readonly column: string
  readonly grains: readonly Grain[]
  readonly rule: SumRule
  readonly joint: Joint
}

// In a dimension whose codes are not added up only what is told as it is remains.
function kept(
  level: ReadonlyMap<string, Cell>,
  column: string,
  grains: readonly Grain[],
): ReadonlyMap<string, Cell> {
  return new Map([...level].filter(([, { row }]) => isTold(row[column], grains)))
}

function lifted(level: ReadonlyMap<string, Cell>, step: Step): ReadonlyMap<string, Cell> {
  const { column, grains, joint } = step
  const groups = new Map<string, Map<string, Cell>>()
  for (const cell of level.values()) {
    const beside = keyOf({ ...cell.row, [column]: '' }, joint.structure)
    const group = groups.get(beside) ?? new Map<string, Cell>()
    groups.set(beside, group.set(String(cell.row[column]), cell))
  }
  const next = new Map<string, Cell>()
  for (const group of groups.values()) {
    for (const [code, cell] of group)
      if (isTold(code, grains)) next.set(keyOf(cell.row, joint.structure), cell)
    for (const whole of wholesFor(group, grains)) {
      const made = madeOf(whole, group, step)
      next.set(keyOf(made.row, joint.structure), made)
    }
  }
  return next
}

function isTold(code: unknown, grains: readonly Grain[]): boolean {
  return grains.every(({ denial }) => denial(code) === null)
}

// For each code that is not told, the nearest above it that all clauses tell; not where the sender gives it itself.
function wholesFor(
  group: ReadonlyMap<string, Cell>,
  grains: readonly Grain[],
): ReadonlySet<string> {
  const wholes = new Set<string>()
  for (const code of group.keys()) {
    if (isTold(code, grains)) continue
    const above = grains.flatMap((grain) => grain.above(code)).filter((one) => isTold(one, grains))
    const [lists = []] = grains.map((grain) => grain.lists)
    const nearest = above.find((one) =>
      above.every((other) => other === one || !lists.some((list) => list.contains(one, other))),
    )
    if (nearest !== undefined && !group.has(nearest)) wholes.add(nearest)
  }
  return wholes
}

// Where parts are missing or kept back the whole is known to be there all the same, so that no larger whole goes without it.
function madeOf(whole: string, group: ReadonlyMap<string, Cell>, step: Step): Cell {
  const { column, grains, rule, joint } = step
  const [any] = group.values()
  const codes = { ...codesOf(any?.row ?? {}, joint.structure), [column]: whole }
  const shut: Cell = { row: codes, from: [], isOpen: false, isMade: true }
  const open = new Set([...group].flatMap(([code, { isOpen }]) => (isOpen ? [code] : [])))
  const block = partsOf(whole, open, {
    lists: grains[0]?.lists ?? [],
    rule,
    reporter: joint.reporter,
  })
  if (block === undefined || keepsBack(whole, group)) return shut
  const parts = [...block.parts, ...block.rest].flatMap((code) => group.get(code) ?? [])
  const row = addUp(
    parts.map((part) => part.row),
    codes,
  )
  return row === undefined
    ? shut
    : { row, from: parts.flatMap(({ from }) => from), isOpen: true, isMade: true }
}

// A total counts those too of whom a code is not known: where such a row is kept back, the total cannot be made.
function keepsBack(whole: string, group: ReadonlyMap<string, Cell>): boolean {
  return (
    whole === '_T' &&
    [...group].some(([code, { isOpen }]) => code.startsWith('_') && code !== whole && !isOpen)
  )
}

function sumRuleOf({ contract, version }: Structure, column: string): SumRule | undefined {
  return rulesOf(contract, version).find(
    (rule): rule is SumRule => rule.kind === 'sum' && rule.column === column,
  )
}

function codesOf(row: GrantableRow, { dimensions }: Structure): GrantableRow {
  return Object.fromEntries(dimensions.map(({ column }) => [column, row[column]]))
}

function keyOf(row: GrantableRow, { dimensions }: Structure): string {
  return dimensions.map(({ column }: Dimension) => String(row[column])).join('|')
}
