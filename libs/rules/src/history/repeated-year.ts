// SPDX-License-Identifier: Apache-2.0
import { ofDataset, type Found } from '../found'
import type { Reading } from '../reading'
import type { RuleOf } from '../rules/rule-of'
import { inWords } from '../words'

/** A dataset that says again what was stated of the year before. What is known of the cell itself and comes again is no sign. */
export function repeatedYear(
  reading: Reading,
  { problem, rows, share }: RuleOf<'repeated-file'>,
): readonly Found[] {
  const comparison = reading.comparison()
  if (comparison === undefined) return []
  const { values, same, yearBefore } = comparison
  let [telling, again] = [0, 0]
  for (let row = 0; row < values.length; row++) {
    const [value, before] = [values[row] ?? NaN, yearBefore[row] ?? NaN]
    if (!(value > 0) || Number.isNaN(before) || value === same[row]) continue
    telling++
    if (value === before) again++
  }
  if (telling < rows || again < share * telling) return []
  const detail = `${inWords(again)} of ${inWords(telling)} values are those that were stated for the year before`
  return [ofDataset(problem, detail, 'value')]
}
