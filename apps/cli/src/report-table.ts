// SPDX-License-Identifier: Apache-2.0
import type { Column, ReconciliationReport } from '@corridor/contracts'
import { table, type Column as Printed } from './output/table'
import { commitmentLines, stageLines } from './report-lines'
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
  readonly finding: ReconciliationReport['finding'] extends Column<infer Found> ? Found : never
  readonly unlockedBy: string | null
  /** The version of what was learnt, where something was expected. */
  readonly expectation: number | null
  readonly score: number | null
  readonly matters: boolean
}

/** The rows of a report, what matters first. */
export function reportRows(report: ReconciliationReport): readonly ReportRow[] {
  return Array.from({ length: report.rows }, (_, row) => ({
    origin: cellOf(report.origin, row),
    destination: cellOf(report.destination, row),
    period: report.period,
    breakdown: breakdownOf(report, row),
    originSays: cellOf(report.originSays, row),
    destinationSays: cellOf(report.destinationSays, row),
    difference: cellOf(report.difference, row),
    asymmetryPercent: cellOf(report.asymmetryPercent, row),
    outcome: cellOf(report.outcome, row),
    reason: cellOf(report.reason, row),
    finding: cellOf(report.finding, row),
    unlockedBy: cellOf(report.unlockedBy, row),
    expectation: cellOf(report.expectation, row),
    score: cellOf(report.score, row),
    matters: cellOf(report.matters, row),
  }))
}

/** Rows of several reports in the order that people read: corridor, breakdown, then period. */
export function inOrder(rows: readonly ReportRow[]): readonly ReportRow[] {
  const place = ({ origin, destination, breakdown, period }: ReportRow): string =>
    [origin, destination, breakdown, period].join(' ')
  return rows.toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
}

/** Reports of one agreement for a terminal: what they are, their rows, and how many of them are near each other. */
export function reportText(
  reports: readonly [ReconciliationReport, ...ReconciliationReport[]],
  rows: readonly ReportRow[],
): string {
  const [{ tolerance }] = reports
  const all = reports.flatMap(reportRows)
  const tally = outcomeWords
    .map(
      ([outcome, words]) => [all.filter((row) => row.outcome === outcome).length, words] as const,
    )
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${whole(number)} ${words}`)
  const cells = reports.reduce((sum, report) => sum + report.cells, 0)
  const left = cells - all.length
  return [
    headOf(reports),
    `Tolerance: an asymmetry of ${percent(tolerance.asymmetryPercent)}`,
    '',
    rows.length === 0 ? 'No figure to show.' : table(columnsFor(rows), rows),
    '',
    `${count(all.length, 'figure')}: ${tally.join(', ')}.`,
    ...(left > 0 ? [`${count(left, 'more figure')} that matter less are counted, not shown.`] : []),
    ...expectationLines(all, reports),
    ...reports.flatMap(commitmentLines),
    ...reports.flatMap(stageLines),
  ].join('\n')
}

function headOf(reports: readonly [ReconciliationReport, ...ReconciliationReport[]]): string {
  const [{ agreement, version, parties, period, madeAt }, ...others] = reports
  const who = parties.join(' and ')
  if (others.length === 0)
    return `Report ${agreement} of ${period}, version ${whole(version)}, ${who}, made ${instant(madeAt)}`
  const newest =
    reports
      .map((one) => one.madeAt)
      .sort()
      .at(-1) ?? madeAt
  const periods = reports.map((one) => one.period).sort()
  return `Reports ${agreement} of ${periods.join(', ')}, ${who}, the newest made ${instant(newest)}`
}

function expectationLines(
  all: readonly ReportRow[],
  reports: readonly ReconciliationReport[],
): readonly string[] {
  const [matters, none] = [
    all.filter((row) => row.matters).length,
    all.filter(({ finding }) => finding === 'no-expectation'),
  ]
  const unlocked = none.flatMap(({ unlockedBy }) => unlockedBy ?? [])[0]
  const rates = reports.flatMap(({ falseAlarms }) => falseAlarms ?? [])
  const [rate] = rates.toSorted((one, other) => other.expectation - one.expectation)
  return [
    ...(matters === 0 ? [] : [`Somebody must answer for ${whole(matters)} of them.`]),
    ...(none.length === 0 || unlocked === undefined
      ? []
      : [`No expectation yet for ${whole(none.length)}: it takes ${unlocked}.`]),
    ...(rate === undefined
      ? []
      : [
          `Expectations of version ${whole(rate.expectation)}; false alarms: ${percent(100 * rate.nominal)} promised, ` +
            `${rate.achieved === null ? 'too short a history to say' : percent(100 * rate.achieved)} found on ${whole(rate.history)} figures of the past.`,
        ]),
  ]
}

const outcomeWords = [
  ['within', 'within tolerance'],
  ['outside', 'outside tolerance'],
  ['not-comparable', 'not comparable'],
  ['one-sided', 'from one side only'],
] as const

// Where nothing is expected yet, a line below says so once.
const findingWords = {
  'agrees-within-intervals': 'agrees within intervals',
  'as-expected': 'as expected',
  suspect: 'suspect',
  'no-expectation': '',
} as const

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
    { name: 'Found', of: ({ finding }) => (finding === null ? '' : findingWords[finding]) },
    { name: 'Answer', of: ({ matters }) => (matters ? 'asked for' : '') },
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

const dimensions = [
  'sex',
  'age',
  'occupation',
  'sector',
  'stay',
  'education',
  'scheme',
  'event',
] as const

function breakdownOf(report: ReconciliationReport, row: number): string {
  return dimensions
    .map((name) => [name, cellOf(report[name] ?? '_T', row)] as const)
    .filter(([, code]) => code !== '_T')
    .map(([name, code]) => `${name} ${code}`)
    .join(', ')
}

function cellOf<Value extends string | number | boolean | null>(
  column: Column<Value>,
  row: number,
): Value {
  if (!isList(column)) return column
  const found = column[row]
  if (found === undefined)
    throw new RangeError(`could not read row ${String(row + 1)} of a report's column`)
  return found
}

function isList<Value>(column: Column<Value>): column is readonly Value[] {
  return Array.isArray(column)
}
