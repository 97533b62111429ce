// SPDX-License-Identifier: Apache-2.0
import type { KnownAgreement, RowTest } from '@corridor/policy'
import { flowKey, isSameFlow, grantableRow, type CellStatement, type Flow } from './cell'
import { compareSides, type Sides } from './compare-sides'
import type { Expect } from './expected'
import { onCommonGrid } from './grid/common-grid'
import type { Shown } from './grid/side-table'
import type { Pair } from './pair'
import { comparisonTerms, type ComparisonTerms } from './terms'
import { toldToAll } from './told-to-all'

/** What a comparison asks of others: which statements it may show, and what is expected of figures. */
export interface Asking {
  readonly isGranted: RowTest
  readonly expect: Expect
}

/** What the two sides say about one cell: one of them at least says something. */
export interface SetBeside {
  readonly cell: CellStatement
  readonly sides: Sides
}

/**
 * Pairs the statements of an agreement's parties about the same cells and compares them by its terms.
 * A comparison shows each side the other's figure, so only statements that may be shown to the other side enter it: `isGranted` says
 * so by all agreements of the two. A figure that they protect enters as it was told (`toldTo`), never as it is. Flows whose breakdowns
 * differ are brought to a common grid, so all of their statements are needed.
 */
export function pairUp(
  agreement: KnownAgreement,
  statements: readonly CellStatement[],
  { isGranted, expect }: Asking,
): readonly Pair[] {
  return compareAll(agreement, setBeside(agreement, statements, isGranted), expect)
}

/** Compares what was set beside, by the terms of an agreement. */
export function compareAll(
  agreement: KnownAgreement,
  beside: readonly SetBeside[],
  expect: Expect,
): readonly Pair[] {
  const terms = new Map(comparisonTerms(agreement).map((one) => [one.contract, one]))
  return beside.flatMap(({ cell, sides }) => {
    const by = terms.get(cell.contract)
    return by === undefined ? [] : compareSides(cell, sides, { terms: by, expect })
  })
}

/** The two sides of each cell that an agreement compares, on their common grid. */
export function setBeside(
  agreement: KnownAgreement,
  statements: readonly CellStatement[],
  isGranted: RowTest,
): readonly SetBeside[] {
  const terms = new Map(comparisonTerms(agreement).map((one) => [one.contract, one]))
  const { parties } = agreement.standing
  const flows = new Map<string, SidesOfFlow>()
  let flow: SidesOfFlow | undefined
  for (const statement of statements) {
    if (!terms.has(statement.contract) || !parties.includes(statement.reporter)) continue
    if (flow === undefined || !isSameFlow(flow.flow, statement)) flow = flowIn(flows, statement)
    const side = statement.direction === 'outflow' ? flow.origin : flow.destination
    const { breakdown } = statement
    if (statement.toldTo === null) {
      const isShown = entersComparison(agreement, statement, isGranted)
      side.shown.set(breakdown, { statement, isShown })
    } else side.told.set(breakdown, [...(side.told.get(breakdown) ?? []), statement])
  }
  return [...flows.values()].flatMap((one) => {
    for (const side of [one.origin, one.destination]) showTold(agreement, side, isGranted)
    return besideIn(one, terms.get(one.flow.contract))
  })
}

function flowIn(flows: Map<string, SidesOfFlow>, statement: CellStatement): SidesOfFlow {
  const key = flowKey(statement)
  const known = flows.get(key)
  if (known !== undefined) return known
  const { contract, origin, destination, period } = statement
  const added = {
    flow: { contract, origin, destination, period },
    origin: { shown: new Map(), told: new Map() },
    destination: { shown: new Map(), told: new Map() },
  }
  flows.set(key, added)
  return added
}

// What is shown as it is stays so; what protection keeps back is shown as it was told.
function showTold(
  agreement: KnownAgreement,
  { shown, told }: SideOfFlow,
  isGranted: RowTest,
): void {
  for (const [breakdown, each] of told) {
    if (shown.get(breakdown)?.isShown === true) continue
    const statement = toldToAll(agreement, each, isGranted)
    if (statement !== undefined) shown.set(breakdown, { statement, isShown: true })
  }
}

interface SidesOfFlow {
  readonly flow: Flow
  readonly origin: SideOfFlow
  readonly destination: SideOfFlow
}

/** What one side states of a flow, and what others were told of it under protection, by breakdown. */
interface SideOfFlow {
  readonly shown: Map<string, Shown>
  readonly told: Map<string, readonly CellStatement[]>
}

function besideIn(
  { flow, ...sides }: SidesOfFlow,
  terms: ComparisonTerms | undefined,
): readonly SetBeside[] {
  const [origin, destination] = [sides.origin.shown, sides.destination.shown]
  const onGrid = onCommonGrid(flow, { origin, destination }, terms?.doubleCoding)
  const said = (side: 'origin' | 'destination', own: Shown | undefined, breakdown: string) =>
    onGrid[side].get(breakdown) ?? (own?.isShown === true ? own.statement : undefined)
  const found: SetBeside[] = []
  const add = (breakdown: string): void => {
    const sides = {
      origin: said('origin', origin.get(breakdown), breakdown),
      destination: said('destination', destination.get(breakdown), breakdown),
    }
    const cell = sides.origin ?? sides.destination
    if (cell !== undefined) found.push({ cell, sides })
  }
  for (const breakdown of origin.keys()) add(breakdown)
  for (const breakdown of destination.keys()) if (!origin.has(breakdown)) add(breakdown)
  for (const breakdown of new Set([...onGrid.origin.keys(), ...onGrid.destination.keys()]))
    if (!origin.has(breakdown) && !destination.has(breakdown)) add(breakdown)
  return found
}

/** All parties read the report as it is, so a figure enters it only where each of the others is given it without protection. */
export function entersComparison(
  agreement: KnownAgreement,
  statement: CellStatement,
  isGranted: RowTest,
): boolean {
  const { contract, reporter: sender } = statement
  const { parties } = agreement.standing
  if (!parties.includes(sender)) return false
  const row = grantableRow(statement)
  return parties.every(
    (recipient) => recipient === sender || isGranted({ contract, sender, recipient }, row),
  )
}
