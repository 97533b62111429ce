// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Agreement } from '@corridor/contracts'
import {
  connectParticipant,
  openStatement,
  rotateKeys,
  withdrawKey,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { must } from './cast'
import { corridor, type Ended } from './corridor-command'
import {
  act,
  raiseDelivering,
  sendFigures,
  sendYears,
  statesOf,
  take,
  deliveriesOf,
  terms,
  type DeliveringHub,
} from './delivered-figures'

const run = (at: DeliveringHub, ...words: readonly string[]): Promise<Ended> =>
  corridor(at.hub.home, [...words, '--json'])

const forOffice: Agreement = {
  ...terms,
  enforced: terms.enforced.map((clause) =>
    clause.kind === 'share' ? { ...clause, audience: ['STAT'] } : clause,
  ),
}

describe.each([
  ['DK', terms],
  ['DK-STAT', forOffice],
])('a delivery that its recipient terminates, %s', (recipient, agreed) => {
  const office = recipient === 'DK-STAT'
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering('in one process', agreed)
  })
  afterAll(() => at.hub.close())

  it('comes again, and is dead after the fifth time: it was never delivered', async () => {
    await sendYears(at, ['2013'])
    await terminate(at.dk, 5)
    const dead = (): Promise<Ended> => run(at, 'deliveries', 'dead', '--profile', 'OPERATOR')
    const listed = await eventually(dead, ({ json }) => (json['dead'] as unknown[]).length === 1)
    expect(listed).toMatchObject({
      exit: 0,
      json: { dead: [{ recipient, number: 1, failures: 5 }] },
    })
    expect(await statesOf(at.hub)).toEqual(['DELIVERING'])
  })

  it('is shown to nobody but the operator', async () => {
    expect(await run(at, 'deliveries', 'dead', '--profile', 'BE')).toMatchObject({
      json: { problem: { code: 'NOT_ALLOWED' } },
    })
  })

  it('goes again when the operator sends it, and holds up nothing meanwhile', async () => {
    await sendYears(at, ['2014'])
    await take(at.dk, { office })
    expect((await deliveriesOf(at.dk)).map(({ number }) => number)).toEqual([2])
    const sent = await run(at, 'deliveries', 'resend', recipient, '--profile', 'OPERATOR')
    expect(sent).toMatchObject({ exit: 0, json: { sent: 1 } })
    await eventually(
      async () => {
        await take(at.dk, { office })
        return deliveriesOf(at.dk)
      },
      (deliveries) => deliveries.length === 2,
    )
    await eventually(
      () => statesOf(at.hub),
      (states) => states.every((state) => state === 'DELIVERED'),
    )
  })

  it('is posted to an address of the recipient too, under its own numbers, as long as the key that set it holds', async () => {
    const posted: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (part: Buffer) => (body += part.toString()))
      request.on('end', () => {
        posted.push(body)
        response.end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/corridor`
    const own = office ? ['--office'] : []
    const set = await run(at, 'deliveries', 'webhook', url, ...own, '--profile', 'DK')
    expect(set).toMatchObject({ exit: 0, json: { participant: recipient } })
    await sendYears(at, ['2015'])
    const [first] = await eventually(
      () => Promise.resolve(posted),
      (all) => all.length > 0,
    )
    expect(JSON.parse(first ?? '{}')).toMatchObject({ data: { recipient, number: 3 } })
    expect(await run(at, 'deliveries', 'webhook', ...own, '--profile', 'DK')).toMatchObject({
      json: { webhook: { recipient, url } },
    })
    const stolen = at.dk.signer.kid
    must(await rotateKeys(at.hub.home, at.dk, 5), 'rotate')
    const withdrawn = { kid: stolen, from: new Date().toISOString(), reason: 'it was stolen' }
    must(await withdrawKey(at.operator, withdrawn), 'withdraw')
    const shown = await eventually(
      () => run(at, 'deliveries', 'webhook', ...own, '--profile', 'DK'),
      ({ json }) => (json['webhook'] as { endedAt: string | null }).endedAt !== null,
    )
    const problem = 'the key that set it is withdrawn or not known'
    expect(shown).toMatchObject({ json: { webhook: { recipient, problem } } })
    const before = posted.length
    await sendYears(at, ['2016'])
    expect(posted).toHaveLength(before)
    await run(at, 'deliveries', 'webhook', url, ...own, '--profile', 'DK')
    await eventually(
      () => Promise.resolve(posted),
      (all) => all.length > before,
    )
    expect(JSON.parse(posted[before] ?? '{}')).toMatchObject({ data: { number: 4 } })
    server.close()
  })

  async function terminate(profile: Profile, times: number): Promise<void> {
    const connection = must(await connectParticipant(profile), 'connect')
    const { nats } = connection
    const consumer = await nats
      .jetstream({ apiPrefix: 'HUBJS' })
      .consumers.get(`OUT_${recipient}`, recipient)
    for (let i = 0; i < times; i++) {
      const message = await consumer.next({ expires: 20_000 })
      if (message === null) throw new Error('it did not come again')
      message.term('cannot be read here')
      await nats.flush()
    }
    await connection.close()
  }
})

describe('a recipient with a webhook', () => {
  let at: DeliveringHub
  let url = ''
  let answers = 200
  let held = Promise.resolve()
  const posts: { readonly request: IncomingMessage; readonly body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      posts.push({ request, body })
      void held.then(() => {
        response.writeHead(answers, answers === 302 ? { location: 'http://127.0.0.1:1/' } : {})
        response.end()
      })
    })
  })

  beforeAll(async () => {
    at = await raiseDelivering()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/corridor`
  })
  afterAll(async () => {
    server.close()
    await at.hub.close()
  })

  it.each(['http://stat.example.org/', 'https://10.0.0.1/', 'http://127.0.0.1/'])(
    'cannot have the hub post to %s',
    async (wrong) => {
      const set = await run(at, 'deliveries', 'webhook', wrong, '--profile', 'DK')
      expect(set.json).toMatchObject({ problem: { code: 'WEBHOOK_REFUSED' } })
    },
  )

  it('cannot have the hub post to its own database or broker', async () => {
    for (const own of [at.hub.databaseUrl, at.hub.natsUrl]) {
      const wrong = `http://127.0.0.1:${new URL(own).port}/`
      const set = await run(at, 'deliveries', 'webhook', wrong, '--profile', 'DK')
      expect(set.json).toMatchObject({ problem: { code: 'WEBHOOK_REFUSED' } })
    }
  })

  it('is posted each delivery as it was sealed, with its signature; 2xx acknowledges', async () => {
    const set = await run(at, 'deliveries', 'webhook', url, '--profile', 'DK')
    expect(set).toMatchObject({ exit: 0, json: { url } })
    await sendFigures(at, ['2013', '2014'])
    await eventually(
      () => Promise.resolve(posts),
      (all) => all.length === 2,
    )
    for (const { request, body } of posts) {
      const signature = String(request.headers['corridor-signature'])
      const sealed = { signature, bytes: Buffer.from(body) }
      must(await openStatement('delivery', sealed, at.dk.hub), 'verify')
    }
    await eventually(
      () => statesOf(at.hub),
      (states) => states.length === 2 && states.every((state) => state === 'DELIVERED'),
    )
    // The stream lets go of them.
    await eventually(
      () => at.hub.query('select 1 from delivery.outbox where taken_out_at is not null'),
      (rows) => rows.length === 2,
    )
    await take(at.dk)
    expect(await deliveriesOf(at.dk)).toEqual([])
  })

  it('is tried again, later each time, and no redirect is followed', async () => {
    answers = 302
    await sendFigures(at, ['2015'])
    await eventually(
      () => Promise.resolve(posts),
      (all) => all.length >= 4,
    )
    const shown = await run(at, 'deliveries', 'webhook', '--profile', 'DK')
    expect(shown).toMatchObject({ json: { webhook: { after: 2, problem: 'answered 302' } } })
    answers = 204
    await eventually(
      () => statesOf(at.hub),
      (states) => states.length === 3 && states.every((state) => state === 'DELIVERED'),
      30_000,
    )
  })

  it('is posted no figure once the agreement is suspended, also while it takes its time to answer', async () => {
    answers = 500
    await sendFigures(at, ['2013', '2016'], 120)
    await eventually(
      () => at.hub.query('select 1 from delivery.release'),
      (rows) => rows.length === 5,
    )
    const before = posts.length
    await eventually(
      () => Promise.resolve(posts),
      (all) => all.length > before,
    )
    let answer = (): void => undefined
    held = new Promise((resolve) => (answer = resolve))
    const tried = posts.length
    await eventually(
      () => Promise.resolve(posts),
      (all) => all.length > tried,
    )
    await act(at, 'suspend')
    answers = 200
    answer()
    await eventually(
      () => Promise.resolve(posts),
      (all) => all.at(-1)?.body.includes('agreement-suspended') === true,
      60_000,
    )
    const shown = posts.slice(tried).map(({ body }) => {
      const { number, withdrawal } = (
        JSON.parse(body) as { data: { number: number; withdrawal?: object } }
      ).data
      return { number, figures: withdrawal === undefined }
    })
    // The one that was on its way.
    expect(shown.filter(({ figures }) => figures)).toEqual([{ number: 4, figures: true }])
    expect((await statesOf(at.hub)).at(-1)).toBe('WITHDRAWN')
  }, 90_000)
})
