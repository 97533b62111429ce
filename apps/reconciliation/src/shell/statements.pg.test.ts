// SPDX-License-Identifier: Apache-2.0
import { newestVersion, toColumns, type Definition, type FlowRow } from '@corridor/contracts'
import { openStore, rowsOfQuery, type AcceptedDataset, type Store } from '@corridor/platform'
import { freshDatabase, type FreshDatabase } from '@corridor/testing'
import { keepStatements } from './statements'

let database: FreshDatabase
let store: Store

beforeAll(async () => {
  database = await freshDatabase()
  const whose = { service: 'reconciliation', ownRole: false, tables: [], maxConnections: 2 }
  store = await openStore({ url: database.url, ...whose })
})
afterAll(async () => {
  await store.destroy()
  await database.drop()
})
beforeEach(() => store.query('truncate statement, dataset cascade'))

const definition: Definition = {
  ...{ minimumStay: 'P12M', population: 'all', source: 'register', partnerConcept: 'residence' },
  ...{ eventConcept: 'registration', ageDefinition: 'completed', periodConvention: 'calendar' },
}

function row(period: string, value: number): FlowRow {
  return {
    ...{ reporter: 'BE', direction: 'outflow', origin: 'BE', destination: 'DK', period },
    ...{ sex: '_T', age: '_T', occupation: '_T', sector: '_T', stay: '_T', education: '_T' },
    ...{ value, valueStatus: 'value', lower: null, upper: null },
    ...{ obsStatus: 'A', confStatus: 'F' },
  }
}

function message(position: number, rows: readonly FlowRow[]): AcceptedDataset {
  return {
    ...{
      position,
      participant: 'BE',
      contract: 'migration-flow',
      digest: `sha-256:${String(position)}`,
    },
    ...{
      version: newestVersion('migration-flow'),
      recordedAt: new Date(),
      reportedAs: null,
      office: null,
    },
    dataset: toColumns(definition, rows),
  }
}

async function keep(...messages: readonly AcceptedDataset[]): Promise<readonly string[]> {
  return store.transaction(async (tx) => {
    for (const { position } of messages)
      await tx.query("insert into dataset (position, participant, kept) values ($1, 'BE', true)", [
        position,
      ])
    return (await keepStatements(tx, messages)).map(({ period }) => period).sort()
  })
}

const kept = () =>
  rowsOfQuery<{ period: string; value: number; position: number; counted: boolean }>(
    store,
    `select s.period, s.value::float8 as value, s.position::float8 as position, d.definition is not null as counted
     from statement s join dataset d using (position) order by s.period`,
  )

it('keeps of messages that come together what the last of them says of each cell', async () => {
  const first = message(1, [row('2015', 10), row('2016', 20)])
  const second = message(2, [row('2016', 21), row('2014', 5)])
  expect(await keep(first, second)).toEqual(['2014', '2015', '2016'])
  expect(await kept()).toEqual([
    { period: '2014', value: 5, position: 2, counted: true },
    { period: '2015', value: 10, position: 1, counted: true },
    { period: '2016', value: 21, position: 2, counted: true },
  ])
})

it('changes nothing by an older message that comes later', async () => {
  await keep(message(7, [row('2016', 21)]))
  expect(await keep(message(3, [row('2016', 20)]), message(4, [row('2015', 9)]))).toEqual(['2015'])
  expect((await kept()).map(({ value }) => value)).toEqual([9, 21])
})

it('keeps one message as it is', async () => {
  expect(await keep(message(1, [row('2015', 10), row('2016', 20)]))).toEqual(['2015', '2016'])
})
