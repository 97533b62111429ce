// SPDX-License-Identifier: Apache-2.0
import type { DecidingClause, RowExplained } from '@corridor/policy'

/** Rows that one thing became of, for one reason. */
export interface RowsExplained {
  readonly became: RowExplained['became']
  readonly by: readonly DecidingClause[]
  /** Why they stayed; null where they left. */
  readonly code: string | null
  /** Until when an embargo keeps them; left out where none does. */
  readonly until?: string
  readonly rows: number
  /** The first of them, counted from 1. */
  readonly first: readonly number[]
}

/** Rows that are named of each group. */
const mostNamed = 10

/** What became of the rows of a dataset, rows of one fate and one reason together, those of the first row first. */
export function explanationOf(rows: readonly RowExplained[]): readonly RowsExplained[] {
  const groups = new Map<string, RowsExplained>()
  for (const one of rows) {
    const { became, row } = one
    const by = one.became === 'left' ? [one.by] : one.by.map(clauseOf)
    const code = one.became === 'stayed' ? one.code : null
    const until = one.became === 'stayed' ? one.until : undefined
    const key = JSON.stringify([became, code, by, until])
    const kept = until === undefined ? {} : { until }
    const known = groups.get(key) ?? { became, by, code, ...kept, rows: 0, first: [] }
    const first = known.first.length < mostNamed ? [...known.first, row] : known.first
    groups.set(key, { ...known, rows: known.rows + 1, first })
  }
  return [...groups.values()]
}

function clauseOf({ agreement, clause }: DecidingClause): DecidingClause {
  return { agreement, clause }
}
