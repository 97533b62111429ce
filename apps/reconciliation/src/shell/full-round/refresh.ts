// SPDX-License-Identifier: Apache-2.0
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '@corridor/message'
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { KnownAgreement, RowTest } from '@corridor/policy'
import type { CellStatement, Flow } from '../../domain/cell'
import { flowWatch } from '../../domain/full-round/flow-watch'
import { entersComparison, setBeside } from '../../domain/pair-up'
import { judgingRows, type RoundJudging } from '../../domain/full-round/judging-rows'
import { corridorOf, sideRow, type SideRow } from '../../domain/full-round/side-row'
import { statementsOfCorridor, statementsOfFlows } from '../statements'
import { toldOfFlows } from '../told-statements'
import type { Column, Engine } from './engine'
import { judgingColumns, ownColumns } from './judging-columns'
import { Numbered, numbersOf } from './numbered'
import { directions, keepRoundFile, type RoundFile, type RoundStore } from './round-files'
import { copySide, judgingTable, ownTable, sideTable } from './sieve-sql'

/** One agreement as a full round takes it. */
export interface AgreementToRound {
  readonly agreement: KnownAgreement
  readonly contract: string
  /** All that decides what enters a comparison: every agreement of its parties, and who is behind with what it owes. */
  readonly binding: object
  readonly isGranted: RowTest
  /** By what the pairs of a period are judged. */
  readonly judgingFor: (period: string) => Promise<JudgingOfRound>
}

/** By what the pairs of a period are judged, and a text that is another one when that has changed. */
export interface JudgingOfRound extends RoundJudging {
  readonly judged: string
}

/** What files are made with. */
export interface RefreshMeans {
  readonly engine: Engine
  readonly memory: string
  readonly store: RoundStore
  readonly at: Date
}

/** What is on record of one period. */
interface Standing {
  readonly period: string
  readonly upto: number
  readonly statements: number
  /** What was told of them under protection, as far as it tells one state from another: which releases, and of how many cells. */
  readonly told: string
  /** A figure is under embargo, so what may enter changes by itself. */
  readonly embargoed: boolean
}

/** Makes the files of an agreement anew of which the record, or what may enter, has changed since. Gives how many. */
export async function refresh(
  tx: Tx,
  asked: AgreementToRound,
  { known, means }: { readonly known: readonly RoundFile[]; readonly means: RefreshMeans },
): Promise<number> {
  const standing = await standingOf(tx, asked)
  let made = 0
  for (const one of standing) {
    const file = known.find(({ period }) => period === one.period)
    const judging = await asked.judgingFor(one.period)
    const granted = digestOf(Buffer.from(JSON.stringify([asked.binding, one.told])))
    const isFresh =
      file?.upto === one.upto &&
      file.statements === one.statements &&
      file.granted === granted &&
      file.judged === judging.judged
    if (isFresh && !one.embargoed) continue
    await makeFile(tx, asked, { one, granted, judging, means })
    made++
  }
  return made
}

async function standingOf(
  tx: Tx,
  { agreement, contract }: AgreementToRound,
): Promise<readonly Standing[]> {
  return rowsOfQuery<Standing>(
    tx,
    `select s.*, coalesce(t.told, '') as told from (
       select period, max(position)::float8 as upto, count(*)::float8 as statements, bool_or(embargo is not null) as embargoed
       from statement where origin = any($1::text[]) and destination = any($1::text[]) and contract = $2 group by period) s
     left join (
       select period, concat_ws(' ', max(release), sum(release), count(*)) as told
       from told where origin = any($1::text[]) and destination = any($1::text[]) and contract = $2 group by period) t using (period)
     order by period`,
    [agreement.standing.parties, contract],
  )
}

