// SPDX-License-Identifier: Apache-2.0
// The full round beside what messages have made of the same statements. All figures are synthetic.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ShareClause } from '@corridor/contracts'
import type { Outcome } from '@corridor/kernel'
import { openStore, rowsOfQuery, storageKeysOf, type Store, type Tx } from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import { freshDatabase, seeded, type FreshDatabase } from '@corridor/testing'
import type { CellStatement } from '../../domain/cell'
import type { Expect } from '../../domain/expected'
import {
  agreement as parties,
  grantedBy,
  shareFrom,
  toldOf,
  twoRevisions,
  withClauses,
} from '../../domain/given'
import { pairUp } from '../../domain/pair-up'
import { keepAgreement } from '../agreements'
import { keepPairs } from '../pairs'
import { statementsBetween } from '../statements'
import { ages, otherBreakdowns, someStatements } from './given-worlds'
import { fullRound, type FullRound, type FullRoundMeans } from './full-round'
import { eraseRoundFiles, type RoundStore } from './round-files'

const at = new Date('2026-11-26T09:12:00Z')
const keys = storageKeysOf(Buffer.alloc(32, 7).toString('base64url'))

const levels: ShareClause['levels'] = [
  { dimension: 'age', level: 'five-year-ages' },
  { dimension: 'sector', level: 'level-1' },
]

/** Totals, ages and sections, under a rule that carries minimum stays over. */
const agreement: KnownAgreement = withClauses(
  { ...shareFrom('BE', 'DK'), levels },
  { ...shareFrom('DK', 'BE'), levels },
  { id: '3', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
  {
    id: '4',
    kind: 'reconcile',
    contract: 'migration-flow',
    tolerance: { asymmetryPercent: 10 },
    durationRule: 'duration-imem',
  },
)

/** The same, where the hub protects what leaves. */
const hidden: KnownAgreement = withClauses(
  ...agreement.terms.enforced.map((clause) =>
    clause.kind === 'protect'
      ? { ...clause, rule: { method: 'random-rounding', base: 10 } as const }
      : clause,
  ),
)

/** Something was learnt of all ages but the last five. */
const learnt = ages.slice(0, -5).map((age) => `_T.${age}._T._T._T._T`)

/** Something is expected of figures from Belgium; of those from Denmark, and of some ages, nothing yet. */
const expect_: Expect = (cell, factors) =>
  cell.origin === 'BE' && learnt.includes(cell.breakdown)
    ? {
        ...{ version: 3, coverage: null },
        alarm: 0.05,
        expectation: {
          ...{ status: 'expected', variance: 0.04, basis: 'history', periods: 5, shrinkage: 1 },
          logRatio: 0.1 + Math.log(factors.destination / factors.origin),
        },
      }
    : {
        ...{ version: null, coverage: null },
        alarm: null,
        expectation: { status: 'none', reason: 'nothing yet', unlockedBy: 'more periods' },
      }

let database: FreshDatabase
let store: Store
let files: RoundStore
let means: FullRoundMeans

beforeAll(async () => {
  database = await freshDatabase()
  const whose = { service: 'reconciliation', ownRole: false, tables: [] }
  store = await openStore({ url: database.url, ...whose, maxConnections: 2 })
  files = { folder: mkdtempSync(join(tmpdir(), 'corridor-rounds-')), keys }
  means = {
    store,
    files,
    at,
    expectFor: () => Promise.resolve({ version: 3, expect: expect_, learnt }),
  }
  await store.transaction((tx) => keepAgreement(tx, agreement))
})

afterAll(async () => {
  await store.destroy()
  await database.drop()
  rmSync(files.folder, { recursive: true, force: true })
})

const worldOf = (seed: number) => someStatements(seed, seeded(seed))
const otherWorldOf = (seed: number) => otherBreakdowns(seed, seeded(seed))

/** Puts statements on record, and compares them as messages would. */
async function stateAll(statements: readonly CellStatement[]): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.query('truncate statement, pair, dataset, told')
    for (const { position, reporter, definition, classifications } of statements)
      await tx.query(
        `insert into dataset (position, participant, kept, definition, classifications) values ($1, $2, true, $3, $4)
         on conflict do nothing`,
        [position, reporter, JSON.stringify(definition), JSON.stringify(classifications)],
      )
    for (const one of statements)
      await tx.query(insertStatement, [
        ...[one.contract, one.position, one.origin, one.destination, one.period, one.breakdown],
        ...[one.direction, one.reporter, one.value, one.valueStatus, one.lower, one.upper],
        ...[one.standardError, one.obsStatus, one.confStatus],
      ])
    await compareAll(tx, agreement)
  })
}

