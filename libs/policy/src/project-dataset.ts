// SPDX-License-Identifier: Apache-2.0
import {
  fold,
  hubOnlyOf,
  structure,
  toldColumns,
  withoutHubOnly,
  type Cell,
  type Dataset,
  type HubOnly,
  type Structure,
} from '@corridor/contracts'
import type { GrantableRow } from './clause-judge'
import { judgesOf, type JudgedRow, type Judges } from './judges'
import { narrowed } from './redistribution'
import type { Permit } from './policy'
import { rollUp, type RolledUp } from './roll-up'
import { rowsIn } from './rows-in'

/** The one clause that decided a row of a projection, and the rows of the dataset (from 0) that it was made of. */
export interface DecidedRow {
  readonly agreement: string
  readonly clause: string
  readonly from: readonly number[]
}

/** What leaves of a dataset. */
export interface Projection<Content> {
  /** Only granted cells exist in it. Null where nothing is granted. */
  readonly dataset: Content | null
  /** For each of its rows what decided it. */
  readonly rows: readonly DecidedRow[]
  /** For each of its rows what its sender says to the hub alone, to protect it by: never a part of what leaves. */
  readonly hubOnly: readonly HubOnly[]
}

/**
 * The part of a dataset (in the newest version of its contract) that a permit lets out: rows that each of its agreements grants as
 * they are, and rows added up to the level that they grant. Of each agreement the first clause that grants a row lets it out; of
 * several agreements the strictest, which grants the fewest rows as they are, is named.
 */
export function projectDataset<Content extends Dataset>(
  dataset: Content,
  permit: Permit,
  at: Date,
): Projection<Content> {
  const known = structure(permit.contract)
  if (known === undefined) return nothing
  const rows = rowsIn(dataset, known)
  const judges = judgesOf(permit, at, dataset.classifications)
  const judged = rows.map((row) => judges.judge(row))
  const strictest = strictestOf(judged, permit)
  const asTheyAre = judged.flatMap((one, number): readonly Leaving[] => {
    const row = rows[number]
    return one.granted && row !== undefined
      ? [{ row, from: [number], ...decidedBy(one, strictest) }]
      : []
  })
  const addedUp = isAdditive(dataset, known) ? addedUpOf({ rows, judged, judges, known }) : []
  const leaving = [
    ...asTheyAre,
    ...addedUp.flatMap(({ row, from }): readonly Leaving[] => {
      // Whatever was added up is judged like a row that the sender gave.
      const one = judges.judge(row)
      return one.granted ? [{ row, from, ...decidedBy(one, strictest) }] : []
    }),
  ]
  if (leaving.length === 0) return nothing
  const decided = leaving.map(({ agreement, clause, from }) => ({ agreement, clause, from }))
  return {
    dataset: datasetOf(withoutHubOnly(dataset, known), known, narrowed(leaving, permit)),
    rows: decided,
    hubOnly: leaving.map(({ row }) => hubOnlyOf(row)),
  }
}

const nothing = { dataset: null, rows: [], hubOnly: [] }

interface Leaving extends DecidedRow {
  readonly row: GrantableRow
}

function decidedBy(
  { by }: JudgedRow,
  strictest: number,
): { readonly agreement: string; readonly clause: string } {
  return by[strictest] ?? { agreement: '', clause: '' }
}

function strictestOf(judged: readonly JudgedRow[], { grants }: Permit): number {
  const granted = grants.map((_, i) => judged.filter(({ by }) => by[i]?.denial === null).length)
  return granted.indexOf(Math.min(...granted))
}

function addedUpOf(asked: {
  readonly rows: readonly GrantableRow[]
  readonly judged: readonly JudgedRow[]
  readonly judges: Judges
  readonly known: Structure
}): readonly RolledUp[] {
  const { rows, judged, judges, known } = asked
  if (judged.every(({ granted }) => granted)) return []
  const numbered = rows.map((row, number) => ({ row, number }))
  const found = new Map<string, RolledUp>()
  for (const joint of judges.joints()) {
    const made = rollUp(numbered, { judges: joint, structure: known, reporter: judges.sender })
    for (const one of made) {
      const key = known.dimensions.map(({ column }) => String(one.row[column])).join('|')
      if (!found.has(key)) found.set(key, one)
    }
  }
  return [...found.values()]
}

// Persons, permits, posts, applications, certificates, agreements: what can be counted can be added up. Amounts are not.
const counts = new Set(['PS', 'PMT', 'PST', 'APL', 'CRT', 'AGR'])

function isAdditive(dataset: Dataset, known: Structure): boolean {
  const unit = dataset.unit?.measure ?? known.unit
  return unit !== undefined && counts.has(unit)
}

function datasetOf<Content extends Dataset>(
  dataset: Content,
  known: Structure,
  rows: readonly GrantableRow[],
): Content {
  const columns = toldColumns(known).flatMap((name) => {
    const entries = rows.map((row) => cellOf(row[name]))
    const isSaid = name in dataset || entries.some((entry) => entry !== null)
    return isSaid ? [[name, fold(entries)] as const] : []
  })
  return { ...dataset, rows: rows.length, ...Object.fromEntries(columns) }
}

function cellOf(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
