// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { StageFinding } from '../domain/pipeline/compare-stages'
import type { StageFigure } from '../domain/pipeline/stage-figures'
import type { StageFound } from '../domain/pipeline/stages-told'

/** Keeps the newest figure of each stage and period, and tells whether any changed. */
export async function keepStageFigures(
  tx: Tx,
  figures: readonly StageFigure[],
  { agreement, position }: { readonly agreement: string; readonly position: number },
): Promise<boolean> {
  const newest = new Map(figures.map((one) => [`${one.clause} ${one.stage} ${one.period}`, one]))
  const rows = [...newest.values()].map((figure) => ({ ...figure, agreement, position }))
  const changed = await rowsOfQuery(tx, upsertFigures, [JSON.stringify(rows)])
  return changed.length > 0
}

const upsertFigures = `
insert into stage_figure select * from json_populate_recordset(null::stage_figure, $1::json)
on conflict (agreement, clause, stage, period) do update
set lower = excluded.lower, upper = excluded.upper, position = excluded.position
where excluded.position >= stage_figure.position
  and (excluded.position, excluded.lower, excluded.upper) is distinct from (stage_figure.position, stage_figure.lower, stage_figure.upper)
returning stage`

/** The figures of a clause. */
export async function stageFigures(
  tx: Tx,
  agreement: string,
  clause: string,
): Promise<readonly StageFigure[]> {
  return rowsOfQuery<StageFigure>(
    tx,
    `select clause, stage, period, lower::float8 as lower, upper::float8 as upper from stage_figure
     where agreement = $1 and clause = $2`,
    [agreement, clause],
  )
}

/** Puts what was found of a clause's stages in the place of what was found before. */
export async function keepFindings(
  tx: Tx,
  findings: readonly StageFinding[],
  about: { readonly agreement: string; readonly clause: string; readonly at: Date },
): Promise<void> {
  const { agreement, clause, at } = about
  const rows = findings.map((one) => ({
    ...one,
    agreement,
    clause,
    looked_at: one.check,
    said_lower: one.said?.lower,
    said_upper: one.said?.upper,
    range_lower: one.range?.lower,
    // What nothing bounds is null in JSON.
    range_upper: one.range?.upper,
    compared_at: at,
  }))
  await tx.query('delete from stage_check where agreement = $1 and clause = $2', [
    agreement,
    clause,
  ])
  await tx.query(
    'insert into stage_check select * from json_populate_recordset(null::stage_check, $1::json)',
    [JSON.stringify(rows)],
  )
}

type FoundRow = Omit<StageFound, 'why'> & { readonly why: string | null }

/** What was found of the stages of an agreement's paths, of one clause or one year where it is named. */
export async function stagesFound(
  tx: Tx,
  { agreement, year, clause }: { agreement: string; year?: string; clause?: string },
): Promise<readonly StageFound[]> {
  const rows = await rowsOfQuery<FoundRow>(tx, selectFound, [
    ...[agreement, year ?? null, clause ?? null],
  ])
  return rows.map(({ why, ...found }) => (why === null ? found : { ...found, why }))
}

const selectFound = `
select clause, stage, after, period, looked_at as "lookedAt", outcome, why, said_lower as "saidLower", said_upper as "saidUpper",
  range_lower as "rangeLower", range_upper as "rangeUpper", p, basis
from stage_check where agreement = $1 and ($2::text is null or left(period, 4) = $2) and ($3::text is null or clause = $3)
order by outcome in ('above', 'below') desc, clause, period, stage, looked_at`

/** Forgets all figures of an agreement's paths, and gives the clauses that they were of. */
export async function dropStageFigures(tx: Tx, agreement: string): Promise<readonly string[]> {
  const rows = await rowsOfQuery<{ clause: string }>(
    tx,
    `with gone as (delete from stage_figure where agreement = $1 returning clause)
     select distinct clause from gone`,
    [agreement],
  )
  return rows.map(({ clause }) => clause)
}

/** Deletes the figures that a dataset stated, and gives the clauses that they were of. */
export async function eraseStageFigures(
  tx: Tx,
  position: number,
): Promise<readonly { readonly agreement: string; readonly clause: string }[]> {
  return rowsOfQuery(
    tx,
    `with gone as (delete from stage_figure where position = $1 returning agreement, clause)
     select distinct agreement, clause from gone order by 1, 2`,
    [position],
  )
}
