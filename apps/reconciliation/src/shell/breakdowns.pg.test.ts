// SPDX-License-Identifier: Apache-2.0
// All figures are synthetic.
import { rowsOfQuery, type Store } from '@corridor/platform'
import { freshDatabase, type FreshDatabase } from '@corridor/testing'
import type { CellStatement } from '../domain/cell'
import { destinationSays, originSays, toEveryDetail } from '../domain/given'
import { keepAgreement } from './agreements'
import { eraseStatements } from './erase-statements'
import { contextOf, record, storeIn } from './given-store'
import { ReconciliationService } from './reconciliation.service'

let database: FreshDatabase
let store: Store
let reconciliation: ReconciliationService

beforeAll(async () => {
  database = await freshDatabase()
  store = await storeIn(database.url)
  const context = contextOf(store, () => new Date('2026-11-23T09:12:00Z'))
  reconciliation = new ReconciliationService(context)
  await store.transaction((tx) => keepAgreement(tx, toEveryDetail))
})
afterAll(async () => {
  await store.destroy()
  await database.drop()
})
beforeEach(() => store.query('truncate statement, pair, dataset, report_due cascade'))

const again = () => reconciliation.again({ agreement: 'BE-DK-2026', period: null })

describe('breakdowns that differ', () => {
  const age = (code: string) => `_T.${code}._T._T._T._T`
  const be = (code: string, value: number, position: number) =>
    originSays(value, { breakdown: age(code), position })
  const dk = (code: string, value: number, position: number) =>
    destinationSays(value, { breakdown: age(code), position })

  /** A message with these figures, as the service hears of it. */
  async function say(...statements: readonly CellStatement[]): Promise<void> {
    for (const { breakdown, direction } of statements)
      await store.query('delete from statement where breakdown = $1 and direction = $2', [
        ...[breakdown, direction],
      ])
    await record(store, statements)
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

  it('by two revisions of activities meet under the letters of the newer one, in whatever order they come', async () => {
    const sector = (code: string) => ({ breakdown: `_T._T._T.${code}._T._T` })
    const rev5 = { classifications: { sector: 'ISIC-5' } }
    const messages = [
      ['K', 'L', 'T', 'U'].map((code, at) =>
        originSays(60 + at, { ...sector(code), position: 31 }),
      ),
      ['K', 'L', 'U', 'V'].map((code, at) =>
        destinationSays(59 + at, { ...sector(code), ...rev5, position: 32 }),
      ),
      [originSays(90, { ...sector('K'), position: 33 })],
    ]
    const steps = []
    for (const order of [messages, [messages[1]!, messages[0]!, messages[2]!]]) {
      await store.query('truncate statement, pair, dataset cascade')
      for (const message of order) await say(...message)
      steps.push(await kept())
    }
    expect(steps[0]).toMatchObject([
      { ...sector('K'), outcome: 'not-comparable', o: 90, d: 59 },
      { ...sector('L'), outcome: 'outside', o: 90, d: 60, origin_parts: 'sector of ISIC-4 K' },
      { ...sector('T'), outcome: 'one-sided', o: 62 },
      { ...sector('U'), outcome: 'within', o: 62, d: 61, origin_parts: 'sector of ISIC-4 T' },
      { ...sector('V'), outcome: 'within', o: 63, d: 62, origin_parts: 'sector of ISIC-4 U' },
    ])
    expect(steps[1]).toEqual(steps[0])
    await store.query('truncate pair')
    await again()
    expect(await kept()).toEqual(steps[0])
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
