// SPDX-License-Identifier: Apache-2.0
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '@corridor/message'
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { KnownAgreement, RowTest } from '@corridor/policy'
import type { CellStatement } from '../../domain/cell'
import { entersComparison } from '../../domain/pair-up'
import { judgingRows, type RoundJudging } from '../../domain/full-round/judging-rows'
import { corridorOf, sideRow, type SideRow } from '../../domain/full-round/side-row'
import { statementsOfCorridor } from '../statements'
import type { Column, Engine } from './engine'
import { judgingColumns } from './judging-columns'
import { Numbered, numbersOf } from './numbered'
import { directions, keepRoundFile, parts, type RoundFile, type RoundStore } from './round-files'
import { copyJudging, copySide, judgingTable, sideTable } from './sieve-sql'

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
  /** A figure is under embargo, so what may enter changes by itself. */
  readonly embargoed: boolean
}

/** Makes the files of an agreement anew of which the record, or what may enter, has changed since. Gives how many. */
export async function refresh(
  tx: Tx,
  asked: AgreementToRound,
  { known, means }: { readonly known: readonly RoundFile[]; readonly means: RefreshMeans },
): Promise<number> {
  const granted = digestOf(Buffer.from(JSON.stringify(asked.binding)))
  const standing = await standingOf(tx, asked)
  let made = 0
  for (const one of standing) {
    const file = known.find(({ period }) => period === one.period)
    const judging = await asked.judgingFor(one.period)
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
    `select period, max(position)::float8 as upto, count(*)::float8 as statements, bool_or(embargo is not null) as embargoed
     from statement where origin = any($1::text[]) and destination = any($1::text[]) and contract = $2 group by period order by period`,
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
  const numbered = new Numbered()
  const corridors = new Set<number>()
  for (const direction of directions) await engine.run(sideTable(direction))
  for await (const page of pagesOf(tx, asked, one.period)) {
    const statements = page.filter((statement) =>
      entersComparison(agreement, statement, asked.isGranted),
    )
    const rows = statements.map((statement) => sideRow(statement, parties))
    for (const statement of statements) corridors.add(corridorOf(parties, statement))
    await numbered.keepBreakdowns(tx, rows)
    for (const direction of directions)
      await engine.append(
        direction,
        columnsOf(
          rows.filter((row) => row.direction === direction),
          numbered,
        ),
      )
  }
  const { classes, ways } = numbered
  const period = one.period
  const meeting = { contract, period, parties, corridors: [...corridors], classes, ways }
  const own = await numbersOf(tx, judging.learnt)
  const learnt = own.map(({ breakdown }) => breakdown)
  await engine.run(judgingTable)
  await engine.append('judging', judgingColumns(judgingRows(meeting, { ...judging, learnt })))
  const opened: Buffer[] = []
  for (const part of parts) {
    const file = join(memory, `${part}.parquet`)
    await engine.run(part === 'judging' ? copyJudging(file) : copySide(part, file))
    opened.push(readFileSync(file))
    rmSync(file)
  }
  const { judged } = judging
  const about = { agreement: agreement.terms.id, contract, ...one, granted, judged, meeting, at }
  await keepRoundFile(tx, about, { opened, store })
}

const pageRows = 20_000

/** The statements of a period, corridor by corridor, in pages. */
async function* pagesOf(
  tx: Tx,
  { agreement, contract }: AgreementToRound,
  period: string,
): AsyncGenerator<readonly CellStatement[]> {
  const { parties } = agreement.standing
  for (const origin of parties)
    for (const destination of parties) {
      let after = { breakdown: '', direction: '' }
      for (let more = origin !== destination; more;) {
        const about = { origin, destination, period, contract }
        const page = await statementsOfCorridor(tx, about, { after, rows: pageRows })
        yield page
        const last = page.at(-1)
        more = page.length === pageRows
        if (last !== undefined) after = last
      }
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
