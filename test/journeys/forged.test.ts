// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@corridor/message'
import {
  connectParticipant,
  proposeAgreement,
  publish,
  type ParticipantConnection,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import type { JsMsg, NatsConnection } from 'nats'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { connectAsHub } from './as-the-hub'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { answersTo, messageBytes, sealedBy, send } from './raw-message'

let hub: Hub
let be: Profile
let dk: Profile
let belgium: ParticipantConnection
let denmark: ParticipantConnection
let own: NatsConnection

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
  belgium = must(await connectParticipant(be), 'connect')
  denmark = must(await connectParticipant(dk), 'connect')
  own = await connectAsHub(hub)
})

afterAll(async () => {
  await Promise.all([belgium.close(), denmark.close(), own.close()])
  await hub.close()
})

const accepted = { event: { data: { statement: 'accepted' } } }

describe('a participant that takes the ids of another', () => {
  it('cannot make its message be dropped: it is stored and receipted', async () => {
    const id = 'figures-of-2016'
    const theirs = await sealedBy(dk, messageBytes('DK', { id }))
    const mine = await sealedBy(be, messageBytes('BE', { id }))
    for (const brokerId of [id, digestOf(theirs.bytes), theirs.signature])
      await send(belgium, mine, { brokerId })
    const message = { id, contract: 'migration-flow', sealed: theirs }
    const receipts = must(await publish(denmark, [message]), 'publish')
    expect(receipts.get(id)).toMatchObject(accepted)
    expect(await answersTo(belgium, mine.bytes)).toMatchObject([accepted])
    expect(
      await hub.query('select participant from intake.submission where id = $1 order by 1', [id]),
    ).toEqual([{ participant: 'BE' }, { participant: 'DK' }])
  })

  it('only delays a message even where it knew the id at the broker: the next sending has another', async () => {
    const id = 'figures-of-2015'
    const brokerId = 'known-to-both'
    const theirs = await sealedBy(dk, messageBytes('DK', { id }))
    await send(belgium, await sealedBy(be, messageBytes('BE')), { brokerId })
    await send(denmark, theirs, { brokerId })
    // Dropped by the broker as a duplicate: nobody ever sees it.
    expect(await hub.query('select 1 from intake.submission where id = $1', [id])).toEqual([])
    const message = { id, contract: 'migration-flow', sealed: theirs }
    expect(must(await publish(denmark, [message]), 'publish').get(id)).toMatchObject(accepted)
  })
})

/** Where a forger would have the broker itself write. */
const targets = [
  'corridor.submit.DK.migration-flow',
  'corridor.out.DK.receipt',
  'access.command.revoke.v1',
  'intake.recorded.v1',
  '$JS.API.STREAM.DELETE.OUT_DK',
  'HUBJS.CONSUMER.MSG.NEXT.OUT_DK.DK',
]

describe('a reply subject that a participant forges', () => {
  /** What moves in the hub's account on the forged subjects. */
  const moved: string[] = []
  let waiting: JsMsg

  beforeAll(async () => {
    must(await proposeAgreement(dk, corridorTerms(['BE', 'DK'])), 'propose')
    // A statement that Denmark has fetched and not yet acknowledged: what a forged acknowledgement would destroy.
    await send(denmark, await sealedBy(dk, messageBytes('DK')))
    const js = denmark.nats.jetstream({ apiPrefix: 'HUBJS' })
    const fetched = await (await js.consumers.get('OUT_DK', 'DK')).next({ expires: 5_000 })
    if (fetched === null) throw new Error('could not fetch the statement for Denmark')
    waiting = fetched
    for (const subject of [...targets, '$JS.ACK.OUT_DK.>'])
      own.subscribe(subject, {
        callback: (_, message) => moved.push(`${subject} ${message.string()}`),
      })
    await own.flush()
  })

  const streamOf = async (name: string) =>
    (await (await own.jetstreamManager()).streams.info(name)).state

  const forge = async (subject: string, body: string, reply: string): Promise<void> => {
    belgium.nats.publish(subject, body, { reply })
    await belgium.nats.flush()
  }

  /** A round trip of our own message through intake: whatever was forged before it has arrived by then. */
  const roundTrip = async (): Promise<void> => {
    const mine = await sealedBy(be, messageBytes('BE'))
    await send(belgium, mine)
    expect(await answersTo(belgium, mine.bytes)).toMatchObject([accepted])
  }

  const expectNothingForged = (): void => {
    // Belgium's own messages are told of, too.
    expect(moved.filter((line) => !line.startsWith('intake.recorded.v1'))).toEqual([])
    expect(moved.join()).not.toContain('"stream"')
  }

  it.each(targets)('brings nothing of a submission to %s', async (reply) => {
    const { last_seq: before } = await streamOf('SUBMISSIONS')
    const mine = await sealedBy(be, messageBytes('BE'))
    await send(belgium, mine, { reply })
    expect(await answersTo(belgium, mine.bytes)).toMatchObject([accepted])
    expect((await streamOf('SUBMISSIONS')).last_seq).toBe(before + 1)
    expectNothingForged()
  })

  it.each(targets)('brings nothing of a consumer or its messages to %s', async (reply) => {
    await send(belgium, await sealedBy(be, messageBytes('BE')))
    await eventually(
      () => streamOf('OUT_BE'),
      ({ messages }) => messages > 0,
    )
    const { first_seq: first } = await streamOf('OUT_BE')
    await forge('HUBJS.CONSUMER.INFO.OUT_BE.BE', '', reply)
    await forge('HUBJS.CONSUMER.MSG.NEXT.OUT_BE.BE', '{"batch":1,"no_wait":true}', reply)
    await forge(`$JS.ACK.OUT_BE.BE.1.${String(first)}.1.1.0`, '', reply)
    await roundTrip()
    expectNothingForged()
  })

  it("acknowledges nothing of another's: the broker does not even take a message with such a reply", async () => {
    const { deliveryCount, streamSequence, deliverySequence, timestampNanos } = waiting.info
    const place = [deliveryCount, streamSequence, deliverySequence, timestampNanos, 0].join('.')
    const reply = `$JS.ACK.OUT_DK.DK.${place}`
    const { last_seq: before } = await streamOf('SUBMISSIONS')
    await send(belgium, await sealedBy(be, messageBytes('BE')), { reply })
    await forge('HUBJS.CONSUMER.INFO.OUT_BE.BE', '', reply)
    await forge('HUBJS.CONSUMER.MSG.NEXT.OUT_BE.BE', '{"batch":1}', reply)
    await roundTrip()
    expect((await streamOf('SUBMISSIONS')).last_seq).toBe(before + 1)
    expectNothingForged()
  })

  it("leaves the other's statement, agreement and record as they were, until it acts itself", async () => {
    expect(await streamOf('OUT_DK')).toMatchObject({ messages: 1, last_seq: waiting.seq })
    expect(await hub.query('select state from access.agreement_v1')).toEqual([
      { state: 'proposed' },
    ])
    expect(await hub.query('select 1 from intake.quarantine')).toEqual([])
    expect(
      await hub.query("select 1 from intake.submission where participant = 'DK'"),
    ).toHaveLength(3)
    await waiting.ackAck()
    expect(await streamOf('OUT_DK')).toMatchObject({ messages: 0 })
    expect(moved.filter((line) => line.startsWith('$JS.ACK.OUT_DK'))).toHaveLength(1)
    expect(moved.join()).toContain('"participant":"BE"')
  })
})
