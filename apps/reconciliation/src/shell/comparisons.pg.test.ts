// SPDX-License-Identifier: Apache-2.0
import {
  openLog,
  openStore,
  rowsOfQuery,
  type ServiceContext,
  type Store,
} from '@corridor/platform'
import { freshDatabase, type FreshDatabase } from '@corridor/testing'
import type { CellStatement } from '../domain/cell'
import {
  agreement,
  destinationSays,
  grantedBy,
  oneForOne,
  originSays,
  toEveryDetail,
} from '../domain/given'
import { pairUp } from '../domain/pair-up'
import { keepAgreement } from './agreements'
import { EmbargoesService } from './embargoes.service'
import { LearningService } from './learning.service'
import { keepPairs, pairsOf, totalsOf } from './pairs'
import { ReconciliationService } from './reconciliation.service'
import { eraseStatements } from './erase-statements'
import { askReports, takeDueReports } from './report-due'

let database: FreshDatabase
let store: Store
let context: ServiceContext
let reconciliation: ReconciliationService
let now = new Date('2026-11-23T09:12:00Z')

beforeAll(async () => {
  database = await freshDatabase()
  const whose = { service: 'reconciliation', ownRole: false, tables: [], maxConnections: 3 }
  store = await openStore({ url: database.url, ...whose })
  // Without a bus: nothing here tells anything.
  const alone: Pick<ServiceContext, 'store' | 'clock' | 'log' | 'name' | 'environment'> = {
    ...{ store, clock: () => now, name: 'reconciliation' },
    log: openLog('reconciliation', { level: 'silent' }),
    environment: { keysFolder: '/nowhere/keys', keys: {} } as ServiceContext['environment'],
  }
  context = alone as ServiceContext
  reconciliation = new ReconciliationService(context)
  await store.transaction((tx) => keepAgreement(tx, agreement))
})
afterAll(async () => {
  await store.destroy()
  await database.drop()
})
beforeEach(async () => {
  await store.query(
    'truncate statement, pair, dataset, report_due, expectation_model, expectation cascade',
  )
})

const asking = { isGranted: grantedBy(agreement), expect: oneForOne }
const round = { agreement: 'BE-DK-2026', contract: 'migration-flow', period: '2016' }