async function makeFile(
  tx: Tx,
  asked: AgreementToRound,
  {
    one,
    granted,
    judging,
    means,
  }: {
    readonly one: Standing
    readonly granted: string
    readonly judging: JudgingOfRound
    readonly means: RefreshMeans
  },
): Promise<void> {
  const { engine, memory, store, at } = means
  const { agreement, contract } = asked
  const parties = agreement.standing.parties
  const file: OpenFile = {
    engine,
    numbered: new Numbered(),
    corridors: new Set(),
    onGrid: new Set(),
  }
  for (const direction of directions) await engine.run(sideTable(direction))
  for (const origin of parties)
    for (const destination of parties)
      if (origin !== destination)
        await appendFlow(tx, asked, {
          file,
          flow: { contract, origin, destination, period: one.period },
        })
  const { numbered, corridors, onGrid } = file
  const { classes, ways } = numbered
  const period = one.period
  const flows = { corridors: [...corridors], onGrid: [...onGrid] }
  const meeting = { contract, period, parties, ...flows, classes, ways }
  const own = await numbersOf(tx, judging.learnt)
  const learnt = own.map(({ breakdown }) => breakdown)
  await engine.run(ownTable)
  await engine.append('own', ownColumns(own, classes.length))
  await engine.run(judgingTable)
  await engine.append('judging', judgingColumns(judgingRows(meeting, { ...judging, learnt })))
  const opened: Buffer[] = []
  for (const direction of directions) {
    const path = join(memory, `${direction}.parquet`)
    await engine.run(copySide(direction, path))
    opened.push(readFileSync(path))
    rmSync(path)
  }
  const { judged } = judging
  const about = { agreement: agreement.terms.id, contract, ...one, granted, judged, meeting, at }
  await keepRoundFile(tx, about, { opened, store })
}

/** A file while it is made. */
interface OpenFile {
  readonly engine: Engine
  readonly numbered: Numbered
  // Written by `appendFlow` alone: the corridors that have a row, and those on a common grid.
  readonly corridors: Set<number>
  readonly onGrid: Set<number>
}

/**
 * Appends what may enter of a flow: page by page, and where it needs a grid, or was told under protection, what a comparison makes of
 * it instead.
 */
async function appendFlow(
  tx: Tx,
  asked: AgreementToRound,
  { file, flow }: { readonly file: OpenFile; readonly flow: Flow },
): Promise<void> {
  const { agreement, isGranted } = asked
  const corridor = corridorOf(agreement.standing.parties, { ...flow, breakdown: '' })
  const told = await toldOfFlows(tx, [flow])
  if (told.length > 0) return appendWhole(tx, asked, { file, flow })
  const watch = flowWatch()
  for await (const page of pagesOf(tx, flow)) {
    const shown = page.filter((statement) => entersComparison(agreement, statement, isGranted))
    for (const statement of shown) watch.see(statement)
    if (shown.length > 0) file.corridors.add(corridor)
    await appendSides(tx, shown, { file, agreement })
  }
  if (!watch.needsGrid()) return
  for (const direction of directions)
    await file.engine.run(`delete from ${direction} where corridor = ${String(corridor)}`)
  await appendWhole(tx, asked, { file, flow })
}

async function appendWhole(
  tx: Tx,
  { agreement, isGranted }: AgreementToRound,
  { file, flow }: { readonly file: OpenFile; readonly flow: Flow },
): Promise<void> {
  const corridor = corridorOf(agreement.standing.parties, { ...flow, breakdown: '' })
  const beside = setBeside(agreement, await statementsOfFlows(tx, [flow]), isGranted)
  const said = beside.flatMap(({ sides }) => [sides.origin ?? [], sides.destination ?? []].flat())
  if (said.length > 0) file.corridors.add(corridor)
  file.onGrid.add(corridor)
  await appendSides(tx, said, { file, agreement })
}

async function appendSides(
  tx: Tx,
  statements: readonly CellStatement[],
  { file, agreement }: { readonly file: OpenFile; readonly agreement: KnownAgreement },
): Promise<void> {
  const rows = statements.map((statement) => sideRow(statement, agreement.standing.parties))
  await file.numbered.keepBreakdowns(tx, rows)
  for (const direction of directions)
    await file.engine.append(
      direction,
      columnsOf(
        rows.filter((row) => row.direction === direction),
        file.numbered,
      ),
    )
}

const pageRows = 20_000

/** The statements of a flow, in pages. */
async function* pagesOf(tx: Tx, flow: Flow): AsyncGenerator<readonly CellStatement[]> {
  let after = { breakdown: '', direction: '' }
  for (let more = true; more;) {
    const page = await statementsOfCorridor(tx, flow, { after, rows: pageRows })
    yield page
    const last = page.at(-1)
    more = page.length === pageRows
    if (last !== undefined) after = last
  }
}

function columnsOf(rows: readonly SideRow[], numbered: Numbered): readonly Column[] {
  return [
    { type: 'integer', values: rows.map(({ corridor }) => corridor) },
    { type: 'integer', values: rows.map(({ breakdown }) => numbered.breakdown(breakdown)) },
    { type: 'double', values: rows.map(({ value }) => value) },
    { type: 'tinyint', values: rows.map(({ says }) => says) },
    { type: 'smallint', values: rows.map((row) => numbered.class(row)) },
    { type: 'smallint', values: rows.map(({ way }) => numbered.way(way)) },
  ]
}
