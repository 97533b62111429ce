// SPDX-License-Identifier: Apache-2.0
import { Causes, type Found } from '../found'
import type { Reading } from '../reading'
import { inWords } from '../words'
import type { RuleOf } from './rule-of'

/** Rows of people whose code is not known (`_U`) that are a large part of their total. */
export function highUnknownShares(
  reading: Reading,
  rule: RuleOf<'unknown-share'>,
): readonly Found[] {
  return rule.columns.flatMap((column) => unknownIn(reading, rule, column))
}

function unknownIn(
  reading: Reading,
  { problem, share, least }: RuleOf<'unknown-share'>,
  column: string,
): readonly Found[] {
  const interned = reading.dimension(column)?.interned
  const [unknown, total] = ['_U', '_T'].map((code) => interned?.codes.indexOf(code) ?? -1)
  if (interned?.numbers === undefined || unknown === undefined || total === undefined) return []
  if (unknown < 0 || total < 0) return []
  const { count, starts, rows } = reading.groupsBeside(column)
  const figures = reading.figures()
  const causes = new Causes()
  for (let group = 0; group < count; group++) {
    let [row, whole]: (number | undefined)[] = []
    for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0); i++) {
      const number = interned.numbers[rows[i] ?? 0]
      if (number === unknown) row = rows[i]
      else if (number === total) whole = rows[i]
    }
    if (row === undefined || whole === undefined) continue
    const [part, all] = [figures[row] ?? NaN, figures[whole] ?? NaN]
    if (!(all >= least && part > share * all)) continue
    const told = `${inWords(part)} of ${inWords(all)} are not known`
    causes.addEach(row, { code: problem, column, value: '_U' }, told)
  }
  return causes.all()
}
