// SPDX-License-Identifier: Apache-2.0
import { structure } from '@corridor/contracts'
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { Actor } from './actor'

/** Which comparisons are asked for; null for all. */
export interface OfficePairsAsked {
  readonly contract: string | null
  readonly period: string | null
  readonly outcome: string | null
}

interface PairRow {
  readonly contract: string
  readonly cell: string
}

const mostPairs = 1_000

/** How the offices of an actor's own state compare, and of nobody else's. */
export async function officePairsOf(
  store: Store,
  { participant }: Actor,
  { contract, period, outcome }: OfficePairsAsked,
): Promise<object> {
  const [rows, counts] = await Promise.all([
    rowsOfQuery<PairRow>(store, selectPairs, [participant, contract, period, outcome, mostPairs]),
    rowsOfQuery<{ outcome: string; count: number }>(store, countPairs, [
      ...[participant, contract, period],
    ]),
  ])
  return {
    comparisons: rows.map(({ cell, ...row }) => ({ ...row, about: codesOf(row.contract, cell) })),
    counts: Object.fromEntries(counts.map((one) => [one.outcome, one.count])),
  }
}

/** The codes of a cell by their column; those of which all are meant are left out. */
function codesOf(contract: string, cell: string): Readonly<Record<string, string>> {
  const codes = cell.split('.')
  const dimensions = (structure(contract)?.dimensions ?? []).filter(
    ({ role }) => role !== 'reporter' && role !== 'time',
  )
  return Object.fromEntries(
    dimensions.flatMap(({ column }, at) => {
      const code = codes[at] ?? '_T'
      return code === '_T' ? [] : [[column, code]]
    }),
  )
}

const asked = `participant = $1 and ($2::text is null or contract = $2) and ($3::text is null or period = $3)`

const selectPairs = `
select contract, period, cell, office, other, other_is_released as "otherIsReleased", office_says::float8 as "officeSays",
  other_says::float8 as "otherSays", difference::float8 as difference, outcome, gaps, office_position::float8 as "officePosition",
  other_position::float8 as "otherPosition", to_json(compared_at) #>> '{}' as "comparedAt"
from reconciliation.office_pair_v1 where ${asked} and ($4::text is null or outcome = $4)
order by abs(difference) desc nulls last, contract, period, cell, office limit $5`

const countPairs = `
select outcome, count(*)::int as count from reconciliation.office_pair_v1 where ${asked} group by outcome order by outcome`
