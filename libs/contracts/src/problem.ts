// SPDX-License-Identifier: Apache-2.0
import { problems, type Problem, type ProblemCode } from './generated/problems'

/** What people see of a problem: its number, what it is, and what to do. */
export function problem(code: ProblemCode): Problem
/** The same for a code that came from outside, undefined where the catalogue does not have it. */
export function problem(code: string): Problem | undefined
export function problem(code: string): Problem | undefined {
  return Object.entries(problems).find(([known]) => known === code)?.[1]
}