async function compareAll(tx: Tx, known: KnownAgreement): Promise<void> {
  await tx.query('truncate pair')
  const said = await statementsBetween(tx, known.standing.parties)
  const pairs = pairUp(known, said, { isGranted: grantedBy(known), expect: expect_ })
  await keepPairs(tx, pairs, { agreement: known.terms.id, at })
}

/** Under protection: a third of the figures is told as it is, a third hidden, a third near what it is; one in nine stays. */
async function tellAll(statements: readonly CellStatement[], release: number): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.query('truncate told')
    for (const [place, one] of statements.entries()) {
      const value = one.value ?? 0
      const bounds = { lower: Math.max(0, value - 9 - (release % 5)), upper: value + 9 }
      const ways = [{}, { value: null, ...bounds }, { value: value + 3, ...bounds }]
      const told = toldOf(one, ways[place % 3])
      if (one.value === null || place % 9 === 0) continue
      await tx.query(insertTold, [
        ...[told.contract, told.position, told.origin, told.destination, told.period],
        ...[told.breakdown, told.direction, told.reporter, told.value, told.valueStatus],
        ...[told.lower, told.upper, told.obsStatus, told.confStatus, told.toldTo, release],
      ])
    }
    await compareAll(tx, hidden)
  })
}

const insertTold = `insert into told (contract, position, origin, destination, period, breakdown, direction, reporter, value,
  value_status, lower, upper, obs_status, conf_status, recipient, release)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`

const insertStatement = `insert into statement (contract, position, origin, destination, period, breakdown, direction, reporter, value,
  value_status, lower, upper, standard_error, obs_status, conf_status) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`

const done = (outcome: Outcome<FullRound>): FullRound => {
  if (outcome.ok) return outcome.value
  throw new Error(outcome.refusal.detail)
}
const eraseFiles = () => store.transaction((tx) => eraseRoundFiles(tx, ['BE-DK-2026'], files))
const round = async (): Promise<FullRound> => done(await fullRound([agreement], means))

