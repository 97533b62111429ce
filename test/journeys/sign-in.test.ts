// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectParticipant, type ParticipantConnection, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { createUser, fromSeed } from '@nats-io/nkeys'
import {
  connect,
  nkeyAuthenticator,
  usernamePasswordAuthenticator,
  type Authenticator,
  type NatsConnection,
} from 'nats'
import { connectAsHub } from './as-the-hub'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, sealedBy, send } from './raw-message'

let hub: Hub
let be: Profile
let dk: Profile
let belgium: ParticipantConnection
let denmark: ParticipantConnection
let committee: ParticipantConnection

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
  const members = ['BE', 'DK']
  const both = await newParticipant(hub, operator, {
    participant: 'BEDK',
    kind: 'committee',
    members,
  })
  belgium = must(await connectParticipant(be), 'connect')
  denmark = must(await connectParticipant(dk), 'connect')
  committee = must(await connectParticipant(both), 'connect')
})

afterAll(async () => {
  await Promise.all([belgium.close(), denmark.close(), committee.close()])
  await hub.close()
})

describe('the broker lets nobody in', () => {
  const keyOf = (seed: string) => fromSeed(Buffer.from(seed))
  const signed = (seed: string, text: string): string =>
    Buffer.from(keyOf(seed).sign(Buffer.from(text))).toString('base64url')
  const nkeyOf = (seed: string): string => keyOf(seed).getPublicKey()

  const strangers: readonly (readonly [string, () => Authenticator])[] = [
    [
      "who shows another's key and signs with its own",
      () =>
        (nonce = '') => ({ nkey: nkeyOf(dk.signinSeed), sig: signed(be.signinSeed, nonce) }),
    ],
    [
      'who shows a key and signs something else than the challenge',
      () => () => ({ nkey: nkeyOf(be.signinSeed), sig: signed(be.signinSeed, 'yesterday') }),
    ],
    ['who shows a key and signs nothing', () => () => ({ nkey: nkeyOf(be.signinSeed), sig: '' })],
    ['whose key nobody registered', () => nkeyAuthenticator(createUser().getSeed())],
    ['who shows nothing', () => () => undefined],
    ['who brings a name and a password', () => usernamePasswordAuthenticator('BE', 'BE')],
    [
      "who shows the hub's own key and cannot sign with it",
      () =>
        (nonce = '') => ({
          nkey: nkeyOf(readFileSync(join(hub.home, 'keys', 'hub.seed'), 'utf8')),
          sig: signed(be.signinSeed, nonce),
        }),
    ],
  ]
  it.each(strangers)('%s', async (_, authenticator) => {
    const attempt = connect({
      servers: hub.natsUrl,
      authenticator: authenticator(),
      reconnect: false,
    })
    await expect(attempt).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' })
  })
})

interface Violation {
  readonly operation: string
  readonly subject: string
}

/** What the broker has told each connection that it may not. */
const told = new WeakMap<ParticipantConnection, Violation[]>()

function listenTo(connection: ParticipantConnection): Violation[] {
  const met: Violation[] = []
  const events = connection.nats.status()
  void (async () => {
    for await (const { permissionContext } of events)
      if (permissionContext !== undefined) met.push(permissionContext)
  })()
  told.set(connection, met)
  return met
}

/** What the broker tells a connection that it may not, while `act` is done. */
async function violationsOf(
  connection: ParticipantConnection,
  act: () => void,
): Promise<readonly Violation[]> {
  const met = told.get(connection) ?? listenTo(connection)
  const before = met.length
  act()
  // The server answers in order, so what it says of `act` comes before the answer to this ping.
  await connection.nats.flush()
  await new Promise((resolve) => setImmediate(resolve))
  return met.slice(before)
}

describe('a participant that has signed in', () => {
  let own: NatsConnection

  beforeAll(async () => {
    own = await connectAsHub(hub)
    await send(denmark, await sealedBy(dk, messageBytes('DK')))
    await eventually(waitingForDenmark, (messages) => messages === 1)
  })

  afterAll(() => own.close())

  const waitingForDenmark = async (): Promise<number> =>
    (await (await own.jetstreamManager()).streams.info('OUT_DK')).state.messages

  it.each([
    'corridor.submit.DK.migration-flow',
    'corridor.submit.BE.weather',
    'corridor.out.DK.receipt',
    'corridor.out.BE.receipt',
    'HUBJS.CONSUMER.INFO.OUT_DK.DK',
    'HUBJS.CONSUMER.MSG.NEXT.OUT_DK.DK',
    'HUBJS.CONSUMER.CREATE.OUT_BE',
    'HUBJS.CONSUMER.DURABLE.CREATE.OUT_BE.mine',
    'HUBJS.CONSUMER.DELETE.OUT_BE.BE',
    'HUBJS.STREAM.INFO.OUT_BE',
    'HUBJS.STREAM.MSG.GET.OUT_DK',
    '$JS.API.CONSUMER.INFO.OUT_DK.DK',
    '$JS.API.CONSUMER.MSG.NEXT.OUT_DK.DK',
    '$JS.API.CONSUMER.CREATE.OUT_DK',
    '$JS.API.STREAM.MSG.GET.OUT_DK',
    '$JS.API.STREAM.PURGE.OUT_DK',
    '$JS.ACK.OUT_DK.DK.1.1.1.1.0',
    'access.command.invite.v1',
    'access.command.revoke.v1',
    'access.key-registered.v1',
    'intake.recorded.v1',
    '_INBOX_DK.1',
    '_INBOX_hub_console.1',
    '$SYS.REQ.USER.AUTH',
    '$SYS.REQ.SERVER.PING',
  ])('cannot publish to %s', async (subject) => {
    const tried = violationsOf(belgium, () => {
      belgium.nats.publish(subject, '{}')
    })
    expect(await tried).toEqual([expect.objectContaining({ operation: 'publish', subject })])
  })

  it.each([
    '>',
    '*.>',
    '_INBOX_DK.>',
    '_INBOX_hub_console.>',
    '_INBOX.>',
    'corridor.submit.>',
    'corridor.submit.BE.migration-flow',
    'corridor.out.DK.>',
    'corridor.out.*.*',
    'access.>',
    'intake.recorded.v1',
    '$JS.>',
    '$SYS.>',
  ])('cannot listen to %s', async (subject) => {
    const tried = violationsOf(belgium, () => {
      belgium.nats.subscribe(subject, { callback: () => undefined })
    })
    expect(await tried).toEqual([expect.objectContaining({ operation: 'subscription', subject })])
  })

  it('cannot send figures where its kind has none', async () => {
    const subject = 'corridor.submit.BEDK.migration-flow'
    const tried = violationsOf(committee, () => {
      committee.nats.publish(subject, '{}')
    })
    expect(await tried).toEqual([expect.objectContaining({ operation: 'publish', subject })])
  })

  it('takes nothing that waits for another, and destroys nothing of it', async () => {
    const js = belgium.nats.jetstream({ apiPrefix: 'HUBJS' })
    await expect(js.consumers.get('OUT_DK', 'DK')).rejects.toThrow(/permission/i)
    expect(await waitingForDenmark()).toBe(1)
  })

  it('can still do what is its own', async () => {
    const js = belgium.nats.jetstream({ apiPrefix: 'HUBJS' })
    const consumer = await js.consumers.get('OUT_BE', 'BE')
    const sealed = await sealedBy(be, messageBytes('BE'))
    expect(await violationsOf(belgium, () => void send(belgium, sealed))).toEqual([])
    expect((await consumer.next({ expires: 5_000 }))?.subject).toBe('corridor.out.BE.receipt')
  })
})
