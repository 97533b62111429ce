// SPDX-License-Identifier: Apache-2.0
import { cell, type ProblemCode } from '@corridor/contracts'
import { Causes, type Found } from '../found'
import type { Reading } from '../reading'
import type { RuleOf } from '../rules/rule-of'
import { inWords } from '../words'

// What explains a jump of its own makes it no second finding: everything is a thousand times too large, or from another year.
const explaining: readonly ProblemCode[] = ['UNIT_SLIPPED', 'FLOWS_SWAPPED', 'YEAR_REPEATED']

/** Values that are many times, or a small part of, what was stated before. A break in the series (B) says so by itself. */
export function jumps(
  reading: Reading,
  rule: RuleOf<'jump'>,
  found: readonly Found[],
): readonly Found[] {
  const explained = found.filter(({ code }) => explaining.includes(code))
  if (explained.some(({ rows }) => rows.length === 0)) return []
  const others = new Set(explained.flatMap(({ rows }) => rows))
  const comparison = reading.comparison()
  if (comparison === undefined) return []
  const { values, same, yearBefore } = comparison
  const causes = new Causes()
  for (let row = 0; row < values.length; row++) {
    const own = same[row] ?? NaN
    // A year ago says nothing new of a cell that is known already.
    const ago = Number.isNaN(own) ? (yearBefore[row] ?? NaN) : NaN
    const before = rule.against === 'same' ? own : ago
    const value = values[row] ?? NaN
    if (!isJump(before, value, rule) || others.has(row) || isBreak(reading, row)) continue
    const when = rule.against === 'same' ? 'before' : 'for the year before'
    const told = `the value is ${inWords(value)}; ${inWords(before)} was stated ${when}`
    causes.addEach(row, { code: rule.problem, column: 'value' }, told)
  }
  return causes.all()
}

// False where one of the two is not known, as nothing is true of NaN.
function isJump(before: number, value: number, { factor, least }: RuleOf<'jump'>): boolean {
  const small = Math.min(before, value)
  const large = Math.max(before, value)
  return large >= least && large >= factor * small
}

function isBreak({ dataset: { obsStatus } }: Reading, row: number): boolean {
  return cell(obsStatus, row).includes('B')
}
