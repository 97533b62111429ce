// SPDX-License-Identifier: Apache-2.0
import { cell, isList, type Dataset } from '@corridor/contracts'
import { Causes, type Found } from '../found'

/** Rows whose value, status and bounds contradict each other. */
export function wrongValues(dataset: Dataset): readonly Found[] {
  const { value, valueStatus, lower = null, upper = null } = dataset
  const rows = [value, valueStatus, lower, upper].some(isList) ? dataset.rows : 1
  const causes = new Causes()
  for (let row = 0; row < rows; row++) {
    const status = cell(valueStatus, row)
    const figure = cell(value, row)
    if ((figure !== null) !== (status === 'value')) {
      const told =
        figure !== null
          ? `there is a value, and its status is ${status}`
          : 'the status is value, and there is none'
      causes.add(row, { code: 'VALUE_STATUS_WRONG', column: 'value', value: status }, () => told)
      continue
    }
    const told = wrongBounds(cell(lower, row), cell(upper, row), { figure, status })
    if (told !== undefined)
      causes.add(row, { code: 'VALUE_STATUS_WRONG', column: 'lower', value: status }, () => told)
  }
  return causes.all(rows === 1 ? dataset.rows : undefined)
}

// A hidden figure has the interval that it lies in; a value may have the interval of a survey or a projection around it.
function wrongBounds(
  lower: number | null,
  upper: number | null,
  { figure, status }: { readonly figure: number | null; readonly status: string },
): string | undefined {
  if (lower === null && upper === null) return undefined
  if (status !== 'suppressed' && status !== 'value')
    return `there are bounds, and the status is ${status}, not suppressed or value`
  if (lower === null || upper === null) return 'one of the two bounds is missing'
  if (lower > upper)
    return `the lower bound ${String(lower)} is above the upper bound ${String(upper)}`
  const outside = figure !== null && (figure < lower || figure > upper)
  return outside ? 'the value lies outside of its bounds' : undefined
}
