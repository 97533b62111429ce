// SPDX-License-Identifier: Apache-2.0
// What waits on the way out, and why: for the end of an embargo, for a sender that is suspended, for a message to be cleared.
import { cell, type Dataset } from '@corridor/contracts'
import {
  actOnAgreement,
  affectedByKeys,
  clearDoubts,
  deliveryChain,
  fetchDeliveries,
  showAgreement,
  signedRequest,
  withdrawKey,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { codeOf, must, newColleague } from './cast'
import { corridor } from './corridor-command'
import {
  act,
  deliveriesOf,
  raiseDelivering,
  sendYears,
  statesOf,
  take,
  terms,
  type DeliveringHub,
} from './delivered-figures'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

interface ReleaseRow {
  readonly number: number
  readonly rows: number
  readonly at: string
}

const releasesOf = (at: DeliveringHub, dataset: number): Promise<readonly ReleaseRow[]> =>
  at.hub.query<ReleaseRow>(
    `select number::int as number, rows, to_json(released_at) #>> '{}' as at from delivery.release where dataset = $1 order by number`,
    [dataset],
  )

describe('a figure under embargo', () => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering()
  })
  afterAll(() => at.hub.close())

  // The total of 2015 is free, that of 2016 not yet.
  const message = (id: string, embargo: string): Buffer => {
    const periods = {
      period: ['2015', '2016'],
      value: [400, 409],
      confStatus: ['F', 'E'],
      embargo: [null, embargo],
    }
    return messageBytes('BE', { id, data: { ...outflow('BE'), rows: 2, ...periods } })
  }

  const publish = async (bytes: Buffer): Promise<number> =>
    Number((await submit(at.hub, await sealedBy(at.be, bytes))).json['position'])

  const explained = async (id: string): Promise<unknown> => {
    const target = `/api/decisions?submission=${id}&recipient=DK`
    const told = await signedRequest<{ datasets: readonly { rows: unknown }[] }>(at.be, {
      ...{ method: 'GET', target },
    })
    return must(told, 'explain').datasets[0]?.rows
  }

  it('stays while the rest leaves, and its sender is told until when', async () => {
    const end = '2033-01-31T09:00:00Z'
    const dataset = await publish(message('in-years', end))
    await eventually(
      () => releasesOf(at, dataset),
      (rows) => rows.length === 1,
    )
    expect(await releasesOf(at, dataset)).toMatchObject([{ rows: 1 }])
    expect(await explained('in-years')).toMatchObject([
      { became: 'left', rows: 1, first: [1] },
      { became: 'stayed', code: 'UNDER_EMBARGO', until: end, rows: 1, first: [2] },
    ])
    const said = await corridor(at.hub.home, [
      'explain',
      'in-years',
      '--to',
      'DK',
      '--profile',
      'BE',
    ])
    expect(said.out).toContain('UNDER_EMBARGO until 31 Jan 2033, 09:00 UTC')
  })

  it('leaves by the clock at its end and not before', async () => {
    const end = new Date(Date.now() + 8_000)
    const dataset = await publish(message('in-seconds', end.toISOString()))
    const released = await eventually(
      () => releasesOf(at, dataset),
      (rows) => rows.length === 2,
      30_000,
    )
    expect(released.map(({ rows }) => rows)).toEqual([1, 2])
    const [early, late] = released.map((one) => Date.parse(one.at))
    expect(early).toBeLessThan(end.getTime())
    expect(late).toBeGreaterThanOrEqual(end.getTime())
    await take(at.dk)
    const told = (await deliveriesOf(at.dk)).at(-1) as unknown as {
      readonly figures: { readonly dataset: Dataset }
    }
    const { dataset: figures } = told.figures
    expect([0, 1].map((row) => cell(figures.value, row))).toEqual([400, 409])
  })

  it('is not handed over once more when earlier figures are caught up on', async () => {
    const delivered = (states: readonly string[]): boolean =>
      states.every((state) => state === 'DELIVERED')
    const before = await eventually(() => statesOf(at.hub), delivered)
    await act(at, 'suspend')
    await act(at, 'resume')
    await sendYears(at, ['2014'])
    await eventually(
      () => at.hub.query('select 1 from delivery.catch_up'),
      (rows) => rows.length === 0,
    )
    expect(await statesOf(at.hub)).toHaveLength(before.length + 1)
  })
})

