// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, type Dataset } from '@corridor/contracts'
import { Causes, type Found } from '../found'
import { differs, reportedStep } from '../reading'

const columns = ['contributors', 'largestContribution', 'secondContribution'] as const

/** Rows whose contributors and largest contributions contradict each other or the figure: it could not be protected by them. */
export function wrongContributions(dataset: Dataset): readonly Found[] {
  const stated = columns.map((name) => columnOf(dataset, name) ?? null)
  if (stated.every((column) => column === null)) return []
  const { value } = dataset
  const rows = differs([...stated, value]) ? dataset.rows : 1
  // Each of the numbers is rounded as the figure is.
  const step = reportedStep(dataset)
  const slack = step > 1 ? 1.5 * step : 0
  const causes = new Causes()
  for (let row = 0; row < rows; row++) {
    const entries = stated.map((column) => cell(column, row))
    const told = wrongOf(entries, cell(value, row), slack)
    const cause = { code: 'CONTRIBUTIONS_WRONG', column: 'contributors' } as const
    if (told !== undefined) causes.add(row, cause, () => told)
  }
  return causes.all(rows === 1 ? dataset.rows : undefined)
}

function wrongOf(
  entries: readonly (string | number | null)[],
  value: number | null,
  slack: number,
): string | undefined {
  const numbers = entries.filter((entry) => typeof entry === 'number')
  if (numbers.length === 0) return undefined
  const [contributors, largest, second] = numbers
  if (contributors === undefined || largest === undefined || second === undefined)
    return `only ${String(numbers.length)} of contributors, largestContribution and secondContribution are stated`
  if (second > largest)
    return `the second largest has ${String(second)}, more than the largest with ${String(largest)}`
  if (contributors < 2 && second > 0)
    return `there is a second, and ${String(contributors)} contribute`
  if (value === null) return undefined
  const sum = largest + second
  if (sum > value + slack) return `the two largest have ${String(sum)} of ${String(value)}`
  // Whoever comes after the second has no more than the second.
  const most = largest + Math.max(0, contributors - 1) * second
  return most + slack * Math.max(1, contributors) < value
    ? `${String(contributors)} have at most ${String(most)} of ${String(value)}`
    : undefined
}
