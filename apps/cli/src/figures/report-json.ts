// SPDX-License-Identifier: Apache-2.0
import { rowsWith, type Cause, type Told } from './cause'

/** Everything that was found in a file, for a program: every cause with every row. */
export function reportJson(
  causes: readonly Cause[],
  told: readonly Told[],
): Readonly<Record<string, unknown>> {
  return {
    rowsWithErrors: rowsWith(causes, 'error'),
    rowsWithWarnings: rowsWith(causes, 'warning'),
    problems: causes.map(problemJson),
    notes: told.map(({ number, message, row }) => ({
      code: number,
      message,
      ...(row === undefined ? {} : { row }),
    })),
  }
}

function problemJson(cause: Cause): object {
  const { number, code, level, sheet, rows, column, field, value, message, fix, note } = cause
  const [first] = rows
  return {
    code: number,
    name: code,
    level,
    ...(sheet === undefined ? {} : { sheet }),
    ...(first === undefined ? {} : { row: first }),
    ...(column === undefined ? {} : { column }),
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value: value.slice(0, 40) }),
    rows: rows.length,
    rowNumbers: rows,
    message,
    fix,
    ...(note === undefined ? {} : { note }),
  }
}
