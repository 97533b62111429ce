// SPDX-License-Identifier: Apache-2.0
import { addresseeIn } from '@corridor/contracts'
import type { DecidingClause, RowExplained } from '@corridor/policy'

/** Rows that one thing became of, for one reason. */
export interface RowsExplained {
  readonly became: RowExplained['became']
  readonly by: readonly DecidingClause[]
  /** Why they stayed; null where they left. */
  readonly code: string | null
  /** Until when an embargo keeps them; left out where none does. */
  readonly until?: string
  /** In whose stream they left: an office has in its own what its participant is not told. Null where they stayed. */
  readonly to: string | null
  readonly rows: number
  /** The first of them, counted from 1. */
  readonly first: readonly number[]
}

/** Rows that are named of each group. */
const mostNamed = 10

/** Whom an explanation is about, and what of the same dataset its participant as a whole was told. */
export interface ExplainedTo {
  readonly recipient: string
  /** None where it is about the participant itself. */
  readonly whole: readonly RowExplained[]
}

/** What became of the rows of a dataset, rows of one fate and one reason together, those of the first row first. */
export function explanationOf(
  rows: readonly RowExplained[],
  { recipient, whole }: ExplainedTo,
): readonly RowsExplained[] {
  const groups = new Map<string, RowsExplained>()
  const participant = addresseeIn(recipient).recipient
  for (const [i, one] of rows.entries()) {
    const { became, row } = one
    const by = one.became === 'left' ? [one.by] : one.by.map(clauseOf)
    const code = one.became === 'stayed' ? one.code : null
    const until = one.became === 'stayed' ? one.until : undefined
    const stream = whole[i]?.became === became ? participant : recipient
    const to = became === 'stayed' ? null : stream
    const key = JSON.stringify([became, code, by, until, to])
    const kept = until === undefined ? {} : { until }
    const known = groups.get(key) ?? { became, by, code, ...kept, to, rows: 0, first: [] }
    const first = known.first.length < mostNamed ? [...known.first, row] : known.first
    groups.set(key, { ...known, rows: known.rows + 1, first })
  }
  return [...groups.values()]
}

function clauseOf({ agreement, clause }: DecidingClause): DecidingClause {
  return { agreement, clause }
}