describe('a sender that is suspended', () => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering()
    await sendYears(at, ['2013'])
    await take(at.dk)
    await eventually(
      () => statesOf(at.hub),
      (states) => states.join() === 'DELIVERED',
    )
    await sendYears(at, ['2014', '2015'])
  })
  afterAll(() => at.hub.close())

  const decide = async (act: 'suspend' | 'resume'): Promise<void> => {
    const words = ['participants', act, 'BE', '--reason', 'figures that cannot be', '--yes']
    const ended = await corridor(at.hub.home, [...words, '--profile', 'OPERATOR', '--json'])
    if (ended.exit !== 0) throw new Error(ended.err)
  }

  it('has its queued figures taken out of the queue, and what it sent before is not given again', async () => {
    await decide('suspend')
    await eventually(
      () => statesOf(at.hub),
      (states) => states.join() === 'DELIVERED,WITHDRAWN,WITHDRAWN',
    )
    await take(at.dk)
    expect(await deliveriesOf(at.dk)).toMatchObject([
      { number: 1, figures: { dataset: { period: '2013' } } },
      { number: 4, withdrawal: { reason: 'sender-suspended', withdrawn: [{}, {}] } },
    ])
    const pulled = await fetchDeliveries(at.dk, { after: 0 }, { keep: () => undefined })
    expect(must(pulled, 'pull').withheld).toMatchObject([
      { number: 1 },
      { number: 2 },
      { number: 3 },
    ])
    const again = { method: 'GET', target: '/api/deliveries?after=0&limit=1' } as const
    expect(codeOf(await signedRequest(at.dk, again))).toBe('DELIVERY_WITHHELD')
  })

  it('has them handed over once it is resumed, under new numbers, without a gap', async () => {
    await decide('resume')
    await eventually(
      () => statesOf(at.hub),
      (states) => states.length === 5,
    )
    await take(at.dk)
    expect((await deliveriesOf(at.dk)).map(({ number }) => number)).toEqual([1, 4, 5, 6])
    expect(deliveryChain(at.dk)).toMatchObject({ upTo: 6, gaps: [] })
  })
})

describe('a message in doubt, since its key was withdrawn', () => {
  let at: DeliveringHub
  let anna: Profile
  let since: string
  beforeAll(async () => {
    at = await raiseDelivering()
    const who = { participant: 'BE', holder: 'Anna', roles: ['signatory'] }
    anna = await newColleague(at.hub, at.operator, who)
    await sendYears(at, ['2013'])
    since = new Date().toISOString()
    await sendYears(at, ['2014'])
    await take(at.dk)
    await eventually(
      () => statesOf(at.hub),
      (states) => states.join() === 'DELIVERED,DELIVERED',
    )
    await sendYears(at, ['2015'])
    const withdrawn = { kid: at.be.signer.kid, from: since, reason: 'a laptop was stolen' }
    must(await withdrawKey(anna, withdrawn), 'withdraw the key')
  }, 60_000)
  afterAll(() => at.hub.close())

  const suspendAndResume = async (): Promise<void> => {
    const shown = must(await showAgreement(anna, terms.id), 'show')
    must(await actOnAgreement(anna, shown, { act: 'suspend', reason: 'a journey' }), 'suspend')
    must(await actOnAgreement(anna, shown, { act: 'resume' }), 'resume')
  }

  it('is taken out of the queue, and whoever has it is told; what came before stays', async () => {
    await eventually(
      () => statesOf(at.hub),
      (states) => states.join() === 'DELIVERED,RECALLED,WITHDRAWN',
    )
    await take(at.dk)
    const deliveries = await deliveriesOf(at.dk)
    expect(deliveries.at(-1)).toMatchObject({
      number: 4,
      withdrawal: { reason: 'doubtful', withdrawn: [{ number: 2 }, { number: 3 }] },
    })
    const pulled = await fetchDeliveries(at.dk, { after: 1 }, { keep: () => undefined })
    expect(must(pulled, 'pull').withheld).toMatchObject([
      { number: 2, withheld: 'WITHDRAWN' },
      { number: 3, withheld: 'WITHDRAWN' },
    ])
  })

  it('is held whatever else happens, and its sender is told why', async () => {
    await suspendAndResume()
    await eventually(
      () => at.hub.query('select 1 from delivery.catch_up'),
      (rows) => rows.length === 0,
    )
    expect(await statesOf(at.hub)).toEqual(['DELIVERED', 'RECALLED', 'WITHDRAWN'])
    const { doubtful } = must(await affectedByKeys(anna), 'ask')
    const target = `/api/decisions?submission=${String(doubtful[0]?.id)}&recipient=DK`
    const told = await signedRequest<{ datasets: readonly object[] }>(anna, {
      ...{ method: 'GET', target },
    })
    expect(must(told, 'explain').datasets).toMatchObject([
      { notReleased: 'in doubt since its key was withdrawn, until it is cleared or taken back' },
    ])
  })

  it('goes again, under a new number, when a signatory has cleared it, and only that one', async () => {
    const { doubtful } = must(await affectedByKeys(anna), 'ask')
    expect(doubtful).toHaveLength(2)
    const id = doubtful[0]?.id ?? ''
    const unknown = await clearDoubts(anna, { submissions: [id, 'another'], reason: 'compared' })
    expect(codeOf(unknown)).toBe('NOT_FOUND')
    const said = await corridor(at.hub.home, [
      ...['keys', 'clear', id, '--reason', 'compared with our files', '--profile', 'Anna'],
    ])
    expect(said).toMatchObject({ exit: 0 })
    await eventually(
      () => statesOf(at.hub),
      (states) => states.length === 4,
    )
    await take(at.dk)
    expect((await deliveriesOf(at.dk)).at(-1)).toMatchObject({
      number: 5,
      figures: { dataset: { period: '2014' } },
    })
    expect(deliveryChain(at.dk)).toMatchObject({ upTo: 5, gaps: [] })
    const after = must(await affectedByKeys(anna), 'ask').doubtful
    expect(after.map(({ clearedAt }) => clearedAt !== null)).toEqual([true, false])
    const again = await clearDoubts(anna, { submissions: [id], reason: 'once more' })
    expect(codeOf(again)).toBe('NOT_FOUND')
  })
})
