// SPDX-License-Identifier: Apache-2.0
import { csvField } from './guard-cell'
import type { MarkedProblem } from './marked-problem'

/** The columns of a list of problems. */
export const problemColumns = [
  'level',
  'number',
  'code',
  'sheet',
  'row',
  'column',
  'field',
  'value',
  'rows',
  'message',
  'fix',
] as const satisfies readonly (keyof MarkedProblem)[]

/** All problems as CSV that spreadsheets open in UTF-8: a byte order mark, and the line ends of RFC 4180. */
export function problemsCsv(problems: readonly MarkedProblem[]): string {
  const lines = problems.map((problem) => problemFields(problem).map(csvField).join(','))
  return `\uFEFF${[problemColumns.join(','), ...lines, ''].join('\r\n')}`
}

/** A problem as texts in the order of `problemColumns`, empty where it says nothing. */
export function problemFields(problem: MarkedProblem): readonly string[] {
  return problemColumns.map((name) => String(problem[name] ?? ''))
}
