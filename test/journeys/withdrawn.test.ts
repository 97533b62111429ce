// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import {
  connectParticipant,
  deliveryChain,
  fetchDeliveries,
  keepInInbox,
  signedRequest,
  takeStatements,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { Events } from 'nats'
import { connectAsHub } from './as-the-hub'
import { codeOf, must } from './cast'
import { corridor } from './corridor-command'
import {
  deliveriesOf,
  raiseDelivering,
  sendFigures,
  sendYears,
  act,
  statesOf,
  take,
  terms,
  type DeliveringHub,
} from './delivered-figures'
import { modes } from './raise-hub'

async function waiting({ hub }: DeliveringHub): Promise<readonly string[]> {
  const nats = await connectAsHub(hub)
  const jsm = await nats.jetstreamManager()
  const { state } = await jsm.streams.info('OUT_DK')
  const bodies: string[] = []
  for (let seq = state.first_seq; seq <= state.last_seq && state.messages > 0; seq++) {
    try {
      bodies.push(Buffer.from((await jsm.streams.getMessage('OUT_DK', { seq })).data).toString())
    } catch {
      // Taken out or acknowledged.
    }
  }
  await nats.drain()
  return bodies
}

describe.each(modes)('an agreement that is revoked, %s', (mode) => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering(mode)
    await sendYears(at, ['2013', '2014'])
    await take(at.dk)
    await eventually(
      () => statesOf(at.hub),
      (states) => states.every((state) => state === 'DELIVERED'),
    )
    await sendYears(at, ['2015', '2016'])
    expect(await waiting(at)).toHaveLength(2)
  })
  afterAll(() => at.hub.close())

  it('has what waits withdrawn from the broker, and nothing that was acknowledged', async () => {
    await act(at, 'terminate')
    expect(
      await eventually(
        () => statesOf(at.hub),
        (states) => states.filter((state) => state === 'WITHDRAWN').length === 2,
      ),
    ).toEqual(['DELIVERED', 'DELIVERED', 'WITHDRAWN', 'WITHDRAWN'])
    await eventually(
      () => waiting(at),
      (bodies) => bodies.length === 1,
    )
    const [note = ''] = await waiting(at)
    expect(note).toContain('agreement-ended')
    expect(note).not.toContain('dataset')
    const left = await at.hub.query<{ bytes: number }>(
      'select octet_length(body)::int as bytes from delivery.outbox where withdrawn_at is not null',
    )
    expect(left).toEqual([{ bytes: 0 }, { bytes: 0 }])
  })

  it('leaves the recipient a note that names their numbers and digests: no gap', async () => {
    await take(at.dk)
    const deliveries = await deliveriesOf(at.dk)
    expect(deliveries.map(({ number }) => number)).toEqual([1, 2, 5])
    expect(deliveries[2]).toMatchObject({
      withdrawal: {
        reason: 'agreement-ended',
        agreement: terms.id,
        withdrawn: [{ number: 3 }, { number: 4 }],
      },
    })
    expect(deliveryChain(at.dk)).toMatchObject({ upTo: 5, gaps: [] })
  })

  it('answers 403 to whoever pulls what was delivered under it', async () => {
    const pulled = await fetchDeliveries(at.dk, { after: 0 }, { keep: () => undefined })
    // The note is still given; the figures are named by number and digest only.
    expect(must(pulled, 'pull')).toMatchObject({
      taken: 1,
      withheld: [
        { number: 1, withheld: 'AGREEMENT_NOT_IN_FORCE' },
        { number: 2, withheld: 'AGREEMENT_NOT_IN_FORCE' },
        { number: 3, withheld: 'WITHDRAWN' },
        { number: 4, withheld: 'WITHDRAWN' },
      ],
    })
    const target = '/api/deliveries?after=0&limit=2'
    const figures = await signedRequest(at.dk, { method: 'GET', target })
    expect(codeOf(figures)).toBe('DELIVERY_WITHHELD')
    const body = Buffer.from(JSON.stringify({ after: 0 }))
    const replay = { method: 'POST', target: '/api/deliveries/replay', body } as const
    expect(must(await signedRequest(at.dk, replay), 'replay')).toEqual({ sent: 1, withheld: 2 })
  })
})

describe('an agreement that is suspended', () => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering()
    await sendYears(at, ['2013', '2014'])
  })
  afterAll(() => at.hub.close())

  it('has what waits withdrawn, and nothing that is sent meanwhile is released', async () => {
    await act(at, 'suspend')
    await eventually(
      () => statesOf(at.hub),
      (states) => states.every((state) => state === 'WITHDRAWN'),
    )
    await sendFigures(at, ['2015'])
    await take(at.dk)
    expect(await deliveriesOf(at.dk)).toMatchObject([
      { number: 3, withdrawal: { reason: 'agreement-suspended', withdrawn: [{}, {}] } },
    ])
  })

  it('releases all of it, under new numbers, once it is resumed', async () => {
    await act(at, 'resume')
    await eventually(
      () => waiting(at),
      (bodies) => bodies.length === 3,
    )
    await take(at.dk)
    expect((await deliveriesOf(at.dk)).map(({ number }) => number)).toEqual([3, 4, 5, 6])
    expect(deliveryChain(at.dk)).toMatchObject({ upTo: 6, gaps: [] })
  })
})

