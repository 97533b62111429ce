// SPDX-License-Identifier: Apache-2.0
import { Causes, ofDataset, type Found } from '../found'
import type { Reading } from '../reading'
import type { RuleOf } from '../rules/rule-of'
import { inWords } from '../words'
import type { Comparison } from './comparison'

/** How far a value may be from exactly a thousand times or a thousandth: in a file most rows of which are, and in one row alone. */
const windows = { file: 3, row: 1.1 }

/** Below this a thousandth is less than half a person, which says nothing. */
const leastForThousandth = 500

interface Way {
  /** The least reference that tells something. */
  readonly from: number
  readonly factor: number
  readonly words: string
}

const ways: readonly Way[] = [
  { from: 1, factor: 1000, words: 'a thousand times' },
  { from: leastForThousandth, factor: 0.001, words: 'a thousandth of' },
]

/** Values a thousand times, or a thousandth of, what was stated before: for most rows of the dataset one finding, else by row. */
export function unitSlips(reading: Reading, rule: RuleOf<'unit-slip'>): readonly Found[] {
  const comparison = reading.comparison()
  if (comparison === undefined) return []
  for (const way of ways) {
    const { rows, slips } = countSlips(comparison, way)
    if (rows < rule.rows || slips < rule.share * rows) continue
    const counted = `${inWords(slips)} of ${inWords(rows)} values`
    const detail = `${counted} are about ${way.words} what was stated before`
    return [ofDataset(rule.problem, detail, 'value')]
  }
  const { values, reference } = comparison
  const causes = new Causes()
  for (let row = 0; row < values.length; row++) {
    const [value, before] = [values[row] ?? NaN, reference[row] ?? NaN]
    const way = ways.find(
      (one) => before >= one.from && isSlip(value, before * one.factor, windows.row),
    )
    if (way === undefined || Math.max(value, before) < 1000) continue
    const told = `${inWords(value)} is about ${way.words} the ${inWords(before)} that was stated before`
    causes.addEach(row, { code: rule.problem, column: 'value' }, told)
  }
  return causes.all()
}

function countSlips(
  { values, reference }: Comparison,
  { from, factor }: Way,
): { readonly rows: number; readonly slips: number } {
  let [rows, slips] = [0, 0]
  for (let row = 0; row < values.length; row++) {
    const [value, before] = [values[row] ?? NaN, reference[row] ?? NaN]
    if (!(before >= from) || Number.isNaN(value)) continue
    rows++
    if (isSlip(value, before * factor, windows.file)) slips++
  }
  return { rows, slips }
}

// A value is rounded to whole persons.
function isSlip(value: number, expected: number, window: number): boolean {
  return value >= expected / window - 0.5 && value <= expected * window + 0.5
}
