// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { digestOf } from '@corridor/message'
import {
  atRestName,
  expectStorageKeys,
  openStore,
  readAccepted,
  readAcceptedOfAll,
  readRecorded,
  readInternal,
  sealAtRest,
  storageKeysOf,
  type ServiceContext,
  type StorageKeys,
  type Store,
} from '@corridor/platform'
import { freshDatabase, type FreshDatabase } from '@corridor/testing'
import { at, envelopeOf, flow } from '../domain/given'
import { eraseSubmission } from './erase'
import { ErasuresService } from './erasures.service'
import { InsideRetentionService } from './inside-retention.service'
import { insertAccepted } from './record'
import { recordedAfter } from './vintages-tables'
import { exchangeStorageKeys, noteStorageKey } from './storage-key'

const bytesOf = (position: number): Uint8Array => envelopeOf({ id: `flow-${String(position)}` })
const line = (): string => randomBytes(32).toString('base64url')

describe('an accepted message at rest', () => {
  const [older, newer] = [line(), line()]
  const keys = storageKeysOf(older)
  let database: FreshDatabase
  let store: Store

  beforeAll(async () => {
    database = await freshDatabase()
    store = await openStore({ url: database.url, service: 'intake', ownRole: true })
    await noteStorageKey(contextWith(keys))
    await store.transaction((tx) =>
      insertAccepted(tx, [
        message({ position: 1, asSent: true }),
        message({ position: 2, asSent: false }),
        message({ position: 3, asSent: true, reportedAs: 'employers' }),
        message({ position: 4, asSent: false, cellKey: 1_234_567_890 }),
        message({ position: 5, asSent: false, isInternal: true, cellKey: 1_234_567_890 }),
      ]),
    )
  })
  afterAll(async () => {
    await store.destroy()
    await database.drop()
  })

  it('is read out of what was signed, or out of what the judge made of it', async () => {
    const read = await readAccepted(store, [2, 1], keys)
    expect(read.map(({ position, dataset }) => [position, dataset.rows])).toEqual([
      [1, 2],
      [2, 1],
    ])
    expect(read[0]?.dataset).toEqual(flow)
  })

  it('of a partner who is no state is read with its role, and by nobody who compares or adds up figures of states', async () => {
    expect(await readAccepted(store, [1, 2, 3], keys)).toHaveLength(2)
    const all = await readAcceptedOfAll(store, [1, 2, 3], keys)
    expect(all.map(({ reportedAs }) => reportedAs)).toEqual([null, null, 'employers'])
  })

  it('has its cell keys for who protects figures, and for nobody who shows, compares or adds them up', async () => {
    const [whole] = await readAcceptedOfAll(store, [4], keys)
    expect(whole?.dataset).toHaveProperty('cellKey', 1_234_567_890)
    for (const read of [readAccepted, readRecorded]) {
      const [told] = await read(store, [4], keys)
      expect(told).toMatchObject({ position: 4, dataset: { rows: 1 } })
      expect(told?.dataset).not.toHaveProperty('cellKey')
    }
  })

  it('of an office that does not release is nowhere among the figures of the state, and read by whoever asks for it by name', async () => {
    await expect(readAcceptedOfAll(store, [5], keys)).rejects.toThrow('at 5: there is none')
    const inside = await store.transaction((tx) => readInternal(tx, [5], keys))
    expect(inside).toMatchObject([{ position: 5, office: 'LABOUR', dataset: { rows: 1 } }])
    expect(inside[0]?.dataset).not.toHaveProperty('cellKey')
    await expect(store.transaction((tx) => readInternal(tx, [1], keys))).rejects.toThrow('at 1')
    expect(await recordedAfter(store, 0, 100)).toHaveLength(4)
  })

  it('lies there without a readable figure', async () => {
    const rows: { bytes: Buffer; content: Buffer | null }[] = await store.query(
      `select s.bytes, d.content from submission s join
         (select submission, content from dataset union all select submission, content from internal_dataset) as d on d.submission = s.position`,
    )
    const stored = rows.flatMap(({ bytes, content }) => [bytes, content ?? Buffer.alloc(0)])
    for (const bytes of stored) expect(bytes.toString('latin1')).not.toContain('migration')
  })

  it('is an error where nobody has it', async () => {
    await expect(readAccepted(store, [1, 7], keys)).rejects.toThrow('at 7: there is none')
  })

  it('lets no service start without its key, and says which', async () => {
    await expect(expectStorageKeys(store, storageKeysOf(newer))).rejects.toThrow(
      `the storage key ${keys.current.id}, which keys/storage.key does not hold`,
    )
    await expect(expectStorageKeys(store, keys)).resolves.toBeUndefined()
  })

  it('goes under a newer key, and the older one is not needed any more', async () => {
    const both = storageKeysOf(`${newer}\n${older}`)
    await noteStorageKey(contextWith(both))
    await exchangeStorageKeys(contextWith(both))
    const only = storageKeysOf(newer)
    await expect(expectStorageKeys(store, only)).resolves.toBeUndefined()
    expect(await readAccepted(store, [1, 2], only)).toHaveLength(2)
    await expect(readAccepted(store, [1], keys)).rejects.toThrow('does not hold the key')
  })

  it('is gone when its data key is destroyed, while receipt and digest stay', async () => {
    const only = storageKeysOf(newer)
    const erased = await store.transaction((tx) => eraseSubmission(tx, { position: 2, at }))
    expect(erased).toEqual([2])
    expect(await readAccepted(store, [1, 2], only)).toHaveLength(1)
    expect(
      await store.query(
        'select digest, convert_from(receipt, $2) as receipt, wrapped_key, length(bytes) as left from submission where position = $1',
        [2, 'UTF8'],
      ),
    ).toEqual([{ digest: digestOf(bytesOf(2)), receipt: 'receipt', wrapped_key: null, left: 0 }])
    expect(await store.transaction((tx) => eraseSubmission(tx, { position: 2, at }))).toEqual([])
  })

  it('is gone with its key, also where it stayed inside its state', async () => {
    const gone = await store.transaction((tx) => eraseSubmission(tx, { position: 5, at }))
    expect(gone).toEqual([5])
    expect(await store.transaction((tx) => readInternal(tx, [5], keys))).toEqual([])
    expect(await store.query('select content from internal_dataset')).toEqual([
      { content: Buffer.alloc(0) },
    ])
  })

  it('is deleted when the days of what is inside have passed, and with the state’s figures where it came with some', async () => {
    const inside = message({ position: 6, asSent: true, isInternal: true })
    const both = message({ position: 7, asSent: true, isInternal: true })
    const datasets = both.judged.datasets.flatMap((one) => [one, { ...one, isInternal: false }])
    await store.transaction((tx) =>
      insertAccepted(tx, [inside, { ...both, judged: { ...both.judged, datasets } }]),
    )
    const context = contextWith(keys)
    const days = new InsideRetentionService(context, new ErasuresService(context))
    expect([await days.end(1), await days.end(0), await days.end(0)]).toEqual([0, 1, 0])
    const erased = 'select submission, datasets::text, under, kid from erasure'
    expect(await store.query(erased)).toEqual([
      {
        ...{ submission: 'flow-6', datasets: '{6}', kid: null },
        under: 'the 0 days that figures are kept inside a state (CORRIDOR_INSIDE_DAYS)',
      },
    ])
    const told = `select convert_from(body, 'UTF8')::jsonb ->> 'dataset' as dataset from outbox where subject = 'intake.erased.v1'`
    expect(await store.query(told)).toEqual([{ dataset: '6' }])
  })

  function contextWith(storage: StorageKeys): ServiceContext {
    const log = { info: () => undefined }
    const environment = { keys: { storage } }
    const relay = { wake: () => undefined }
    return { store, environment, log, relay, clock: () => at } as unknown as ServiceContext
  }

  function message({
    position,
    asSent,
    reportedAs = null,
    cellKey,
    isInternal = false,
  }: {
    position: number
    asSent: boolean
    reportedAs?: 'employers' | null
    cellKey?: number
    isInternal?: boolean
  }) {
    const bytes = bytesOf(position)
    const digest = digestOf(bytes)
    const content = { ...flow, rows: 1, ...(cellKey !== undefined && { cellKey }) }
    const own = asSent ? [] : [Buffer.from(JSON.stringify(content))]
    const dataset = {
      contract: 'migration-flow',
      version: '1.2.0',
      rows: content.rows,
      content,
      asSent,
      reportedAs,
      isInternal,
    }
    return {
      participant: 'BE',
      vintages: [],
      judged: {
        ...{ participant: 'BE', id: `flow-${String(position)}`, kid: 'kid', digest },
        office: 'LABOUR',
        ...{
          contract: 'migration-flow',
          version: '1.2.0',
          test: false,
          datasets: [dataset],
          notes: [],
        },
      },
      arrival: {
        subject: 'corridor.submit.BE.migration-flow',
        bytes,
        signature: 'a..b',
        delivery: 1,
      },
      atRest: sealAtRest(keys, atRestName('BE', digest), [bytes, ...own]),
      ...{ position, at, receipt: Buffer.from('receipt') },
    }
  }
})
