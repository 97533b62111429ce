// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { Pair } from '../domain/pair'

/** Keeps the comparisons of an agreement's cells. */
export async function keepPairs(
  tx: Tx,
  pairs: readonly Pair[],
  { agreement, at }: { readonly agreement: string; readonly at: Date },
): Promise<void> {
  const rows = pairs.map((pair) => ({
    ...pair,
    agreement,
    origin_says: pair.originSays,
    destination_says: pair.destinationSays,
    asymmetry_percent: pair.asymmetryPercent,
    origin_definition: pair.originDefinition,
    destination_definition: pair.destinationDefinition,
    origin_position: pair.originPosition,
    destination_position: pair.destinationPosition,
    compared_at: at,
  }))
  await tx.query(upsertPairs, [JSON.stringify(rows)])
}

const upsertPairs = `
insert into pair select * from json_populate_recordset(null::pair, $1::json)
on conflict (agreement, origin, destination, period, sex, age, occupation, sector, stay, contract) do update
set origin_says = excluded.origin_says, destination_says = excluded.destination_says, difference = excluded.difference,
  asymmetry_percent = excluded.asymmetry_percent, outcome = excluded.outcome, reason = excluded.reason,
  origin_definition = excluded.origin_definition, destination_definition = excluded.destination_definition,
  origin_position = excluded.origin_position, destination_position = excluded.destination_position,
  compared_at = excluded.compared_at`

/** All comparisons of an agreement, in the order that people read: corridor, then period. */
export async function pairsOf(tx: Tx, agreement: string): Promise<readonly Pair[]> {
  return rowsOfQuery<Pair>(
    tx,
    `select contract, origin, destination, period, sex, age, occupation, sector, stay,
       origin_says::float8 as "originSays", destination_says::float8 as "destinationSays", difference::float8 as difference,
       asymmetry_percent as "asymmetryPercent", outcome, reason, origin_definition as "originDefinition",
       destination_definition as "destinationDefinition", origin_position::float8 as "originPosition",
       destination_position::float8 as "destinationPosition"
     from pair where agreement = $1 order by origin, destination, period, sex, age, occupation, sector, stay`,
    [agreement],
  )
}
