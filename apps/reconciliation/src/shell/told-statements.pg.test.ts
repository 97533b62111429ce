// SPDX-License-Identifier: Apache-2.0
// What was told under protection goes with the message that it was made of. All figures are synthetic.
import { rowsOfQuery, type Store } from '@corridor/platform'
import { freshDatabase, type FreshDatabase } from '@corridor/testing'
import type { CellStatement } from '../domain/cell'
import { destinationSays, originSays, protectedBy, toldOf } from '../domain/given'
import { keepAgreement } from './agreements'
import { eraseStatements } from './erase-statements'
import { contextOf, storeIn } from './given-store'
import { ReconciliationService } from './reconciliation.service'

let database: FreshDatabase
let store: Store
let reconciliation: ReconciliationService

beforeAll(async () => {
  database = await freshDatabase()
  store = await storeIn(database.url)
  const clock = () => new Date('2026-11-23T09:12:00Z')
  reconciliation = new ReconciliationService(contextOf(store, clock))
  const known = protectedBy({ method: 'random-rounding', base: 5 })
  await store.transaction((tx) => keepAgreement(tx, known))
})
afterAll(async () => {
  await store.destroy()
  await database.drop()
})

const age = (code: string) => `_T.${code}._T._T._T._T`
const near = (value: number) => ({ value, lower: value - 4, upper: value + 4 })
const be = (code: string, value: number, position: number) =>
  toldOf(originSays(value, { breakdown: age(code), position }), near(value))
const dk = (code: string, value: number, position: number) =>
  toldOf(destinationSays(value, { breakdown: age(code), position }), near(value))

/** Puts on record what was told, and compares it. Of no cell is there a statement: a newer message may have taken its place. */
async function tell(...told: readonly CellStatement[]): Promise<void> {
  await store.query('truncate told, pair, dataset, report_due cascade')
  for (const one of told) {
    await store.query(
      `insert into dataset (position, participant, kept, definition, classifications) values ($1, $2, true, $3, $4)
       on conflict do nothing`,
      [
        ...[one.position, one.reporter],
        ...[JSON.stringify(one.definition), JSON.stringify(one.classifications)],
      ],
    )
    await store.query(
      `insert into told (contract, origin, destination, period, breakdown, direction, recipient, position, release, reporter, value,
         value_status, lower, upper, obs_status, conf_status) values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[one.contract, one.origin, one.destination, one.period, one.breakdown, one.direction],
        ...[one.toldTo, one.position, one.reporter, one.value, one.valueStatus],
        ...[one.lower, one.upper, one.obsStatus, one.confStatus],
      ],
    )
  }
  await store.transaction((tx) => reconciliation.compareTouched(tx, ['BE', 'DK'], told))
}

const kept = () =>
  rowsOfQuery<{ age: string }>(
    store,
    `select split_part(breakdown, '.', 2) as age, origin_says::int as o, origin_lower::int as lower, origin_upper::int as upper,
       destination_says::int as d, outcome from pair where breakdown like '%Y15T24%'`,
  )
const told = () =>
  rowsOfQuery<{ position: number }>(store, 'select position::int as position from told order by 1')

const scene = [be('Y15T19', 40, 31), be('Y20T24', 60, 32), dk('Y15T24', 105, 33)] as const

it('makes sums of what was told, as far as all of it may be off', async () => {
  await tell(...scene)
  expect(await kept()).toEqual([
    { age: 'Y15T24', o: 100, lower: 92, upper: 108, d: 105, outcome: 'within' },
  ])
})

it('leaves nothing of what was told of a message that is deleted, in sums neither', async () => {
  await tell(...scene)
  await store.transaction((tx) =>
    eraseStatements(tx, {
      ...{ participant: 'BE', dataset: 31, recordedAt: '2026-11-20T00:00:00Z' },
      ...{ under: 'a request', at: '2026-11-23T00:00:00Z' },
    }),
  )
  expect(await told()).toEqual([{ position: 32 }, { position: 33 }])
  expect(await kept()).toEqual([])
})

it('reckons no more with what was told of a message in doubt', async () => {
  await tell(...scene)
  await store.transaction((tx) =>
    reconciliation.restated(tx, { participant: 'BE', datasets: [31] }, []),
  )
  expect(await told()).toEqual([{ position: 32 }, { position: 33 }])
  expect(await kept()).toMatchObject([{ o: null, d: 105, outcome: 'one-sided' }])
})
