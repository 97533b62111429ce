// SPDX-License-Identifier: Apache-2.0
import { chooseCover } from './choose-cover'
import { coverFinder, type CoverFinder } from './find-cover'
import { boundsBeforehand, boundsWith, canCover, hide, type Hiding } from './hiding'
import { figureOf, numberOf } from './figure'
import { isMet, meet, nothingMet, type Met } from './met'
import { narrowAtOnce, narrowInCircles, type Watch } from './narrow'
import { propagate } from './propagate'
import { isSmall, leastWidth, sensitive, thresholdOf, type Sensitive } from './sensitive'
import { at, makeSystem } from './system'

/** So many rounds of hiding and attacking are made at most; then everything that can be hidden is. */
const mostRounds = 200

/** Which figures a release hides, and what could not be protected. The lists are of numbers of nodes. */
export interface Suppression {
  /** By node: 1 where the release does not tell the figure of a cell. */
  readonly hidden: Uint8Array
  /** Sensitive figures that follow from what was released before, whatever this release hides. */
  readonly exposed: ReadonlySet<number>
  /** Why cells are sensitive, by their number in the table. */
  readonly primary: ReadonlyMap<number, Sensitive>
}

/**
 * Primary and secondary suppression. First the sensitive cells are hidden, with whatever an earlier release hid. Then the
 * attacker's linear programme finds figures whose interval is narrower than the rule asks for, and the cheapest cells that
 * cover them are hidden too, until none is left. Every hidden cell is held to the rule, so that a recipient who takes a
 * secondary one for a primary one learns no more from it. Source of the loop: sdcTable, SIMPLEHEURISTIC.
 */
export function suppress(
  given: Pick<Hiding, 'table' | 'knowledge' | 'rule' | 'solver'>,
): Suppression | 'contradiction' {
  const { nodes } = given.knowledge.system
  const count = nodes.length
  const hiding: Hiding = {
    ...given,
    hidden: new Uint8Array(count),
    widths: new Float64Array(count),
    reaches: new Float64Array(count),
    exposed: new Set(),
    beforehand: boundsBeforehand(given.table, given.knowledge, given.rule),
    truths: Float64Array.from(nodes, ({ truth }) => truth ?? NaN),
  }
  const primary = hideSensitive(hiding)
  watchOthers(hiding)
  const already = exposedBefore(hiding)
  if (already === 'contradiction') return already
  for (const node of already) expose(hiding, node)
  if (hideUntilWide(hiding) === 'contradiction') return 'contradiction'
  return { hidden: hiding.hidden, exposed: hiding.exposed, primary }
}

// Every figure that is asked for is wide enough after this, or given up.
function hideUntilWide(hiding: Hiding): 'done' | 'contradiction' {
  const met = nothingMet(hiding.widths.length)
  const finder = coverFinder(hiding)
  try {
    for (let rounds = 1; rounds <= mostRounds; rounds++) {
      const narrow = attackOnce(hiding, met)
      if (narrow === 'contradiction') return narrow
      if (narrow.length === 0) return 'done'
      if (!coverAll(hiding, narrow, finder)) coverOneByOne(hiding, narrow)
    }
  } finally {
    finder.close()
  }
  return hideEverything(hiding)
}

function hideSensitive(hiding: Hiding): ReadonlyMap<number, Sensitive> {
  const { table, knowledge, rule, widths, reaches } = hiding
  const primary = new Map<number, Sensitive>()
  for (const [number, cell] of table.cells.entries()) {
    const node = at(knowledge.nodeOf, number)
    const found = sensitive(cell, table.dimensions, rule)
    if (found !== undefined) primary.set(number, found)
    else if (!knowledge.hiddenBefore.has(node)) continue
    hide(hiding, node)
    widths[node] = Math.max(at(widths, node), found?.width ?? 0)
    if (found?.above !== undefined) reaches[node] = (numberOf(cell.figure) ?? 0) + found.above
  }
  return primary
}

