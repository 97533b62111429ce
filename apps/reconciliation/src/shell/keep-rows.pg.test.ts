// SPDX-License-Identifier: Apache-2.0
import { openStore, rowsOfQuery, type Store } from '@corridor/platform'
import { freshDatabase, type FreshDatabase } from '@corridor/testing'
import { keepRows, type Column, type Kept } from './keep-rows'

let database: FreshDatabase
let store: Store

beforeAll(async () => {
  database = await freshDatabase()
  const whose = { service: 'reconciliation', ownRole: false, tables: [], maxConnections: 2 }
  store = await openStore({ url: database.url, ...whose })
  await store.query(
    `create table kept (period text, breakdown text collate "C", value bigint, share float8, gaps jsonb, embargo timestamptz,
       matters boolean, position bigint, primary key (period, breakdown))`,
  )
})
afterAll(async () => {
  await store.destroy()
  await database.drop()
})
beforeEach(async () => {
  await store.query('truncate kept')
})

type Row = Readonly<Record<string, string | number | boolean | Date | null>>

const types = {
  ...{ period: 'text', breakdown: 'text', value: 'bigint', share: 'float8', gaps: 'jsonb' },
  ...{ embargo: 'timestamptz', matters: 'boolean', position: 'bigint' },
}
const plain: Row = {
  ...{ period: '2024', breakdown: 'a', value: 1, share: null, gaps: null, embargo: null },
  ...{ matters: false, position: 5 },
}
const table: Kept = { table: 'kept', key: ['period', 'breakdown'] }

/** Keeps rows, each a change of a plain one, and gives the places of those that were written. */
async function keep(rows: readonly Row[], how: Kept = table): Promise<readonly number[]> {
  const columns = Object.entries(types).map(([name, type]): Column => {
    return { name, type, values: rows.map((row) => ({ ...plain, ...row })[name] ?? null) }
  })
  const places = await store.transaction((tx) => keepRows(tx, how, columns))
  return places.toSorted((one, other) => one - other)
}

const found = (columns: string) =>
  rowsOfQuery(store, `select ${columns} from kept order by period, breakdown`)

describe('rows that are kept', () => {
  it('are new, or stand in place of those that have their key', async () => {
    expect(await keep([{ breakdown: 'a' }, { breakdown: 'b', value: 2 }])).toEqual([1, 2])
    const later = [
      { breakdown: 'c', value: 7 },
      { breakdown: 'b', value: 8 },
    ]
    expect(await keep(later)).toEqual([1, 2])
    expect(await found('breakdown, value::int')).toEqual([
      { breakdown: 'a', value: 1 },
      { breakdown: 'b', value: 8 },
      { breakdown: 'c', value: 7 },
    ])
  })

  it('can be alone, or the same but for their key', async () => {
    expect(await keep([{}])).toEqual([1])
    expect(await keep([{}])).toEqual([1])
    expect(await keep([{ period: '2025' }, { period: '2026' }])).toEqual([1, 2])
    expect(await found('period')).toEqual([
      { period: '2024' },
      { period: '2025' },
      { period: '2026' },
    ])
    expect(await keep([])).toEqual([])
  })

  it('hold what they were given, whatever it is, alone and in lists', async () => {
    const odd: readonly Row[] = [
      { breakdown: 'a"b\\c,{d} NULL', share: 0.1 + 0.2, gaps: '[{"text": "it\\"s"}]' },
      { breakdown: 'NULL', share: Infinity, embargo: new Date('2026-01-02T03:04:05.678Z') },
      { breakdown: '', value: null, share: -1e-300, matters: true },
    ]
    const held = () => found('breakdown, value::float8, share, gaps, embargo, matters')
    await keep(odd)
    const together = await held()
    await store.query('truncate kept')
    for (const one of odd) await keep([one])
    expect(await held()).toEqual(together)
    expect(together).toEqual([
      { breakdown: '', value: null, share: -1e-300, gaps: null, embargo: null, matters: true },
      {
        ...{ breakdown: 'NULL', value: 1, share: Infinity, gaps: null },
        ...{ embargo: new Date('2026-01-02T03:04:05.678Z'), matters: false },
      },
      {
        ...{ breakdown: 'a"b\\c,{d} NULL', value: 1, share: 0.1 + 0.2 },
        ...{ gaps: [{ text: 'it"s' }], embargo: null, matters: false },
      },
    ])
  })

  it('stay as they are where what is kept is newer', async () => {
    const byPosition = { ...table, newest: 'position' }
    await keep([{ breakdown: 'a', position: 5 }], byPosition)
    const later = [
      { breakdown: 'a', position: 5, value: 9 },
      { breakdown: 'b', position: 5, value: 9 },
    ]
    expect(await keep(later, byPosition)).toEqual([2])
    expect(await keep([{ breakdown: 'a', position: 4, value: 9 }], byPosition)).toEqual([])
    expect(await keep([{ breakdown: 'a', position: 6, value: 9 }], byPosition)).toEqual([1])
    expect(await found('breakdown, value::int, position::int')).toEqual([
      { breakdown: 'a', value: 9, position: 6 },
      { breakdown: 'b', value: 9, position: 5 },
    ])
  })

  it('of two who write the same new key at once are the later one’s', async () => {
    const [one, other] = [store.createQueryRunner(), store.createQueryRunner()]
    const columns = (value: number): readonly Column[] =>
      Object.entries(types).map(([name, type]) => {
        return { name, type, values: [{ ...plain, value }[name] ?? null] }
      })
    await one.startTransaction()
    await keepRows(one.manager, table, columns(1))
    const waiting = other.manager.transaction((tx) => keepRows(tx, table, columns(2)))
    await one.commitTransaction()
    expect(await waiting).toEqual([1])
    await Promise.all([one.release(), other.release()])
    expect(await found('value::int')).toEqual([{ value: 2 }])
  })
})

describe('comparisons', () => {
  it('are revised without a word to an index: none asks about more than their key', async () => {
    const names = (columns: string) =>
      `array(select attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(${columns}))`
    const indexes = await rowsOfQuery<{ asks: readonly string[]; key: readonly string[] }>(
      store,
      `select ${names('i.indkey::int[]')} as asks, ${names('p.conkey')} as key, i.indpred is null as whole
       from pg_index i join pg_constraint p on p.conrelid = i.indrelid and p.contype = 'p' where i.indrelid = 'pair'::regclass`,
    )
    expect(indexes).not.toEqual([])
    for (const { asks, key, ...index } of indexes) {
      expect(index).toEqual({ whole: true })
      expect(asks.filter((name) => !key.includes(name))).toEqual([])
    }
  })
})
