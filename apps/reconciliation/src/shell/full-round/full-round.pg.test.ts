// SPDX-License-Identifier: Apache-2.0
// The full round beside what messages have made of the same statements. All figures are synthetic.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ShareClause } from '@corridor/contracts'
import type { Outcome } from '@corridor/kernel'
import { openStore, rowsOfQuery, storageKeysOf, type Store } from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import { freshDatabase, seeded, type FreshDatabase } from '@corridor/testing'
import type { CellStatement } from '../../domain/cell'
import type { Expect } from '../../domain/expected'
import {
  agreement as parties,
  destinationSays,
  grantedBy,
  originSays,
  shareFrom,
  twoRevisions,
  withClauses,
} from '../../domain/given'
import { pairUp } from '../../domain/pair-up'
import { keepAgreement } from '../agreements'
import { keepPairs } from '../pairs'
import { statementsBetween } from '../statements'
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

const ages = ['_T', ...Array.from({ length: 18 }, (_, i) => `Y${5 * i}T${5 * i + 4}`)]
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

const permanent = { ...originSays(0).definition, minimumStay: 'permanent' }
const quarter = { ...originSays(0).definition, minimumStay: 'P3M' }

/** Both sides of every age, corridor and year; some silent, hidden, sampled, thousandfold or counted otherwise. */
function someStatements(seed: number): readonly CellStatement[] {
  const chance = seeded(seed)
  const draw = (most: number): number => Math.floor(chance() * most)
  const cells = ['2014', '2015', '2016'].flatMap((period) =>
    [
      { origin: 'BE', destination: 'DK' },
      { origin: 'DK', destination: 'BE' },
    ].flatMap((corridor) =>
      ages.map((age) => ({ ...corridor, period, breakdown: `_T.${age}._T._T._T._T` })),
    ),
  )
  return cells.flatMap((cell, place) => {
    const size = [3, 60, 900, 400_000][draw(4)] ?? 3
    const value = draw(size)
    const near = Math.round(value * Math.exp(0.1 + 0.3 * (chance() - 0.5)))
    const change = changes[draw(changes.length)] ?? {}
    // No two worlds have a position in common, as no two messages have.
    const position = 10_000 * seed + place
    const sides = [
      originSays(near, { ...cell, reporter: cell.origin, position }),
      destinationSays(value, { ...cell, reporter: cell.destination, position: position + 1000 }),
    ]
    const changed = sides.map((one, side) => (side === place % 2 ? { ...one, ...change } : one))
    return change === dropped ? changed.slice(1) : changed
  })
}

/**
 * The same where Denmark gives ages of ten years only, save in 2014, and Belgium no total in 2015 but those of no known age: their
 * figures meet in sums alone.
 */
function otherBreakdowns(seed: number): readonly CellStatement[] {
  const ofAge = (one: CellStatement): string => one.breakdown.split('.')[1] ?? ''
  const by = (age: string): string => `_T.${age}._T._T._T._T`
  return someStatements(seed).flatMap((one) => {
    if (one.period === '2014') return one
    const age = ofAge(one)
    if (one.reporter === 'BE')
      return one.period === '2015' && age === '_T' ? { ...one, breakdown: by('_U') } : one
    const from = Number(/^Y(\d+)T/.exec(age)?.[1] ?? NaN)
    if (age === '_T') return one
    return from % 10 === 0 ? { ...one, breakdown: by(`Y${from}T${from + 9}`) } : []
  })
}

const dropped: Partial<CellStatement> = {}
const changes: readonly Partial<CellStatement>[] = [
  ...Array.from({ length: 8 }, () => ({ obsStatus: 'A' })),
  dropped,
  { value: null, valueStatus: 'missing' },
  { value: null, valueStatus: 'suppressed', lower: 1, upper: 5 },
  { value: null, valueStatus: 'suppressed' },
  { standardError: 4 },
  { lower: 2, upper: 400 },
  { value: 0 },
  { value: 250_000 },
  { confStatus: 'C' },
  { definition: permanent },
  { definition: quarter },
]

/** Puts statements on record, and compares them as messages would. */
async function stateAll(statements: readonly CellStatement[]): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.query('truncate statement, pair, dataset')
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
    const said = await statementsBetween(tx, agreement.standing.parties)
    const pairs = pairUp(agreement, said, { isGranted: grantedBy(agreement), expect: expect_ })
    await keepPairs(tx, pairs, { agreement: agreement.terms.id, at })
  })
}

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
      await stateAll(someStatements(seed))
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
      await stateAll(otherBreakdowns(seed))
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

  it('agrees where one side alone has said something', async () => {
    await stateAll(someStatements(1).filter(({ direction }) => direction === 'inflow'))
    const found = await round()
    expect(found).toMatchObject({ rounds: 3, differing: [], tested: 0 })
    expect(found.pairs).toBeGreaterThan(0)
  })

  it('tells where a comparison that is kept says something else', async () => {
    await stateAll(someStatements(1))
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
    await stateAll(someStatements(2))
    await round()
    await stateAll(someStatements(3).map((one) => ({ ...one, position: one.position + 5000 })))
    expect(await round()).toMatchObject({ differing: [] })
    const silent = { ...parties, terms: agreement.terms }
    await store.transaction((tx) =>
      keepAgreement(tx, { ...silent, standing: { ...silent.standing, status: 'suspended' } }),
    )
    expect((await round()).differing).not.toEqual([])
    await store.transaction((tx) => keepAgreement(tx, agreement))
  })

  it('leaves nothing readable: its files are sealed, and none is left in memory', async () => {
    await stateAll(someStatements(4))
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
    await stateAll(someStatements(4))
    await round()
    await eraseFiles()
    expect(readdirSync(files.folder)).toEqual([])
    expect(await rowsOfQuery(store, 'select 1 from round_file')).toEqual([])
    expect(existsSync(files.folder)).toBe(true)
  })
})
