// SPDX-License-Identifier: Apache-2.0

/** The problem catalogue as a value, and the closed union of its codes. */
export function writeProblems(problems) {
  const codes = problems.map(({ code }) => `  | '${code}'`)
  const entries = problems.map(
    ({ code, ...rest }) => `  ${code}: ${JSON.stringify({ code, ...rest })},`,
  )
  return `/** The code of a refusal or a warning: stable for ever. */
export type ProblemCode =
${codes.join('\n')}

/** What people see of a problem: its number, what it is, and what to do. */
export interface Problem {
  readonly code: ProblemCode
  readonly number: string
  readonly title: string
  readonly remedy: string
}

/** Every problem, by its code. */
export const problems: Readonly<Record<ProblemCode, Problem>> = {
${entries.join('\n')}
}
`
}
