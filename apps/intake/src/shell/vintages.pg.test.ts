// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { structure, toColumns, type FlowRow, type MigrationFlow } from '@corridor/contracts'
import {
  digestOf,
  eventBytes,
  newSalt,
  newSigningKey,
  participantSource,
  seal,
  signerOf,
  type Signer,
} from '@corridor/message'
import {
  openLog,
  openStore,
  rowsOfQuery,
  storageKeysOf,
  type ServiceContext,
  type Store,
} from '@corridor/platform'
import { cellKeys } from '@corridor/rules'
import { freshDatabase, type FreshDatabase } from '@corridor/testing'
import { eraseSubmission } from './erase'
import { IntakeService } from './intake.service'
import { EarlierFigures } from './vintages-earlier'
import { VintagesInHand } from './vintages-in-hand'
import { VintageIndexing } from './vintages-indexing'

const hubId = 'test-hub'
const known = structure('migration-flow')
const definition = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
} as const

/** Intake on a database of its own, without a bus: what is recorded here was judged, recorded and sealed as ever. */
interface Desk {
  readonly store: Store
  readonly indexing: VintageIndexing
  readonly earlier: EarlierFigures
  readonly record: (...rows: readonly Partial<FlowRow>[]) => Promise<MigrationFlow>
  /** As another process would look: with a memory of its own. */
  readonly elsewhere: () => EarlierFigures
}

let database: FreshDatabase
let store: Store
let desk: Desk

beforeEach(async () => {
  database = await freshDatabase()
  store = await openStore({ url: database.url, service: 'intake', ownRole: true })
  desk = await deskOn(store)
})

afterEach(async () => {
  await store.destroy()
  await database.drop()
})

async function deskOn(on: Store): Promise<Desk> {
  const log = openLog('intake', { level: 'silent' })
  const { privateJwk, publicJwk } = await newSigningKey()
  const signer = await signerOf(privateJwk)
  const insertKey = `
    insert into participant_key (kid, participant, jwk, valid_from, valid_until, roles, kind)
    values ($1, $2, $3, $4, $5, '{publisher}', 'state')`
  await on.query(`insert into sender values ('BE', true, false) on conflict do nothing`)
  await on.query(insertKey, [
    signer.kid,
    'BE',
    JSON.stringify(publicJwk),
    new Date(0),
    new Date('2100-01-01'),
  ])
  // What these parts of intake use of a service: its store, its clock, its log, and a relay to wake.
  const context = {
    name: 'intake',
    store: on,
    log,
    clock: () => new Date(),
    environment: { hubId, keys: { storage: storageKeysOf(randomBytes(32).toString('base64url')) } },
    relay: { wake: () => undefined, carry: () => undefined },
  } as unknown as ServiceContext
  const inHand = new VintagesInHand()
  const indexing = new VintageIndexing(context, inHand)
  const earlier = new EarlierFigures(context, indexing, inHand)
  const intake = new IntakeService(context, earlier, inHand)
  return {
    store: on,
    indexing,
    earlier,
    elsewhere: () => new EarlierFigures(context, indexing, new VintagesInHand()),
    record: async (...rows) => {
      const flow = toColumns(definition, rows.map(flowRow))
      const arrival = await arrivalOf(flow, signer)
      expect(await intake.work([arrival])).toEqual([{ done: true }])
      const refused = await rowsOfQuery(on, 'select code, detail from quarantine')
      expect(refused).toEqual([])
      return flow
    },
  }
}

async function arrivalOf(
  data: object,
  signer: Signer,
): Promise<Parameters<IntakeService['work']>[0][number]> {
  const bytes = eventBytes({
    id: `message-${newSalt()}`,
    source: participantSource('BE'),
    type: 'corridor.submission.v1',
    time: new Date(),
    contract: { name: 'migration-flow', version: '1.1.0' },
    data,
  })
  const sealed = await seal(bytes, { typ: 'corridor-event', aud: hubId }, signer)
  expect(digestOf(bytes)).toMatch(/^sha-256:/)
  return { ...sealed, subject: 'corridor.submit.BE.migration-flow', delivery: 1 }
}

function flowRow(change: Partial<FlowRow>): FlowRow {
  return {
    reporter: 'BE',
    direction: 'outflow',
    origin: 'BE',
    destination: 'DK',
    period: '2016',
    sex: '_T',
    age: '_T',
    occupation: '_T',
    sector: '_T',
    stay: '_T',
    education: '_T',
    value: 447,
    valueStatus: 'value',
    lower: null,
    upper: null,
    obsStatus: 'A',
    confStatus: 'F',
    ...change,
  }
}

