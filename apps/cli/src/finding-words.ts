// SPDX-License-Identifier: Apache-2.0
import { problem } from '@corridor/contracts'
import type { Finding } from '@corridor/policy'
import { clean } from './output/clean'
import { sentence } from './output/words'

/** What the linter has found, and what to do about it: two lines. */
export function findingInWords({ code, severity, clauses, detail }: Finding): string {
  const { number, remedy } = problem(code)
  const where = clauses.length === 0 ? '' : `clause ${clauses.join(' and ')}: `
  const mark = severity === 'error' ? 'STOP' : 'NOTE'
  return `${mark}  ${number} ${sentence(clean(`${where}${detail}`, 600))}\n      ${remedy}`
}
