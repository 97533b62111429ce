// SPDX-License-Identifier: Apache-2.0
import {
  lengthsHeader,
  newSigningKey,
  open,
  partsOfRun,
  signatureHeader,
  signerOf,
  type Expectation,
} from '@corridor/message'
import {
  eventually,
  freshBroker,
  freshDatabase,
  type FreshBroker,
  type FreshDatabase,
} from '@corridor/testing'
import { AckPolicy, type JetStreamManager, type NatsConnection } from 'nats'
import { hasToCarry, tell } from '../store/outbox'
import { openStore, rowsOfQuery, type Store, type Tx } from '../store/open-store'
import { statement } from '../store/told'
import { openLog } from '../telemetry/log'
import { connectBus } from './connect'
import { sendAgain } from './dead-letters'
import { startRelay, type Relay } from './relay'
import { ensureParticipant } from './streams'
import { takenElsewhere, withdrawStatements } from './withdraw'

let database: FreshDatabase
let broker: FreshBroker
let store: Store
let bus: NatsConnection
let jsm: JetStreamManager
let relay: Relay
let receiptOfHub: Expectation
const held = new Set<number>()

beforeAll(async () => {
  ;[database, broker] = await Promise.all([freshDatabase(), freshBroker()])
  const at = { url: database.url, service: 'delivery', ownRole: false, tables: [] }
  store = await openStore({ ...at, maxConnections: 4 })
  bus = await connectBus({ url: broker.url, name: 'test', seed: broker.keys.seeds.hub })
  jsm = await bus.jetstreamManager()
  const key = await newSigningKey()
  const hub = { id: 'hub', signer: await signerOf(key.privateJwk) }
  const [validFrom, validUntil] = ['1970-01-01T00:00:00Z', '9999-12-31T00:00:00Z']
  const record = { participant: 'hub', validFrom, validUntil, revokedFrom: null }
  receiptOfHub = {
    ...{ typ: 'corridor-receipt', aud: hub.id, at: new Date() },
    keyOf: () => ({ ...record, kid: key.kid, jwk: key.publicJwk }),
  }
  const log = openLog('test', { level: 'silent' })
  const heldBack = (_: unknown, positions: readonly number[]): Promise<readonly number[]> =>
    Promise.resolve(positions.filter((position) => held.has(position)))
  relay = await startRelay({ service: 'delivery', store, bus, hub, log, heldBack, mostFailures: 2 })
})

afterAll(async () => {
  await relay.close()
  await bus.drain()
  await store.destroy()
  await broker.stop()
  await database.drop()
})

interface Row {
  readonly relayed: boolean
  readonly taken: boolean
  readonly was_fetched: boolean | null
  readonly acknowledged: boolean
  readonly dead: boolean
  readonly bytes: number
  readonly failures: number
  readonly failure: string | null
}

async function rowOf(position: number): Promise<Row> {
  const [row] = await rowsOfQuery<Row>(
    store,
    `select relayed_at is not null as relayed, taken_out_at is not null as taken, was_fetched,
       acknowledged_at is not null as acknowledged, dead_at is not null as dead, octet_length(body) as bytes, failures, failure from outbox where position = $1`,
    [position],
  )
  if (row === undefined) throw new Error('there is no such row')
  return row
}

async function say(participant: string, text = 'a figure'): Promise<number> {
  const told = [statement(participant, 'delivery', Buffer.from(text))]
  const position = await store.transaction((tx) => tell(tx, told))
  relay.wake()
  return position
}

async function holdNext(): Promise<void> {
  const [last] = await rowsOfQuery<{ position: string }>(store, 'select position from counter')
  held.add(Number(last?.position) + 1)
}

async function carried(participant: string): Promise<number> {
  await ensureParticipant(jsm, participant)
  return relayed(participant)
}

async function relayed(participant: string): Promise<number> {
  const position = await say(participant)
  await eventually(
    () => rowOf(position),
    ({ relayed }) => relayed,
  )
  return position
}

async function withdrawn(position: number): Promise<Row> {
  await store.transaction((tx) => withdrawStatements(tx, [position], new Date()))
  relay.wake()
  return eventually(
    () => rowOf(position),
    ({ taken }) => taken,
  )
}

async function waiting(participant: string): Promise<number> {
  return (await jsm.streams.info(`OUT_${participant}`)).state.messages
}

describe('a statement that is withdrawn', () => {
  it('before anybody fetched it, is taken out of the stream, and its bytes are gone', async () => {
    const position = await carried('AA')
    expect(await waiting('AA')).toBe(1)
    const row = await withdrawn(position)
    expect(row).toMatchObject({ was_fetched: false, acknowledged: false })
    expect(row.bytes).toBe(0)
    expect(await waiting('AA')).toBe(0)
  })

  it('after it was fetched, is not handed out again, and is known to be out', async () => {
    const position = await carried('BB')
    const consumer = await bus.jetstream().consumers.get('OUT_BB', 'BB')
    await consumer.next({ expires: 2_000 })
    expect(await withdrawn(position)).toMatchObject({ was_fetched: true, acknowledged: false })
    expect(await waiting('BB')).toBe(0)
  })

  it('after it was acknowledged and before that was noted, is known to be acknowledged', async () => {
    const position = await carried('CC')
    const consumer = await bus.jetstream().consumers.get('OUT_CC', 'CC')
    await (await consumer.next({ expires: 2_000 }))?.ackAck()
    expect(await withdrawn(position)).toMatchObject({ was_fetched: true, acknowledged: true })
  })

  it('after it was published and before that was noted, is taken out as well', async () => {
    const position = await carried('DD')
    await store.query(
      'update outbox set relayed_at = null, stream_seq = null, stream_created = null, withdrawn_at = now() where position = $1',
      [position],
    )
    relay.wake()
    const row = await eventually(
      () => rowOf(position),
      ({ taken }) => taken,
    )
    expect(row).toMatchObject({ was_fetched: false })
    expect(await waiting('DD')).toBe(0)
  })

  it('before it was carried, never reaches the stream', async () => {
    await ensureParticipant(jsm, 'EE')
    await holdNext()
    const position = await say('EE')
    expect(await withdrawn(position)).toMatchObject({ relayed: false, was_fetched: false })
    expect(await waiting('EE')).toBe(0)
  })
})

