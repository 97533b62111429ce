// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type ServiceContext, type Store } from '@corridor/platform'
import { freshDatabase, type FreshDatabase } from '@corridor/testing'
import { agreement, destinationSays, grantedBy, oneForOne, originSays } from '../domain/given'
import { pairUp } from '../domain/pair-up'
import { keepAgreement } from './agreements'
import { EmbargoesService } from './embargoes.service'
import { contextOf, record, storeIn } from './given-store'
import { LearningService } from './learning.service'
import { keepPairs, pairsOf, totalsOf } from './pairs'
import { ReconciliationService } from './reconciliation.service'
import { askReports, takeDueReports } from './report-due'

let database: FreshDatabase
let store: Store
let context: ServiceContext
let reconciliation: ReconciliationService
let now = new Date('2026-11-23T09:12:00Z')

beforeAll(async () => {
  database = await freshDatabase()
  store = await storeIn(database.url)
  context = contextOf(store, () => now)
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

describe('what is learnt', () => {
  const years = ['2013', '2014', '2015']
  const past = years.flatMap((period, at) => [
    originSays(400 + at, { period, position: 10 + at }),
    destinationSays(500 - at, { period, position: 20 + at }),
  ])

  it('is of free figures that nobody investigates, and judges nothing by itself', async () => {
    await record(store, past)
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
    await record(store, past)
    await again()
    const learning = new LearningService(context)
    await learning.learnAll()
    await record(store, [originSays(410, { position: 31 }), destinationSays(505, { position: 32 })])
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
    await record(store, [originSays(409, { embargo }), destinationSays(460)])
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
