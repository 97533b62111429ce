// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@corridor/contracts'
import type { Found } from '@corridor/rules'

/** What was found in the datasets of a message, as its signed report says it. */
export type Report = NonNullable<Receipt['report']>

/** Causes that are listed; all of them are counted. */
const mostLines = 100
/** Rows of a cause that are named; all of them are counted. */
const mostRows = 20

/** The report on one dataset, or on those of a bundle in their order. Rows are counted from 1. */
export function reportOf(datasets: readonly (readonly Found[])[]): Report {
  const all = datasets.flatMap((found, i) => found.map((one) => ({ ...one, dataset: i + 1 })))
  const rowsOf = (level: Found['level']): number =>
    all.filter((one) => one.level === level).reduce((sum, { rows }) => sum + rows.length, 0)
  return {
    errors: rowsOf('error'),
    warnings: rowsOf('warning'),
    groups: all.length,
    // Errors first: they are what stops a message.
    lines: [...all.filter(isError), ...all.filter((one) => !isError(one))]
      .slice(0, mostLines)
      .map((one) => lineOf(one, datasets.length > 1)),
  }
}

function isError({ level }: Found): boolean {
  return level === 'error'
}

function lineOf(
  { code, level, column, value, detail, rows, dataset }: Found & { readonly dataset: number },
  isBundle: boolean,
): Report['lines'][number] {
  return {
    problem: code,
    level,
    ...(isBundle ? { dataset } : {}),
    ...(column === undefined ? {} : { column: column.slice(0, 64) }),
    ...(value === undefined ? {} : { value: value.slice(0, 64) }),
    detail: detail.slice(0, 500),
    rows: rows.length,
    first: rows.slice(0, mostRows).map((row) => row + 1),
  }
}
