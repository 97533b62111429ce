// SPDX-License-Identifier: Apache-2.0
import type { GrantedRows } from '@corridor/contracts'

/** What is wrong with the clauses of a release's rows: each row from 1 to the last stands under exactly one. */
export function coverageOf(
  grants: readonly GrantedRows[],
  rows: number,
): readonly {
  readonly code: 'ROW_UNDER_NO_CLAUSE' | 'ROW_UNDER_SEVERAL_CLAUSES'
  readonly detail: string
}[] {
  const sorted = [...grants].sort((a, b) => a.first - b.first)
  let covered = 0
  let bare = 0
  let several = 0
  for (const { first, last } of sorted) {
    bare += Math.max(0, first - covered - 1)
    several += Math.max(0, Math.min(covered, last) - first + 1)
    covered = Math.max(covered, last)
  }
  bare += Math.max(0, rows - covered)
  const beyond = Math.max(0, covered - rows)
  return [
    ...(bare + beyond === 0
      ? []
      : [
          {
            code: 'ROW_UNDER_NO_CLAUSE' as const,
            detail:
              bare > 0
                ? `${String(bare)} of ${String(rows)} rows stand under no clause`
                : `clauses name ${String(beyond)} rows more than there are`,
          },
        ]),
    ...(several === 0
      ? []
      : [
          {
            code: 'ROW_UNDER_SEVERAL_CLAUSES' as const,
            detail: `${String(several)} of ${String(rows)} rows stand under more than one clause`,
          },
        ]),
  ]
}
