// SPDX-License-Identifier: Apache-2.0
import { Causes, ofDataset, type Found } from '../found'
import type { Reading } from '../reading'
import type { RuleOf } from '../rules/rule-of'
import { inWords } from '../words'
import { reference, type Compared } from './comparison'

/** How far a value may be from exactly a thousand times or a thousandth: in a file most rows of which are, and in one row alone. */
const windows = { file: 3, row: 1.1 }

/** Below this a thousandth is less than half a person, which says nothing. */
const leastForThousandth = 500

/** Values a thousand times, or a thousandth of, what was stated before: for most rows of the dataset one finding, else by row. */
export function unitSlips(reading: Reading, rule: RuleOf<'unit-slip'>): readonly Found[] {
  const known = reading.compared().filter((one) => reference(one) >= 1)
  const ways = [
    { rows: known, isSlip: isThousandfold, words: 'a thousand times' },
    {
      rows: known.filter((one) => reference(one) >= leastForThousandth),
      isSlip: isThousandth,
      words: 'a thousandth of',
    },
  ]
  for (const { rows, isSlip, words } of ways) {
    const slips = rows.filter((one) => isSlip(one, windows.file))
    if (rows.length < rule.rows || slips.length < rule.share * rows.length) continue
    const counted = `${inWords(slips.length)} of ${inWords(rows.length)} values`
    const detail = `${counted} are about ${words} what was stated before`
    return [ofDataset(rule.problem, detail, 'value')]
  }
  const causes = new Causes()
  for (const { rows, isSlip, words } of ways)
    for (const one of rows) {
      if (!isSlip(one, windows.row) || Math.max(one.value, reference(one)) < 1000) continue
      const told = `${inWords(one.value)} is about ${words} the ${inWords(reference(one))} that was stated before`
      causes.addEach(one.row, { code: rule.problem, column: 'value' }, told)
    }
  return causes.all()
}

function isThousandfold(one: Compared, window: number): boolean {
  const expected = reference(one) * 1000
  return one.value >= expected / window && one.value <= expected * window
}

// A thousandth is rounded to whole persons.
function isThousandth(one: Compared, window: number): boolean {
  const expected = reference(one) / 1000
  return one.value >= expected / window - 0.5 && one.value <= expected * window + 0.5
}
