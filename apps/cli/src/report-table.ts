// SPDX-License-Identifier: Apache-2.0
import type { Column, ReconciliationReport } from '@corridor/contracts'
import { table, type Column as Printed } from './output/table'
import { count, instant, whole } from './output/words'

/** What both sides say about the same moves. */
export interface ReportRow {
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly breakdown: string
  readonly originSays: number | null
  readonly destinationSays: number | null
  readonly difference: number | null
  readonly asymmetryPercent: number | null
  readonly outcome: 'within' | 'outside' | 'not-comparable' | 'one-sided'
  readonly reason: string | null
}

/** The rows of a report. */
export function reportRows(report: ReconciliationReport): readonly ReportRow[] {
  return Array.from({ length: report.rows }, (_, row) => ({
    origin: cellOf(report.origin, row),
    destination: cellOf(report.destination, row),
    period: cellOf(report.period, row),
    breakdown: breakdownOf(report, row),
    originSays: cellOf(report.originSays, row),
    destinationSays: cellOf(report.destinationSays, row),
    difference: cellOf(report.difference, row),
    asymmetryPercent: cellOf(report.asymmetryPercent, row),
    outcome: cellOf(report.outcome, row),
    reason: cellOf(report.reason, row),
  }))
}

/** A report for a terminal: what it is, its rows, and how many of them are near each other. */
export function reportText(report: ReconciliationReport, rows: readonly ReportRow[]): string {
  const { agreement, version, parties, madeAt, tolerance } = report
  const head = `Report ${agreement}, version ${whole(version)}, ${parties.join(' and ')}, made ${instant(madeAt)}`
  const limit = `Tolerance: an asymmetry of ${percent(tolerance.asymmetryPercent)}`
  const all = reportRows(report)
  const tally = outcomeWords
    .map(
      ([outcome, words]) => [all.filter((row) => row.outcome === outcome).length, words] as const,
    )
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${whole(number)} ${words}`)
  const shown = rows.length === 0 ? 'No figure to show.' : table(columnsFor(rows), rows)
  return `${head}\n${limit}\n\n${shown}\n\n${count(all.length, 'figure')}: ${tally.join(', ')}.`
}

const outcomeWords = [
  ['within', 'within tolerance'],
  ['outside', 'outside tolerance'],
  ['not-comparable', 'not comparable'],
  ['one-sided', 'from one side only'],
] as const

const wordOf: Readonly<Record<ReportRow['outcome'], string>> = Object.fromEntries(
  outcomeWords,
) as Record<ReportRow['outcome'], string>

function columnsFor(rows: readonly ReportRow[]): readonly Printed<ReportRow>[] {
  const columns: readonly Printed<ReportRow>[] = [
    { name: 'Origin', of: ({ origin }) => origin },
    { name: 'Destination', of: ({ destination }) => destination },
    { name: 'Period', of: ({ period }) => period },
    { name: 'Breakdown', of: ({ breakdown }) => breakdown },
    { name: 'Origin says', of: ({ originSays }) => figure(originSays), end: true },
    { name: 'Destination says', of: ({ destinationSays }) => figure(destinationSays), end: true },
    { name: 'Difference', of: ({ difference }) => figure(difference), end: true },
    { name: 'Asymmetry', of: ({ asymmetryPercent }) => percent(asymmetryPercent), end: true },
    { name: 'Outcome', of: ({ outcome }) => wordOf[outcome] },
    { name: 'Why', of: ({ reason }) => reason ?? '', most: 80 },
  ]
  const empty = (column: Printed<ReportRow>): boolean => rows.every((row) => column.of(row) === '')
  return columns.filter((column) => !empty(column))
}

function figure(value: number | null): string {
  return value === null ? '–' : whole(value)
}

// Tenths of a percent as whole numbers, so that no binary fraction shows.
function percent(value: number | null): string {
  if (value === null) return '–'
  const tenths = Math.round(Math.abs(value) * 10)
  const text = `${whole(Math.floor(tenths / 10))}.${String(tenths % 10)} %`
  return value < 0 && tenths > 0 ? `−${text}` : text
}

const dimensions = ['sex', 'age', 'occupation', 'sector', 'stay'] as const

function breakdownOf(report: ReconciliationReport, row: number): string {
  return dimensions
    .map((name) => [name, cellOf(report[name], row)] as const)
    .filter(([, code]) => code !== '_T')
    .map(([name, code]) => `${name} ${code}`)
    .join(', ')
}

function cellOf<Value extends string | number | null>(column: Column<Value>, row: number): Value {
  if (!isList(column)) return column
  const found = column[row]
  if (found === undefined)
    throw new RangeError(`could not read row ${String(row + 1)} of a report's column`)
  return found
}

function isList<Value>(column: Column<Value>): column is readonly Value[] {
  return Array.isArray(column)
}
