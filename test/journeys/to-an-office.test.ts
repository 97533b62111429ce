// SPDX-License-Identifier: Apache-2.0
// Belgium gives Denmark its totals, and Denmark's statistics office alone the figures by sex, protected. All figures are synthetic.
import {
  connectParticipant,
  deliveryChain,
  fetchDeliveries,
  readInbox,
  replayDeliveries,
  signedRequest,
  type ParticipantConnection,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { connectAsHub } from './as-the-hub'
import { findingsOf, ledgerOf } from './audited'
import { codeOf, must, newOfficial } from './cast'
import { corridor } from './corridor-command'
import {
  act,
  deliveriesOf,
  raiseDelivering,
  take,
  terms,
  type DeliveringHub,
} from './delivered-figures'
import { agreed, flow, publish, told } from './office-figures'
import { modes } from './raise-hub'

describe.each(modes)('what only one office may read, %s', (mode) => {
  let at: DeliveringHub
  let labour: Profile
  beforeAll(async () => {
    at = await raiseDelivering(mode, agreed)
    labour = await newOfficial(at.hub, at.operator, {
      ...{ participant: 'DK', kind: 'state', office: 'LABOUR', roles: ['publisher'] },
    })
    await publish(at, 'both', flow('F', 2), flow('M', 40), flow('_T', 42))
    await eventually(
      () =>
        at.hub.query(
          'select 1 from delivery.outbox where typ is not null and relayed_at is not null',
        ),
      (rows) => rows.length >= 2,
    )
    await take(at.dk)
    await take(at.dk, { office: true })
  })
  afterAll(() => at.hub.close())

  it('goes to its own stream with its own numbers; what all may read goes to the participant as before', async () => {
    expect((await told(at, 'DK')).map(({ sex, value }) => [sex, value])).toEqual([['_T', 42]])
    expect((await told(at, 'DK-STAT')).map(({ sex }) => sex).sort()).toEqual(['F', 'M'])
    const numbers = (await deliveriesOf(at.dk)).map(({ recipient, number }) => [recipient, number])
    expect(numbers).toEqual(
      expect.arrayContaining([
        ['DK', 1],
        ['DK-STAT', 1],
      ]),
    )
    expect(deliveryChain(at.dk)).toMatchObject({ upTo: 1, gaps: [] })
    expect(deliveryChain(at.dk, { office: true })).toMatchObject({ upTo: 1, gaps: [] })
  })

  it('is protected against all that the participant and its offices hold: a total of theirs gives nothing away', async () => {
    for (const row of await told(at, 'DK-STAT'))
      expect(row).toMatchObject({ value: null, valueStatus: 'suppressed' })
  })

  it('is told to its people over HTTP, from any number on, and into their stream again', async () => {
    const kept: unknown[] = []
    const keep = ({ event }: { event: { data: object } }): void => void kept.push(event.data)
    const office = { office: true, keep }
    expect(must(await fetchDeliveries(at.dk, { after: 0 }, office), 'pull')).toMatchObject({
      taken: 1,
      last: 1,
    })
    expect(kept).toEqual([expect.objectContaining({ recipient: 'DK-STAT', number: 1 })])
    const replayed = must(await replayDeliveries(at.dk, { after: 0 }, { office: true }), 'replay')
    expect(replayed).toEqual({ sent: 1, withheld: 0 })
    const said = await corridor(at.hub.home, [
      'receive',
      '--office',
      '--from',
      '1',
      '--profile',
      'DK',
      '--json',
    ])
    expect(said).toMatchObject({ exit: 0, json: { taken: 1, chain: { upTo: 1 } } })
  })

  it('is seen by its sender in ledger, explanation and statement, and found complete', async () => {
    const lines = await ledgerOf(at.be, '?recipient=DK')
    expect(lines.map(({ recipient, clause, number }) => [recipient, clause, number])).toEqual([
      ['DK-STAT', '1a', 1],
      ['DK', '1', 1],
    ])
    const target = '/api/decisions?submission=both&recipient=DK-STAT'
    const explained = await signedRequest<{ datasets: readonly { rows: unknown }[] }>(at.be, {
      ...{ method: 'GET', target },
    })
    const by = (clause: string): object => ({ by: [{ agreement: terms.id, clause }] })
    expect(must(explained, 'explain').datasets[0]?.rows).toEqual([
      expect.objectContaining({ became: 'left', to: 'DK-STAT', rows: 2, ...by('1a') }),
      expect.objectContaining({ became: 'left', to: 'DK', rows: 1, ...by('1') }),
    ])
    expect(await findingsOf(at.be)).toEqual([])
  })

  describe('another office of the same participant', () => {
    let connection: ParticipantConnection
    beforeAll(async () => {
      connection = must(await connectParticipant(labour), 'connect')
    })
    afterAll(() => connection.close())

    it.each([
      'HUBJS.CONSUMER.INFO.OUT_DK-STAT.DK-STAT',
      'HUBJS.CONSUMER.MSG.NEXT.OUT_DK-STAT.DK-STAT',
      '$JS.ACK.OUT_DK-STAT.DK-STAT.1.1.1.1.0',
      'HUBJS.CONSUMER.MSG.NEXT.OUT_DK-LABOUR.DK-STAT',
      'HUBJS.CONSUMER.CREATE.OUT_DK-STAT',
      'corridor.out.DK-STAT.delivery',
    ])('may not publish to %s', async (subject) => {
      const met: unknown[] = []
      const status = connection.nats.status()
      void (async () => {
        for await (const { permissionContext } of status) met.push(permissionContext)
      })()
      connection.nats.publish(subject, '{}')
      await connection.nats.flush()
      const seen = await eventually(
        () => Promise.resolve(met.filter((one) => one !== undefined)),
        (all) => all.length > 0,
      )
      expect(seen).toEqual([expect.objectContaining({ operation: 'publish', subject })])
    })

    it('may not listen to its stream', async () => {
      const met = new Promise((resolve) => {
        connection.nats.subscribe('corridor.out.DK-STAT.>', { callback: resolve })
      })
      await expect(met).resolves.toMatchObject({ code: 'PERMISSIONS_VIOLATION' })
    })

    it.each([
      ['GET', '/api/deliveries?after=0&recipient=DK-STAT', undefined],
      ['POST', '/api/deliveries/replay', { after: 0, recipient: 'DK-STAT' }],
      ['POST', '/api/deliveries/destroyed', { numbers: [1], recipient: 'DK-STAT' }],
      [
        'PUT',
        '/api/deliveries/webhook',
        { url: 'https://stat.example.org/', recipient: 'DK-STAT' },
      ],
      ['DELETE', '/api/deliveries/webhook?recipient=DK-STAT', undefined],
      ['GET', '/api/deliveries?after=0&recipient=BE', undefined],
    ])('is refused %s %s', async (method, target, body) => {
      const asked = { method, target, ...(body && { body: Buffer.from(JSON.stringify(body)) }) }
      expect(codeOf(await signedRequest(labour, asked))).toBe('NOT_ALLOWED')
    })

    it('sees neither its numbers nor its figures', async () => {
      const listed = await signedRequest<readonly { recipient: string }[]>(labour, {
        ...{ method: 'GET', target: '/api/deliveries' },
      })
      expect(must(listed, 'list').map(({ recipient }) => recipient)).toEqual(['DK'])
      await take(labour)
      await take(labour, { office: true })
      const kept = await readInbox(labour, 'delivery')
      expect(kept.filter(({ event }) => event.data['recipient'] !== 'DK')).toEqual([])
    })
  })

  it('is found by the audit where it was put into an office’s stream past the ledger', async () => {
    const [delivery] = (await deliveriesOf(at.dk)).filter((one) => one['recipient'] === 'DK-STAT')
    const nats = await connectAsHub(at.hub)
    await nats
      .jetstream()
      .publish(
        'corridor.out.DK-LABOUR.delivery',
        JSON.stringify({ data: { ...delivery, recipient: 'DK-LABOUR' } }),
      )
    expect(await findingsOf(at.be)).toEqual(['NOT_IN_LEDGER stream DK-LABOUR'])
    const said = await corridor(at.hub.home, ['ledger', 'audit', '--profile', 'OPERATOR'])
    expect(said).toMatchObject({ exit: 7 })
    const jsm = await nats.jetstreamManager()
    await jsm.streams.purge('OUT_DK-LABOUR')
    await nats.drain()
  })

  it('is found where the ledger itself says that another office, or the whole participant, was given it', async () => {
    const sql = `update delivery.release set recipient = $1 where recipient = $2 and clause = '1a'`
    for (const wrong of ['DK-LABOUR', 'DK']) {
      await at.hub.query(sql, [wrong, 'DK-STAT'])
      expect(await findingsOf(at.be)).toEqual([
        'DIFFERENT_FROM_LEDGER outbox DK-STAT',
        'CLAUSE_DID_NOT_GRANT outbox DK-STAT',
        'ROW_NOT_GRANTED outbox DK-STAT',
        'DIFFERENT_FROM_LEDGER stream DK-STAT',
        'CLAUSE_DID_NOT_GRANT stream DK-STAT',
        'ROW_NOT_GRANTED stream DK-STAT',
      ])
      await at.hub.query(sql, ['DK-STAT', wrong])
    }
    expect(await findingsOf(at.be)).toEqual([])
  })

  it('is withdrawn when the agreement is suspended, and each numbering stays without a gap', async () => {
    await publish(at, 'later', flow('F', 30, '2016'), flow('M', 40, '2016'), flow('_T', 70, '2016'))
    const carried = `select 1 from delivery.numbered join delivery.outbox using (position) where number = 2 and relayed_at is not null`
    await eventually(
      () => at.hub.query(carried),
      (rows) => rows.length === 2,
    )
    await act(at, 'suspend')
    const notes = `select recipient from delivery.numbered where kind = 'withdrawal' order by recipient`
    const told = await eventually(
      () => at.hub.query(notes),
      (rows) => rows.length === 2,
    )
    expect(told).toEqual([{ recipient: 'DK' }, { recipient: 'DK-STAT' }])
    const asked = { office: true, keep: () => undefined }
    const pulled = await fetchDeliveries(at.dk, { after: 1 }, asked)
    expect(must(pulled, 'pull')).toMatchObject({
      ...{ last: 3, withheld: [{ number: 2, withheld: 'WITHDRAWN' }] },
    })
    expect(deliveryChain(at.dk, { office: true })).toMatchObject({ upTo: 3, gaps: [] })
    expect(await findingsOf(at.be)).toEqual([])
  })
})