describe('a full round', () => {
  it.each([1, 2, 3, 4])(
    'agrees with what messages have made, to the last flag: world %d',
    async (seed) => {
      await stateAll(worldOf(seed))
      const found = await round()
      expect(found).toMatchObject({ rounds: 3, differing: [] })
      const [kept] = await rowsOfQuery<{ pairs: number; flagged: number; findings: number }>(
        store,
        `select count(*)::int as pairs, (count(*) filter (where matters or finding = 'suspect'))::int as flagged,
         count(distinct concat_ws(' ', outcome, finding, matters::text))::int as findings from pair`,
      )
      expect(found).toMatchObject({ pairs: kept?.pairs, flagged: kept?.flagged })
      // The world shows every kind of comparison there is.
      expect(kept?.findings).toBeGreaterThanOrEqual(8)
      expect(found.tested).toBeLessThan(found.pairs)
    },
  )

  it.each([5, 6, 7])(
    'agrees where breakdowns differ and figures meet in sums: world %d',
    async (seed) => {
      await stateAll(otherWorldOf(seed))
      const found = await round()
      expect(found).toMatchObject({ rounds: 3, differing: [] })
      const [kept] = await rowsOfQuery<{ sums: number; compared: number; pairs: number }>(
        store,
        `select (count(*) filter (where origin_parts like '% + %' or destination_parts like '% + %'))::int as sums, count(*)::int as pairs,
           (count(*) filter (where (origin_parts is not null or destination_parts is not null) and outcome <> 'one-sided'))::int as compared
         from pair`,
      )
      expect(found.pairs).toBe(kept?.pairs)
      expect(kept?.sums).toBeGreaterThan(10)
      expect(kept?.compared).toBeGreaterThan(10)
    },
  )

  it('agrees where the same letters stand for activities of two revisions', async () => {
    await eraseFiles()
    await stateAll(twoRevisions())
    expect(await round()).toMatchObject({ rounds: 1, pairs: 21, differing: [] })
    const kept = await rowsOfQuery<{ outcome: string; n: number }>(
      store,
      `select outcome, count(*)::int as n from pair where origin_parts like 'sector of ISIC-4 %' group by outcome order by outcome`,
    )
    await eraseFiles()
    expect(kept).toEqual([
      { outcome: 'outside', n: 5 },
      { outcome: 'within', n: 16 },
    ])
  })

  it.each([1, 6])(
    'agrees where figures are protected and compared as they were told: world %d',
    async (seed) => {
      const protectedRound = async () => done(await fullRound([hidden], means))
      const statements = seed > 4 ? otherWorldOf(seed) : worldOf(seed)
      await stateAll(statements)
      await store.transaction((tx) => keepAgreement(tx, hidden))
      await tellAll(statements, 1)
      const found = await protectedRound()
      expect(found).toMatchObject({ rounds: 3, differing: [] })
      const [kept] = await rowsOfQuery<{ pairs: number; compared: number; suspect: number }>(
        store,
        `select count(*)::int as pairs, (count(*) filter (where outcome in ('within', 'outside') and
           (origin_says is null or destination_says is null)))::int as compared,
           (count(*) filter (where finding = 'suspect'))::int as suspect from pair`,
      )
      expect(found.pairs).toBe(kept?.pairs)
      expect(kept?.compared).toBeGreaterThan(10)
      expect(kept?.suspect).toBeGreaterThan(0)
      // The same messages were told anew, in another way.
      await tellAll(statements, 2)
      expect(await protectedRound()).toMatchObject({ differing: [] })
      await store.transaction((tx) => keepAgreement(tx, agreement))
    },
  )

  it('agrees where one side alone has said something', async () => {
    await stateAll(worldOf(1).filter(({ direction }) => direction === 'inflow'))
    const found = await round()
    expect(found).toMatchObject({ rounds: 3, differing: [], tested: 0 })
    expect(found.pairs).toBeGreaterThan(0)
  })

  it('tells where a comparison that is kept says something else', async () => {
    await stateAll(worldOf(1))
    const [one] = await rowsOfQuery<{ period: string }>(
      store,
      `with changed as (update pair set finding = 'as-expected', matters = false where ctid = (
         select ctid from pair where finding = 'suspect' limit 1) returning period) select period from changed`,
    )
    expect((await round()).differing).toEqual([
      { agreement: 'BE-DK-2026', contract: 'migration-flow', period: one?.period },
    ])
  })

  it('takes in what was revised since, and what is granted no more', async () => {
    await stateAll(worldOf(2))
    await round()
    await stateAll(worldOf(3).map((one) => ({ ...one, position: one.position + 5000 })))
    expect(await round()).toMatchObject({ differing: [] })
    const silent = { ...parties, terms: agreement.terms }
    await store.transaction((tx) =>
      keepAgreement(tx, { ...silent, standing: { ...silent.standing, status: 'suspended' } }),
    )
    expect((await round()).differing).not.toEqual([])
    await store.transaction((tx) => keepAgreement(tx, agreement))
  })

  it('leaves nothing readable: its files are sealed, and none is left in memory', async () => {
    await stateAll(worldOf(4))
    await round()
    const names = readdirSync(files.folder)
    expect(names).toHaveLength(6)
    for (const name of names) {
      const text = readFileSync(join(files.folder, name)).toString('latin1')
      expect(text.includes('PAR1')).toBe(false)
    }
    const own = `corridor-round-${String(process.pid)}-`
    expect(readdirSync('/dev/shm').filter((name) => name.startsWith(own))).toEqual([])
  })

  it('keeps no file of an agreement of which a message was deleted, nor the key to a copy of it', async () => {
    await stateAll(worldOf(4))
    await round()
    await eraseFiles()
    expect(readdirSync(files.folder)).toEqual([])
    expect(await rowsOfQuery(store, 'select 1 from round_file')).toEqual([])
    expect(existsSync(files.folder)).toBe(true)
  })
})