describe('a recipient that has lost its inbox', () => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering()
    await sendYears(at, ['2013', '2014'])
    await sendYears(at, ['2015'])
    await take(at.dk)
  })
  afterAll(() => at.hub.close())

  const lost = (profile: Profile): Profile => ({ ...profile, folder: `${profile.folder}-lost` })

  it('is given every delivery again over HTTP, from any number, the very same', async () => {
    const dk = lost(at.dk)
    mkdirSync(dk.folder)
    const keep = (received: Parameters<typeof keepInInbox>[1]): void => keepInInbox(dk, received)
    expect(must(await fetchDeliveries(dk, { after: 1 }, { keep }), 'pull')).toMatchObject({
      taken: 2,
      last: 3,
    })
    expect(deliveryChain(dk).gaps).toEqual([{ first: 1, last: 1 }])
    must(await fetchDeliveries(dk, { after: 0 }, { keep }), 'pull')
    expect(deliveryChain(dk)).toEqual(deliveryChain(at.dk))
    expect(await deliveriesOf(dk)).toEqual(await deliveriesOf(at.dk))
  })

  it('is given those since an instant', async () => {
    const [third] = await at.hub.query<{ at: string }>(
      `select to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from delivery.numbered where number = 3`,
    )
    const run = ['receive', '--since', third?.at ?? '', '--profile', 'DK', '--json']
    expect(await corridor(at.hub.home, run)).toMatchObject({ exit: 0, json: { taken: 1, last: 3 } })
  })

  it('can have them through the stream, as messages that the stream has not seen', async () => {
    const run = ['receive', '--from', '2', '--stream', '--profile', 'DK', '--json']
    expect(await corridor(at.hub.home, run)).toMatchObject({ exit: 0, json: { sent: 2 } })
    const numbers: unknown[] = []
    const connection = must(await connectParticipant(at.dk), 'connect')
    const keep = ({ event }: Parameters<typeof keepInInbox>[1]): void =>
      void numbers.push(event.data['number'])
    await takeStatements(connection, { keep, enough: () => numbers.length === 2, idleMs: 5_000 })
    await connection.close()
    expect(numbers).toEqual([2, 3])
  })

  it('is nobody else: a stranger is given nothing', async () => {
    const pulled = await fetchDeliveries(at.be, { after: 0 }, { keep: () => undefined })
    expect(must(pulled, 'pull')).toEqual({ taken: 0, withheld: [], last: 0 })
  })
})

describe('a participant that is suspended', () => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering()
  })
  afterAll(() => at.hub.close())

  const decide = async (act: 'suspend' | 'resume'): Promise<void> => {
    const words = ['participants', act, 'DK', '--reason', 'a key was lost', '--yes']
    const ended = await corridor(at.hub.home, [...words, '--profile', 'OPERATOR', '--json'])
    if (ended.exit !== 0) throw new Error(ended.err)
  }

  it('loses its live connection and what waits for it, and its pulls are refused', async () => {
    const connection = must(await connectParticipant(at.dk), 'connect')
    const told: string[] = []
    void (async () => {
      for await (const { type } of connection.nats.status()) told.push(type)
    })()
    await sendYears(at, ['2013'])
    expect(await waiting(at)).toHaveLength(1)
    await decide('suspend')
    await eventually(
      () => Promise.resolve(told),
      (types) => types.includes(Events.Disconnect),
    )
    await connection.close().catch(() => undefined)
    await eventually(
      () => waiting(at),
      (bodies) => bodies.length === 0,
    )
    expect(codeOf(await connectParticipant(at.dk))).toMatch(/./)
    const pulled = await fetchDeliveries(at.dk, { after: 0 }, { keep: () => undefined })
    expect(codeOf(pulled)).toBe('PARTICIPANT_SUSPENDED')
    const connected = must(await connectParticipant(at.be), 'connect as another')
    await connected.close()
  })

  it('catches up when the suspension has ended: nothing is lost, and no number is missing', async () => {
    await decide('resume')
    await eventually(
      () => waiting(at),
      (bodies) => bodies.length === 2,
    )
    await take(at.dk)
    const deliveries = await deliveriesOf(at.dk)
    expect(deliveries.map(({ number }) => number)).toEqual([2, 3])
    expect(deliveries).toMatchObject([
      { withdrawal: { reason: 'participant-suspended', withdrawn: [{ number: 1 }] } },
      { figures: { dataset: { period: '2013' } } },
    ])
    expect(deliveryChain(at.dk)).toMatchObject({ upTo: 3, gaps: [] })
  })
})