const cells = ['DK', 'SE', 'FI'].map((destination) => flowRow({ destination }))

/** What stands of the cells to Denmark, Sweden and Finland. */
async function standing(earlier: EarlierFigures, test = false): Promise<readonly number[]> {
  const keys = cellKeys(toColumns(definition, cells), known)
  return [
    ...(await earlier.earlierFor({ participant: 'BE', contract: 'migration-flow', test, keys })),
  ]
}

async function indexAll(): Promise<void> {
  while (await desk.indexing.indexNext());
}

describe('what a sender stated before', () => {
  it('is nothing at first', async () => {
    expect(await standing(desk.earlier)).toEqual([NaN, NaN, NaN])
  })

  it('is there as soon as it is recorded, before and after it is indexed, here and in another process', async () => {
    await standing(desk.earlier)
    await desk.record({ destination: 'DK', value: 409 }, { destination: 'SE', value: 0 })
    expect(await standing(desk.earlier)).toEqual([409, 0, NaN])
    expect(await standing(desk.elsewhere())).toEqual([409, 0, NaN])
    await indexAll()
    expect(await standing(desk.earlier)).toEqual([409, 0, NaN])
    expect(await standing(desk.elsewhere())).toEqual([409, 0, NaN])
  })

  it('is the newest of each cell, and none where that has no figure or was taken back', async () => {
    const hidden = { value: null, valueStatus: 'suppressed', confStatus: 'C' } as const
    await desk.record(
      { destination: 'DK', value: 1 },
      { destination: 'SE', value: 2 },
      { destination: 'FI' },
    )
    await indexAll()
    await desk.record({ destination: 'DK', value: 10 }, { destination: 'SE', ...hidden })
    expect(await standing(desk.earlier)).toEqual([10, NaN, 447])
    await indexAll()
    await desk.record({ destination: 'FI', value: null, valueStatus: 'retracted' })
    expect(await standing(desk.earlier)).toEqual([10, NaN, NaN])
    await indexAll()
    expect(await standing(desk.elsewhere())).toEqual([10, NaN, NaN])
  })

  it('does not mix with what was sent in test mode', async () => {
    await desk.record({ destination: 'DK' })
    expect(await standing(desk.earlier, true)).toEqual([NaN, NaN, NaN])
  })

  it('is what stood before, once a dataset was withdrawn', async () => {
    await desk.record({ destination: 'DK', value: 1 })
    await desk.record({ destination: 'DK', value: 2 })
    await indexAll()
    expect(await standing(desk.earlier)).toEqual([2, NaN, NaN])
    await store.query(
      'insert into vintage_end select max(position), max(position) + 1, now() from dataset',
    )
    expect(await standing(desk.earlier)).toEqual([1, NaN, NaN])
  })

  it('is told by a process that has a filter of what another process recorded and indexed', async () => {
    const here = desk.elsewhere()
    expect(await standing(here)).toEqual([NaN, NaN, NaN])
    await desk.record({ destination: 'SE', value: 5 })
    await indexAll()
    expect(await standing(here)).toEqual([NaN, 5, NaN])
  })
})

describe('the index of vintages', () => {
  it('goes on where it was, and has every row once', async () => {
    for (let value = 1; value <= 3; value++)
      await desk.record({ value }, { destination: 'SE', value })
    await indexAll()
    await desk.record({ value: 4 })
    await indexAll()
    const counted: unknown = await store.query(
      'select count(*)::int as rows, count(distinct (key, position))::int as different, count(distinct key)::int as cells from vintage',
    )
    expect(counted).toEqual([{ rows: 7, different: 7, cells: 2 }])
  })

  it('lets go of an erased message, also of one that is erased before it was indexed', async () => {
    await desk.record({ destination: 'DK' })
    await indexAll()
    await desk.record({ destination: 'SE' })
    const at = new Date()
    const submissions = await rowsOfQuery<{ position: string }>(
      store,
      'select position from submission order by position',
    )
    for (const { position } of submissions)
      await store.transaction((tx) => eraseSubmission(tx, { position: Number(position), at }))
    await indexAll()
    expect(await rowsOfQuery(store, 'select 1 from vintage')).toEqual([])
    expect(await standing(desk.elsewhere())).toEqual([NaN, NaN, NaN])
  })

  it('is at work in one process at a time', async () => {
    await desk.record({ value: 1 })
    const runner = store.createQueryRunner()
    await runner.startTransaction()
    await runner.query('select position from vintage_cursor for update')
    expect(await desk.indexing.indexNext()).toBe(false)
    await runner.rollbackTransaction()
    await runner.release()
    expect(await desk.indexing.indexNext()).toBe(true)
  })
})
