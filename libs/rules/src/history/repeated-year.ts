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
  const telling = reading
    .compared()
    .filter(
      ({ value, same, yearBefore }) => value !== 0 && !Number.isNaN(yearBefore) && value !== same,
    )
  const again = telling.filter(({ value, yearBefore }) => value === yearBefore)
  if (telling.length < rows || again.length < share * telling.length) return []
  const detail = `${inWords(again.length)} of ${inWords(telling.length)} values are those that were stated for the year before`
  return [ofDataset(problem, detail, 'value')]
}
