// SPDX-License-Identifier: Apache-2.0
import type { DoubleCoding } from '@corridor/contracts'
import {
  blockAmount,
  isOneCell,
  tableBlocks,
  type BlockCodes,
  type Figures,
  type TableBlock,
} from '@corridor/statistics'
import {
  breakdownOf,
  codedApart,
  type BreakdownColumns,
  type CellStatement,
  type Flow,
} from '../cell'
import { blocksAlong, sumRuleOf } from './blocks-along'
import { carriedOver } from './carry-over'
import { statementOf, type SideBlock } from './parts'
import { amountsIn, shownCodes, sideTables, type Shown, type SideTable } from './side-table'

/** Both sides of a flow by breakdown. */
export type FlowSides = Readonly<Record<'origin' | 'destination', ReadonlyMap<string, Shown>>>

/** Statements that a side has not made as such but its figures come to, by breakdown. */
export type OnGrid = Readonly<Record<'origin' | 'destination', ReadonlyMap<string, CellStatement>>>

const nothing: OnGrid = { origin: new Map(), destination: new Map() }
const notKnown = /(^|\.)_[UN](\.|$)/

/** Whether a breakdown is of persons of whom a code is not known. */
function isOfUnknown(breakdown: string): boolean {
  return notKnown.test(breakdown)
}

/**
 * Brings both sides of a flow to their finest common grid: cells that one side gives and the other's figures make up, and blocks that
 * both make up and neither gives. What a side states as such, or keeps back, is never made of its other figures. A figure beside
 * which its side has persons of no known code gets the interval that they leave.
 */
export function onCommonGrid(
  flow: Flow,
  sides: FlowSides,
  doubleCoding: readonly DoubleCoding[] = [],
): OnGrid {
  const columns = breakdownOf(flow.contract)
  if (columns === undefined || !needsGrid(sides)) return nothing
  const found = {
    origin: new Map<string, CellStatement>(),
    destination: new Map<string, CellStatement>(),
  }
  const { contract } = flow
  const restIsOpen = columns.map((column) => sumRuleOf({ contract, column })?.rest === 'open')
  const at = { flow, columns, restIsOpen, sides, doubleCoding }
  const tables = withCarried(at)
  for (const one of [...widened(at, tables), ...summed(at, tables)])
    found[one.side].set(one.breakdown, one.statement)
  return found
}

/**
 * Whether the two sides of a cell leave it to a grid: one of them gives nothing for it, or is made of other figures, or it is of persons
 * of no known code, or they take its codes from different classifications.
 */
export function standsApart({
  origin,
  destination,
}: Readonly<Record<'origin' | 'destination', CellStatement | undefined>>): boolean {
  if (origin === undefined || destination === undefined) return true
  if (origin.parts !== null || destination.parts !== null) return true
  if (isOfUnknown(origin.breakdown)) return true
  return codedApart(origin, origin.classifications, destination.classifications).length > 0
}

// Where both give the same cells, and everybody's codes are known, each figure stands for itself.
function needsGrid({ origin, destination }: FlowSides): boolean {
  if (!isHeard(origin) || !isHeard(destination)) return false
  return hasApart(origin, destination) || hasAlone(destination, origin)
}

function isHeard(side: ReadonlyMap<string, Shown>): boolean {
  for (const { isShown } of side.values()) if (isShown) return true
  return false
}

function hasApart(own: ReadonlyMap<string, Shown>, other: ReadonlyMap<string, Shown>): boolean {
  for (const [breakdown, { isShown, statement }] of own) {
    if (!isShown) continue
    const beside = other.get(breakdown)
    const destination = beside?.isShown === true ? beside.statement : undefined
    if (standsApart({ origin: statement, destination })) return true
  }
  return false
}

function hasAlone(own: ReadonlyMap<string, Shown>, other: ReadonlyMap<string, Shown>): boolean {
  for (const [breakdown, { isShown }] of own)
    if (isShown && other.get(breakdown)?.isShown !== true) return true
  return false
}

function shownIn(side: ReadonlyMap<string, Shown>): ReadonlySet<string> {
  return new Set([...side].flatMap(([breakdown, { isShown }]) => (isShown ? [breakdown] : [])))
}

interface At {
  readonly flow: Flow
  readonly columns: BreakdownColumns
  /** Of each column whether the rest of its codes may be missing: see `SumRule`. */
  readonly restIsOpen: readonly boolean[]
  readonly sides: FlowSides
  readonly doubleCoding: readonly DoubleCoding[]
}

interface Tables {
  readonly origin: readonly ReadyTable[]
  readonly destination: readonly ReadyTable[]
}

/** A table with what is asked of it for each block. */
interface ReadyTable extends SideTable {
  readonly amounts: Figures
  readonly shown: readonly (readonly string[])[]
}

function ready(table: SideTable): ReadyTable {
  return { ...table, amounts: amountsIn(table), shown: shownCodes(table) }
}

function withCarried({ flow: { contract }, columns, sides, doubleCoding }: At): Tables {
  const origin = sideTables(inOrder(sides.origin))
  const destination = sideTables(inOrder(sides.destination))
  const carried = (own: readonly SideTable[], others: readonly SideTable[]) =>
    own.flatMap((table) =>
      others.flatMap(
        (other) => carriedOver(table, other, { contract, columns, doubleCoding }) ?? [],
      ),
    )
  return {
    origin: [...origin, ...carried(origin, destination)].map(ready),
    destination: [...destination, ...carried(destination, origin)].map(ready),
  }
}

// In whatever order statements are read, the same is made of them.
function inOrder(side: ReadonlyMap<string, Shown>): readonly Shown[] {
  return [...side.values()].sort((one, other) =>
    one.statement.breakdown < other.statement.breakdown ? -1 : 1,
  )
}

