// SPDX-License-Identifier: Apache-2.0
import type { Report, ReportLine } from '@corridor/contracts'
import type { Found } from './found'

/** Causes that a signed statement lists; the others are counted. */
const mostLines = 100
/** Rows that a line names; the others are counted. */
const mostRows = 20

/**
 * All that was found, grouped by cause, as a signed statement carries it: errors before warnings, the most frequent first,
 * every cause and every row counted. `dataset` is the place of the dataset in its bundle, from 1.
 * @example reportOf(checked.found) // { errors: 3, warnings: 0, groups: 1, lines: [{ problem: 'CODE_UNKNOWN', … }] }
 */
export function reportOf(found: readonly Found[], { dataset }: { dataset?: number } = {}): Report {
  return {
    errors: counted(found, 'error'),
    warnings: counted(found, 'warning'),
    groups: found.length,
    lines: found
      .map((one) => lineOf(one, dataset))
      .sort(byWeight)
      .slice(0, mostLines),
  }
}

/** One report for the datasets of a bundle. Nothing that belongs among its lines can be missing: each report has its own heaviest. */
export function mergeReports(reports: readonly Report[]): Report {
  const sum = (count: (report: Report) => number): number =>
    reports.reduce((all, report) => all + count(report), 0)
  return {
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
    groups: sum(({ groups }) => groups),
    lines: reports
      .flatMap(({ lines }) => lines)
      .sort(byWeight)
      .slice(0, mostLines),
  }
}

// A cause that the dataset as a whole has counts once.
function counted(found: readonly Found[], level: Found['level']): number {
  return found
    .filter((one) => one.level === level)
    .reduce((sum, { rows }) => sum + Math.max(1, rows.length), 0)
}

function lineOf(
  { code, level, column, value, detail, rows, noted }: Found,
  dataset?: number,
): ReportLine {
  return {
    problem: code,
    level,
    ...(dataset === undefined ? {} : { dataset }),
    ...(column === undefined ? {} : { column: cut(column, 64) }),
    ...(value === undefined ? {} : { value: cut(value, 64) }),
    detail: cut(detail, 500),
    ...(noted === undefined ? {} : { note: cut(noted, 500) }),
    rows: rows.length,
    first: rows.slice(0, mostRows).map((row) => row + 1),
  }
}

function byWeight(one: ReportLine, other: ReportLine): number {
  if (one.level !== other.level) return one.level === 'error' ? -1 : 1
  return other.rows - one.rows
}

// The contract counts characters, not the units of UTF-16.
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
