// SPDX-License-Identifier: Apache-2.0
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '@corridor/message'
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { KnownAgreement, RowTest } from '@corridor/policy'
import type { CellStatement } from '../../domain/cell'
import { entersComparison } from '../../domain/pair-up'
import { corridorOf, sideRow, type SideRow } from '../../domain/full-round/side-row'
import { statementsOfCorridor } from '../statements'
import type { Column, Engine } from './engine'
import { Numbered } from './numbered'
import { directions, keepRoundFile, type RoundFile, type RoundStore } from './round-files'
import { copySide, sideTable } from './sieve-sql'

/** One agreement as a full round takes it. */
export interface AgreementToRound {
  readonly agreement: KnownAgreement
  readonly contract: string
  /** Every agreement that its parties are bound by: the strictest decides what enters a comparison. */
  readonly binding: readonly KnownAgreement[]
  readonly isGranted: RowTest
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
  const stale = standing.filter(({ period, upto, statements, embargoed }) => {
    const file = known.find((one) => one.period === period)
    const isFresh =
      file?.upto === upto && file.statements === statements && file.granted === granted
    return embargoed || !isFresh
  })
  for (const one of stale) await makeFile(tx, asked, { one, granted, means })
  return stale.length
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
    means,
  }: {
    readonly one: Standing
    readonly granted: string
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
  const sides: Buffer[] = []
  for (const direction of directions) {
    const file = join(memory, `${direction}.parquet`)
    await engine.run(copySide(direction, file))
    sides.push(readFileSync(file))
    rmSync(file)
  }
  const { classes, ways } = numbered
  const meeting = {
    contract,
    period: one.period,
    parties,
    corridors: [...corridors],
    classes,
    ways,
  }
  await keepRoundFile(
    tx,
    { agreement: agreement.terms.id, contract, ...one, granted, meeting, at },
    { sides, store },
  )
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