describe('a statement that is withdrawn, of a recipient whose stream', () => {
  it('lets go of nothing, waits for that stream, and holds up nobody else’s', async () => {
    const subjects = ['corridor.out.II.*']
    await jsm.streams.add({ name: 'OUT_II', subjects, deny_delete: true })
    await jsm.consumers.add('OUT_II', { durable_name: 'II', ack_policy: AckPolicy.Explicit })
    const unreached = await relayed('II')
    await store.transaction((tx) => withdrawStatements(tx, [unreached], new Date()))
    expect(await withdrawn(await carried('JJ'))).toMatchObject({ was_fetched: false })
    expect(await rowOf(unreached)).toMatchObject({ taken: false })
    // Nobody can tell what was read of a stream that is lost.
    await jsm.streams.delete('OUT_II')
    const row = await eventually(
      () => rowOf(unreached),
      ({ taken }) => taken,
    )
    expect(row).toMatchObject({ was_fetched: true, acknowledged: false })
  })

  it('has lost its durable, counts as fetched, and what others acknowledge is noted', async () => {
    const [lost, other] = [await carried('KK'), await carried('LL')]
    await jsm.consumers.delete('OUT_KK', 'KK')
    const consumer = await bus.jetstream().consumers.get('OUT_LL', 'LL')
    await (await consumer.next({ expires: 2_000 }))?.ackAck()
    await eventually(
      () => rowOf(other),
      ({ acknowledged }) => acknowledged,
    )
    expect(await withdrawn(lost)).toMatchObject({ was_fetched: true, acknowledged: false })
  })
})

describe('a statement that is held back', () => {
  it('waits until it may leave, and holds up nothing else', async () => {
    await ensureParticipant(jsm, 'FF')
    await holdNext()
    const first = await say('FF')
    const second = await say('FF')
    await eventually(
      () => rowOf(second),
      ({ relayed }) => relayed,
    )
    expect(await rowOf(first)).toMatchObject({ relayed: false })
    held.clear()
    relay.wake()
    await eventually(
      () => rowOf(first),
      ({ relayed }) => relayed,
    )
  })
})

describe('a statement that is sent again', () => {
  it('is another message of the stream, whatever became of the first', async () => {
    const position = await carried('GG')
    await store.transaction((tx) => sendAgain(tx, [position]))
    relay.wake()
    await eventually(
      () => waiting('GG'),
      (count) => count === 2,
    )
  })

  it('is dead first, where it cannot be carried, and holds up nobody', async () => {
    await ensureParticipant(jsm, 'HH')
    const position = await say('HH', 'x'.repeat(8_600_000))
    await eventually(
      () => rowOf(position),
      ({ dead }) => dead,
      60_000,
    )
    await carried('HH')
  }, 90_000)
})

describe('the relay has something to carry', () => {
  it('where a transaction told or withdrew something, and else not', async () => {
    const told = [statement('CC', 'delivery', Buffer.from('a figure'))]
    const after = (work: (tx: Tx) => Promise<unknown>): Promise<boolean> =>
      store.transaction(async (tx) => {
        await work(tx)
        return hasToCarry(tx)
      })
    expect(await after((tx) => tx.query('select 1'))).toBe(false)
    expect(await after((tx) => tell(tx, told))).toBe(true)
    expect(await after((tx) => withdrawStatements(tx, [0], new Date()))).toBe(true)
    expect(await after((tx) => takenElsewhere(tx, 0))).toBe(true)
  })
})

describe('receipts that were told together', () => {
  it('are one message of the broker, from which each is opened, and acknowledged together', async () => {
    await ensureParticipant(jsm, 'RR')
    const texts = ['{"n":1}', '{"n":22}', '{"n":333}']
    const told = texts.map((text) => statement('RR', 'receipt', Buffer.from(text)))
    const first = await store.transaction((tx) => tell(tx, told))
    relay.wake()
    const consumer = await bus.jetstream().consumers.get('OUT_RR', 'RR')
    const message = await consumer.next({ expires: 5_000 })
    const parts = partsOfRun({
      bytes: message!.data,
      signatures: message!.headers!.values(signatureHeader),
      lengths: message!.headers!.get(lengthsHeader),
    })
    const opened = await Promise.all(
      (parts.ok ? parts.value : []).map((one) => open(one, receiptOfHub)),
    )
    expect(opened.map((one) => one.ok && Buffer.from(one.value.bytes).toString())).toEqual(texts)
    expect(await rowOf(first + 2)).toMatchObject({ acknowledged: false })
    message!.ack()
    await eventually(
      () => rowOf(first + 2),
      ({ acknowledged }) => acknowledged,
    )
    expect(await waiting('RR')).toBe(0)
  })
})
