// SPDX-License-Identifier: Apache-2.0
import { cell, isList } from '@corridor/contracts'
import { Causes, type Found } from '../found'
import type { Reading } from '../reading'
import { inWords } from '../words'
import type { RuleOf } from './rule-of'
import { rowsWhere } from './rows-where'

/** Values above the largest plausible one. */
export function largeValues(
  { dataset }: Reading,
  { problem, most }: RuleOf<'largest'>,
): readonly Found[] {
  const { value } = dataset
  const entries = isList(value) ? value : [value]
  const causes = new Causes()
  for (let row = 0; row < entries.length; row++) {
    const figure = entries[row] ?? null
    if (figure === null || figure <= most) continue
    const told = `${inWords(figure)} is more than ${inWords(most)}`
    causes.addEach(row, { code: problem, column: 'value' }, told)
  }
  return isList(value) ? causes.all() : causes.all(dataset.rows)
}

/** Standard errors or sample sizes where nobody was asked: the source is no survey. */
export function unexpectedSurveyMembers(
  { dataset }: Reading,
  { problem }: RuleOf<'survey-only'>,
): readonly Found[] {
  const { definition, standardError = null, sampleSize = null } = dataset
  const { source } = definition
  if (source === 'survey' || source === 'projection' || source === 'not-stated') return []
  return (['standardError', 'sampleSize'] as const).flatMap((column) => {
    const entries = column === 'standardError' ? standardError : sampleSize
    return rowsWhere(dataset, [entries], (row) =>
      cell(entries, row) === null
        ? undefined
        : { code: problem, column, detail: `the source is ${source}, not survey` },
    )
  })
}