// What earlier releases hid stays hidden, and groups that no cell tells are counted too.
function watchOthers({ knowledge, table, rule, widths, reaches }: Hiding): void {
  for (const [number, { codes, kind, truth, contributions }] of knowledge.system.nodes.entries()) {
    if (kind === 'table') continue
    const threshold = thresholdOf({ codes }, table.dimensions, rule)
    const isHidden = knowledge.hiddenBefore.has(number)
    const isSmallGroup = kind === 'implied' && truth !== undefined && truth > 0
    if (isHidden || (isSmallGroup && isSmall(truth, threshold, false)))
      widths[number] = leastWidth(threshold, rule)
    if (!isHidden || truth === undefined || contributions === undefined) continue
    const found = sensitive(
      { codes, figure: figureOf(truth), contributions },
      table.dimensions,
      rule,
    )
    if (found?.above !== undefined) reaches[number] = truth + found.above
  }
}

// Told before and sensitive now, or following by simple sums from what was told before: this release can hide nothing of it.
function exposedBefore(hiding: Hiding): readonly number[] | 'contradiction' {
  const { knowledge, widths, reaches } = hiding
  const everything = hiding.hidden.slice()
  for (let node = 0; node < everything.length; node++)
    if (canCover(hiding, node)) everything[node] = 1
  const bounds = boundsWith(hiding, everything)
  // What is only guessed may not be a reason to give a figure up.
  const { nodes, rows } = knowledge.system
  const certain = makeSystem(
    nodes,
    rows.filter(({ guessed }) => guessed !== true),
  )
  if (propagate(certain, bounds) === 'contradiction') return 'contradiction'
  return narrowAtOnce({ bounds, widths, reaches })
}

function expose({ exposed, widths, reaches }: Hiding, node: number): void {
  exposed.add(node)
  widths[node] = 0
  reaches[node] = 0
}

function attackOnce(hiding: Hiding, met: Met): readonly number[] | 'contradiction' {
  const { knowledge, widths, reaches, solver } = hiding
  const bounds = boundsWith(hiding, hiding.hidden)
  if (!hiding.rule.zeros) for (const node of knowledge.presumedNone) bounds.upper[node] = 0
  const outcome = propagate(knowledge.system, bounds)
  if (outcome === 'contradiction') return outcome
  const narrow = narrowAtOnce({ bounds, widths, reaches })
  if (narrow.length > 0) return narrow
  const watch: Watch = {
    system: knowledge.system,
    bounds,
    widths,
    reaches,
    settled: outcome === 'at-rest',
    solver,
    met,
  }
  return narrowInCircles(watch)
}

// Each figure that those before it have not made wide enough gets the cheapest cover. False where none was found that hides more.
function coverAll(hiding: Hiding, narrow: readonly number[], finder: CoverFinder): boolean {
  const { widths, reaches, truths } = hiding
  const met = nothingMet(widths.length)
  let isCovered = false
  for (const node of narrow) {
    const asked = { width: at(widths, node), reach: at(reaches, node) }
    meet(met, { nodes: [node], values: Float64Array.of(at(truths, node)) })
    if (isMet(met, node, asked)) continue
    const cover = finder.coverFor(node, asked)
    if (cover === undefined) continue
    for (const cell of cover.cells) hide(hiding, cell)
    if (cover.cells.length > 0) isCovered = true
    meet(met, cover)
  }
  return isCovered
}

function coverOneByOne(hiding: Hiding, narrow: readonly number[]): void {
  const touched = new Set<number>()
  const uncovered: number[] = []
  for (const node of narrow) {
    const cover = chooseCover(hiding, node, touched)
    if (cover === 'touched') continue
    if (cover === undefined) uncovered.push(node)
    else {
      hide(hiding, cover)
      for (const row of hiding.knowledge.system.rowsOf[cover] ?? []) touched.add(row)
    }
  }
  // What was hidden for others in this round may be enough for these too.
  if (touched.size === 0) for (const node of uncovered) expose(hiding, node)
}

function hideEverything(hiding: Hiding): 'done' | 'contradiction' {
  for (const node of hiding.knowledge.nodeOf) if (canCover(hiding, node)) hide(hiding, node)
  const narrow = attackOnce(hiding, nothingMet(hiding.widths.length))
  if (narrow === 'contradiction') return narrow
  for (const node of narrow) expose(hiding, node)
  return 'done'
}