/** A statement of a side that was made here. */
interface Made {
  readonly side: 'origin' | 'destination'
  readonly breakdown: string
  readonly statement: CellStatement
}

/** Of cells that both sides give, those beside which a side has persons of no known code. */
function* widened(at: At, tables: Tables): Generator<Made> {
  const both = {
    origin: shownIn(at.sides.destination),
    destination: shownIn(at.sides.origin),
  }
  for (const side of ['origin', 'destination'] as const)
    for (const table of tables[side]) {
      if (isCarried(table) || table.rest.every(({ length }) => length === 0)) continue
      for (const codes of table.shown) {
        const breakdown = codes.join('.')
        if (!both[side].has(breakdown)) continue
        const block = blockOf(
          at,
          table,
          codes.map((code) => ({ codes: [code], whole: false })),
        )
        const found = blockAmount(table.amounts, block)
        if (found.status === 'missing' || found.perhaps === 0) continue
        yield* made(at, { side, breakdown, own: { table, block, found } })
      }
    }
}

function made(
  { flow, columns }: At,
  { side, breakdown, own }: Omit<Made, 'statement'> & { readonly own: SideBlock },
): readonly Made[] {
  const statement = statementOf({ ...flow, breakdown }, own, columns)
  return statement === undefined ? [] : [{ side, breakdown, statement }]
}

function isCarried({ carried }: SideTable): boolean {
  return Object.keys(carried).length > 0
}

function blockOf(
  { restIsOpen }: At,
  table: SideTable,
  codes: readonly Pick<BlockCodes, 'codes' | 'whole'>[],
): readonly BlockCodes[] {
  return codes.map((one, place) => ({
    codes: one.codes,
    whole: one.whole,
    rest: table.rest[place] ?? [],
    restIsOpen: restIsOpen[place] ?? false,
  }))
}

/** A block of a table of each side. */
interface Candidate {
  readonly block: TableBlock
  readonly origin: ReadyTable
  readonly destination: ReadyTable
  /** As few figures as can be, and none carried over where another way leads there. */
  readonly cost: number
}

function* summed(at: At, tables: Tables): Generator<Made> {
  const byName = new Map<string, Candidate[]>()
  for (const origin of tables.origin)
    for (const destination of tables.destination)
      for (const block of blocksOf(at, origin, destination)) {
        const breakdown = block.map(({ code }) => code).join('.')
        const candidate = { block, origin, destination, cost: costOf(block, origin, destination) }
        const known = byName.get(breakdown)
        if (known === undefined) byName.set(breakdown, [candidate])
        else known.push(candidate)
      }
  for (const [breakdown, candidates] of byName) {
    const sides = bestOf(at, breakdown, candidates)
    if (sides === undefined) continue
    for (const side of ['origin', 'destination'] as const) {
      const own = sides[side]
      if (!isAsGiven(own, breakdown)) yield* made(at, { side, breakdown, own })
    }
  }
}

function blocksOf(
  { flow, columns }: At,
  origin: ReadyTable,
  destination: ReadyTable,
): readonly TableBlock[] {
  const along = columns.map((column, place) => {
    const codesIn = ({ shown, like }: ReadyTable) => ({
      codes: [...new Set(shown.map((codes) => codes[place] ?? '_T'))],
      scheme: like.classifications[column],
    })
    return blocksAlong({ contract: flow.contract, column }, codesIn(origin), codesIn(destination))
  })
  const blocks = tableBlocks(along, { origin: origin.shown, destination: destination.shown })
  return isCarried(origin) || isCarried(destination)
    ? blocks
    : blocks.filter((block) => !isOneCell(block))
}

function costOf(block: TableBlock, ...tables: readonly ReadyTable[]): number {
  const many = (side: 'origin' | 'destination'): number =>
    block.reduce((all, one) => all * one[side].length, 1)
  return many('origin') + many('destination') + 1e9 * tables.filter(isCarried).length
}

function bestOf(
  at: At,
  breakdown: string,
  candidates: readonly Candidate[],
): Readonly<Record<'origin' | 'destination', SideBlock>> | undefined {
  for (const one of [...candidates].sort((a, b) => a.cost - b.cost)) {
    const origin = sideBlock(at, 'origin', { breakdown, one })
    const destination = origin && sideBlock(at, 'destination', { breakdown, one })
    if (origin !== undefined && destination !== undefined) return { origin, destination }
  }
  return undefined
}

function sideBlock(
  at: At,
  side: 'origin' | 'destination',
  { breakdown, one }: { readonly breakdown: string; readonly one: Candidate },
): SideBlock | undefined {
  const table = one[side]
  const codes = one.block.map((dimension) => ({ codes: dimension[side], whole: dimension.whole }))
  const isOwn = !isCarried(table) && codes.map((own) => own.codes.join()).join('.') === breakdown
  if (!isOwn && isGiven(at.sides[side].get(breakdown), table)) return undefined
  const block = blockOf(at, table, codes)
  const found = blockAmount(table.amounts, block)
  return found.status === 'missing' ? undefined : { table, block, found }
}

// The same codes of another classification are something else.
function isGiven(own: Shown | undefined, { like }: ReadyTable): boolean {
  if (own === undefined) return false
  const { statement } = own
  return codedApart(statement, statement.classifications, like.classifications).length === 0
}

// What a side gives as such, with nobody beside it, stays as it was given.
function isAsGiven({ table, found }: SideBlock, breakdown: string): boolean {
  return !isCarried(table) && found.cells.length === 1 && found.cells[0] === breakdown
}
