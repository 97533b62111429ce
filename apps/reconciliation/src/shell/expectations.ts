// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store, type Tx } from '@corridor/platform'
import { learntFrom, type ExpectationRecord } from '@corridor/statistics'
import type { Cell } from '../domain/cell'
import type { Alarm } from '../domain/learning/alarm'
import { seriesOf, type LearntModel, type LearntVersion } from '../domain/learning/expect-by'
import type { LearntSeries, PastPair } from '../domain/learning/learn-series'

/** A series of figures, and how many comparisons of the past it has. */
export interface SeriesLine {
  readonly frequency: string
  readonly breakdown: string
  readonly pairs: number
}

/** How often a period of such a form comes round. */
const frequency = `case substr(period, 6, 1) when '' then 'A' when 'S' then 'S' when 'Q' then 'Q' else 'M' end`

// A figure under two agreements is one witness; a suspect one under investigation is none. What is looked into for want of an
// expectation teaches: otherwise nothing would ever be expected of those who differ.
const teaching = `contract = $1 and teaches and not (investigated and finding = 'suspect')`

/** The series of a contract that something can be learnt from, those with most figures first. */
export async function seriesOfContract(
  on: Store | Tx,
  contract: string,
): Promise<readonly SeriesLine[]> {
  return rowsOfQuery<SeriesLine>(
    on,
    `select ${frequency} as frequency, breakdown, count(*)::int as pairs from pair where ${teaching}
     group by 1, 2 having count(distinct period) >= 3 order by pairs desc, frequency, breakdown`,
    [contract],
  )
}

/** The comparisons of the past of a series. */
export async function pastOf(
  on: Store | Tx,
  contract: string,
  series: SeriesLine,
): Promise<readonly PastPair[]> {
  return rowsOfQuery<PastPair>(
    on,
    `select distinct on (origin, destination, period) origin, destination, period, origin_says::float8 as outflow,
       destination_says::float8 as inflow, origin_harmonised as "harmonisedOutflow", destination_harmonised as "harmonisedInflow"
     from pair where ${teaching} and breakdown = $2 and ${frequency} = $3
     order by origin, destination, period, compared_at desc, agreement`,
    [contract, series.breakdown, series.frequency],
  )
}

/** What one round of learning came to. */
export interface Learnt {
  readonly contract: string
  readonly at: Date
  readonly series: readonly { readonly line: SeriesLine; readonly learnt: LearntSeries }[]
  readonly leftOut: number
  readonly alarm: Alarm
}

/** Keeps what was learnt under the next number. */
export async function keepLearnt(tx: Tx, learnt: Learnt): Promise<number> {
  const { contract, at, series, leftOut, alarm } = learnt
  await tx.query('lock table expectation in share row exclusive mode')
  const pairs = series.reduce((sum, { line }) => sum + line.pairs, 0)
  const [row] = await rowsOfQuery<{ version: number }>(
    tx,
    `insert into expectation (version, contract, learnt_at, pairs, series, left_out, nominal, alarm, uncorrected, achieved, history)
     select coalesce(max(version), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 from expectation returning version`,
    [
      ...[contract, at, pairs, series.length, leftOut, alarm.nominal, alarm.alarm],
      ...[alarm.uncorrected, alarm.achieved, alarm.history],
    ],
  )
  const version = row?.version ?? 0
  for (const { line, learnt: own } of series)
    await tx.query(
      `insert into expectation_model (version, frequency, breakdown, until, record)
       select $1, $2, $3, * from unnest($4::text[], $5::jsonb[])`,
      [
        ...[version, line.frequency, line.breakdown, own.models.map(({ until }) => until)],
        own.models.map(({ record }) => JSON.stringify(record)),
      ],
    )
  return version
}

/** A version of what was learnt, without its models. */
export interface VersionLine extends Alarm {
  readonly version: number
  readonly contract: string
  readonly learntAt: Date
  readonly pairs: number
}

const versionColumns = `version, contract, learnt_at as "learntAt", pairs, nominal, alarm, uncorrected, achieved, history`

/** The newest version of each contract. */
export async function newestVersions(on: Store | Tx): Promise<readonly VersionLine[]> {
  return rowsOfQuery<VersionLine>(
    on,
    `select distinct on (contract) ${versionColumns} from expectation order by contract, version desc`,
  )
}

/** One version; undefined where there is none of that number. */
export async function versionLine(tx: Tx, version: number): Promise<VersionLine | undefined> {
  const [row] = await rowsOfQuery<VersionLine>(
    tx,
    `select ${versionColumns} from expectation where version = $1`,
    [version],
  )
  return row
}

/** Series that are kept ready: past that the memory is emptied. */
const mostReady = 2_000

/** What was learnt, as it is asked by comparisons: models are read once. */
export class LearntInHand {
  /** By version and series; a version never changes. Written by `about` alone. */
  private readonly ready = new Map<string, readonly LearntModel[]>()

  /** The newest versions, with the models of the series that some cells belong to. */
  async about(
    tx: Tx,
    cells: readonly Pick<Cell, 'period' | 'breakdown'>[],
  ): Promise<ReadonlyMap<string, LearntVersion>> {
    const versions = await newestVersions(tx)
    if (versions.length === 0) return new Map()
    const wanted = [...new Set(cells.map(seriesOf))]
    const found = new Map<string, LearntVersion>()
    for (const { version, contract, alarm } of versions) {
      await this.read(tx, version, wanted)
      const series = wanted.map((one) => [one, this.ready.get(`${version} ${one}`) ?? []] as const)
      found.set(contract, { version, alarm, series: new Map(series) })
    }
    return found
  }

  /** The newest versions with all of their models. */
  async everything(tx: Tx): Promise<ReadonlyMap<string, LearntVersion>> {
    const newest = await newestVersions(tx)
    const cells = await rowsOfQuery<Pick<Cell, 'period' | 'breakdown'>>(
      tx,
      // Any period of the frequency stands for it.
      `select distinct case frequency when 'A' then '2000' when 'S' then '2000-S1' when 'Q' then '2000-Q1' else '2000-01' end as period,
         breakdown from expectation_model where version = any($1::int[])`,
      [newest.map(({ version }) => version)],
    )
    return this.about(tx, cells)
  }

  private async read(tx: Tx, version: number, wanted: readonly string[]): Promise<void> {
    const unknown = wanted.filter((one) => !this.ready.has(`${version} ${one}`))
    if (unknown.length === 0) return
    if (this.ready.size + unknown.length > mostReady) this.ready.clear()
    const rows = await rowsOfQuery<{ series: string; until: string; record: ExpectationRecord }>(
      tx,
      `select frequency || ' ' || breakdown as series, until, record from expectation_model
       where version = $1 and breakdown = any($2::text[]) order by until = '', until`,
      [version, unknown.map((one) => one.slice(2))],
    )
    for (const one of unknown)
      this.ready.set(
        `${version} ${one}`,
        rows
          .filter(({ series }) => series === one)
          .map(({ until, record }) => ({ until, learnt: learntFrom(record) })),
      )
  }
}
