// SPDX-License-Identifier: Apache-2.0
import {
  isList,
  structure,
  validate,
  type Column,
  type ReconciliationReport,
} from '@corridor/contracts'
import { parseJson } from '@corridor/message'
import type { Committed, Compared, ComparedFigure, Range, Stage } from '../../views'
import type { Actor } from '../actor'
import type { Edge } from '../edge'
import { placesOf } from '../page-props'
import { saidBy } from '../pairs-reading'
import { sealedReport } from '../reading'
import { placeOfFigure, reportHref, type Names } from './places'

/** Compared figures of one page. */
const pageSize = 100

/** Which version of the hub's report, and from which of its figures on. */
export interface ComparedAsked {
  readonly agreement: string
  readonly period: string
  readonly version: number
  readonly from: number
}

/** The hub's own report of a version, as far as one page goes; null for whoever gets only what is signed. */
export async function comparedOf(
  edge: Edge,
  actor: Actor,
  { from, ...which }: ComparedAsked,
): Promise<Compared | null> {
  const sealed = await sealedReport(edge.store, actor, which)
  if (sealed === null) return null
  const report = reportIn(sealed.payload)
  const names = await placesOf(edge)
  const rows = Array.from({ length: report.rows }, (_, row) => row).slice(from, from + pageSize)
  const next = from + pageSize
  return {
    ...{ madeAt: report.madeAt, cells: report.cells, from, all: report.rows },
    figures: rows.map((row) => figureOf(report, row, names)),
    next:
      next < report.rows
        ? `${reportHref(which.agreement, which.period)}?version=${String(which.version)}&from=${String(next)}`
        : null,
    falseAlarms: report.falseAlarms ?? null,
    commitments: committedOf(report, names),
    stages: (report.stages ?? []).map(stageOf),
  }
}

function committedOf({ commitments }: ReconciliationReport, names: Names): Committed | null {
  if (commitments === undefined) return null
  const { openedAt, by, parties, changedSince } = commitments
  const momentOf = ({ party, at }: (typeof parties)[number]) => ({ party: names(party), at })
  return {
    ...{ openedAt, by },
    parties: parties.map(momentOf),
    changedSince: changedSince.map(momentOf),
  }
}

function stageOf(found: NonNullable<ReconciliationReport['stages']>[number]): Stage {
  const { clause, stage, after, period, lookedAt, outcome, basis } = found
  return {
    ...{ clause, stage, after, period, lookedAt, outcome, basis },
    said: rangeOf(found.saidLower, found.saidUpper),
    expected: outcome === 'no-expectation' ? null : rangeOf(found.rangeLower, found.rangeUpper),
  }
}

function rangeOf(lower: number | null, upper: number | null): Range | null {
  return lower === null ? null : { lower, upper }
}

function reportIn(payload: string): ReconciliationReport {
  const event = parseJson(Buffer.from(payload))
  const data: unknown = event.ok ? (event.value as { data?: unknown }).data : undefined
  const judged = validate('reconciliation-report', '1.0.0', data)
  if (!judged.ok) throw new Error(`could not read a report: ${judged.refusal.detail}`)
  return judged.value
}

function figureOf(report: ReconciliationReport, row: number, names: Names): ComparedFigure {
  const key = keyOf(report, row)
  const of = <Value>(column: Column<Value>): Value => at(column, row)
  return {
    ...placeOfFigure(key, report.contract, names),
    key,
    originSays: saidBy(of(report.originSays), of(report.originPosition)),
    destinationSays: saidBy(of(report.destinationSays), of(report.destinationPosition)),
    originHarmonised: of(report.originHarmonised),
    destinationHarmonised: of(report.destinationHarmonised),
    balanced: of(report.balanced),
    balancedLower: of(report.balancedLower),
    balancedUpper: of(report.balancedUpper),
    outcome: of(report.outcome),
    finding: of(report.finding),
    matters: of(report.matters),
    causes: (report.causes ?? [])
      .filter((cause) => cause.row === row)
      .map(({ cause, evidence, persons }) => ({ cause, evidence, persons })),
  }
}

/** The name of a row's figure, as cases have it. */
function keyOf(report: ReconciliationReport, row: number): string {
  const named: Readonly<Partial<Record<string, unknown>>> = { ...report }
  const codes = (structure(report.contract)?.dimensions ?? []).flatMap(({ role, column }) =>
    // Validated above: a dimension's column holds codes.
    role === undefined ? [at((named[column] ?? '_T') as Column<string>, row)] : [],
  )
  return [at(report.origin, row), at(report.destination, row), ...codes].join('.')
}

function at<Value>(column: Column<Value>, row: number): Value {
  if (!isList(column)) return column
  const found = column[row]
  if (found === undefined) throw new RangeError(`could not read row ${row} of a report's column`)
  return found
}
