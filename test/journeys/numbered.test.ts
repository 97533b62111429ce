// SPDX-License-Identifier: Apache-2.0
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seal } from '@corridor/message'
import { hubKeys } from '@corridor/platform'
import {
  connectParticipant,
  deliveryChain,
  keepInInbox,
  proposeAgreement,
  readSealedFile,
  signAgreement,
  takeStatements,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { connectAsHub } from './as-the-hub'
import { must, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, send } from './raw-message'

const terms = corridorTerms(['BE', 'DK'])

// A recipient proves, with what it holds alone, that nothing was left out.
describe('deliveries are numbered for their recipient', () => {
  let hub: Hub
  let be: Profile
  let dk: Profile
  const inbox = (): string => join(dk.folder, 'inbox')

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    const operator = await operatorOf(hub)
    be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    must(await proposeAgreement(be, terms), 'propose')
    must(await signAgreement(be, terms), 'sign as Belgium')
    must(await signAgreement(dk, terms), 'sign as Denmark')
  })

  afterAll(() => hub.close())

  it('from 1 on, each naming the digest of the one before', async () => {
    await sendYears(be, ['2013', '2014', '2015'])
    await released(3)
    await take(dk)
    expect(deliveryChain(dk)).toMatchObject({ upTo: 3, gaps: [] })
    const heads = await hub.query('select recipient, number::int, digest from delivery.head')
    expect(heads).toEqual([{ recipient: 'DK', number: 3, digest: deliveryChain(dk).head }])
  })

  it('also across a restart of the hub', async () => {
    await hub.restart()
    await sendYears(be, ['2016'])
    await released(4)
    await take(dk)
    expect(deliveryChain(dk)).toMatchObject({ upTo: 4, gaps: [] })
  })

  it('so that one which the broker lost shows as a gap, at once and in the folder', async () => {
    await sendYears(be, ['2015', '2016'], 101)
    await released(6)
    await loseOldest('DK')
    await take(dk)
    expect(deliveryChain(dk)).toMatchObject({ upTo: 4, gaps: [{ first: 5, last: 5 }] })
    const told = await corridor(hub.home, ['subscribe', '--once', '--profile', 'DK', '--json'])
    expect(told).toMatchObject({ exit: 8, json: { chain: { gaps: [{ first: 5, last: 5 }] } } })
    const verified = await corridor(hub.home, ['verify', inbox(), '--profile', 'DK', '--json'])
    expect(verified).toMatchObject({
      exit: 8,
      json: { chains: [{ deliveries: 5, chain: { upTo: 4, gaps: [{ first: 5, last: 5 }] } }] },
    })
  })

  it('and one that was put in the place of another breaks the chain', async () => {
    const folder = join(inbox(), 'delivery')
    const files = readdirSync(folder).sort()
    // As a hub could that kept its key and wrote another statement under the same number.
    const two = must(readSealedFile(join(folder, files[1]!)), 'read')
    const forged = JSON.parse(Buffer.from(two.bytes).toString()) as { salt: string }
    forged.salt = 'AAAAAAAAAAAAAAAAAAAAAA'
    const payload = JSON.stringify(forged)
    const signature = await sealedByHub(payload)
    const sealed = JSON.stringify({ corridor: 'sealed', signature, payload })
    rmSync(join(folder, files[1]!))
    writeFileSync(join(folder, files[1]!), sealed)
    const verified = await corridor(hub.home, ['verify', inbox(), '--profile', 'DK', '--json'])
    expect(verified).toMatchObject({ exit: 7, json: { chains: [{ deliveries: 5 }] } })
    expect(verified.json['wrong']).toHaveLength(1)
  })

  async function sealedByHub(payload: string): Promise<string> {
    const { signer } = await hubKeys(join(hub.home, 'keys'))
    const purpose = { typ: 'corridor-delivery', aud: dk.hub.id } as const
    return (await seal(Buffer.from(payload), purpose, signer)).signature
  }

  async function released(count: number): Promise<void> {
    const carried = 'select 1 from delivery.outbox where typ is not null and relayed_at is not null'
    await eventually(
      () => hub.query(carried),
      (rows) => rows.length === count,
    )
  }

  async function loseOldest(participant: string): Promise<void> {
    const nats = await connectAsHub(hub)
    const jsm = await nats.jetstreamManager()
    const stream = `OUT_${participant}`
    const subject = `corridor.out.${participant}.delivery`
    const first = await jsm.streams.getMessage(stream, { next_by_subj: subject, seq: 1 } as never)
    await jsm.streams.purge(stream, { seq: first.seq + 1 })
    await nats.drain()
  }
})

async function sendYears(from: Profile, periods: readonly string[], value = 100): Promise<void> {
  const connection = must(await connectParticipant(from), 'connect')
  for (const period of periods) {
    const data = outflow(from.participant, { period, value })
    await send(connection, await sealedBy(from, messageBytes(from.participant, { data })))
  }
  await connection.close()
}

async function take(profile: Profile): Promise<void> {
  const connection = must(await connectParticipant(profile), 'connect')
  const keep = (received: Parameters<typeof keepInInbox>[1]): void => {
    keepInInbox(profile, received)
  }
  await takeStatements(connection, { keep, enough: () => false, idleMs: 700 })
  await connection.close()
}
