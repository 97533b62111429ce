// SPDX-License-Identifier: Apache-2.0
import type { ReporterBreak } from '@corridor/statistics'
import type { Opening, RevisedFigure } from './case-acts'
import type { ReviewCase } from './case-state'
import type { ReportCommandTo } from './report-acts'
import type { ReviewReport } from './report-state'
import { beginReport, mustCase, mustReport, settle, type Round, type RoundAfter } from './round'
import { isAbout, takeUp, type ComparedCell, type TakenUp } from './take-up'

/** The comparisons of one agreement and period, all of them, when a new version of their report was made. */
export interface ComparedRound {
  readonly at: string
  readonly report: Omit<ReportCommandTo<'compare'>['report'], 'notTakenUp'>
  readonly cells: readonly ComparedCell[]
  readonly breaks: readonly ReporterBreak[]
  /** Cases of a round at most. */
  readonly budget: number
  /** How many cases the agreement has of the period, of whatever contract: the next one is named after them. */
  readonly known: number
}

/**
 * What a new version of a report makes of a round. The version before is overtaken (its half-given signatures are void) or, where all
 * had signed it, stays valid and is marked. Cases go on: what a revision touches is opened again or corrected, the rest is carried over.
 */
export function compareRound(
  known: { readonly report: ReviewReport | null; readonly cases: readonly ReviewCase[] },
  round: ComparedRound,
): RoundAfter {
  const compared = { ...round, cells: round.cells.map(answeredFor(round.breaks)) }
  const { at, report } = compared
  const before = known.report ?? null
  const cases = inCases(
    { round: { report: before ?? pending(compared), cases: known.cases }, facts: [] },
    compared,
  )
  const overtaken = before === null ? cases : mustReport(cases, { do: 'revise', at })
  const notTakenUp = countNotTakenUp(overtaken.round, compared)
  return settle(beginReport(overtaken, { ...report, notTakenUp }, at), at, true)
}

// What moved with a reporter's other figures is answered for, though it is too small a sign by itself.
function answeredFor(breaks: readonly ReporterBreak[]): (cell: ComparedCell) => ComparedCell {
  const moved = new Set(breaks.flatMap(({ cells }) => cells))
  return (cell) => (moved.has(cell.key) ? { ...cell, matters: true } : cell)
}

// Stands in for the report of a round that has none yet, until it is begun at the end.
function pending({ at, report }: ComparedRound): ReviewReport {
  return {
    ...report,
    ...{ since: at, notTakenUp: 0, status: 'compared', digest: null, signatures: [], void: [] },
    ...{
      returned: null,
      overdue: false,
      escalated: false,
      mark: null,
      renewal: [],
      remindAt: null,
    },
  }
}

function inCases(start: RoundAfter, compared: ComparedRound): RoundAfter {
  const { at, report, cells, breaks, budget } = compared
  const revised = start.round.cases.reduce((now, one) => {
    const figures = cells.filter((cell) => isOf(one, cell, now.round.cases)).map(revisionOf)
    return mustCase(now, one.id, { do: 'revise', at, figures, dueAt: report.dueAt })
  }, start)
  const free = cells.filter((cell) => !revised.round.cases.some((one) => holds(one, cell)))
  const room = Math.max(0, budget - revised.round.cases.length)
  return takeUp(free, { breaks, budget: room }).reduce((now, taken, place) => {
    const opening = openingOf(taken, compared.known + place + 1, compared)
    const opened = mustCase(now, opening.id, { do: 'open', at, opening })
    return mustCase(opened, opening.id, { do: 'notify', at })
  }, revised)
}

// A figure stays with the case that has it; a new one goes to the case that is about its corridor.
function isOf(one: ReviewCase, cell: ComparedCell, cases: readonly ReviewCase[]): boolean {
  if (holds(one, cell)) return true
  return isAbout(one.about, cell) && !cases.some((other) => holds(other, cell))
}

function holds({ figures }: ReviewCase, { key }: ComparedCell): boolean {
  return figures[key] !== undefined
}

function revisionOf(cell: ComparedCell): RevisedFigure {
  const { key, originSide: origin, destinationSide: destination, difference, matters } = cell
  return { key, origin, destination, difference, matters, sides: [cell.origin, cell.destination] }
}

function openingOf(
  { about, proposed, cells }: TakenUp,
  number: number,
  compared: ComparedRound,
): Opening {
  const { agreement, period, dueAt } = compared.report
  const versions = cells.flatMap(({ expectation }) => expectation ?? [])
  return {
    id: `${agreement}.${period}.${String(number)}`,
    ...{ agreement, period, about, proposed, dueAt },
    basis: {
      expectation: versions.length === 0 ? null : Math.max(...versions),
      rules: [...new Set(cells.flatMap(({ rule }) => rule ?? []))].toSorted(),
    },
    sides: [...new Set(cells.flatMap(({ origin, destination }) => [origin, destination]))],
    figures: cells.map((cell) => {
      const { key, origin, destination, difference, sides } = revisionOf(cell)
      return { key, origin, destination, difference, sides, state: { status: 'open' } }
    }),
  }
}

function countNotTakenUp({ cases }: Round, { cells }: ComparedRound): number {
  return cells.filter((cell) => cell.matters && !cases.some((one) => holds(one, cell))).length
}
