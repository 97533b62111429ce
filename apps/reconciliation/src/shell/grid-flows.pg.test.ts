// SPDX-License-Identifier: Apache-2.0
import { openStore, rowsOfQuery, type Store } from '@corridor/platform'
import { freshDatabase, type FreshDatabase } from '@corridor/testing'
import type { CellStatement } from '../domain/cell'
import { destinationSays, grantedBy, originSays, toEveryDetail as agreement } from '../domain/given'
import type { SetBeside } from '../domain/pair-up'
import { keepAgreement } from './agreements'
import { besideTouched } from './grid-flows'

let database: FreshDatabase
let store: Store

beforeAll(async () => {
  database = await freshDatabase()
  const whose = { service: 'reconciliation', ownRole: false, tables: [], maxConnections: 2 }
  store = await openStore({ url: database.url, ...whose })
  await store.transaction((tx) => keepAgreement(tx, agreement))
})
afterAll(async () => {
  await store.destroy()
  await database.drop()
})

const setting = { agreement, isGranted: grantedBy(agreement) }
const be = (code: string) => originSays(40, { breakdown: `_T.${code}._T._T._T._T`, position: 31 })
const dk = (code: string) =>
  destinationSays(41, { breakdown: `_T.${code}._T._T._T._T`, position: 32 })

/** A message with this figure; gives what it is set beside. */
async function say(
  one: CellStatement,
  all: readonly CellStatement[] = [one],
): Promise<readonly SetBeside[]> {
  const { position, definition, classifications } = one
  await store.query(`insert into dataset values ($1, $2, true, $3, $4) on conflict do nothing`, [
    ...[position, one.reporter, definition, classifications],
  ])
  await store.query(
    `insert into statement (contract, origin, destination, period, breakdown, direction, reporter, value, value_status, obs_status, conf_status, position)
     values ('migration-flow', 'BE', 'DK', '2016', $1, $2, $3, $4, 'value', 'A', 'F', $5)`,
    [one.breakdown, one.direction, one.reporter, one.value, position],
  )
  const touched = { cells: [one], statements: all }
  return store.transaction((tx) => besideTouched(tx, touched, setting))
}
const remembered = () => rowsOfQuery(store, 'select agreement, period from flow_on_grid')

describe('a flow', () => {
  it('is remembered for a grid while a cell of it stands apart, and then forgotten', async () => {
    const mark = { agreement: agreement.terms.id, period: '2016' }
    await say(be('Y15T19'))
    await say(be('Y20T24'))
    expect(await remembered()).toEqual([mark])
    // What earlier messages have left alone is read again, and makes the other side of a sum.
    const [sum] = await say(dk('Y15T24'))
    expect(sum?.sides.origin?.parts?.text).toBe('age Y15T19 + Y20T24')
    await say(dk('Y15T19'), [be('Y15T19'), dk('Y15T19')])
    expect(await remembered()).toEqual([mark])
    await store.query(`delete from statement where breakdown like '%Y15T24%'`)
    await say(dk('Y20T24'), [be('Y20T24'), dk('Y20T24')])
    expect(await remembered()).toEqual([])
    await say(dk('_U'))
    expect(await remembered()).toEqual([mark])
  })
})