/** Puts statements on record, each of a message of its own. */
async function record(statements: readonly CellStatement[]): Promise<void> {
  for (const one of statements) {
    await store.query(
      `insert into dataset (position, participant, kept, definition, classifications) values ($1, $2, true, $3, $4)
       on conflict do nothing`,
      [
        ...[one.position, one.reporter],
        ...[JSON.stringify(one.definition), JSON.stringify(one.classifications)],
      ],
    )
    await store.query(
      `insert into statement (contract, origin, destination, period, breakdown, direction, reporter, value, value_status, lower, upper,
         standard_error, obs_status, conf_status, embargo, position)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[one.contract, one.origin, one.destination, one.period, one.breakdown, one.direction],
        ...[one.reporter, one.value, one.valueStatus, one.lower, one.upper, one.standardError],
        ...[one.obsStatus, one.confStatus, one.embargo, one.position],
      ],
    )
  }
}

const again = () => reconciliation.again({ agreement: 'BE-DK-2026', period: null })
const found = () =>
  rowsOfQuery<{ period: string; finding: string | null; expectation: number | null }>(
    store,
    'select period, finding, expectation from pair order by period',
  )

describe('comparisons that are kept', () => {
  it('are read as they were made, whatever they say', async () => {
    const suppressed = { valueStatus: 'suppressed', lower: 1, upper: 3 } as const
    const pairs = pairUp(
      agreement,
      [
        ...[originSays(409_000), destinationSays(460)],
        ...[originSays(null, { ...suppressed, period: '2015' })],
        ...[destinationSays(2, { period: '2015' }), originSays(7, { period: '2014' })],
      ],
      asking,
    )
    expect(pairs).toHaveLength(3)
    await store.transaction((tx) => keepPairs(tx, pairs, { agreement: 'BE-DK-2026', at: now }))
    const kept = await store.transaction(async (tx) => [
      ...(await pairsOf(tx, round, 10)),
      ...(await pairsOf(tx, { ...round, period: '2015' }, 10)),
      ...(await pairsOf(tx, { ...round, period: '2014' }, 10)),
    ])
    expect(kept).toEqual(pairs)
    expect(await store.transaction((tx) => totalsOf(tx, round))).toMatchObject({
      ...{ cells: 1, outside: 1, matters: 1, compared: 1 },
    })
  })

  it('keep what people have put on them when figures are revised', async () => {
    const made = (value: number) =>
      pairUp(agreement, [originSays(value), destinationSays(460)], asking)
    const keep = (value: number) =>
      store.transaction((tx) => keepPairs(tx, made(value), { agreement: 'BE-DK-2026', at: now }))
    await keep(409_000)
    await store.query('update pair set investigated = true')
    await keep(409)
    expect(await rowsOfQuery(store, 'select investigated, finding from pair')).toEqual([
      { investigated: true, finding: 'as-expected' },
    ])
  })
})

describe('breakdowns that differ', () => {
  const age = (code: string) => `_T.${code}._T._T._T._T`
  const be = (code: string, value: number, position: number) =>
    originSays(value, { breakdown: age(code), position })
  const dk = (code: string, value: number, position: number) =>
    destinationSays(value, { breakdown: age(code), position })

  beforeAll(() => store.transaction((tx) => keepAgreement(tx, toEveryDetail)))
  afterAll(() => store.transaction((tx) => keepAgreement(tx, agreement)))

  /** A message with these figures, as the service hears of it. */
  async function say(...statements: readonly CellStatement[]): Promise<void> {
    for (const { breakdown, direction } of statements)
      await store.query('delete from statement where breakdown = $1 and direction = $2', [
        ...[breakdown, direction],
      ])
    await record(statements)
    await store.transaction((tx) => reconciliation.compareTouched(tx, ['BE', 'DK'], statements))
  }
  const kept = () =>
    rowsOfQuery<{ breakdown: string; at: string }>(
      store,
      `select breakdown, outcome, origin_says::int as o, destination_says::int as d, origin_parts, destination_parts
       from pair order by breakdown`,
    )
  const sumsOf = async () =>
    (await kept()).flatMap((one) => ('d' in one && one.breakdown.includes('Y15T24') ? [one] : []))

  it('meet in a sum, which each message about one of its parts changes, and no other', async () => {
    await say(be('Y15T19', 40, 31), be('Y20T24', 60, 31), be('Y25T29', 9, 31))
    await say(dk('Y15T24', 103, 32), dk('Y25T29', 9, 32))
    const sum = { breakdown: age('Y15T24'), origin_parts: 'age Y15T19 + Y20T24', d: 103 }
    expect(await sumsOf()).toMatchObject([{ ...sum, outcome: 'within', o: 100 }])
    await store.query(`update pair set compared_at = '2020-01-01'`)
    await say(be('Y20T24', 600, 33))
    expect(await sumsOf()).toMatchObject([{ ...sum, outcome: 'outside', o: 640 }])
    expect(
      await rowsOfQuery(
        store,
        `select breakdown from pair where compared_at > '2020-01-01' order by breakdown`,
      ),
    ).toEqual([{ breakdown: age('Y15T24') }, { breakdown: age('Y20T24') }])
  })

  it('are kept as if everything had come at once, whatever the order', async () => {
    const messages = [
      [be('Y15T19', 40, 31), be('Y20T29', 60, 31)],
      [dk('Y15T24', 50, 32), dk('Y25T29', 51, 32)],
      [be('_U', 4, 33)],
      [be('Y20T24', 30, 34), be('Y25T29', 30, 34)],
      [dk('Y15T29', 99, 35), dk('Y_LT15', 1, 35), dk('Y_GE30', 2, 35)],
      [be('_T', 140, 36)],
    ]
    for (const order of [messages, [...messages].reverse()]) {
      await store.query('truncate statement, pair, dataset cascade')
      for (const message of order) await say(...message)
      const step = await kept()
      await again()
      expect(await kept()).toEqual(step)
      expect(step.length).toBeGreaterThan(5)
      await store.query('truncate pair')
      await again()
      expect(await kept()).toEqual(step)
    }
  })

  it('leave a figure one-sided whose other side was a sum with a message in doubt', async () => {
    await say(be('Y15T19', 40, 31))
    await say(be('Y20T24', 60, 32), dk('Y15T24', 103, 33))
    expect(await sumsOf()).toMatchObject([{ o: 100 }])
    await store.transaction((tx) =>
      reconciliation.restated(tx, { participant: 'BE', datasets: [31] }, []),
    )
    expect(await sumsOf()).toMatchObject([{ o: null, d: 103, outcome: 'one-sided' }])
    const step = await kept()
    await again()
    expect(await kept()).toEqual(step)
  })

  it('leave no sum that a deleted message was part of', async () => {
    await say(be('Y15T19', 40, 31))
    await say(be('Y20T24', 60, 32), dk('Y15T24', 103, 33))
    expect(await sumsOf()).toMatchObject([{ o: 100 }])
    await store.transaction((tx) =>
      eraseStatements(tx, {
        ...{ participant: 'BE', dataset: 31, recordedAt: '2026-11-20T00:00:00Z' },
        ...{ under: 'a request', at: '2026-11-23T00:00:00Z' },
      }),
    )
    expect(await kept()).toMatchObject([{ breakdown: age('Y20T24') }])
  })
})

describe('what is learnt', () => {
  const years = ['2013', '2014', '2015']
  const past = years.flatMap((period, at) => [
    originSays(400 + at, { period, position: 10 + at }),
    destinationSays(500 - at, { period, position: 20 + at }),
  ])

  it('is of free figures that nobody investigates, and judges nothing by itself', async () => {
    await record(past)
    await again()
    const learning = new LearningService(context)
    await store.query(
      `update pair set investigated = true, finding = 'suspect' where period = '2013'`,
    )
    expect(await learning.learnAll()).toEqual([])
    await store.query('update pair set investigated = false')
    expect(await learning.learnAll()).toMatchObject([{ version: 1, pairs: 3, series: 1 }])
    expect((await found()).map(({ expectation }) => expectation)).toEqual([null, null, null])
  })

  it('is used by what is compared from then on, under its number', async () => {
    await record(past)
    await again()
    const learning = new LearningService(context)
    await learning.learnAll()
    await record([originSays(410, { position: 31 }), destinationSays(505, { position: 32 })])
    await again()
    expect((await found()).at(-1)).toEqual({
      ...{ period: '2016', finding: 'as-expected', expectation: 1 },
    })
    await learning.learnAll()
    await again()
    expect((await found()).at(-1)).toMatchObject({ expectation: 2 })
  })
})

describe('a figure under an embargo', () => {
  it('enters its comparison when the embargo is over, not before', async () => {
    const embargo = '2026-12-01T00:00:00Z'
    await record([originSays(409, { embargo }), destinationSays(460)])
    await again()
    const said = () => rowsOfQuery(store, 'select outcome, origin_says::int as says from pair')
    expect(await said()).toEqual([{ outcome: 'one-sided', says: null }])
    const embargoes = new EmbargoesService(context, reconciliation)
    expect(await embargoes.step()).toBe(false)
    now = new Date('2026-12-01T00:00:01Z')
    expect(await embargoes.step()).toBe(true)
    now = new Date('2026-11-23T09:12:00Z')
    expect(await said()).toEqual([{ outcome: 'outside', says: 409 }])
  })
})

describe('a report that is due', () => {
  it('is not taken while what it is about is being compared: nothing that was compared is missed', async () => {
    await store.transaction((tx) => askReports(tx, [round], now))
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    let asked = (): void => undefined
    const waiting = new Promise<void>((resolve) => (asked = resolve))
    const comparing = store.transaction(async (tx) => {
      await askReports(tx, [round], now)
      asked()
      await held
    })
    await waiting
    expect(await store.transaction((tx) => takeDueReports(tx, 10))).toEqual([])
    release()
    await comparing
    expect(await store.transaction((tx) => takeDueReports(tx, 10))).toEqual([round])
    expect(await store.transaction((tx) => takeDueReports(tx, 10))).toEqual([])
  })
})
