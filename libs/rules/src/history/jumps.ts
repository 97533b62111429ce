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
  const { problem: code, against } = rule
  const causes = new Causes()
  for (const { row, value, same, yearBefore } of reading.compared()) {
    // A year ago says nothing new of a cell that is known already.
    const before = against === 'same' || !Number.isNaN(same) ? same : yearBefore
    if (against === 'year-before' && !Number.isNaN(same)) continue
    if (!isJump(before, value, rule) || others.has(row) || isBreak(reading, row)) continue
    const when = against === 'same' ? 'before' : 'for the year before'
    const told = `the value is ${inWords(value)}; ${inWords(before)} was stated ${when}`
    causes.addEach(row, { code, column: 'value' }, told)
  }
  return causes.all()
}

function isJump(before: number, value: number, { factor, least }: RuleOf<'jump'>): boolean {
  const [small, large] = before < value ? [before, value] : [value, before]
  return large >= least && large >= factor * small && !Number.isNaN(before)
}

function isBreak({ dataset: { obsStatus } }: Reading, row: number): boolean {
  return cell(obsStatus, row).includes('B')
}
